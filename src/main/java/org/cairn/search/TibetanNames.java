package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.cairn.names.Sounds;
import org.cairn.names.TibetanSyllables;

/// Tibetan names, found by how they are said: `བསྟན་འཛིན` and `Tenzin`.
///
/// A text is cut into syllables, which the index has with their places: which of them stand side by side and sound
/// like a name is settled when it is asked, and nothing more is kept.
final class TibetanNames {

    private static final int FIRST_LETTER = 0x0F40;
    private static final int LAST_LETTER = 0x0F6C;
    private static final int MOST_SYLLABLES = 20_000;

    private final Spelled spelled;
    private final KnownWords known;
    private final NamesMatched matched;
    private Optional<TibetanSyllables> syllables = Optional.empty();

    TibetanNames(Spelled spelled, KnownWords known, NamesMatched matched) {
        this.spelled = spelled;
        this.known = known;
        this.matched = matched;
    }

    /// The Tibetan names that sound like a word, but not the word itself.
    List<Query> of(String word) {
        List<String> itself = spelled.tokens(Fields.TEXT, word).stream()
                .map(Spelled.Token::folded)
                .toList();
        Map<String, Set<String>> behind = new LinkedHashMap<>();
        List<Query> ways = new ArrayList<>();
        for (List<String> name : syllables().named(Sounds.of(word))) {
            if (name.equals(itself)) {
                continue;
            }
            matched.add(String.join(" ", name));
            if (name.size() == 1) {
                ways.add(weighed(new TermQuery(new Term(Fields.TEXT, name.getFirst()))));
            } else {
                behind.computeIfAbsent(name.getFirst(), any -> new LinkedHashSet<>())
                        .add(name.getLast());
            }
        }
        sideBySide(behind).forEach(side -> ways.add(weighed(side)));
        return ways;
    }

    /// First syllables behind which the same ones stand are asked for together.
    private static List<Query> sideBySide(Map<String, Set<String>> behind) {
        Map<Set<String>, List<String>> before = new LinkedHashMap<>();
        behind.forEach((first, last) ->
                before.computeIfAbsent(last, any -> new ArrayList<>()).add(first));
        List<Query> queries = new ArrayList<>();
        before.forEach((last, first) -> queries.add(new MultiPhraseQuery.Builder()
                .add(first.stream().map(TibetanNames::term).toArray(Term[]::new))
                .add(last.stream().map(TibetanNames::term).toArray(Term[]::new))
                .build()));
        return queries;
    }

    private static Term term(String syllable) {
        return new Term(Fields.TEXT, syllable);
    }

    /// How rare syllables are that stand in no passage that may be seen must not count.
    private static Query weighed(Query name) {
        return new BoostQuery(new ConstantScoreQuery(name), NameMeaning.WEIGHT);
    }

    /// Those of the passages that may be seen.
    private TibetanSyllables syllables() {
        if (syllables.isEmpty()) {
            Automaton tibetan = Operations.concatenate(
                    List.of(Automata.makeCharRange(FIRST_LETTER, LAST_LETTER), Automata.makeAnyString()));
            try {
                syllables =
                        Optional.of(new TibetanSyllables(known.fitting(Fields.TEXT, tibetan, MOST_SYLLABLES).stream()
                                .map(BytesRef::utf8ToString)
                                .toList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return syllables.get();
    }
}
