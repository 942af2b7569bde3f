package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which words are suggested first, and which not at all.
class SuggestingTest {

    @TempDir
    private Path folder;

    @Test
    void suggestsTheMostFrequentFirstHoweverManyPassagesHaveThem() {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            keep(index, "E-0001", "surface", 700, Protection.PUBLIC);
            keep(index, "E-0002", "surgeon", 702, Protection.PUBLIC);
            keep(index, "E-0003", "surname", 701, Protection.PUBLIC);

            assertThat(suggested(index, 3)).containsExactly("surgeon", "surname", "surface");
            assertThat(suggested(index, 1)).containsExactly("surgeon");
        }
    }

    @Test
    void suggestsTheFirstInTheOrderOfWordsOfThoseThatAreAsFrequent() {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            keep(index, "E-0001", "surname surgeon surface", 1, Protection.PUBLIC);
            keep(index, "E-0002", "survey surplus surge", 1, Protection.PUBLIC);

            assertThat(suggested(index, 3)).containsExactly("surface", "surge", "surgeon");
        }
    }

    @Test
    void countsNoPassagesThatAreKeptMoreClosely() {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            keep(index, "E-0001", "surface", 3, Protection.PUBLIC);
            keep(index, "E-0002", "surgeon", 2, Protection.PUBLIC);
            keep(index, "E-0003", "surgeon surname", 90, Protection.SEALED);

            assertThat(suggested(index, 5)).containsExactly("surface", "surgeon");
        }
    }

    @Test
    void countsNothingOfWhatIsWithheldOrGone() {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            keep(index, "E-0001", "surface", 3, Protection.PUBLIC);
            keep(index, "E-0002", "surgeon", 2, Protection.PUBLIC);
            keep(index, "E-0003", "surgeon surname", 9, Protection.PUBLIC);
            keep(index, "E-0004", "surgeon surplus", 9, Protection.PUBLIC);
            keep(index, "E-0004", "nothing", 1, Protection.PUBLIC);

            assertThat(suggested(index, 5)).containsExactly("surgeon", "surname", "surface");
            Set<Reference> withheld = Set.of(Reference.parse("E-0003"));
            assertThat(index.index().suggest("sur", Protection.PUBLIC, 5, withheld))
                    .containsExactly("surface", "surgeon");
        }
    }

    private static List<String> suggested(SearchedIndex index, int limit) {
        return index.index().suggest("sur", Protection.PUBLIC, limit);
    }

    private static void keep(SearchedIndex index, String reference, String words, int pages, Protection level) {
        index.keep(Passages.anItem(reference)
                .saying(Collections.nCopies(pages, words).toArray(String[]::new))
                .kept(level));
    }
}
