package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/// Syllables of several spellings each that are written as one word.
final class JoinedSyllables {

    private static final int MOST_WORDS = SoundingNames.MOST;
    /// Of more an automaton tells which are there.
    private static final int MOST_SPELLINGS = 100;

    private final KnownWords known;

    JoinedSyllables(KnownWords known) {
        this.known = known;
    }

    /// Whether all words that syllables make can be asked for one by one.
    static boolean areFew(List<Set<String>> syllables) {
        return syllables.stream().mapToLong(Set::size).reduce(1, (one, other) -> one * other) <= MOST_SPELLINGS;
    }

    /// The words that syllables make when they are written together.
    Set<String> words(List<Set<String>> syllables) {
        return areFew(syllables) ? everyOne(syllables) : fitting(syllables);
    }

    private static Set<String> everyOne(List<Set<String>> syllables) {
        Set<String> words = Set.of("");
        for (Set<String> spellings : syllables) {
            Set<String> longer = new LinkedHashSet<>();
            for (String word : words) {
                spellings.forEach(spelling -> longer.add(word + spelling.replace("'", "")));
            }
            words = longer;
        }
        return words;
    }

    private Set<String> fitting(List<Set<String>> syllables) {
        List<Automaton> each = syllables.stream()
                .map(spellings -> Automata.makeStringUnion(spellings.stream()
                        .map(spelling -> new BytesRef(spelling.replace("'", "")))
                        .collect(() -> new TreeSet<BytesRef>(), Collection::add, Collection::addAll)))
                .toList();
        try {
            Automaton any =
                    Operations.determinize(Operations.concatenate(each), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
            return known.fitting(Fields.TEXT, any, MOST_WORDS).stream()
                    .limit(MOST_WORDS)
                    .map(BytesRef::utf8ToString)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (TooComplexToDeterminizeException e) {
            // too many ways to spell it as one word: it is asked for as several
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "JoinedSyllables";
    }
}
