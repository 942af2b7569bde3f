package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Initials are found with full stops and without, whichever way they are asked for.
class AcronymTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "UN, the U.N. report",
        "ICC, before the I.C.C.",
        "I.C.C., before the ICC",
        "I.C.C, before the ICC",
        "i.c.c., before the ICC",
        "ООН, доклад О.О.Н.",
        "О.О.Н., доклад ООН"
    })
    void findsBothWaysOfWriting(String query, String text) {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keep(anItem("E-0001").saying(text));
            index.keep(anItem("E-0002").saying("you and an understanding"));
            assertThat(index.find(query)).containsExactly("E-0001");
        }
    }

    @ParameterizedTest
    @CsvSource({"un, the U.N. report", "\"UN\", the U.N. report", "U.N.*, the UN report", "W.H.O., who told you"})
    void takesNoWordForInitials(String query, String text) {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keep(anItem("E-0001").saying(text));
            assertThat(index.find(query)).isEmpty();
        }
    }

    @Test
    void findsThemAmongAlternatives() {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keepTexts("the U.S. envoy", "an envoy of the US", "they told us");
            assertThat(index.find("US AND envoy")).containsExactlyInAnyOrder("E-0001", "E-0002");
        }
    }
}
