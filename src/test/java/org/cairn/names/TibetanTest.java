package org.cairn.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tibetan names are heard as they are said, and so as people write them in other letters.
class TibetanTest {

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("བསྟན་འཛིན", List.of("Tenzin", "Tendzin", "Тензин", "Dainzin")),
            Map.entry("ཚེ་རིང", List.of("Tsering", "Tshering", "Cering", "Цэрин", "Церинг")),
            Map.entry("པདྨ", List.of("Pema", "Padma", "Пема")),
            Map.entry("རྡོ་རྗེ", List.of("Dorje", "Dorjee", "Dorji", "Дордже", "Доржи")),
            Map.entry("བློ་བཟང", List.of("Lobsang", "Lobzang", "Lozang", "Losang", "Лобсан")),
            Map.entry("སྐལ་བཟང", List.of("Kelsang", "Kalsang", "Kelzang", "Келсанг")),
            Map.entry("ཉི་མ", List.of("Nyima", "Nima", "Ньима")),
            Map.entry("ལྷ་མོ", List.of("Lhamo", "Lamo", "Лхамо")),
            Map.entry("བསོད་ནམས", List.of("Sonam", "Soenam", "Сонам")),
            Map.entry("དོན་གྲུབ", List.of("Dondrup", "Dhondup", "Dondrub", "Дондуп")),
            Map.entry("བཀྲ་ཤིས", List.of("Tashi", "Trashi", "Zhaxi", "Таши")),
            Map.entry("རིན་ཆེན", List.of("Rinchen", "Ринчен")),
            Map.entry("མཁས་གྲུབ", List.of("Khedrup", "Kedrup", "Кхедруб")),
            Map.entry("དགེ་འདུན", List.of("Gendun", "Gedun", "Gendün", "Гендун")),
            Map.entry("ཆོས་ཀྱི", List.of("Choekyi", "Choki", "Chökyi", "Чокьи")),
            Map.entry("ལྷ་ས", List.of("Lhasa", "Lasa", "Лхаса")));

    static boolean alike(String one, String other) {
        return Sounds.of(one).stream()
                .anyMatch(sound -> Sounds.of(other).stream().anyMatch(sound::isLike));
    }

    static Stream<String> written() {
        return NAMES.values().stream().flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("written")
    void isHeardAsItselfAndAsNoOther(String written) {
        List<String> heard =
                NAMES.keySet().stream().filter(name -> alike(written, name)).toList();
        List<String> meant = NAMES.entrySet().stream()
                .filter(name -> name.getValue().contains(written))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(heard).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "ཟླ་བ, Dawa",
        "ཟླ་བ, Дава",
        "ནོར་བུ, Norbu",
        "རྒྱ་མཚོ, Gyatso",
        "རྒྱ་མཚོ, Gyamtso",
        "རྒྱ་མཚོ, Гьяцо",
        "རྒྱལ་མཚན, Gyaltsen",
        "རྒྱལ་མཚན, Gyeltsen",
        "ངག་དབང, Ngawang",
        "ངག་དབང, Нгаванг",
        "སངས་རྒྱས, Sangye",
        "སངས་རྒྱས, Sangay",
        "ཉི་མའི, Nyima",
        "ཉི་མས, Nyima",
        "ལྷ་སར, Lhasa",
        "འཇིགས་མེད, Jigme",
        "ཡེ་ཤེས, Yeshe",
        "དཔལ་ལྡན, Palden",
        "འཇམ་དབྱངས, Jamyang",
        "ལྷག་པ, Lhakpa",
        "ཀུན་དགའ, Kunga",
        "དབང་འདུས, Wangdu",
        "ཕུན་ཚོགས, Phuntsok",
        "ཕུན་ཚོགས, Puntsog",
        "ཐུབ་བསྟན, Thubten",
        "ཐུབ་བསྟན, Tupten",
        "བྱམས་པ, Jampa",
        "བྱམས་པ, Champa",
        "དབང་ཕྱུག, Wangchuk",
        "མཁའ་འགྲོ, Khandro",
        "སྒྲོལ་མ, Dolma",
        "སྒྲོལ་མ, Drolma",
        "བདེ་སྐྱིད, Dekyi",
        "ཤེས་རབ, Sherab",
        "ལྷུན་གྲུབ, Lhundup",
        "ཚུལ་ཁྲིམས, Tsultrim",
        "ཀརྨ, Karma",
        "འབྲས་སྤུངས, Drepung",
        "ཆབ་མདོ, Chamdo",
        "དབུས་གཙང, Utsang"
    })
    void isHeardAsOthersWriteIt(String tibetan, String written) {
        assertThat(alike(written, tibetan)).isTrue();
        assertThat(alike(tibetan, written)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "བསྟན་འཛིན, Tanzania",
        "ཉི་མ, Naomi",
        "པདྨ, Bohm",
        "རྡོ་རྗེ, Darji",
        "ལྷ་མོ, Lima",
        "ལྷ་ས, Luis",
        "ཟླ་བ, David",
        "ཉི་མའི་འོད, Nyima"
    })
    void isNotHeardAsWhatHasOtherVowels(String tibetan, String written) {
        assertThat(alike(written, tibetan)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "དང",
                "ཀྱི",
                "ལ",
                "ནས",
                "བསྟན",
                "བོད་ཀྱི",
                "ལྷ་ས་ལ",
                "ཁོང་དང",
                "དང་པོ",
                "ནས་ཡིན",
                "ཟེར་ནས",
                "ང་ཚོའི་ལ",
                "བཛྲ་ཀྵ",
                "༡༩༥༩"
            })
    void particlesAndSingleSyllablesAreNoNames(String written) {
        assertThat(Sounds.of(written)).isEmpty();
    }

    @Test
    void findsAmongSyllablesWhatIsHeardOfEachTwo() {
        Stream<String> more =
                Stream.of("ངག", "དབང", "ཆབ", "མདོ", "ཟླ", "བ", "ལ", "དང", "ནས", "ཉི", "མའི", "སར", "ཞིག", "ཀརྨ");
        List<String> syllables = Stream.concat(
                        NAMES.keySet().stream()
                                .flatMap(name -> Stream.of(name.split("\u0F0B")))
                                .flatMap(syllable -> Stream.of(syllable, "བ" + syllable)),
                        more)
                .distinct()
                .toList();
        Map<String, Set<String>> heard = new HashMap<>();
        for (String one : syllables) {
            hear(heard, one);
            if (TibetanSyllable.of(one).size() == 1) {
                syllables.stream()
                        .filter(other -> TibetanSyllable.of(other).size() == 1)
                        .forEach(other -> hear(heard, one + "་" + other));
            }
        }
        assertThat(heard).hasSizeGreaterThan(500);
        TibetanSyllables known = new TibetanSyllables(syllables);
        heard.forEach((letters, names) -> assertThat(
                        known.named(List.of(new Sound(letters, true))).stream().map(name -> String.join("་", name)))
                .as(letters)
                .containsExactlyInAnyOrderElementsOf(names));
    }

    private static void hear(Map<String, Set<String>> heard, String name) {
        Sounds.of(name)
                .forEach(sound -> heard.computeIfAbsent(sound.letters(), any -> new HashSet<>())
                        .add(name));
    }

    @Test
    void isCutIntoNamesOfTwoSyllables() {
        assertThat(Tibetan.names("བསྟན་འཛིན་རྒྱ་མཚོ")).containsExactly("བསྟན་འཛིན", "རྒྱ་མཚོ");
        assertThat(Tibetan.names("པདྨ་ལྷ་མོ་")).containsExactly("པདྨ", "ལྷ་མོ");
        assertThat(Tibetan.names("ལྷ་མོ་པདྨ")).containsExactly("ལྷ་མོ", "པདྨ");
        assertThat(Tibetan.names("ལྷ་མོ་ལ")).isEmpty();
        assertThat(Tibetan.names("")).isEmpty();
    }

    @Test
    void findsTheRootAmongPlainLetters() {
        assertThat(Stream.of("དག", "ནམས", "བཟང", "གསལ", "མངས", "དཔལ", "འདས", "དམངས", "པའི", "བེའུ")
                        .map(TibetanSyllable::of)
                        .map(syllables -> syllables.getFirst().root())
                        .collect(Collectors.joining(" ")))
                .isEqualTo("ད ན ཟ ས མ པ ད མ པ བ");
    }

    @Test
    void takesAnyLettersWithoutHarm() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String word = random.ints(random.nextInt(1, 12), 0x0F0B, 0x0FBF)
                    .filter(Character::isDefined)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            for (Sound sound : Sounds.of(word)) {
                assertThat(sound.key()).matches("a?[bfdsxcjkhlmnr]*").isNotEmpty();
            }
            assertThat(Tibetan.names(word)).isNotNull();
        }
    }
}
