package org.cairn.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final byte[] CONTEXT = "identity of W-0007".getBytes(UTF_8);
    private static final byte[] PLAIN = "the name of a witness".getBytes(UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final Secret key = Secret.random(random, 32);

    @Test
    void givesBackWhatWasSealed() throws Exception {
        byte[] sealed = Sealing.seal(key, PLAIN, CONTEXT, random);
        assertThat(sealed).hasSize(PLAIN.length + Sealing.OVERHEAD);
        assertThat(Sealing.unseal(key, sealed, CONTEXT)).isEqualTo(PLAIN);
    }

    @Test
    void sealsNothingTwiceInTheSameWay() {
        assertThat(Sealing.seal(key, PLAIN, CONTEXT, random)).isNotEqualTo(Sealing.seal(key, PLAIN, CONTEXT, random));
    }

    @Test
    void noticesAnyFlippedBit() {
        byte[] sealed = Sealing.seal(key, PLAIN, CONTEXT, random);
        for (int i = 0; i < sealed.length * Byte.SIZE; i++) {
            byte[] changed = sealed.clone();
            changed[i / Byte.SIZE] ^= (byte) (1 << i % Byte.SIZE);
            assertTampered(key, changed, CONTEXT);
        }
    }

    @Test
    void noticesEveryCut() {
        byte[] sealed = Sealing.seal(key, PLAIN, CONTEXT, random);
        for (int length = 0; length < sealed.length; length++) {
            assertTampered(key, Arrays.copyOf(sealed, length), CONTEXT);
        }
    }

    @Test
    void noticesAnotherKeyOrContext() {
        byte[] sealed = Sealing.seal(key, PLAIN, CONTEXT, random);
        assertTampered(Secret.random(random, 32), sealed, CONTEXT);
        assertTampered(key, sealed, "identity of W-0008".getBytes(UTF_8));
    }

    @Test
    void saysNothingOfWhatWasSealed() {
        assertThatExceptionOfType(TamperedException.class)
                .isThrownBy(() -> Sealing.unseal(key, new byte[40], CONTEXT))
                .withMessage("the seal is broken")
                .withNoCause();
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        Secret shorter = Secret.random(random, 16);
        assertThatIllegalArgumentException().isThrownBy(() -> Sealing.seal(shorter, PLAIN, CONTEXT, random));
    }

    /// RFC 4231, case 2.
    @Test
    void namesAsTheStandardSays() {
        String name =
                KeyedNames.name(Secret.of("Jefe".getBytes(UTF_8)), "what do ya want for nothing?".getBytes(UTF_8));
        assertThat(name).isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void namesDifferentlyWithAnotherKey() {
        String name = KeyedNames.name(key, PLAIN);
        assertThat(name).isNotEqualTo(KeyedNames.name(Secret.random(random, 32), PLAIN));
        assertThat(HexFormat.of().parseHex(name)).hasSize(32);
    }

    private static void assertTampered(Secret key, byte[] sealed, byte[] context) {
        assertThatExceptionOfType(TamperedException.class).isThrownBy(() -> Sealing.unseal(key, sealed, context));
    }
}
