package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// The lock of an OpenDocument file as LibreOffice puts it on since 24.2: all of the document is one part of another
/// package, deflated, then sealed with AES-GCM. That part begins with the vector and ends with the seal.
///
/// It is read twice, in pieces: once to see whether a password fits, once to write what it was. Of what broke off the
/// seal cannot be right: there the right password is known by a package that begins, and as much is written as comes.
final class OpenDocumentPackage implements OfficeLock {

    /// What such a part is called.
    static final String NAME = "encrypted-package";

    private static final int PIECE = 1 << 16;
    /// How every package begins.
    private static final byte[] BEGIN = {'P', 'K', 3, 4};

    private final ZipFile zip;
    private final ZipArchiveEntry part;
    private final OpenDocumentKey lock;
    private final long most;
    private byte[] key = new byte[0];
    private boolean whole = true;

    /// @param most how many bytes the document may have
    OpenDocumentPackage(ZipFile zip, ZipArchiveEntry part, OpenDocumentKey lock, long most) {
        this.zip = zip;
        this.part = part;
        this.lock = lock;
        this.most = most;
    }

    @Override
    public int tries() {
        return lock.derivation().tries();
    }

    @Override
    public boolean opens(String password) throws IOException, GeneralSecurityException {
        byte[] tried = lock.derivation().key(password);
        whole = sealed(tried);
        if (!whole && !begins(tried)) {
            return false;
        }
        key = tried;
        return true;
    }

    /// Whether the seal says that all of it is what it was, and the key the right one.
    private boolean sealed(byte[] tried) throws IOException {
        try (Unsealing plain = unsealing(tried)) {
            plain.transferTo(OutputStream.nullOutputStream());
            return plain.whole();
        }
    }

    private boolean begins(byte[] tried) throws IOException {
        try (InputStream plain = inflated(tried)) {
            return Arrays.equals(plain.readNBytes(BEGIN.length), BEGIN);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean whole() {
        return whole;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (InputStream plain = inflated(key)) {
            InputStream coming = whole ? plain : new UntilBroken(() -> plain);
            coming.transferTo(new Bounded(out, most));
        }
    }

    private InputStream inflated(byte[] with) throws IOException {
        return new Inflating(unsealing(with), PIECE);
    }

    private Unsealing unsealing(byte[] with) throws IOException {
        return new Unsealing(new BufferedInputStream(zip.getInputStream(part), PIECE), with, lock.vector());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// What was sealed as it comes; only at its end it is known whether it is what it was.
    private static final class Unsealing extends InputStream {

        private final InputStream sealed;
        private final GCMModeCipher cipher;
        private final byte[] piece = new byte[PIECE];
        private byte[] plain = new byte[0];
        private int given;
        private boolean ended;
        private boolean whole;

        Unsealing(InputStream locked, byte[] key, byte[] vector) throws IOException {
            byte[] begin = locked.readNBytes(vector.length);
            this.sealed = OpenDocumentKey.repeated(vector, begin) > 0
                    ? locked
                    : new SequenceInputStream(new ByteArrayInputStream(begin), locked);
            this.cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
            try {
                cipher.init(false, new AEADParameters(new KeyParameter(key), Byte.SIZE * OpenDocumentKey.SEAL, vector));
            } catch (IllegalArgumentException e) {
                throw new IOException(e);
            }
        }

        boolean whole() {
            return whole;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            while (given == plain.length && !ended) {
                next();
            }
            if (given == plain.length) {
                return -1;
            }
            int some = Math.min(length, plain.length - given);
            System.arraycopy(plain, given, into, offset, some);
            given += some;
            return some;
        }

        private void next() throws IOException {
            int some = sealed.read(piece, 0, piece.length);
            byte[] made = new byte[some < 0 ? cipher.getOutputSize(0) : cipher.getUpdateOutputSize(some)];
            try {
                int count = some < 0 ? cipher.doFinal(made, 0) : cipher.processBytes(piece, 0, some, made, 0);
                whole = some < 0;
                plain = Arrays.copyOf(made, count);
            } catch (InvalidCipherTextException e) {
                plain = new byte[0];
            }
            ended = some < 0;
            given = 0;
        }

        @Override
        public void close() throws IOException {
            sealed.close();
        }
    }
}
