package org.cairn.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.cairn.names.Korean.Alphabet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreanTest {

    @ParameterizedTest
    @CsvSource({"정, jeong, чен", "은, eun, ын", "근, geun, кын", "혜, hye, хе", "박, bak, пак", "석, suk, сок", "희, hee, хи"
    })
    void spellsSyllablesAsPeopleDo(String syllable, String latin, String cyrillic) {
        assertThat(Korean.spellings(syllable.codePointAt(0), Alphabet.LATIN)).contains(latin);
        assertThat(Korean.spellings(syllable.codePointAt(0), Alphabet.CYRILLIC)).contains(cyrillic);
    }

    @Test
    void readsANameAndWhatStandsBehindIt() {
        Korean.Name name = new Korean.Name('김', List.of((int) '정', (int) '은'));
        assertThat(Korean.read("김정은")).contains(name);
        assertThat(Korean.read("김정은에게")).contains(name);
        assertThat(Korean.read("김정은행")).isEmpty();
        assertThat(Korean.read("병원에")).isEmpty();
        assertThat(Korean.read("김")).isEmpty();
        assertThat(Korean.read("Kim")).isEmpty();
    }

    @Test
    void readsNoLongWordAsAGivenName() {
        assertThat(Korean.given(List.of("chyoungchyoung"), Korean.Alphabet.LATIN))
                .isNotEmpty();
        assertThat(Korean.given(List.of("schyoungchyoung"), Korean.Alphabet.LATIN))
                .isEmpty();
        assertThat(Korean.given(List.of("chyoung", "chyoungg"), Korean.Alphabet.LATIN))
                .isEmpty();
    }

    @Test
    void noFamilyIsASingleLetter() {
        for (Korean.Alphabet alphabet : Korean.Alphabet.values()) {
            assertThat("이오우어유여"
                            .codePoints()
                            .boxed()
                            .flatMap(family -> Korean.spellingsOfFamily(family, alphabet).stream()))
                    .noneMatch(spelling -> spelling.length() < 2);
        }
    }

    @Test
    void cutsAGivenNameWhereverItMayBeCut() {
        assertThat(Korean.given(List.of("jongun"), Alphabet.LATIN))
                .anySatisfy(way -> {
                    assertThat(way.getFirst()).contains((int) '정', (int) '종');
                    assertThat(way.getLast()).contains((int) '은', (int) '운');
                })
                .anySatisfy(way -> {
                    assertThat(way.getFirst()).contains((int) '전', (int) '존');
                    assertThat(way.getLast()).contains((int) '군', (int) '건');
                });
        assertThat(Korean.given(List.of("smith"), Alphabet.LATIN)).isEmpty();
        assertThat(Korean.given(List.of("jong"), Alphabet.LATIN)).isEmpty();
        assertThat(Korean.given(List.of(), Alphabet.LATIN)).isEmpty();
    }

    @Test
    void everyCutIsSpelledAsTheNameWas() {
        for (List<Set<Integer>> way : Korean.given(List.of("jongun"), Alphabet.LATIN)) {
            for (int first : way.getFirst()) {
                for (int last : way.getLast()) {
                    assertThat(joined(first, last)).contains("jongun");
                }
            }
        }
    }

    private static List<String> joined(int first, int last) {
        return Korean.spellings(first, Alphabet.LATIN).stream()
                .flatMap(one -> Korean.spellings(last, Alphabet.LATIN).stream().map(other -> one + other))
                .toList();
    }

    @Test
    void everySpellingIsReadAsItsSyllable() {
        for (int syllable : List.of((int) '정', (int) '은', (int) '명', (int) '순', (int) '실', (int) '희', (int) '원')) {
            for (String spelling : Korean.spellings(syllable, Alphabet.LATIN)) {
                assertThat(Korean.given(List.of("ji", spelling), Alphabet.LATIN))
                        .as("%s", spelling)
                        .anySatisfy(way -> assertThat(way.getLast()).contains(syllable));
            }
        }
    }
}
