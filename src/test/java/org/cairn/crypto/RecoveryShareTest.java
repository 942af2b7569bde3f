package org.cairn.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.cairn.crypto.MistypedException.Reason;
import org.junit.jupiter.api.Test;

class RecoveryShareTest {

    private final SplitSecret split = SplitSecret.fresh(3, 2, new SecureRandom());
    private final RecoveryShare share = split.shares().get(1);

    @Test
    void isReadBackAsItWasPrinted() throws Exception {
        RecoveryShare again = RecoveryShare.read(share.printed());
        assertThat(again.number()).isEqualTo(2);
        assertThat(again.needed()).isEqualTo(2);
        assertThat(again.kit()).isEqualTo(share.kit());
        assertThat(again.printed()).isEqualTo(share.printed());
        assertThat(again.value().<String>use(HexFormat.of()::formatHex))
                .isEqualTo(share.value().use(HexFormat.of()::formatHex));
    }

    @Test
    void isSixteenGroupsOfFourThatBeginWithTheKitsMarkAndEndWithTheCheck() {
        assertThat(share.groups())
                .hasSize(16)
                .allSatisfy(group -> assertThat(group).matches("[0-9A-HJKMNP-TV-Z]{4}"));
        assertThat(split.shares())
                .allSatisfy(each -> assertThat(each.groups().getFirst()).isEqualTo(share.kit()));
        assertThat(share.groups().getLast()).isEqualTo(share.checkLetters());
    }

    @Test
    void understandsSmallLettersOtherSpacingAndLookAlikes() throws Exception {
        String typed = share.printed()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l')
                .replace(" ", "-\n");
        assertThat(RecoveryShare.read(typed).printed()).isEqualTo(share.printed());
    }

    @Test
    void findsEveryWrongLetter() {
        String right = share.printed();
        for (int i = 0; i < right.length(); i++) {
            if (right.charAt(i) != ' ') {
                char other = right.charAt(i) == 'A' ? 'B' : 'A';
                assertMistyped(right.substring(0, i) + other + right.substring(i + 1), Reason.CHECK, 0);
            }
        }
    }

    @Test
    void findsTwoLettersThatChangedPlaces() {
        String right = String.join("", share.groups());
        for (int i = 0; i + 1 < right.length(); i++) {
            if (right.charAt(i) != right.charAt(i + 1)) {
                assertMistyped(
                        right.substring(0, i) + right.charAt(i + 1) + right.charAt(i) + right.substring(i + 2),
                        Reason.CHECK,
                        0);
            }
        }
    }

    @Test
    void findsWhatIsLeftOutOrTooMuch() {
        assertMistyped(share.printed().substring(0, 70), Reason.TOO_SHORT, 0);
        assertMistyped(share.printed() + " AB", Reason.TOO_LONG, 0);
        assertMistyped("", Reason.TOO_SHORT, 0);
    }

    @Test
    void saysInWhichGroupALetterIsNone() {
        List<String> groups = new java.util.ArrayList<>(share.groups());
        groups.set(4, "AB%C");
        assertMistyped(String.join(" ", groups), Reason.LETTER, 5);
    }

    @Test
    void saysNothingOfItself() {
        assertThat(share).hasToString("RecoveryShare");
        assertThat(split).hasToString("SplitSecret");
        assertThatThrownBy(() -> RecoveryShare.read(share.printed().substring(0, 70)))
                .hasMessage("TOO_SHORT");
    }

    @Test
    void givesNothingAnyMoreOnceClosed() {
        share.close();
        assertThatThrownBy(share::printed).isInstanceOf(IllegalStateException.class);
    }

    private static void assertMistyped(String typed, Reason reason, int place) {
        assertThatThrownBy(() -> RecoveryShare.read(typed)).isInstanceOfSatisfying(MistypedException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.place()).isEqualTo(place);
        });
    }
}
