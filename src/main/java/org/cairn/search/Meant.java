package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.cairn.domain.query.Asked;
import org.cairn.domain.query.Parsed;
import org.cairn.domain.query.QueryLanguage;
import org.cairn.search.Spelled.Token;

/// What may have been meant by a query: the same with words of the archive in the place of those that it has not, also
/// where some name sounds like them. Words that stand only in passages that whoever asks may not see are not known
/// here, and weigh nothing.
final class Meant {

    private static final int MOST = 3;
    private static final int MOST_WORDS = 8;
    private static final int CANDIDATES = 200;
    /// So many passages make a word a frequent one.
    private static final int FREQUENT = 100;
    /// In shorter words every other word would be alike.
    private static final int LEAST = 3;
    /// In longer ones two letters may differ.
    private static final int SHORT = 5;

    private final KnownWords known;
    private final Spelled spelled;

    Meant(Analyzer analyzer, KnownWords known) throws IOException {
        this.known = known;
        EnumSet<Language> languages = EnumSet.noneOf(Language.class);
        languages.addAll(known.languages());
        this.spelled = new Spelled(analyzer, languages);
    }

    /// The best first; none where every word is there, or nothing is alike.
    List<String> by(String query) throws IOException {
        if (!(QueryLanguage.parse(query) instanceof Parsed.Understood understood)) {
            return List.of();
        }
        List<Asked.Word> strangers = new ArrayList<>();
        for (Asked.Word word : words(understood.asked()).limit(MOST_WORDS).toList()) {
            if (isUnknown(word)) {
                strangers.add(word);
            }
        }
        Map<Asked.Word, List<String>> others = new HashMap<>();
        for (Asked.Word word : strangers) {
            others.put(word, alike(word));
        }
        int most = strangers.size() == 1 ? MOST : Math.min(1, strangers.size());
        List<String> meant = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            String other = with(query, strangers, others, i);
            if (!other.equals(query)) {
                meant.add(other);
            }
        }
        return meant;
    }

    /// From the last word to the first, so that the places of those before stay what they are.
    private static String with(
            String query, List<Asked.Word> strangers, Map<Asked.Word, List<String>> others, int choice) {
        StringBuilder text = new StringBuilder(query);
        strangers.stream()
                .sorted(Comparator.comparingInt((Asked.Word word) -> word.at().start())
                        .reversed())
                .forEach(word -> {
                    List<String> alike = others.getOrDefault(word, List.of());
                    if (choice < alike.size()) {
                        text.replace(word.at().start(), word.at().end(), alike.get(choice));
                    }
                });
        return text.toString();
    }

    /// The words that are looked for in texts.
    private static Stream<Asked.Word> words(Asked asked) {
        return switch (asked) {
            case Asked.All all -> all.parts().stream().flatMap(Meant::words);
            case Asked.Any any -> any.parts().stream().flatMap(Meant::words);
            case Asked.Near near -> Stream.concat(words(near.one()), words(near.other()));
            case Asked.Within within ->
                Fields.TEXT.equals(within.field()) ? words(within.value()) : Stream.<Asked.Word>of();
            case Asked.Word word -> word.wild() ? Stream.<Asked.Word>of() : Stream.of(word);
            default -> Stream.of();
        };
    }

    private boolean isUnknown(Asked.Word word) throws IOException {
        List<Token> tokens = spelled.tokens(Fields.TEXT, word.text());
        if (tokens.size() != 1 || tokens.getFirst().folded().length() < LEAST) {
            return false;
        }
        List<Term> forms = new ArrayList<>(spelled.stems(Fields.TEXT, tokens.getFirst()));
        forms.add(new Term(Fields.TEXT, tokens.getFirst().folded()));
        for (Term form : forms) {
            if (known.passages(form, 1) > 0) {
                return false;
            }
        }
        return true;
    }

    /// Words with one other letter, or else with two.
    private List<String> alike(Asked.Word word) throws IOException {
        String folded = spelled.tokens(Fields.TEXT, word.text()).getFirst().folded();
        int furthest = folded.codePointCount(0, folded.length()) <= SHORT ? 1 : 2;
        List<BytesRef> alike = List.of();
        for (int letters = 1; letters <= furthest && alike.isEmpty(); letters++) {
            Automaton automaton = PatternMeaning.onlyWords(new LevenshteinAutomata(folded, true).toAutomaton(letters));
            alike = known.fitting(Fields.TEXT, automaton, CANDIDATES);
        }
        Comparator<BytesRef> frequent = Comparator.comparingInt(this::frequency);
        return alike.stream()
                .sorted(frequent.reversed().thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .map(BytesRef::utf8ToString)
                .toList();
    }

    private int frequency(BytesRef word) {
        try {
            return known.passages(new Term(Fields.TEXT, word), FREQUENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
