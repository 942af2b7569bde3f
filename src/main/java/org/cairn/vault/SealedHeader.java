package org.cairn.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.cairn.crypto.Sealing;
import org.cairn.crypto.Secret;
import org.cairn.crypto.TamperedException;
import org.cairn.domain.Fingerprint;

/// The first bytes of a sealed file: format word, random id of the file, then the sealed fingerprint.
///
/// The fingerprint is only known when the last byte has passed, so the bytes are sealed in the context of the random id
/// and the header, filled in at the end, binds that id to the fingerprint: two files swapped on disk are noticed.
final class SealedHeader {

    private static final byte[] FORMAT = "CAIRNFL1".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_LENGTH = 16;
    private static final int PUBLIC_LENGTH = FORMAT.length + ID_LENGTH;
    private static final int DIGEST_LENGTH = 32;

    /// Where the sealed bytes begin.
    static final int LENGTH = PUBLIC_LENGTH + DIGEST_LENGTH + Sealing.OVERHEAD;

    private final byte[] context;

    private SealedHeader(byte[] context) {
        this.context = context;
    }

    static SealedHeader fresh(SecureRandom random) {
        byte[] id = new byte[ID_LENGTH];
        random.nextBytes(id);
        byte[] context = Arrays.copyOf(FORMAT, PUBLIC_LENGTH);
        System.arraycopy(id, 0, context, FORMAT.length, ID_LENGTH);
        return new SealedHeader(context);
    }

    /// The header of a file, if it is the file of this fingerprint.
    static Optional<SealedHeader> read(byte[] header, Secret key, Fingerprint expected) {
        if (header.length != LENGTH || !Arrays.equals(FORMAT, Arrays.copyOf(header, FORMAT.length))) {
            return Optional.empty();
        }
        SealedHeader found = new SealedHeader(Arrays.copyOf(header, PUBLIC_LENGTH));
        byte[] sealed = Arrays.copyOfRange(header, PUBLIC_LENGTH, LENGTH);
        try {
            boolean fits = Arrays.equals(Sealing.unseal(key, sealed, found.context), expected.bytes());
            return fits ? Optional.of(found) : Optional.empty();
        } catch (TamperedException e) {
            return Optional.empty();
        }
    }

    /// What the bytes that follow are sealed in the context of.
    byte[] context() {
        return context.clone();
    }

    byte[] bound(Secret key, Fingerprint fingerprint, SecureRandom random) {
        byte[] sealed = Sealing.seal(key, fingerprint.bytes(), context, random);
        byte[] header = Arrays.copyOf(context, LENGTH);
        System.arraycopy(sealed, 0, header, PUBLIC_LENGTH, sealed.length);
        return header;
    }
}
