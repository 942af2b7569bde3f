package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;
import static org.cairn.search.Passages.ask;
import static org.cairn.search.Passages.found;
import static org.cairn.search.Passages.marked;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is written without spaces, or with an apostrophe, is found by the words in it; between quotes it stays as it
/// is.
class RunsTest {

    @TempDir
    private Path folder;

    private PassageIndex index;

    @BeforeEach
    void open() {
        index = Passages.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "贾里德在职业生涯中有多少次擒杀  | 防守端锋贾里德艾伦以136次擒杀成为职业生涯中的领袖",
                "北京医院                        | 北京的一家医院",
                "誰把他們帶到器官移植醫院        | 他们被警察带走，在医院做了器官移植",
                "臓器移植はどこで行われましたか  | 移植は病院で行われた",
                "ใครพาเขาไปโรงพยาบาลเมื่อคืน        | เมื่อคืนตำรวจพาเขาไปที่โรงพยาบาล",
                "བོད་ལྗོངས་སྨན་ཁང་ཆེན་མོ           | སྨན་ཁང་ཆེན་མོ་བོད་ལྗོངས་ན་ཡོད",
                "istanbul'da                     | İstanbul'un merkezi",
                "l'hôpital                       | cet hôpital central",
            })
    void findsTheWordsOfAQuestion(String question, String text) {
        Passages.add(index, anItem("E-0001").saying(text), anItem("E-0002").saying("别的事情 something else"));

        assertThat(found(index, question)).containsExactly("E-0001");
    }

    @ParameterizedTest(name = "{0} does not find {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"北京医院\"              | 北京的一家医院",
                "\"istanbul'da\"           | İstanbul'un merkezi",
                "天津第一中心医院          | 天津的中心",
                "东方器官移植中心          | 城市的中心",
                "王晓明                    | 王先生和晓明",
                "o'brien                   | no other",
            })
    void keepsQuotesAndNamesAsTheyStand(String query, String text) {
        Passages.add(index, anItem("E-0001").saying(text));

        assertThat(found(index, query)).isEmpty();
    }

    @Test
    void putsWhatStandsTogetherFirst() {
        Passages.add(
                index,
                anItem("E-0001").saying("医院在北京，北京的医院"),
                anItem("E-0002").saying("他在北京医院"),
                anItem("E-0003").saying("医院，北京"));

        assertThat(ask(index, "北京医院").hits().getFirst().reference()).hasToString("E-0002");
        assertThat(marked(index, "北京医院")).containsExactly("北京医院");
    }

    @Test
    void countsSmallWordsForLessThanOthersWhereOneIsEnough() {
        Passages.add(
                index,
                anItem("E-0001").saying("they"),
                anItem("E-0002").saying("kidney"),
                anItem("E-0003").saying("kidney"),
                anItem("E-0004").saying("nothing"));

        assertThat(found(index, "they OR kidney")).containsExactly("E-0001", "E-0002", "E-0003");
        assertThat(ask(index, "they OR kidney").hits().getLast().reference()).hasToString("E-0001");
        assertThat(found(index, "they")).containsExactly("E-0001");
    }

    @Test
    void answersAVeryLongRun() {
        Passages.add(index, anItem("E-0001").saying("器官移植"));

        assertThat(found(index, "器官移植的".repeat(2_000))).containsExactly("E-0001");
    }

    @Test
    void showsNoPassageWithoutTheWordsBesideThoseWithThem() {
        Passages.add(
                index,
                anItem("E-0001")
                        .titled("Kidney register")
                        .saying("Nothing to see.", "The kidney was removed.", "Nothing here either."));

        var snippets = ask(index, "kidney").hits().getFirst().snippets();
        assertThat(snippets).hasSize(1);
        assertThat(snippets.getFirst().pinpoint()).hasToString("E-0001 p. 2");
    }

    /// Beside anything else it finds what it finds alone; only of the words of a question a piece is enough.
    @Test
    void findsAsOneOfSeveralWhatItFindsAlone() {
        Passages.add(
                index,
                anItem("E-0001").saying("政治权利"),
                anItem("E-0002").saying("任何政治或其他见解"),
                anItem("E-0003").saying("the kidney"));

        assertThat(found(index, "政治或其他见解")).containsExactly("E-0002");
        assertThat(found(index, "kidney OR 政治或其他见解")).containsExactly("E-0002", "E-0003");
        assertThat(found(index, "(tag:none OR 政治或其他见解)")).containsExactly("E-0002");
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "สิทธิมนุษยชน*   | ปฏิญญาสากลว่าด้วยสิทธิมนุษยชน",
                "สิทธิมนุ*       | ปฏิญญาสากลว่าด้วยสิทธิมนุษยชน",
                "*สิทธิมนุษยชน   | ปฏิญญาสากลว่าด้วยสิทธิมนุษยชน",
                "လွတ်လပ်စွာ*        | လူတိုင်းသည် လွတ်လပ်စွာ တွေးခေါ်",
                "カタカナ*        | カタカナの名前",
                "北京?院*         | 北京医院院",
            })
    void leavesOpenWhatTheIndexCuts(String open, String text) {
        Passages.add(index, anItem("E-0001").saying(text), anItem("E-0002").saying("别的事情 something else"));

        assertThat(found(index, open)).containsExactly("E-0001");
    }

    @Test
    void findsNothingBesideAnOpenWordThatTheIndexCuts() {
        Passages.add(index, anItem("E-0001").saying("สิทธิ"), anItem("E-0002").saying("มนุษยชน"));

        assertThat(found(index, "สิทธิมนุ*")).isEmpty();
    }
}
