package org.cairn.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundsTest {

    private static boolean alike(String one, String other) {
        return Sounds.of(one).stream()
                .anyMatch(sound -> Sounds.of(other).stream().anyMatch(sound::isLike));
    }

    @ParameterizedTest
    @CsvSource({
        "Khaled, Халид", "Tokhti, توختى", "Gulnara, گۈلنارە", "Aziz, अज़ीज़", "Şerife, Шарифа", "Čović, Чович",
                "Hüseyin, Hussein",
        "Cemil, Джамиль", "جمال, Gamal", "Джамал, جمال", "Zhang, Чжан", "Qurban, Курбан", "Ramadan, رمضان",
                "Рамазан, رمضان"
    })
    void soundAlike(String one, String other) {
        assertThat(alike(one, other)).isTrue();
        assertThat(alike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Ali, Ilya", "Dinar, Donner", "Muhammad, Mahmud", "Hassan, Hussein", "Fatima, Фатих", "Ahmad, Hamid"})
    void soundDifferent(String one, String other) {
        assertThat(alike(one, other)).isFalse();
    }

    @Test
    void knowsNoSoundOfWhatIsNoAlphabet() {
        assertThat(Sounds.of("王伟")).isEmpty();
        assertThat(Sounds.of("3.5")).isEmpty();
        assertThat(Sounds.of("")).isEmpty();
        assertThat(Sounds.of("བསྟན")).isEmpty();
    }

    @Test
    void takesForANameWhatStandsAsOne() {
        assertThat(Sounds.canBeginName("Wang".codePointAt(0))).isTrue();
        assertThat(Sounds.canBeginName("محمد".codePointAt(0))).isTrue();
        assertThat(Sounds.canBeginName("wang".codePointAt(0))).isFalse();
        assertThat(Sounds.canBeginName("3".codePointAt(0))).isFalse();
    }

    @Test
    void anyWordSoundsLikeItself() {
        Random random = new Random(5);
        for (int round = 0; round < 5_000; round++) {
            String word = random.ints(random.nextInt(1, 45), 0x20, 0x3000)
                    .filter(Character::isDefined)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            for (Sound sound : Sounds.of(word)) {
                assertThat(sound.isLike(sound)).isTrue();
                assertThat(sound.key()).matches("a?[bfdsxcjkhlmnr]*").isNotEmpty();
            }
        }
    }

    @Test
    void capitalsMakeNoSound() {
        Random random = new Random(6);
        for (int round = 0; round < 5_000; round++) {
            char first = random.nextBoolean() ? 'a' : 'а';
            String word = random.ints(random.nextInt(1, 12), first, first + 26)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Sounds.of(word.toUpperCase(Locale.ROOT))).isEqualTo(Sounds.of(word));
        }
    }

    @Test
    void readsAChineseNameAsFamilyAndGiven() {
        assertThat(Pinyin.read("王小明")).hasValueSatisfying(read -> {
            assertThat(read.family()).containsExactly("wang");
            assertThat(read.given()).containsExactly("xiao", "ming");
        });
        assertThat(Pinyin.read("欧阳明"))
                .hasValueSatisfying(read -> assertThat(read.family()).containsExactly("ou", "yang"));
        assertThat(Pinyin.read("肾脏")).isEmpty();
        assertThat(Pinyin.read("王")).isEmpty();
    }
}
