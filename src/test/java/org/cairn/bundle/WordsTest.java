package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cairn.dates.Spoken;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.i18n.Messages;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void saysTheSameThingsInEveryLanguage() {
        Set<String> english = Messages.of("bundle", Locale.ENGLISH).keys();

        for (Locale language : Messages.LANGUAGES) {
            assertThat(Messages.of("bundle", language).keys())
                    .as(language.toString())
                    .isEqualTo(english);
        }
    }

    @Test
    void fillsEverySentenceInEveryLanguage() {
        // a number fills what counts and what only names alike
        Object[] arguments = {1, 2, 3, 4, 5, 6};
        for (Locale language : Messages.LANGUAGES) {
            Messages messages = Messages.of("bundle", language);
            for (String key : messages.keys()) {
                String said = messages.text(key, arguments);
                assertThat(said).as(language + " " + key).isNotEmpty().doesNotContain("{", "}", "«" + key);
            }
        }
    }

    @Test
    void drawsNeighbouringNumbersTogether() {
        assertThat(Words.ranges(List.of(1, 2, 3, 4, 7, 9, 10))).isEqualTo("1–4, 7, 9–10");
        assertThat(Words.ranges(List.of())).isEmpty();
    }

    @Test
    void writesAKnownDayInItsLanguageAndAVagueOneInTheWordsItWasGivenIn() {
        Words english = new Words(Locale.ENGLISH);

        assertThat(english.date(FuzzyDate.of(LocalDate.of(2024, 12, 4)))).isEqualTo("4 December 2024");
        assertThat(english.date(Spoken.date("about March 2025"))).isEqualTo("about March 2025");
        assertThat(new Words(Locale.FRENCH).date(LocalDate.of(2024, 12, 4))).isEqualTo("4 décembre 2024");
    }

    @Test
    void putsBothCalendarsWhereAnotherWasUsed() {
        FuzzyDate date = Spoken.date("1 Farvardin 1393");

        assertThat(new Words(Locale.ENGLISH).date(date)).isEqualTo("1 Farvardin 1393 SH = 21 March 2014");
        assertThat(new Words(Locale.of("ar")).date(date)).contains("1 Farvardin 1393", "2014");
        assertThat(new Words(Locale.of("fa")).date(date)).startsWith("1 Farvardin 1393 = ");
    }

    @Test
    void saysACodeNobodyHasWordsForInPlainLetters() {
        assertThat(new Words(Locale.ENGLISH).coded("scope", "SOME_NEW_USE")).isEqualTo("some new use");
    }

    @Test
    void namesLanguagesInTheLanguageOfTheBundle() {
        assertThat(new Words(Locale.ENGLISH).language(new LanguageTag("ug"))).isEqualTo("Uyghur");
        assertThat(new Words(Locale.of("ar")).language(new LanguageTag("ru"))).isEqualTo("الروسية");
    }

    @Test
    void namesFilesShortAndPlainly() {
        BundlePlan plan = Plans.of(Locale.ENGLISH);

        assertThat(FolderNames.of(plan, new Words(Locale.ENGLISH)).pdf(0))
                .isEqualTo("Dolun-Plain-Inquiry_vol-1_2026-03-02.pdf");
        PlannedExhibit hostile = Plans.document(
                "A/1", 4, "t", "../../etc/passwd.tar.gz\u0000/x.PDF", "application/pdf", Plans.bytes("x"));
        PlannedExhibit climbing = new PlannedExhibit(
                hostile.reference(), "A/1", "t", hostile.content(), List.of(), "../..\\name with spaces");
        assertThat(new FolderNames("b", List.of("1"), "x").original(climbing))
                .isEqualTo("data/originals/A-1_name-with-spaces.pdf");
    }
}
