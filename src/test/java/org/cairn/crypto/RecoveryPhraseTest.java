package org.cairn.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.cairn.crypto.MistypedException.Reason;
import org.junit.jupiter.api.Test;

class RecoveryPhraseTest {

    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
    private static final byte[] SALT = "salt of a test..".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final RecoveryPhrase phrase = RecoveryPhrase.random(new SecureRandom());

    @Test
    void hasAHundredBitsOrMore() {
        List<String> list = RecoveryPhrase.list();
        assertThat(list).doesNotHaveDuplicates().allMatch(word -> word.matches("[a-z]{3,9}"));
        assertThat(RecoveryPhrase.WORDS * Math.log(list.size()) / Math.log(2)).isGreaterThan(100);
    }

    @Test
    void isReadBackWithNumbersCapitalsAndCommas() throws Exception {
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < phrase.words().size(); i++) {
            typed.append(i + 1).append(". ");
            typed.append(phrase.words().get(i).toUpperCase(Locale.ROOT)).append(",\n");
        }
        assertThat(RecoveryPhrase.read(typed).words()).isEqualTo(phrase.words());
    }

    @Test
    void saysWhichWordIsNone() {
        List<String> words = new ArrayList<>(phrase.words());
        words.set(3, "xyzzy");
        assertMistyped(String.join(" ", words), Reason.WORD, 4);
    }

    @Test
    void saysThatWordsAreLeftOutOrTooMany() {
        assertMistyped(String.join(" ", phrase.words().subList(0, 7)), Reason.TOO_SHORT, 0);
        assertMistyped(String.join(" ", phrase.words()) + " abacus", Reason.TOO_LONG, 0);
        assertMistyped("", Reason.TOO_SHORT, 0);
    }

    @Test
    void opensOnlyTogetherWithTheSharedSecret() {
        try (Secret shared = Secret.random(new SecureRandom(), 32);
                Secret other = Secret.random(new SecureRandom(), 32)) {
            String key = hex(phrase.keyWith(shared, SALT, CHEAP));
            assertThat(hex(phrase.keyWith(shared, SALT, CHEAP))).isEqualTo(key);
            assertThat(hex(phrase.keyWith(other, SALT, CHEAP))).isNotEqualTo(key);
            assertThat(hex(RecoveryPhrase.random(new SecureRandom()).keyWith(shared, SALT, CHEAP)))
                    .isNotEqualTo(key);
        }
    }

    @Test
    void saysNothingOfItself() {
        assertThat(phrase).hasToString("RecoveryPhrase");
    }

    private static void assertMistyped(String typed, Reason reason, int place) {
        assertThatThrownBy(() -> RecoveryPhrase.read(typed)).isInstanceOfSatisfying(MistypedException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.place()).isEqualTo(place);
        });
    }

    private static String hex(Secret secret) {
        return secret.use(HexFormat.of()::formatHex);
    }
}
