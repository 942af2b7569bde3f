package org.cairn.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing that somebody can type or send breaks the understanding of dates, or makes anybody wait.
class HostileWordsTest {

    private static final String[] PIECES = {
        "2014",
        "3",
        "march",
        "марта",
        "مارس",
        "年",
        "月",
        "日",
        "初",
        "-",
        "/",
        "–",
        "~",
        "?",
        "..",
        "between",
        "و",
        "и",
        "and",
        "before",
        "قبل",
        "前",
        "ago",
        "last",
        "year",
        "года",
        "سنتين",
        "百千",
        "十",
        "ramadan",
        "رمضان",
        "甲午",
        "马年",
        "闰",
        "century",
        "th",
        "90",
        "s",
        "half",
        "q",
        "1435",
        "'",
        "x",
        "١٤٣٥",
        "99999999999",
        "\u202e",
        "\u0000",
        "😀",
        "early",
        "easter",
        "week",
        "los",
        "decade",
        "\ud800",
        "0",
        "00",
        "1/1/1",
        "31/12/9999",
        "9999",
        "0001",
        "feb 30"
    };

    @ParameterizedTest
    @ValueSource(ints = {8, 64, 512})
    void survivesEveryMixtureOfWords(int seed) {
        Random random = new Random(seed);
        long begun = System.nanoTime();
        for (int i = 0; i < 7_000; i++) {
            StringBuilder words = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                words.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            Said said = Said.in("en", words.toString())
                    .on(
                            random.nextBoolean()
                                    ? java.util.Optional.of(java.time.LocalDate.of(2016, 6, 15))
                                    : java.util.Optional.empty());
            SpokenDates.understand(said)
                    .ifPresent(date -> assertThat(
                                    date.earliest().isPresent() || date.latest().isPresent())
                            .as(date.verbatim())
                            .isTrue());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014\u0000",
                "99999999999 years ago",
                "the 99th century",
                "year 0",
                "31/12/99999",
                "0/0/2014",
                "2014年13月",
                "農曆2014年十三月",
                "30 Ramadan 99999",
                "2014 2015 2016",
                "before after 2014",
                "1 March 2 March 2014",
                "Ramadan March 2014"
            })
    void understandsNoNonsense(String words) {
        assertThat(SpokenDates.understand(Said.in("en", words))).isEmpty();
    }
}
