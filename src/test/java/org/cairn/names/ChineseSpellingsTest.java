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
}
