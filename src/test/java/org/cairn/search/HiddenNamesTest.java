package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cairn.domain.Protection;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names that stand only in passages that whoever asks may not see move nothing of what they are told: no hit, no
/// score, no count and no guess.
class HiddenNamesTest {

    private static final String SEEN =
            "Abdul Rahman, 김정은, Mao Zedong, 王伟, 欧阳明, عبد الرحمن, Zhuge Liang, محمد, Salah al-Din";
    private static final String HIDDEN =
            "Abdel Rahman عبدالرحمن Абдурахман ئابدۇراخمان Gim Jeongeun Ким Чен Ын Mao Tsetung"
                    + " 毛泽东 Wang Wei Ван Вэй 汪维 王薇 Ouyang Ming 歐陽明 诸葛亮 Muhammad داوود داود Salahuddin صلاح الدين Abdurahmam";

    @TempDir
    Path folder;

    private PassageIndex index;

    @BeforeEach
    void open() {
        index = Passages.open(folder);
        Passages.add(
                index,
                anItem("E-0001").ofType("PHOTO").dated("2014").saying(SEEN),
                anItem("E-0002").dated("2015").saying("nobody, 王小明, Abdurrahim"));
    }

    @AfterEach
    void close() {
        index.close();
    }

    /// All that is told of a query.
    private record Told(SearchAnswer answer, List<String> meant) {}

    private Told told(String query, Protection clearance) {
        return new Told(index.search(SearchRequest.of(query), clearance), index.meant(query, clearance, Set.of()));
    }

    private void hide() {
        Passages.add(
                index, anItem("E-0003").kept(Protection.SEALED).dated("2014").saying(HIDDEN, HIDDEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Abdurrahman",
                "Abdel Rahman",
                "عبدالرحمن",
                "عبد الرحمن",
                "Абдурахман",
                "Abdurahmam",
                "Kim Jong-un",
                "Ким Чен Ын",
                "Mao Tse-tung",
                "Wang Wei",
                "Ван Вэй",
                "王伟",
                "王薇",
                "Ouyang Ming",
                "欧阳明",
                "Zhuge Liang",
                "诸葛亮",
                "Мухаммад",
                "داود",
                "Selahattin"
            })
    void moveNothing(String query) {
        Told before = told(query, Protection.RESTRICTED);
        hide();
        Told after = told(query, Protection.RESTRICTED);
        assertThat(after.answer().total()).isEqualTo(before.answer().total());
        assertThat(after.answer().hits()).isEqualTo(before.answer().hits());
        assertThat(after.answer().facets()).isEqualTo(before.answer().facets());
        assertThat(after.meant()).isEqualTo(before.meant());
    }

    @Test
    void areFoundByWhoMaySeeThem() {
        hide();
        for (String query : List.of("Abdurrahman", "عبدالرحمن", "Kim Jong-un", "Mao Tse-tung", "王伟", "Zhuge Liang")) {
            assertThat(told(query, Protection.SEALED).answer().total())
                    .as(query)
                    .isEqualTo(2);
            assertThat(told(query, Protection.RESTRICTED).answer().total())
                    .as(query)
                    .isEqualTo(1);
        }
        assertThat(told("Abdurahmam", Protection.RESTRICTED).meant()).isEmpty();
    }
}
