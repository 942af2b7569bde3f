package org.cairn.search;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.Query;
import org.cairn.domain.query.Asked;
import org.cairn.names.Korean;
import org.cairn.names.Korean.Alphabet;
import org.cairn.search.NamePart.Stands;

/// Korean names between Hangul and other letters: `김정은`, `Kim Jong-un`, `Gim Jeongeun` and `Ким Чен Ын`.
///
/// Nothing of it is in the index: a name is asked for in all its spellings that the archive has.
final class KoreanNames {

    private static final int MOST_WORDS = 3;
    private static final int MOST_WAYS = 4;

    private final Spelled spelled;
    private final SideBySide side;

    KoreanNames(Spelled spelled, SideBySide side) {
        this.spelled = spelled;
        this.side = side;
    }

    /// A word of Hangul as others write it.
    List<Query> of(String word) {
        return Korean.read(word)
                .map(name -> {
                    List<Query> ways = written(Set.of(name.family()), each(name.given()));
                    ways.addAll(inHangul(Set.of(name.family()), each(name.given())));
                    return ways;
                })
                .orElse(List.of());
    }

    private static List<Set<Integer>> each(List<Integer> syllables) {
        return syllables.stream().map(Set::of).toList();
    }

    /// How many words from one on are one Korean name, family first or last, and what that asks for.
    Optional<NameMeaning.Together> together(List<Asked> parts, int from) {
        List<String> words = new ArrayList<>();
        for (int i = from; i < parts.size() && words.size() < MOST_WORDS; i++) {
            if (!(parts.get(i) instanceof Asked.Word word)
                    || word.wild()
                    || !Character.isUpperCase(word.text().codePointAt(0))) {
                break;
            }
            words.add(word.text());
        }
        for (int length = words.size(); length > 1; length--) {
            List<String> name = words.subList(0, length);
            List<Query> ways = new ArrayList<>(of(name.getFirst(), name.subList(1, length)));
            ways.addAll(of(name.getLast(), name.subList(0, length - 1)));
            Optional<Query> any = NameWays.any(ways);
            if (any.isPresent()) {
                return Optional.of(new NameMeaning.Together(length, any.get()));
            }
        }
        return Optional.empty();
    }

    private List<Query> of(String family, List<String> given) {
        int script = UScript.getScript(family.codePointAt(0));
        if (script != UScript.LATIN && script != UScript.CYRILLIC) {
            return List.of();
        }
        Alphabet alphabet = script == UScript.LATIN ? Alphabet.LATIN : Alphabet.CYRILLIC;
        Set<Integer> families = Korean.families(spelled.folded(family), alphabet);
        if (families.isEmpty()) {
            return List.of();
        }
        List<String> pieces = given.stream()
                .flatMap(word -> spelled.tokens(Fields.TEXT, word).stream())
                .map(Spelled.Token::folded)
                .toList();
        List<Query> ways = new ArrayList<>();
        Korean.given(pieces, alphabet).stream().limit(MOST_WAYS).forEach(way -> {
            ways.addAll(inHangul(families, way));
            ways.addAll(written(families, way));
        });
        return ways;
    }

    private List<Query> written(Set<Integer> families, List<Set<Integer>> given) {
        List<Query> ways = new ArrayList<>();
        for (Alphabet alphabet : Alphabet.values()) {
            ways.addAll(side.familyAndGiven(
                    spellings(families, family -> Korean.spellingsOfFamily(family, alphabet)),
                    given.stream()
                            .map(some -> spellings(some, syllable -> Korean.spellings(syllable, alphabet)))
                            .toList()));
        }
        return ways;
    }

    private static Set<String> spellings(Set<Integer> syllables, IntFunction<Set<String>> of) {
        return syllables.stream()
                .map(of::apply)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// All as one word, with what may be written behind it.
    private List<Query> inHangul(Set<Integer> families, List<Set<Integer>> given) {
        List<Set<String>> each = new ArrayList<>();
        IntStream.rangeClosed(0, given.size())
                .mapToObj(i -> i == 0 ? families : given.get(i - 1))
                .forEach(some -> each.add(
                        some.stream().map(Character::toString).collect(Collectors.toCollection(LinkedHashSet::new))));
        each.add(Korean.behindNames());
        // Hangul has no capitals, and its words are names by their three syllables
        return side.asOneWord(each, Stands.ANYHOW);
    }

    @Override
    public String toString() {
        return "KoreanNames";
    }
}
