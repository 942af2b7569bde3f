package org.cairn.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.cairn.domain.FuzzyDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2014 | 2014 | 2014-01-01 | 2014-12-31
        in 2014 | 2014 | 2014-01-01 | 2014-12-31
        2014-03 | 2014-03 | 2014-03-01 | 2014-03-31
        March 2014 | 2014-03 | 2014-03-01 | 2014-03-31
        in Sept. 2014 | 2014-09 | 2014-09-01 | 2014-09-30
        February, 2016 | 2016-02 | 2016-02-01 | 2016-02-29
        2014-03-05 | 2014-03-05 | 2014-03-05 | 2014-03-05
        5 March 2014 | 2014-03-05 | 2014-03-05 | 2014-03-05
        on the 5th of March, 2014 | 2014-03-05 | 2014-03-05 | 2014-03-05
        March 5th, 2014 | 2014-03-05 | 2014-03-05 | 2014-03-05
        05.03.2014 | 2014-03-05 | 2014-03-05 | 2014-03-05
        29 February 2016 | 2016-02-29 | 2016-02-29 | 2016-02-29
        spring 2014 | 2014-21 | 2014-03-01 | 2014-06-20
        the summer of 2014 | 2014-22 | 2014-06-01 | 2014-09-22
        fall 2014 | 2014-23 | 2014-09-01 | 2014-12-20
        in winter 2014 | 2014-24 | 2014-12-01 | 2015-03-19
        early 2014 | 2014-01/2014-04 | 2014-01-01 | 2014-04-30
        mid-2014 | 2014-05/2014-08 | 2014-05-01 | 2014-08-31
        late 2014 | 2014-09/2014-12 | 2014-09-01 | 2014-12-31
        the 1990s | 199X | 1990-01-01 | 1999-12-31
        201x | 201X | 2010-01-01 | 2019-12-31
        20XX | 20XX | 2000-01-01 | 2099-12-31
        2014-XX | 2014-XX | 2014-01-01 | 2014-12-31
        2014-03-XX | 2014-03-XX | 2014-03-01 | 2014-03-31
        about 2014 | 2014~ | 2014-01-01 | 2014-12-31
        circa March 2014 | 2014-03~ | 2014-03-01 | 2014-03-31
        perhaps 2014 | 2014? | 2014-01-01 | 2014-12-31
        perhaps about 2014 | 2014% | 2014-01-01 | 2014-12-31
        about 2014? | 2014% | 2014-01-01 | 2014-12-31
        about early 2014 | 2014-01~/2014-04~ | 2014-01-01 | 2014-04-30
        before March 2014 | ../2014-02 | | 2014-02-28
        up to 2014 | ../2014 | | 2014-12-31
        since 2014 | 2014/.. | 2014-01-01 |
        perhaps after 2014 | 2015?/.. | 2015-01-01 |
        from March 2014 to May 2015 | 2014-03/2015-05 | 2014-03-01 | 2015-05-31
        between about 2014 and 2016 | 2014~/2016 | 2014-01-01 | 2016-12-31
        2014..2016 | 2014/2016 | 2014-01-01 | 2016-12-31
        2014–2016 | 2014/2016 | 2014-01-01 | 2016-12-31
        June 2014 to 2014 | 2014-06/2014 | 2014-06-01 | 2014-12-31
        2004-06/2006-08 | 2004-06/2006-08 | 2004-06-01 | 2006-08-31
        2014/.. | 2014/.. | 2014-01-01 |
        """)
    void understandsADateAsPeopleSayIt(String said, String edtf, LocalDate earliest, LocalDate latest) {
        FuzzyDate date = Spoken.date(said);

        assertThat(date.edtf()).isEqualTo(edtf);
        assertThat(date.earliest()).isEqualTo(Optional.ofNullable(earliest));
        assertThat(date.latest()).isEqualTo(Optional.ofNullable(latest));
        assertThat(date.verbatim()).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 February 2014",
                "29 February 2015",
                "29 February 1900",
                "31.04.2014",
                "32 March 2014",
                "0 March 2014",
                "2014-00",
                "2014-13",
                "2014-02-30",
                "2014-21-05",
                "201X-05",
                "between 2016 and 2014",
                "2016/2014",
                "2014-06/2014-03",
                "May 2014 to March 2014",
                "../..",
                "from before 2014 to 2016",
                "before 2014 to 2016 to 2018"
            })
    void refusesADateThatCannotBe(String said) {
        assertThat(understood(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "never", "when the bridge was built", "March", "14", "about", "between 2014", "20144"})
    void guessesNothingThatWasNotSaid(String said) {
        assertThat(understood(said)).isEmpty();
    }

    @Test
    void neverMakesAYearItsFirstOfJanuary() {
        for (int year = 1900; year <= 2100; year++) {
            for (String said : List.of("%d", "in %d", "about %d", "perhaps %d", "%d?", "%d~", "%d-XX", "%d-XX-XX")) {
                FuzzyDate date = Spoken.date(said.replace("%d", String.valueOf(year)));

                assertThat(date.edtf()).startsWith(String.valueOf(year)).doesNotContain("-01");
                assertThat(date.earliest()).contains(LocalDate.of(year, 1, 1));
                assertThat(date.latest()).contains(LocalDate.of(year, 12, 31));
            }
        }
    }

    @Test
    void neverMakesAMonthItsFirstDay() {
        for (int month = 1; month <= 12; month++) {
            FuzzyDate date = Spoken.date("2014-" + (month < 10 ? "0" : "") + month);

            assertThat(date.edtf()).hasSize(7);
            assertThat(date.latest().orElseThrow()).isAfter(date.earliest().orElseThrow());
        }
    }

    @Test
    void understandsAnyDayInEveryWayOfSayingIt() {
        Random random = new Random(20140305);
        for (int i = 0; i < 500; i++) {
            LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(75_000));
            String month = day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
            int number = day.getDayOfMonth();
            int year = day.getYear();
            for (String said : List.of(
                    day.toString(),
                    number + " " + month + " " + year,
                    month.substring(0, 3) + ". " + number + ", " + year,
                    "ON  THE " + number + "th of\u00a0" + month.toUpperCase(Locale.ROOT) + " " + year,
                    number + "." + day.getMonthValue() + "." + year)) {
                FuzzyDate date = Spoken.date(said);

                assertThat(date.edtf()).as(said).isEqualTo(day.toString());
                assertThat(date.earliest()).contains(day);
                assertThat(date.latest()).contains(day);
            }
        }
    }

    @Test
    void understandsItsOwnEdtfAgainAndNeverTurnsRangesRound() {
        Sayings sayings = new Sayings(7);
        int understood = 0;
        for (int i = 0; i < 5_000; i++) {
            Optional<FuzzyDate> said = understood(sayings.next());
            if (said.isPresent()) {
                FuzzyDate date = said.get();
                FuzzyDate again = Spoken.date(date.edtf());

                assertThat(again.edtf()).isEqualTo(date.edtf());
                assertThat(again.earliest()).isEqualTo(date.earliest());
                assertThat(again.latest()).isEqualTo(date.latest());
                assertThat(date.earliest().isPresent() || date.latest().isPresent())
                        .isTrue();
                date.earliest()
                        .ifPresent(first ->
                                date.latest().ifPresent(last -> assertThat(last).isAfterOrEqualTo(first)));
                understood++;
            }
        }
        assertThat(understood).isGreaterThan(1_000);
    }

    @Test
    void readsTextOfAnyLengthWithoutLosingItsFooting() {
        for (String part : List.of(
                "about ",
                "perhaps ",
                "before ",
                "from 2014 to ",
                "2014 to ",
                "2014..",
                "between ",
                "the ",
                " ",
                "x",
                "2014-",
                "2014/",
                "\u00a0",
                "İ")) {
            String endless = part.repeat(1_000_000 / part.length());

            assertThat(understood(endless)).as(part).isEmpty();
            assertThat(understood(endless + "2014")).as(part).isIn(Optional.empty(), understood("2014"));
            assertThat(FuzzyDate.ofEdtf("long", endless)).isEmpty();
        }
    }

    @Test
    void understandsTheLongestThingsThatPeopleSay() {
        assertThat(Spoken.date("between approximately the 23rd of September, 2014 and the 30th of September, 2014")
                        .edtf())
                .isEqualTo("2014-09-23~/2014-09-30");
    }

    @Test
    void writesLatinDigitsOnAnArabicMachine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("ar", "EG"));
        try {
            assertThat(Spoken.date("5 March 2014").edtf()).isEqualTo("2014-03-05");
            assertThat(Spoken.date("March 2014").edtf()).isEqualTo("2014-03");
            assertThat(Spoken.date("late 2014").edtf()).isEqualTo("2014-09/2014-12");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void knowsOneDay() {
        LocalDate day = LocalDate.of(2014, 3, 5);

        assertThat(FuzzyDate.of(day)).isEqualTo(FuzzyDate.parse("2014-03-05"));
    }

    private static Optional<FuzzyDate> understood(String words) {
        return SpokenDates.understand(Said.in("en", words));
    }
}
