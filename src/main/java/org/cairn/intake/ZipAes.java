package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipExtraField;
import org.apache.commons.compress.archivers.zip.ZipShort;

/// The stronger encryption of zip archives (WinZip AE-1 and AE-2), undone while it is read: a counter in AES, its
/// lowest byte first, and ten bytes of an HMAC-SHA-1 at the end.
final class ZipAes extends InputStream {

    /// The method that stands in the place of how the member is packed.
    static final int METHOD = 99;

    private static final ZipShort FIELD = new ZipShort(0x9901);
    private static final int ROUNDS = 1_000;
    private static final int CHECK = 2;
    private static final int SEAL = 10;
    private static final int BLOCK = 16;

    private final InputStream raw;
    private final Cipher cipher;
    private final Mac mac;
    private final byte[] counter = new byte[BLOCK];
    private byte[] mask = new byte[0];
    private int used;
    private long left;
    private boolean checked;

    /// How a member is locked and packed.
    ///
    /// @param keyBytes 16, 24 or 32
    /// @param summed whether its CRC-32 is told: the second version leaves that to the HMAC
    /// @param method how it is packed
    record Terms(int keyBytes, boolean summed, int method) {}

    private ZipAes(InputStream raw, long size, byte[] key, byte[] macKey) throws GeneralSecurityException {
        this.raw = raw;
        this.left = size;
        // a counter whose lowest byte comes first is none that the platform knows: it is counted here
        this.cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        this.mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(macKey, "HmacSHA1"));
    }

    /// What the entry says of its lock: version, "AE", strength, method (seven bytes).
    static Optional<Terms> terms(ZipArchiveEntry entry) {
        ZipExtraField field = entry.getExtraField(FIELD);
        byte[] told = field == null ? new byte[0] : field.getLocalFileDataData();
        if (told.length < 7 || told[4] < 1 || told[4] > 3) {
            return Optional.empty();
        }
        int method = (told[5] & 0xFF) | (told[6] & 0xFF) << 8;
        return Optional.of(new Terms(8 + 8 * told[4], told[0] == 1, method));
    }

    /// Opens a member's raw bytes: salt, two bytes to check the password, content, seal.
    ///
    /// @throws WrongPassword when the two bytes differ; of 65,536 wrong passwords one passes all the same
    static InputStream open(InputStream raw, long size, String password, Terms terms) throws IOException {
        byte[] salt = raw.readNBytes(terms.keyBytes() / 2);
        byte[] check = raw.readNBytes(CHECK);
        long content = size - salt.length - CHECK - SEAL;
        if (check.length < CHECK || content < 0) {
            throw new IOException("too short to be locked");
        }
        try {
            int length = terms.keyBytes();
            byte[] keys = keys(password, salt, 2 * length + CHECK);
            if (!MessageDigest.isEqual(check, Arrays.copyOfRange(keys, 2 * length, keys.length))) {
                throw new WrongPassword();
            }
            return new ZipAes(raw, content, Arrays.copyOf(keys, length), Arrays.copyOfRange(keys, length, 2 * length));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static byte[] keys(String password, byte[] salt, int length) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, length * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                    .generateSecret(spec)
                    .getEncoded();
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            checkSeal();
            return -1;
        }
        int some = raw.read(into, offset, (int) Math.min(length, left));
        if (some < 0) {
            throw new IOException("broken off");
        }
        mac.update(into, offset, some);
        for (int i = offset; i < offset + some; i++) {
            into[i] ^= next();
        }
        left -= some;
        if (left == 0) {
            checkSeal();
        }
        return some;
    }

    private byte next() throws IOException {
        if (used == mask.length) {
            int place = 0;
            while (place < BLOCK && ++counter[place] == 0) {
                place++;
            }
            try {
                mask = cipher.doFinal(counter);
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
            used = 0;
        }
        return mask[used++];
    }

    private void checkSeal() throws IOException {
        if (!checked) {
            checked = true;
            byte[] expected = Arrays.copyOf(mac.doFinal(), SEAL);
            if (!MessageDigest.isEqual(expected, raw.readNBytes(SEAL))) {
                throw new IOException("not what was locked up");
            }
        }
    }
}
