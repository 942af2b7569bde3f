package org.cairn.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserKeysTest {

    private static final byte[] CONTEXT = "archive keys of a role".getBytes(UTF_8);
    private static final byte[] PLAIN = "an archive key".getBytes(UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final UserKeys keys = UserKeys.generate(random);

    @Test
    void unsealsWhatWasSealedForThem() throws Exception {
        byte[] sealed = SealedBox.seal(keys.agreementKey(), PLAIN, CONTEXT, random);
        assertThat(keys.unseal(sealed, CONTEXT)).isEqualTo(PLAIN);
    }

    @Test
    void unsealNothingMeantForSomebodyElse() {
        byte[] sealed = SealedBox.seal(UserKeys.generate(random).agreementKey(), PLAIN, CONTEXT, random);
        assertTampered(sealed, CONTEXT);
    }

    @Test
    void unsealNothingInAnotherContext() {
        assertTampered(SealedBox.seal(keys.agreementKey(), PLAIN, CONTEXT, random), new byte[0]);
    }

    @Test
    void noticeAnyFlippedBit() {
        byte[] sealed = SealedBox.seal(keys.agreementKey(), PLAIN, CONTEXT, random);
        for (int i = 0; i < sealed.length * Byte.SIZE; i++) {
            // X25519 ignores the highest bit of a public key (RFC 7748), HPKE does not: the raw bytes are hashed in.
            byte[] changed = sealed.clone();
            changed[i / Byte.SIZE] ^= (byte) (1 << i % Byte.SIZE);
            assertTampered(changed, CONTEXT);
        }
    }

    @Test
    void noticeEveryCut() {
        byte[] sealed = SealedBox.seal(keys.agreementKey(), PLAIN, CONTEXT, random);
        for (int length = 0; length < sealed.length; length++) {
            assertTampered(Arrays.copyOf(sealed, length), CONTEXT);
        }
    }

    @Test
    void comeBackFromTheirSecret() throws Exception {
        byte[] sealed = SealedBox.seal(keys.agreementKey(), PLAIN, CONTEXT, random);
        byte[] signature = keys.sign(PLAIN);
        try (Secret secret = keys.toSecret();
                UserKeys again = UserKeys.fromSecret(secret)) {
            assertThat(again.agreementKey()).isEqualTo(keys.agreementKey());
            assertThat(again.unseal(sealed, CONTEXT)).isEqualTo(PLAIN);
            assertThat(again.sign(PLAIN)).isEqualTo(signature);
        }
    }

    @Test
    void refuseASecretOfAnotherLength() {
        try (Secret shorter = Secret.random(random, 63)) {
            assertThatIllegalArgumentException().isThrownBy(() -> UserKeys.fromSecret(shorter));
        }
    }

    @Test
    void refuseToSealForAKeyNobodyHolds() {
        assertThatIllegalArgumentException().isThrownBy(() -> SealedBox.seal(new byte[32], PLAIN, CONTEXT, random));
        assertThatIllegalArgumentException().isThrownBy(() -> SealedBox.seal(new byte[31], PLAIN, CONTEXT, random));
    }

    /// RFC 8032, section 7.1, tests 1 and 2.
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    })
    void signAsTheStandardSays(String seed, String signingKey, String message, String signature) {
        byte[] both = hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a" + seed);
        try (Secret secret = Secret.taking(both);
                UserKeys person = UserKeys.fromSecret(secret)) {
            assertThat(person.signingKey()).isEqualTo(hex(signingKey));
            assertThat(person.sign(hex(message))).isEqualTo(hex(signature));
        }
    }

    /// RFC 7748, section 6.1.
    @Test
    void agreeAsTheStandardSays() {
        byte[] both = hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a" + "00".repeat(32));
        try (Secret secret = Secret.taking(both);
                UserKeys person = UserKeys.fromSecret(secret)) {
            assertThat(person.agreementKey())
                    .isEqualTo(hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"));
        }
    }

    @Test
    void signSoThatAnyChangeShows() {
        byte[] signature = keys.sign(PLAIN);
        assertThat(Signatures.verifies(keys.signingKey(), PLAIN, signature)).isTrue();
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            assertThat(Signatures.verifies(keys.signingKey(), PLAIN, changed)).isFalse();
        }
        assertThat(Signatures.verifies(keys.signingKey(), CONTEXT, signature)).isFalse();
        assertThat(Signatures.verifies(UserKeys.generate(random).signingKey(), PLAIN, signature))
                .isFalse();
    }

    @Test
    void neverVerifyMalformedKeysOrSignatures() {
        byte[] signature = keys.sign(PLAIN);
        assertThat(Signatures.verifies(new byte[0], PLAIN, signature)).isFalse();
        assertThat(Signatures.verifies(keys.signingKey(), PLAIN, new byte[0])).isFalse();
        byte[] noPoint = new byte[32];
        Arrays.fill(noPoint, (byte) 0xff);
        assertThat(Signatures.verifies(noPoint, PLAIN, signature)).isFalse();
    }

    /// The neutral element as key, and as the point of the signature, would fit every message.
    @Test
    void neverVerifyForAKeyThatFitsEverything() {
        byte[] neutral = new byte[32];
        neutral[0] = 1;
        byte[] signature = Arrays.copyOf(neutral, 64);
        assertThat(Signatures.verifies(neutral, PLAIN, signature)).isFalse();
    }

    @Test
    void areOfNoUseOnceClosed() {
        byte[] sealed = SealedBox.seal(keys.agreementKey(), PLAIN, CONTEXT, random);
        keys.close();
        assertThatIllegalStateException().isThrownBy(() -> keys.sign(PLAIN));
        assertThatIllegalStateException().isThrownBy(() -> keys.unseal(sealed, CONTEXT));
        assertThatIllegalStateException().isThrownBy(keys::toSecret);
    }

    @Test
    void sayNothingAboutThemselves() {
        assertThat(keys).hasToString("UserKeys");
    }

    @Test
    void lendNoWayToChangeThem() {
        keys.signingKey()[0] ^= 1;
        keys.agreementKey()[0] ^= 1;
        assertThat(Signatures.verifies(keys.signingKey(), PLAIN, keys.sign(PLAIN)))
                .isTrue();
    }

    private void assertTampered(byte[] sealed, byte[] context) {
        assertThatExceptionOfType(TamperedException.class).isThrownBy(() -> keys.unseal(sealed, context));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
