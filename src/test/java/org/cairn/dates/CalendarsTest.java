package org.cairn.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.cairn.dates.Calendars.Day;
import org.cairn.domain.DateCalendar;
import org.cairn.domain.FuzzyDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Days of other calendars against days known from elsewhere, and what is said back of them.
class CalendarsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        islamic-umalqura | 1435 | 9 | 1 | 2014-06-28
        islamic-civil | 1435 | 9 | 1 | 2014-06-29
        islamic-umalqura | 1440 | 1 | 1 | 2018-09-11
        persian | 1393 | 1 | 1 | 2014-03-21
        persian | 1395 | 1 | 1 | 2016-03-20
        persian | 1357 | 11 | 22 | 1979-02-11
        chinese | 2014 | 1 | 1 | 2014-01-31
        chinese | 2015 | 1 | 1 | 2015-02-19
        chinese | 2014 | 8 | 15 | 2014-09-08
        buddhist | 2557 | 3 | 5 | 2014-03-05
        roc | 103 | 3 | 5 | 2014-03-05
        ethiopic | 2007 | 1 | 1 | 2014-09-11
        hebrew | 5775 | 1 | 1 | 2014-09-25
        """)
    void knowsTheDaysThatAreKnown(String reckoning, int year, int month, int day, LocalDate ours) {
        assertThat(Calendars.day(reckoning, new Day(year, month, day, false))).contains(ours);
        assertThat(Calendars.day(reckoning, ours)).isEqualTo(new Day(year, month, day, false));
    }

    @ParameterizedTest
    @CsvSource({
        "islamic-umalqura, 1435, 9, 31",
        "persian, 1393, 12, 30",
        "persian, 1393, 13, 1",
        "chinese, 2014, 13, 1",
        "hebrew, 5775, 14, 1",
        "ethiopic, 2007, 13, 7"
    })
    void refusesDaysThatACalendarDoesNotHave(String reckoning, int year, int month, int day) {
        assertThat(Calendars.day(reckoning, new Day(year, month, day, false))).isEmpty();
    }

    @Test
    void knowsTheLeapMonthsOfTheChineseYear() {
        assertThat(Calendars.day("chinese", new Day(2014, 9, 1, true))).contains(LocalDate.of(2014, 10, 24));
        assertThat(Calendars.day("chinese", new Day(2014, 8, 1, true))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | 1 Ramadan 1435 AH | 1 Ramadan 1435 AH = 28–29 June 2014
        en | Ramadan 1435 | Ramadan 1435 AH = 28 June – 28 July 2014
        en | 1435 AH | 1435 AH = 4 November 2013 – 24 October 2014
        en | 1 Farvardin 1393 | 1 Farvardin 1393 SH = 21 March 2014
        en | Nowruz 1393 | 1 Farvardin 1393 SH = 21 March 2014
        en | March 2557 BE | March 2557 BE = March 2014
        en | about 2557 BE | about 2557 BE = about 2014
        en | before Ramadan 2014 | 28 Shaʻban 1435 or earlier AH = 27 June 2014 or earlier
        ar | 1 رمضان 1435 هـ | 1 رمضان 1435 هـ = 28–29 يونيو 2014
        zh | 农历甲午年 | 农历2014年 = 2014年1月31日至2015年2月18日
        zh | 2014年农历闰九月初一 | 农历2014年闰9月1日 = 2014年10月24日
        fr | 1 farvardin 1393 | 1 farvardin 1393 du calendrier persan = 21 mars 2014
        ru | 2557 год буддийской эры | 2557 год буддийской эры = 2014 год
        """)
    void saysBothDatesBack(String language, String words, String said) {
        FuzzyDate date = SpokenDates.understand(Said.in(language, words)).orElseThrow();

        assertThat(DateWording.in(Locale.forLanguageTag(language)).understood(date))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @EnumSource(DateCalendar.class)
    void takesTheCalendarThatWasChosen(DateCalendar calendar) {
        Optional<FuzzyDate> date =
                SpokenDates.understand(Said.in("en", "15.1.1400").meant(Optional.of(calendar)));

        assertThat(date.flatMap(FuzzyDate::calendar)).isEqualTo(date.map(any -> calendar));
    }

    @Test
    void leavesDaysAloneWhereReckoningsAgreeAndOneWasChosen() {
        FuzzyDate date = SpokenDates.understand(
                        Said.in("en", "1 Ramadan 1435").meant(Optional.of(DateCalendar.ISLAMIC_UMALQURA)))
                .orElseThrow();

        assertThat(date.edtf()).isEqualTo("2014-06-28");
        assertThat(date.calendar()).contains(DateCalendar.ISLAMIC_UMALQURA);
    }

    @Test
    void takesAYearOfOursForOursWhateverCalendarWasChosen() {
        assertThat(SpokenDates.understand(Said.in("en", "Ramadan 2014").meant(Optional.of(DateCalendar.ISLAMIC_CIVIL))))
                .isPresent();
    }
}
