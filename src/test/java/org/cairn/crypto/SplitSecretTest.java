package org.cairn.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.junit.jupiter.api.Test;

class SplitSecretTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void everyChoiceOfEnoughSharesGivesTheSecretBack() {
        for (int shares = 1; shares <= 8; shares++) {
            for (int needed = 1; needed <= shares; needed++) {
                try (SplitSecret split = SplitSecret.fresh(shares, needed, RANDOM)) {
                    for (List<RecoveryShare> chosen : choices(split.shares(), needed)) {
                        assertThat(hex(SplitSecret.join(chosen)))
                                .as("%d of %d", needed, shares)
                                .isEqualTo(hex(split.secret()));
                    }
                }
            }
        }
    }

    @Test
    void theOrderInWhichSharesComeDoesNotMatter() {
        try (SplitSecret split = SplitSecret.fresh(5, 3, RANDOM)) {
            List<RecoveryShare> chosen = new ArrayList<>(split.shares().subList(1, 4));
            chosen.add(chosen.removeFirst());
            assertThat(hex(SplitSecret.join(chosen))).isEqualTo(hex(split.secret()));
        }
    }

    @Test
    void oneShareTooFewGivesSomethingElse() {
        try (SplitSecret split = SplitSecret.fresh(5, 3, RANDOM)) {
            // as if two had been enough: read as shares of a kit that needs only them
            List<RecoveryShare> two = split.shares().subList(0, 2).stream()
                    .map(share -> new RecoveryShare(
                            0, 2, share.number(), Secret.taking(share.value().copy())))
                    .toList();
            assertThat(hex(SplitSecret.join(two))).isNotEqualTo(hex(split.secret()));
        }
    }

    @Test
    void refusesFewerMoreOrTheSameShareTwice() {
        try (SplitSecret split = SplitSecret.fresh(4, 3, RANDOM)) {
            List<RecoveryShare> all = split.shares();
            assertThatThrownBy(() -> SplitSecret.join(List.of())).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> SplitSecret.join(all.subList(0, 2))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> SplitSecret.join(all)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> SplitSecret.join(List.of(all.get(0), all.get(1), all.get(1))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesToSplitWhereNoPaperCouldSayIt() {
        assertThatThrownBy(() -> SplitSecret.fresh(3, 4, RANDOM)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SplitSecret.fresh(3, 0, RANDOM)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SplitSecret.fresh(16, 2, RANDOM)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTwoSplitsAreAlike() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            try (SplitSecret split = SplitSecret.fresh(2, 2, RANDOM)) {
                assertThat(seen.add(hex(split.secret()))).isTrue();
                split.shares()
                        .forEach(share -> assertThat(seen.add(share.printed())).isTrue());
            }
        }
    }

    /// Worked by hand in the field of AES: f(x) = s + a·x with s = 42, a = 07, so f(1) = 45 and f(2) = 4C.
    @Test
    void joinsPointsOfALineInTheFieldOfAes() throws Exception {
        ShamirSplitSecretShare[] points = {
            new ShamirSplitSecretShare(new byte[] {0x45}, 1), new ShamirSplitSecretShare(new byte[] {0x4C}, 2)
        };
        assertThat(ShamirSplitSecret.getInstance(Algorithm.AES, points).getSecret())
                .containsExactly(0x42);
    }

    private static List<List<RecoveryShare>> choices(List<RecoveryShare> from, int count) {
        List<List<RecoveryShare>> all = new ArrayList<>();
        for (int mask = 0; mask < 1 << from.size(); mask++) {
            if (Integer.bitCount(mask) == count) {
                List<RecoveryShare> chosen = new ArrayList<>();
                for (int i = 0; i < from.size(); i++) {
                    if ((mask >> i & 1) == 1) {
                        chosen.add(from.get(i));
                    }
                }
                all.add(chosen);
            }
        }
        return all;
    }

    private static String hex(Secret secret) {
        return secret.use(HexFormat.of()::formatHex);
    }
}
