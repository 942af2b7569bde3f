package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    /// FIPS 180-4, example of one block.
    @Test
    void isTheSha256OfTheBytes() {
        assertThat(Fingerprint.of("abc".getBytes(StandardCharsets.US_ASCII)))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void givesItsBytesBack() {
        Random random = new Random(256);
        for (int i = 0; i < 1_000; i++) {
            byte[] digest = new byte[32];
            random.nextBytes(digest);
            Fingerprint fingerprint = Fingerprint.ofDigest(digest);

            assertThat(fingerprint.bytes()).isEqualTo(digest);
            assertThat(new Fingerprint(fingerprint.toString())).isEqualTo(fingerprint);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ba7816bf",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0",
                " a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            })
    void refusesWhatIsNoFingerprint(String hex) {
        assertThatThrownBy(() -> new Fingerprint(hex))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(hex.isEmpty() ? "\u0000" : hex);
    }

    @Test
    void refusesADigestOfAnotherLength() {
        assertThatThrownBy(() -> Fingerprint.ofDigest(new byte[20])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sortsByItsDigits() {
        assertThat(new Fingerprint("0".repeat(64))).isLessThan(new Fingerprint("f".repeat(64)));
    }
}
