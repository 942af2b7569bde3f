package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who mistypes is shown words of the archive, and none that they may not know of.
class MeantTest {

    @TempDir
    private static Path folder;

    private static PassageIndex index;

    @BeforeAll
    static void fill() {
        index = Passages.open(folder);
        Passages.add(
                index,
                anItem("E-0001")
                        .saying("The kidney and the transplants.", "A kidney again; the hospital.")
                        .in("en"),
                anItem("E-0002").saying("The kidneu stone, почка, كلية").in("en"),
                anItem("E-0003")
                        .saying("A hangarhouse that nobody may know of.")
                        .kept(Protection.SEALED));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static List<String> meant(String query) {
        return index.meant(query, Protection.RESTRICTED, Set.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kidnex                   | kidney, kidneu",
                "KIDNEZ AND hospital      | kidney AND hospital, kidneu AND hospital",
                "hopsital                 | hospital",
                "tranzplant               | transplants",
                "kidnez hosbital          | kidney hospital",
                "(kidnez OR stone) почко  | (kidney OR stone) почка",
                "почко                    | почка",
                "کلیه near/3 stonn        | کلیه near/3 stone",
                "kidney                   | -",
                "transplanted             | -",
                "xy                       | -",
                "NOT kidnez               | -",
                "kidne*                   | -",
                "title:kidnez             | -",
                "(kidnez                  | -",
                "hangarhouze              | -"
            })
    void offersTheWordsThatAreThere(String query, String expected) {
        assertThat(String.join(", ", meant(query))).isEqualTo(expected.equals("-") ? "" : expected);
    }

    @Test
    void knowsNoWordThatStandsOnlyWhereNobodyMayLook() {
        assertThat(index.meant("hangarhouze", Protection.SEALED, Set.of())).containsExactly("hangarhouse");
        assertThat(index.meant("hangarhouze", Protection.SEALED, Set.of(Reference.parse("E-0003"))))
                .isEmpty();
        assertThat(index.meant("kidnex", Protection.RESTRICTED, Set.of(Reference.parse("E-0002"))))
                .containsExactly("kidney");
    }
}
