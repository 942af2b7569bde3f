package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;
import static org.cairn.search.Passages.ask;
import static org.cairn.search.Passages.found;

import java.nio.file.Path;
import java.util.List;
import org.cairn.domain.Protection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccentedTest {

    @TempDir
    Path folder;

    private PassageIndex index;

    @BeforeEach
    void open() {
        index = Passages.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private List<String> ranked(String query) {
        return ask(index, query).hits().stream()
                .map(hit -> hit.reference().toString())
                .toList();
    }

    @Test
    void ranksFirstWhatHasTheSameMarks() {
        Passages.add(
                index,
                anItem("E-0001").saying("ma ma ma mả"),
                anItem("E-0002").saying("một người má, giữa nhiều người khác trong bệnh viện"),
                anItem("E-0003").saying("khác"));
        assertThat(ranked("má")).containsExactly("E-0002", "E-0001");
        assertThat(found(index, "ma")).containsExactly("E-0001", "E-0002");
    }

    @Test
    void marksWrittenApartAreTheSame() {
        Passages.add(
                index,
                anItem("E-0001").saying("ma ma ma"),
                anItem("E-0002").saying("the word ma\u0301 among others that are longer"));
        assertThat(ranked("m\u00E1")).containsExactly("E-0002", "E-0001");
    }

    @Test
    void findsTheWordBesideMarksInNoOtherWay() {
        Passages.add(index, anItem("E-0001").in("fr").saying("l'hôpital général"));
        assertThat(found(index, "\"hopital general\"")).containsExactly("E-0001");
        assertThat(found(index, "\"hôpital général\"")).containsExactly("E-0001");
        assertThat(found(index, "/.h.pital/")).isEmpty();
        assertThat(found(index, "/h.pital/")).containsExactly("E-0001");
        assertThat(index.suggest("h", Protection.SEALED, 5)).containsExactly("hôpital");
    }

    @Test
    void marksAWordOnce() {
        Passages.add(index, anItem("E-0001").in("fr").saying("un hôpital"));
        assertThat(Passages.marked(index, "hôpital")).containsExactly("hôpital");
        assertThat(Passages.marked(index, "hopitaux")).containsExactly("hôpital");
    }

    @Test
    void readsQuestionsAlsoWhereAWordIsFoldedToNothing() {
        Passages.add(
                index,
                anItem("E-0001").saying("kidney donor clinic ـ ـ fee Hôpital"),
                anItem("E-0002").saying("kidney donor ـ clinic hospital fee"));
        assertThat(found(index, "kidney OR donor OR clinic OR fee OR ـ")).containsExactly("E-0001", "E-0002");
        assertThat(found(index, "hôpital OR donor OR clinic OR fee")).containsExactly("E-0001", "E-0002");
    }
}
