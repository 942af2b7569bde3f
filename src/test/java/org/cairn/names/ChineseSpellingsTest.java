package org.cairn.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseSpellingsTest {

    @ParameterizedTest
    @CsvSource({
        "xi, hsi", "jin, chin", "qin, ch'in", "ping, p'ing", "bing, ping", "mao, mao", "ze, tse", "dong, tung",
        "deng, teng", "xiao, hsiao", "zhou, chou", "lai, lai", "zhi, chih", "zi, tzu", "de, teh", "biao, piao",
        "guo, kuo", "duo, to", "jue, chueh", "yan, yen", "qian, ch'ien", "ye, yeh", "rong, jung", "hui, hui"
    })
    void writesSyllablesByWadeGiles(String pinyin, String older) {
        assertThat(ChineseSpellings.of(pinyin, false)).contains(pinyin, older);
    }

    @Test
    void readsWadeGilesWithItsApostrophesAndWithout() {
        assertThat(ChineseSpellings.older("Hsiao-p'ing")).containsExactly(List.of(List.of("xiao"), List.of("ping")));
        assertThat(ChineseSpellings.older("Hsiao-ping")).singleElement().satisfies(way -> {
            assertThat(way.getFirst()).containsExactly("xiao");
            assertThat(way.getLast()).containsExactlyInAnyOrder("bing", "ping");
        });
        assertThat(ChineseSpellings.older("Tsetung")).isNotEmpty();
        assertThat(ChineseSpellings.older("Xiaoping")).isEmpty();
        assertThat(ChineseSpellings.older("")).isEmpty();
    }

    @Test
    void knowsFamiliesOfOtherTongues() {
        assertThat(ChineseSpellings.families("Cheung")).containsExactly("zhang");
        assertThat(ChineseSpellings.families("Wong")).containsExactlyInAnyOrder("wang", "huang");
        assertThat(ChineseSpellings.families("Smith")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "xi, си",
        "jin, цзинь",
        "ping, пин",
        "zhou, чжоу",
        "quan, цюань",
        "guo, го",
        "hui, хуэй",
        "wei, вэй",
        "xiao, сяо",
        "yu, юй",
        "shi, ши",
        "zi, цзы",
        "dong, дун"
    })
    void writesSyllablesByPalladius(String pinyin, String cyrillic) {
        assertThat(ChineseSpellings.inCyrillic(List.of(pinyin))).containsExactly(cyrillic);
    }

    @Test
    void writesWhatPinyinTellsApartByAMarkInBothWays() {
        assertThat(ChineseSpellings.inCyrillic(List.of("lu"))).containsExactlyInAnyOrder("лу", "люй");
        assertThat(ChineseSpellings.inCyrillic(List.of("nu"))).containsExactlyInAnyOrder("ну", "нюй");
        assertThat(ChineseSpellings.inCyrillic(List.of("lue"))).containsExactly("люэ");
        assertThat(Pinyin.syllables("Люй")).containsExactly(List.of(List.of("lu")));
    }

    @ParameterizedTest
    @CsvSource({"诸葛亮, чжугэ", "欧阳明, оуян", "司马光, сыма", "司徒明, сыту", "尉迟恭, юйчи", "尉遲恭, юйчи", "上官婉, шангуань"})
    void writesFamiliesOfTwoCharactersByPalladius(String name, String cyrillic) {
        List<String> family = Pinyin.read(name).orElseThrow().family();
        assertThat(ChineseSpellings.compoundInCyrillic(family)).containsExactly(cyrillic);
        assertThat(Pinyin.syllables(cyrillic))
                .contains(family.stream().map(List::of).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "司徒明, szeto, szeto",
        "司徒明, see'to, See-to",
        "欧阳明, auyeung, Auyeung",
        "歐陽明, au'yeung, Au-Yeung",
        "司马光, sze'ma, Sze\u2011ma"
    })
    void knowsFamiliesOfTwoCharactersOfOtherTongues(String name, String spelled, String written) {
        List<String> family = Pinyin.read(name).orElseThrow().family();
        assertThat(ChineseSpellings.ofCompound(family)).contains(String.join("", family), spelled);
        assertThat(ChineseSpellings.compound(written)).isEqualTo(family);
        assertThat(ChineseSpellings.families(written)).isEmpty();
    }

    @Test
    void aFamilyOfTwoCharactersIsNoneOfOne() {
        assertThat(ChineseSpellings.of("shi", true)).doesNotContain("szeto").contains("shek");
        assertThat(ChineseSpellings.compound("Sze")).isEmpty();
        assertThat(Pinyin.compoundFamilies(List.of("yu"), List.of("chi"))).containsExactly("尉迟", "尉遲");
        assertThat(Pinyin.read("卜明").orElseThrow().family()).containsExactly("bu");
    }

    @Test
    void wordsWithoutAHyphenAreOneSyllableOrTwo() {
        assertThat(ChineseSpellings.older("Tsetung"))
                .allSatisfy(way -> assertThat(way).hasSize(2));
        assertThat(ChineseSpellings.older("Tse-tung"))
                .allSatisfy(way -> assertThat(way).hasSize(2));
        assertThat(ChineseSpellings.older("Tse-tungtung")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"chinese-families, 1", "compounds, 2"})
    void noTableNamesASpellingTwice(String table, int column) {
        for (String line : Tables.lines(table)) {
            String[] cells = line.split("\t", -1);
            assertThat(cells[column].split(" ")).as(line).doesNotHaveDuplicates();
            assertThat(cells[column].split(" ")).as(line).doesNotContain(cells[0]);
        }
    }
}
