package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;

/// Names of several words that stand side by side, each with all ways to spell it: only what the passages that may be
/// seen have is asked for.
final class SideBySide {

    private static final int MOST_WORDS = 200;
    /// Of more an automaton tells which are there.
    private static final int MOST_SPELLINGS = 100;

    private final KnownWords known;
    private final NamesMatched matched;
    private final Map<String, Boolean> there = new HashMap<>();

    SideBySide(KnownWords known, NamesMatched matched) {
        this.known = known;
        this.matched = matched;
    }

    /// What asks for a name of a family and of one who was given one or two syllables: family first or last, the given
    /// name as one word or two, or all as one word.
    ///
    /// @param family how it is spelled, folded; an apostrophe is where the index cuts
    /// @param given how each of its syllables is spelled
    List<Query> familyAndGiven(Set<String> family, List<Set<String>> given) {
        List<Query> ways = new ArrayList<>();
        List<List<Set<String>>> families = pieces(family).stream()
                .filter(piece -> piece.stream().noneMatch(word -> known(word).isEmpty()))
                .toList();
        if (!families.isEmpty()) {
            List<List<Set<String>>> called = called(given);
            for (List<Set<String>> name : families) {
                for (List<Set<String>> one : called) {
                    of(ways, chain(name, one));
                    of(ways, chain(one, name));
                }
            }
        }
        List<Set<String>> whole = new ArrayList<>(List.of(family));
        whole.addAll(given);
        if (spellings(whole) <= MOST_SPELLINGS) {
            asOneWord(ways, whole);
        }
        return ways;
    }

    /// A given name as one word or two.
    private List<List<Set<String>>> called(List<Set<String>> given) {
        if (given.size() == 1) {
            return pieces(given.getFirst());
        }
        List<List<Set<String>>> called = new ArrayList<>(List.of(List.of(joined(given))));
        for (List<Set<String>> first : pieces(given.getFirst())) {
            for (List<Set<String>> last : pieces(given.getLast())) {
                called.add(chain(first, last));
            }
        }
        return called;
    }

    private static long spellings(List<Set<String>> syllables) {
        return syllables.stream().mapToLong(Set::size).reduce(1, (one, other) -> one * other);
    }

    /// Adds what asks for one word of some syllables, where there is any.
    ///
    /// @param syllables each with its spellings
    void asOneWord(List<Query> ways, List<Set<String>> syllables) {
        of(ways, List.of(joined(syllables)));
    }

    /// Adds what asks for words side by side, where there are any.
    ///
    /// @param words each with its spellings
    void of(List<Query> ways, List<Set<String>> words) {
        List<Set<String>> known = words.stream().map(this::known).toList();
        if (known.stream().anyMatch(Set::isEmpty)) {
            return;
        }
        matched.addSideBySide(known);
        ways.add(new BoostQuery(new ConstantScoreQuery(query(known)), NameMeaning.WEIGHT));
    }

    private static Query query(List<Set<String>> words) {
        if (words.size() == 1 && words.getFirst().size() == 1) {
            return new TermQuery(term(words.getFirst().iterator().next()));
        }
        MultiPhraseQuery.Builder side = new MultiPhraseQuery.Builder();
        words.forEach(word -> side.add(word.stream().map(SideBySide::term).toArray(Term[]::new)));
        return side.build();
    }

    /// Spellings of a syllable without apostrophes, and those with one, which are two words in the index.
    private static List<List<Set<String>>> pieces(Set<String> spellings) {
        Set<String> plain = new LinkedHashSet<>();
        Set<String> before = new LinkedHashSet<>();
        Set<String> behind = new LinkedHashSet<>();
        for (String spelling : spellings) {
            int cut = spelling.indexOf('\'');
            plain.add(spelling.replace("'", ""));
            if (cut >= 0) {
                before.add(spelling.substring(0, cut));
                behind.add(spelling.substring(cut + 1));
            }
        }
        return before.isEmpty() ? List.of(List.of(plain)) : List.of(List.of(plain), List.of(before, behind));
    }

    private static List<Set<String>> chain(List<Set<String>> one, List<Set<String>> other) {
        List<Set<String>> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /// The words that syllables make when they are written together.
    private Set<String> joined(List<Set<String>> syllables) {
        return spellings(syllables) <= MOST_SPELLINGS ? known(everyOne(syllables)) : fitting(syllables);
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
        Automaton any = Operations.determinize(Operations.concatenate(each), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
        try {
            Set<String> words = new LinkedHashSet<>();
            known.fitting(Fields.TEXT, any, MOST_WORDS).forEach(word -> words.add(word.utf8ToString()));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> known(Set<String> words) {
        return words.stream().filter(this::isThere).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Asked of each word once: a name has its words in several orders.
    private boolean isThere(String word) {
        return there.computeIfAbsent(word, asked -> {
            try {
                return known.passages(term(asked), 1) > 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Term term(String word) {
        return new Term(Fields.TEXT, word);
    }
}
