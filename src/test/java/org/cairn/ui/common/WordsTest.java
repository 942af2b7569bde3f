package org.cairn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.cairn.domain.FuzzyDate;
import org.cairn.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void namesEveryLanguageByItselfAndNoneByACountry() {
        assertThat(Messages.LANGUAGES)
                .extracting(language -> language.getDisplayName(language))
                .containsExactly("English", "العربية", "français", "español", "русский", "中文 (简体)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr      | 12 mars 2026    | 1\u202f234\u202f567",
                "es      | 12 mar 2026     | 1.234.567",
                "ru      | 12 мар. 2026\u202fг. | 1\u00a0234\u00a0567",
                "zh-Hans | 2026年3月12日      | 1,234,567"
            })
    void writesDaysAndNumbersAsTheLanguageDoes(String tag, String day, String number) {
        Words words = in(tag);

        assertThat(words.day(LocalDate.of(2026, 3, 12))).isEqualTo(day);
        assertThat(words.moment(Instant.parse("2026-03-12T14:05:00Z"))).contains(day, "14:05");
        assertThat(words.number(1_234_567)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 2023            | 2023",
                "en | 2023-01/2023-04 | January 2023 – April 2023",
                "en | 2025-02-11/..   | 11 February 2025 or later",
                "en | 2014-03~        | about March 2014",
                "fr | 2025-02-11      | 11 février 2025",
                "ru | 2025-02         | февраль 2025 г.",
                "zh-Hans | 2023-01    | 2023年1月"
            })
    void writesADateThatIsKeptAsACodeAsPeopleDo(String tag, String kept, String said) {
        assertThat(in(tag).dated(kept)).isEqualTo(said);
    }

    @Test
    void keepsADateTogetherThatRunsTheOtherWayThanTheWindow() {
        FuzzyDate date = FuzzyDate.ofEdtf("14 March 2025", "2025-03-14").orElseThrow();

        // the day, a number, would otherwise stand behind the year, and that of the other half with it
        assertThat(in("ar").date(date)).isEqualTo("\u200E14 March 2025\u200F (14 مارس 2025)");
        assertThat(in("fr").date(date)).isEqualTo("14 March 2025 (14 mars 2025)");
    }

    @Test
    void countsInsideASentenceAsTheLanguageDoes() {
        Messages home = in("ru").of("home");

        assertThat(home.text("waiting.above", 1)).isEqualTo("1 запись выше вашего допуска");
        assertThat(home.text("waiting.above", 3)).isEqualTo("3 записи выше вашего допуска");
        assertThat(home.text("waiting.above", 11)).isEqualTo("11 записей выше вашего допуска");
        assertThat(in("zh-Hans").of("home").text("waiting.above", 3)).isEqualTo("3 条记录超出您的权限");
    }

    private static Words in(String tag) {
        return new Words(Locale.forLanguageTag(tag), ZoneId.of("UTC"));
    }
}
