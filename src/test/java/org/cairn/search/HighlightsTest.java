package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.cairn.domain.search.Hit.Highlight;
import org.cairn.domain.search.Hit.Snippet;
import org.cairn.domain.search.SearchAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was looked for is shown where it stands, in the letters of the text.
class HighlightsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} in {1} lights up {2}")
    @CsvSource(delimiter = '|', textBlock = """
            surgeon     | A Surgeon came. Nobody else did.     | Surgeon
            شهادة       | قَرَأَ شَهَادَةَ الطبيب                  | شَهَادَةَ
            器官移植    | 東方器官移植中心                      | 器官移植
            医院        | 他在醫院工作                          | 醫院
            སྨན་ཁང      | བོད་ལྗོངས་སྨན་ཁང།                        | སྨན་ཁང
            شىنجاڭ      | بۇ شىنجاڭ ئۇيغۇر                       | شىنجاڭ
            istanbul    | geldi İSTANBUL sonra                  | İSTANBUL
            ещё         | и еще раз                             | еще
            sur*        | the surgeons signed                   | surgeons
            "the form"  | signed the form there                 | the form
            CASE-2024/017 | in re CASE-2024/017 filed           | CASE-2024/017
            amina@example.org | to Amina@Example.org today      | Amina@Example.org
            fire        | 🔥🔥 fire 🔥                           | fire
            """)
    void lightsUpWhatStandsInTheText(String query, String text, String lit) {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keepTexts(text);

            assertThat(String.join("", index.highlighted(query)).replaceAll("[\\s་@./-]", ""))
                    .isEqualTo(lit.replaceAll("[\\s་@./-]", ""));
        }
    }

    @Test
    void lightsUpAWordDeepInALongPage() {
        String before = "Lorem ipsum dolor sit amet. ".repeat(2_000);
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keepTexts(before + "Then the surgeon came. " + before);

            assertThat(index.highlighted("surgeon")).containsExactly("surgeon");
        }
    }

    @Test
    void lightsUpAWordInAPageThatIsOneSentence() {
        String before = "слово ".repeat(5_000);
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keepTexts(before + "хирург " + before);

            Snippet snippet = index.ask("хирург").hits().getFirst().snippets().getFirst();

            assertThat(index.highlighted("хирург")).containsExactly("хирург");
            assertThat(snippet.text().length()).isLessThanOrEqualTo(500);
        }
    }

    @Test
    void neverCutsALetterFromItsMarksOrItsOtherHalf() {
        String marked = Normalizer.normalize("é", Normalizer.Form.NFD);
        for (String filler : List.of("𠀀", marked, "🔥", "دَ")) {
            try (SearchedIndex index = SearchedIndex.in(folder.resolve(filler.codePointAt(0) + ""))) {
                for (int shift = 0; shift < 4; shift++) {
                    index.keepTexts("x".repeat(shift) + filler.repeat(400) + " surgeon " + filler.repeat(400));
                    Snippet snippet =
                            index.ask("surgeon").hits().getFirst().snippets().getFirst();
                    assertThat(Character.isLowSurrogate(snippet.text().charAt(0)))
                            .isFalse();
                    assertThat(Character.isHighSurrogate(
                                    snippet.text().charAt(snippet.text().length() - 1)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void lightsUpTheBeginningOfAPhraseLongerThanASnippet() {
        String phrase = "word after word and then ".repeat(30).strip();
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keepTexts("It says: " + phrase);

            assertThat(index.highlighted("\"" + phrase + "\"")).isNotEmpty();
        }
    }

    @Test
    void keepsEveryHighlightInsideItsSnippet() {
        String page = "Хирург, 醫院 and شَهَادَة — 𠀀 surgeon surgeon. ".repeat(60);
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keepTexts(page, page.replace(". ", " "));
            for (String query : List.of("surgeon", "хирург OR 医院", "شهادة", "sur* OR хир*", "\"and شهادة\"")) {
                SearchAnswer answer = index.ask(query);
                assertThat(answer.hits())
                        .hasSize(2)
                        .allSatisfy(
                                hit -> assertThat(hit.snippets()).isNotEmpty().allSatisfy(HighlightsTest::ordered));
            }
        }
    }

    @Test
    void showsTheBeginningWhereOnlyTheTitleFits() {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keep(Passages.anItem("E-0001").titled("Theatre register").saying("First sentence. Second one."));

            Snippet snippet = index.ask("register").hits().getFirst().snippets().getFirst();

            assertThat(snippet.text()).startsWith("First sentence");
            assertThat(snippet.highlights()).isEmpty();
        }
    }

    private static void ordered(Snippet snippet) {
        int reached = 0;
        assertThat(snippet.highlights()).isNotEmpty();
        for (Highlight place : snippet.highlights()) {
            assertThat(place.start()).isGreaterThanOrEqualTo(reached);
            assertThat(place.end())
                    .isGreaterThan(place.start())
                    .isLessThanOrEqualTo(snippet.text().length());
            reached = place.end();
        }
    }
}
