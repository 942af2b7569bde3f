package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;
import static org.cairn.search.Passages.found;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names of Uyghurs, Kazakhs and Tibetans are found in files that spell them in Chinese characters, and from there.
class TranscribedNamesTest {

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

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Memet               | 买买提",
                "مەمەت               | 麦麦提",
                "Мәмәт               | 買買提",
                "Abdulla             | 阿卜杜拉",
                "ئابدۇراخمان         | 阿布都热合曼",
                "محمد                | 穆罕默德",
                "Ahmad               | 艾合买提",
                "Tursungul           | 吐尔逊古丽",
                "Memettursun         | 买买提吐尔逊",
                "Memet Tursun        | 买买提·吐尔逊",
                "مەمەت تۇرسۇن        | 买买提·吐尔逊",
                "Memetjan            | 买买提江",
                "Нұрлан              | 努尔兰",
                "Gul                 | 古丽",
                "Gül                 | 古丽",
                "Tashi Dolma         | 扎西卓玛",
                "བཀྲ་ཤིས             | 扎西",
                "Цэринг              | 次仁",
            })
    void findsEachByTheOther(String name, String characters) {
        Passages.add(
                index,
                anItem("E-0001").saying("then the doctor, " + name + ", came"),
                anItem("E-0002").saying("嫌疑人" + characters + "已被带走"),
                anItem("E-0003").saying("nobody else 别人"));

        assertThat(found(index, name)).contains("E-0002").doesNotContain("E-0003");
        assertThat(found(index, characters)).contains("E-0001").doesNotContain("E-0003");
    }

    @ParameterizedTest(name = "{0} and not {1}")
    @CsvSource({"Memet, 吐尔逊", "Ehmet, 艾山", "Abdulla, 阿卜力孜", "Cole, 古丽", "Murat, 买买提", "Rehim, 克热木", "Li, 艾力"})
    void findsNoOther(String name, String characters) {
        Passages.add(
                index,
                anItem("E-0001").saying("then the doctor, " + name + ", came"),
                anItem("E-0002").saying("嫌疑人" + characters + "已被带走"));

        assertThat(found(index, name)).containsExactly("E-0001");
        assertThat(found(index, characters)).containsExactly("E-0002");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "Tsultrim, 一次成功",
        "Jampa, 向巴基斯坦",
        "Tsering, 最后才让我们回家",
        "Sonam, 苏南地区",
        "Namgyal, 南加州",
        "Dargye, 表达结果",
        "Yasin, 恒牙生长",
        "Norbu, 罗布泊",
        "Tenpa, 登巴士",
        "Tash, 塔什干和塔什库尔干",
        "Kunga, 贡嘎机场",
        "Dechen, 大庆和德庆县及德钦县",
        "Karim, 克里木半岛",
        "Imam, 伊玛目",
        "Yangchen, 中央金融",
        "Yangdzom, 中央宗教",
        "Gelek, 列宁格勒",
    })
    void findsNoneInOrdinaryWords(String name, String words) {
        Passages.add(index, anItem("E-0001").saying(words), anItem("E-0002").saying("次仁 古丽 库尔班 地力夏提 买买提"));

        assertThat(found(index, name)).doesNotContain("E-0001");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "Norbu, 嫌疑人罗布次仁已被带走",
        "Norbu, 嫌疑人次仁罗布已被带走",
        "Norbu, 嫌疑人羅布·扎西已被带走",
        "Sonam, 嫌疑人苏南达杰已被带走",
        "Yasin, 嫌疑人牙生·吐尔逊已被带走",
        "Kerim, 嫌疑人艾买提·克里木已被带走",
        "Sonamtsering, 嫌疑人苏南次仁已被带走",
    })
    void findsWhatIsAlsoAnOrdinaryWordBesideAnotherPart(String name, String text) {
        Passages.add(index, anItem("E-0001").saying(text), anItem("E-0002").saying("nobody else 别人"));

        assertThat(found(index, name)).containsExactly("E-0001");
    }

    @Test
    void saysAsWhatItWasFound() {
        Passages.add(index, anItem("E-0001").saying("嫌疑人买买提·吐尔逊已被带走"));

        assertThat(Passages.ask(index, "Tursun")
                        .hits()
                        .getFirst()
                        .snippets()
                        .getFirst()
                        .alsoAs())
                .containsExactly("吐尔逊");
    }

    @Test
    void asksForNoNameInQuotationMarks() {
        Passages.add(index, anItem("E-0001").saying("嫌疑人买买提已被带走"));

        assertThat(found(index, "\"Memet\"")).isEmpty();
    }
}
