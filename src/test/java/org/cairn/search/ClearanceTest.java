package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cairn.domain.Protection;
import org.cairn.domain.search.SearchAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody may not see moves nothing of what they see.
class ClearanceTest {

    private static final Protection LOW = Protection.RESTRICTED;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "surgeon",
                "surgeon OR nurse",
                "sur*",
                "",
                "NOT nurse",
                "\"surgeon signed\"",
                "kind:evidence",
                "date:2014",
                "surgeons",
                "surgeo~",
                "surgeon~2",
                "/sur.*/",
                "sur* near/9 nurs*",
                "surgeo~ near/9 nurse",
                "=\"surgeon signed\"",
                "surgeon OR nurse OR signed OR surgery OR surreal",
                "survey OR words OR many OR surgeon"
            })
    void answersTheSameWithAndWithoutWhatIsAboveTheClearance(String query) {
        SearchAnswer alone;
        SearchAnswer among;
        try (SearchedIndex index = SearchedIndex.in(folder.resolve("alone"))) {
            alone = keepVisible(index).ask(query, LOW);
        }
        try (SearchedIndex index = SearchedIndex.in(folder.resolve("among"))) {
            keepHidden(index);
            keepVisible(index);
            keepHidden(index);
            among = index.ask(query, LOW);
        }

        assertThat(among.total()).isEqualTo(alone.total());
        assertThat(among.facets()).isEqualTo(alone.facets());
        assertThat(SearchedIndex.references(among)).isEqualTo(SearchedIndex.references(alone));
        assertThat(among.hits()).isEqualTo(alone.hits());
    }

    /// Words that only others may see would be too many to look for: the person's own are few.
    @Test
    void refusesNothingForWordsThatNobodyMayKnowOf() {
        StringBuilder hidden = new StringBuilder();
        for (int i = 0; i < 12_000; i++) {
            hidden.append("sur").append(Integer.toString(i, 36)).append(' ');
        }
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            keepVisible(index)
                    .keep(Passages.anItem("E-0010").saying(hidden.toString()).kept(Protection.SEALED));

            assertThat(index.ask("/sur.*/", LOW).total()).isEqualTo(3);
            assertThat(index.ask("sur* near/5 nurse", LOW).total()).isEqualTo(2);
        }
    }

    /// A language of which nothing may be seen has no endings either.
    @Test
    void takesNoEndingsOffInALanguageOfWhichNothingMayBeSeen() {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keep(
                    Passages.anItem("E-0001").saying("the main road").in("en").kept(LOW));
            assertThat(index.ask("mains", LOW).total()).isEqualTo(1);
            index.keep(Passages.anItem("E-0002").saying("la maison").in("fr").kept(Protection.SEALED));
            index.keep(Passages.anItem("E-0003").saying("journal").kept(LOW));

            assertThat(index.ask("journaux", LOW).total()).isZero();
            assertThat(index.ask("journaux", Protection.SEALED).total()).isEqualTo(1);
        }
    }

    @Test
    void suggestsTheSameWithAndWithoutWhatIsAboveTheClearance() {
        List<String> alone;
        List<String> among;
        try (SearchedIndex index = SearchedIndex.in(folder.resolve("alone"))) {
            alone = keepVisible(index).index().suggest("sur", LOW, 5);
        }
        try (SearchedIndex index = SearchedIndex.in(folder.resolve("among"))) {
            keepHidden(index);
            among = keepVisible(index).index().suggest("sur", LOW, 5);
        }

        assertThat(alone).contains("surgeon");
        assertThat(among).isEqualTo(alone);
    }

    @Test
    void suggestsTheSameAmongManyHiddenWords() {
        StringBuilder hidden = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            hidden.append("sura")
                    .append((char) ('a' + i / 100))
                    .append((char) ('a' + i % 26))
                    .append(i)
                    .append(' ');
        }
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            for (int i = 10; i < 13; i++) {
                index.keep(Passages.anItem("E-00" + i).saying(hidden.toString()).kept(Protection.SEALED));
            }
            keepVisible(index);

            assertThat(index.index().suggest("sur", LOW, 5)).contains("surgeon");
        }
    }

    @Test
    void suggestsTheMostFrequentFirstAndOnlyWhatBeginsSo() {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keepTexts("surgery surgeon", "surgeon", "suture nurse");

            assertThat(index.index().suggest("SUR", LOW, 5)).containsExactly("surgeon", "surgery");
            assertThat(index.index().suggest("", LOW, 5)).isEmpty();
            assertThat(index.index().suggest("zzz", LOW, 5)).isEmpty();
        }
    }

    @Test
    void showsEachLevelWhatItCovers() {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            for (Protection level : Protection.values()) {
                index.keep(Passages.anItem("E-000" + (level.ordinal() + 1))
                        .saying("surgeon")
                        .kept(level));
            }
            for (Protection clearance : Protection.values()) {
                assertThat(index.ask("surgeon", clearance).total()).isEqualTo(clearance.ordinal() + 1L);
            }
        }
    }

    private static SearchedIndex keepVisible(SearchedIndex index) {
        return index.keep(Passages.anItem("E-0001")
                        .saying("the surgeon signed")
                        .dated("2014")
                        .kept(Protection.PUBLIC))
                .keep(Passages.anItem("E-0002")
                        .saying("a surgeon and a nurse, the surgeon")
                        .kept(LOW))
                .keep(Passages.anItem("E-0003").saying("a nurse of surgery").kept(LOW));
    }

    private static void keepHidden(SearchedIndex index) {
        for (int i = 4; i < 10; i++) {
            index.keep(Passages.anItem("E-000" + i)
                    .saying("surgeon surgeon surreal survey nurse of many words")
                    .dated("2014")
                    .ofType("SECRET")
                    .in("ug")
                    .kept(Protection.CONFIDENTIAL));
        }
    }
}
