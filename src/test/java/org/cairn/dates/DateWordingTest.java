package org.cairn.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.cairn.domain.FuzzyDate;
import org.cairn.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DateWordingTest {

    static List<Locale> languages() {
        return Messages.LANGUAGES;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | 2014 | 2014
        en | 2014-03 | March 2014
        en | 2014-03-05 | 5 March 2014
        en | 2014-21 | spring 2014 (1 March – 20 June 2014)
        en | 2014-03~ | about March 2014
        en | 2014? | perhaps 2014
        en | ../2013 | before 2014
        en | 2014-03/.. | March 2014 or later
        en | 199X | the 1990s
        en | 19XX | 20th century
        en | 2014-03-03/2014-03-07 | 3–7 March 2014
        fr | 2014-21 | printemps 2014 (1 mars – 20 juin 2014)
        fr | 19XX | XXe siècle
        es | 2014-03~ | hacia marzo de 2014
        ru | 2014-21 | весна 2014 года (1 марта – 20 июня 2014 г.)
        ar | ../2013 | قبل 2014
        zh | 2014-21 | 2014年春季（2014年3月1日至6月20日）
        """)
    void saysBackWhatWasUnderstood(String language, String edtf, String words) {
        assertThat(DateWording.in(Locale.forLanguageTag(language)).understood(FuzzyDate.parse(edtf)))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void isUnderstoodAgainAsTheSame(Locale language) {
        Random random = new Random(2014);
        DateWording wording = DateWording.in(language);
        for (int i = 0; i < 2_000; i++) {
            FuzzyDate date = RandomEdtf.date(random);
            String words = wording.phrase(date);

            assertThat(SpokenDates.understand(Said.in(language.getLanguage(), words))
                            .map(FuzzyDate::edtf))
                    .as(words)
                    .contains(date.edtf());
        }
    }

    @Test
    void saysThatADayAndAMonthCanBeTheOtherWayRound() {
        FuzzyDate date = Spoken.date("3/5/2014");

        assertThat(date.earliest()).contains(LocalDate.of(2014, 3, 5));
        assertThat(date.latest()).contains(LocalDate.of(2014, 5, 3));
        assertThat(DateWording.in(Locale.ENGLISH).understood(date))
                .contains("5 March 2014 or 3 May 2014", "either way");
    }

    @Test
    void putsTheWordsUsedFirstWhereTheyAreNotItsOwn() {
        DateWording wording = DateWording.in(Locale.ENGLISH);

        assertThat(wording.shown(Spoken.date("весной 2014")))
                .isEqualTo("весной 2014 (spring 2014 (1 March – 20 June 2014))");
        assertThat(wording.shown(Spoken.date("March 2014"))).isEqualTo("March 2014");
        assertThat(wording.shown(Spoken.date("2014-03"))).isEqualTo("March 2014");
    }

    @Test
    void tellsTheDaysWhereSomebodyKeptOthersThanTheWordsMean() {
        FuzzyDate odd = new FuzzyDate(
                "the lean year", "1984", Optional.of(LocalDate.of(1984, 2, 2)), Optional.of(LocalDate.of(1984, 3, 1)));

        assertThat(DateWording.in(Locale.ENGLISH).understood(odd)).isEqualTo("1984 (2 February – 1 March 1984)");
    }

    @Test
    void speaksEnglishWhereItDoesNotSpeakALanguage() {
        assertThat(DateWording.in(Locale.of("tr")).understood(FuzzyDate.parse("2014-21")))
                .isEqualTo("spring 2014 (1 March – 20 June 2014)");
    }
}
