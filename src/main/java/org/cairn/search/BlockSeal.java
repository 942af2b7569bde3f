package org.cairn.search;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.lucene.index.CorruptIndexException;
import org.cairn.crypto.Secret;

/// Seals the blocks of one file: AES-256-GCM with a key of the file's own, so that a block's number can be its nonce.
///
/// The key comes from the file's name and a random salt: a file put in another's place does not open. The last block is
/// sealed under another nonce than one in the middle: nor does a file that was cut short or made longer.
final class BlockSeal {

    /// Bytes in clear that a block holds; only the last holds fewer.
    static final int BLOCK = 16 * 1024;

    static final int TAG = 16;
    static final int SEALED_BLOCK = BLOCK + TAG;
    /// The salt that a file begins with.
    static final int SALT = 32;

    /// To find a cipher takes longer than to open a block with it.
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(BlockSeal::newCipher);

    private final SecretKeySpec key;

    private BlockSeal(SecretKeySpec key) {
        this.key = key;
    }

    /// The seal of one file.
    ///
    /// @param file the name it has for good
    static BlockSeal of(Secret master, String file, byte[] salt) {
        String purpose = "index file " + HexFormat.of().formatHex(salt) + " " + file;
        try (Secret derived = master.derive(purpose)) {
            return new BlockSeal(derived.use(bytes -> new SecretKeySpec(bytes, "AES")));
        }
    }

    int seal(long block, boolean last, byte[] clear, int length, byte[] sealed) {
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(block, last));
            return cipher.doFinal(clear, 0, length, sealed, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a block can always be sealed", e);
        }
    }

    byte[] open(long block, boolean last, byte[] sealed, int length, String file) throws CorruptIndexException {
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(block, last));
            return cipher.doFinal(sealed, 0, length);
        } catch (GeneralSecurityException e) {
            throw new CorruptIndexException("block " + block + " is not what was sealed", file);
        }
    }

    private static GCMParameterSpec nonce(long block, boolean last) {
        byte[] nonce =
                ByteBuffer.allocate(12).putInt(last ? 1 : 0).putLong(block).array();
        return new GCMParameterSpec(TAG * 8, nonce);
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /// How many bytes in clear a file of `physical` bytes holds, or -1 where no sealed file has that length.
    static long clearLength(long physical) {
        long body = physical - SALT;
        long whole = body / SEALED_BLOCK;
        long rest = body % SEALED_BLOCK;
        if (body < TAG || (rest > 0 && rest < TAG)) {
            return -1;
        }
        return whole * BLOCK + (rest > 0 ? rest - TAG : 0);
    }
}
