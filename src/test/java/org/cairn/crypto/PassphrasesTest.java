package org.cairn.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassphrasesTest {

    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
    private static final byte[] SALT = "sixteen bytes of".getBytes(UTF_8);

    /// From the test file of the reference implementation (Argon2id, version 0x13).
    @ParameterizedTest
    @CsvSource({
        "password,          somesalt, 65536, 2, 1, 09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
        "password,          somesalt,   256, 2, 1, 9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
        "password,          somesalt,   256, 2, 2, 6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
        "differentpassword, somesalt, 65536, 2, 1, 0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde",
        "password,          diffsalt, 65536, 2, 1, bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c"
    })
    void stretchesAsTheReferenceDoes(
            String passphrase, String salt, int memory, int passes, int lanes, String expected) {
        Argon2Cost cost = new Argon2Cost(memory, passes, lanes);
        try (Secret key = Passphrases.stretch(passphrase.toCharArray(), salt.getBytes(UTF_8), cost)) {
            assertThat(HexFormat.of().formatHex(key.copy())).isEqualTo(expected);
        }
    }

    @Test
    void takesComposedAndDecomposedLettersForTheSame() {
        assertThat(stretched("pass\u00e9 simple")).isEqualTo(stretched("passe\u0301 simple"));
    }

    @Test
    void takesTheSpaceOfAnyKeyboardForASpace() {
        assertThat(stretched("\u8bc1\u4eba\u3000\u8bc1\u8a00")).isEqualTo(stretched("\u8bc1\u4eba \u8bc1\u8a00"));
    }

    @Test
    void mindsCapitalsAndEveryCharacter() {
        assertThat(stretched("seven quiet rivers")).isNotEqualTo(stretched("Seven quiet rivers"));
        assertThat(stretched("seven quiet rivers")).isNotEqualTo(stretched("seven quiet rivers "));
    }

    @Test
    void leavesThePassphraseToItsOwner() {
        char[] passphrase = "se\u3000ven".toCharArray();
        Passphrases.stretch(passphrase, SALT, CHEAP).close();
        assertThat(passphrase).containsExactly("se\u3000ven".toCharArray());
    }

    @Test
    void refusesASaltTooShortToBeOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Passphrases.stretch("x".toCharArray(), new byte[7], CHEAP));
    }

    @ParameterizedTest
    @CsvSource({"7, 1, 1", "2147483647, 1, 1", "64, 0, 1", "64, 101, 1", "64, 1, 0", "65536, 1, 65", "15, 1, 2"})
    void refusesACostNobodyMeant(int memory, int passes, int lanes) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Cost(memory, passes, lanes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "Password1",
                "qwertyuiop",
                "aaaaaaaaaaaaaaaaaaaaaaaa",
                "12345678901234567890",
                "abcdefghijklmnop",
                "letmein",
                "summer2024"
            })
    void callsWhatEverybodyTriesHopeless(String passphrase) {
        assertThat(Passphrases.strength(passphrase.toCharArray()).score()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orchard violin seventeen gravel umbrella copper",
                "k7#Gx9!QpLm2$Wz8RtVb",
                "\u0628\u0631\u062a\u0642\u0627\u0644 \u0646\u0627\u0641\u0630\u0629 \u0642\u0637\u0627\u0631"
                        + " \u0635\u062e\u0631\u0629 \u0633\u062d\u0627\u0628\u0629 \u062c\u0633\u0631"
            })
    void callsManyWordsOrManySignsStrong(String passphrase) {
        assertThat(Passphrases.strength(passphrase.toCharArray()).score()).isEqualTo(4);
        assertThat(Passphrases.strength(passphrase.toCharArray()).hintCode()).isEqualTo("none");
    }

    @Test
    void growsWithEveryWord() {
        String words = "orchard violin seventeen gravel umbrella copper";
        double before = -1;
        for (int end = words.indexOf(' '); end > 0; end = words.indexOf(' ', end + 1)) {
            double bits =
                    Passphrases.strength(words.substring(0, end).toCharArray()).bits();
            assertThat(bits).isGreaterThan(before);
            before = bits;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty",
        "x7, tooShort",
        "aaaaaaaaaaaaa, repeated",
        "abcdefghijklm, sequence",
        "orchard violin, addWords"
    })
    void saysWhatWouldHelp(String passphrase, String hint) {
        assertThat(Passphrases.strength(passphrase.toCharArray()).hintCode()).isEqualTo(hint);
    }

    @Test
    void measuresEvenAWholePageAtOnce() {
        char[] page = "orchard violin seventeen ".repeat(400).toCharArray();
        assertThat(Passphrases.strength(page).bits()).isFinite();
    }

    private static byte[] stretched(String passphrase) {
        try (Secret key = Passphrases.stretch(passphrase.toCharArray(), SALT, CHEAP)) {
            return key.copy();
        }
    }

    @Test
    void leavesThePassphraseAsItWasAfterMeasuringIt() {
        char[] passphrase = "four plain words here".toCharArray();
        Passphrases.strength(passphrase);
        assertThat(passphrase).isEqualTo("four plain words here".toCharArray());
    }
}
