package org.cairn.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;

/// Checks the library against RFC 9180 written out once more with nothing but the JDK.
class HpkeTest {

    private static final byte[] KEM_SUITE = {'K', 'E', 'M', 0x00, 0x20};
    private static final byte[] HPKE_SUITE = {'H', 'P', 'K', 'E', 0x00, 0x20, 0x00, 0x01, 0x00, 0x02};
    private static final byte[] NONE = new byte[0];
    private static final byte[] INFO = "what for".getBytes(US_ASCII);
    private static final byte[] ASSOCIATED = "with what".getBytes(US_ASCII);
    private static final byte[] PLAIN = "what only one may read".getBytes(US_ASCII);

    private final byte[] recipientPrivate = random();
    private final byte[] recipientPublic =
            new X25519PrivateKeyParameters(recipientPrivate).generatePublicKey().getEncoded();

    @Test
    void sealsSoThatTheStandardWrittenOutOpensIt() throws Exception {
        byte[] sealed = Hpke.seal(recipientPublic, random(), INFO, ASSOCIATED, PLAIN);
        byte[] encapsulated = Arrays.copyOf(sealed, 32);
        byte[] ciphertext = Arrays.copyOfRange(sealed, 32, sealed.length);
        byte[] shared = shared(recipientPrivate, encapsulated, encapsulated, recipientPublic);
        assertThat(gcm(Cipher.DECRYPT_MODE, shared, ciphertext)).isEqualTo(PLAIN);
    }

    @Test
    void opensWhatTheStandardWrittenOutSealed() throws Exception {
        byte[] ephemeral = random();
        byte[] encapsulated =
                new X25519PrivateKeyParameters(ephemeral).generatePublicKey().getEncoded();
        byte[] shared = shared(ephemeral, recipientPublic, encapsulated, recipientPublic);
        byte[] sealed = join(encapsulated, gcm(Cipher.ENCRYPT_MODE, shared, PLAIN));
        assertThat(Hpke.open(recipientPrivate, INFO, ASSOCIATED, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void takesAKeyOfSmallOrderForTampering() {
        byte[] sealed = Hpke.seal(recipientPublic, random(), INFO, ASSOCIATED, PLAIN);
        Arrays.fill(sealed, 0, 32, (byte) 0);
        assertThatExceptionOfType(TamperedException.class)
                .isThrownBy(() -> Hpke.open(recipientPrivate, INFO, ASSOCIATED, sealed));
    }

    private static byte[] shared(byte[] privateKey, byte[] publicKey, byte[] encapsulated, byte[] recipient)
            throws Exception {
        KeyFactory keys = KeyFactory.getInstance("X25519");
        PrivateKey own = keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, privateKey));
        PublicKey other = keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, coordinate(publicKey)));
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(own);
        agreement.doPhase(other, true);
        SecretKey prk = labeledExtract(KEM_SUITE, NONE, "eae_prk", agreement.generateSecret());
        return labeledExpand(KEM_SUITE, prk, "shared_secret", join(encapsulated, recipient), 32);
    }

    private static byte[] gcm(int mode, byte[] shared, byte[] input) throws Exception {
        byte[] context = join(
                new byte[] {0},
                labeledExtract(HPKE_SUITE, NONE, "psk_id_hash", NONE).getEncoded(),
                labeledExtract(HPKE_SUITE, NONE, "info_hash", INFO).getEncoded());
        SecretKey secret = labeledExtract(HPKE_SUITE, shared, "secret", NONE);
        byte[] key = labeledExpand(HPKE_SUITE, secret, "key", context, 32);
        byte[] nonce = labeledExpand(HPKE_SUITE, secret, "base_nonce", context, 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(ASSOCIATED);
        return cipher.doFinal(input);
    }

    private static SecretKey labeledExtract(byte[] suite, byte[] salt, String label, byte[] material) throws Exception {
        byte[] labeled = join("HPKE-v1".getBytes(US_ASCII), suite, label.getBytes(US_ASCII), material);
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "Generic",
                        HKDFParameterSpec.ofExtract()
                                .addSalt(salt)
                                .addIKM(labeled)
                                .extractOnly());
    }

    private static byte[] labeledExpand(byte[] suite, SecretKey prk, String label, byte[] info, int length)
            throws Exception {
        byte[] labeled = join(
                new byte[] {(byte) (length >> 8), (byte) length},
                "HPKE-v1".getBytes(US_ASCII),
                suite,
                label.getBytes(US_ASCII),
                info);
        return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.expandOnly(prk, labeled, length));
    }

    private static BigInteger coordinate(byte[] littleEndian) {
        byte[] bigEndian = new byte[littleEndian.length];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = littleEndian[littleEndian.length - 1 - i];
        }
        return new BigInteger(1, bigEndian);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
