package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.cairn.domain.query.Asked;
import org.cairn.domain.query.Place;
import org.cairn.search.Spelled.Token;

/// Words that are alike, and words that fit a pattern. Whatever fits is found; how much that is decides only whether
/// the question is refused, and then what whoever asks may see is counted alone.
final class PatternMeaning {

    /// Every word there is, and nothing that stands beside one.
    private static final Automaton WORDS = Operations.determinize(
            Operations.concatenate(List.of(
                    Automata.makeCharRange(Accented.MARK + 1, Character.MAX_CODE_POINT), Automata.makeAnyString())),
            Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);

    private static final float ALIKE_WEIGHT = 0.5f;
    /// In a word of more letters two may differ where nobody says how many.
    private static final int SHORT = 5;
    /// In a word of fewer letters none may differ: every other word would be alike.
    private static final int LEAST = 3;

    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 10_000;
    private static final int MOST_NEAR = 250;
    private static final int MOST_REPEATED = 1_000;
    private static final Pattern REPEATED = Pattern.compile("\\{([0-9]*),?([0-9]*)}");

    private final Analyzer analyzer;
    private final Spelled spelled;
    private final KnownWords known;

    PatternMeaning(Analyzer analyzer, Spelled spelled, KnownWords known) {
        this.analyzer = analyzer;
        this.spelled = spelled;
        this.known = known;
    }

    /// A query for every word that an automaton takes.
    static Query words(Term shown, Automaton automaton) {
        return query(shown, onlyWords(automaton));
    }

    /// The passages of all the words put together first: where many words fit, to go through the words side by side
    /// takes several times as long.
    private static Query query(Term shown, Automaton words) {
        return new AutomatonQuery(shown, words, false, MultiTermQuery.CONSTANT_SCORE_REWRITE);
    }

    static Automaton onlyWords(Automaton automaton) {
        return Operations.determinize(
                Operations.intersection(automaton, WORDS), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    }

    Query fuzzy(String field, Asked.Fuzzy fuzzy) {
        List<Token> tokens = spelled.tokens(field, fuzzy.text());
        if (tokens.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        Token token = one(tokens, fuzzy.at());
        Query same = new TermQuery(new Term(field, token.folded()));
        int letters = letters(token, fuzzy);
        if (letters == 0) {
            return same;
        }
        Query alike = words(new Term(field, token.folded() + "~" + letters), alike(token, letters));
        return new BooleanQuery.Builder()
                .add(same, Occur.SHOULD)
                .add(new BoostQuery(alike, ALIKE_WEIGHT), Occur.SHOULD)
                .build();
    }

    Query regex(String field, Asked.Pattern pattern) {
        Automaton automaton = automaton(pattern);
        if (fitting(field, automaton, MOST_WORDS).size() > MOST_WORDS) {
            throw QueryReader.misread(pattern.at(), "tooManyWords");
        }
        return query(new Term(field, "/" + pattern.regex() + "/"), automaton);
    }

    /// The words of the archive that fit, for where each is needed by itself.
    List<BytesRef> near(String field, Asked leaf) {
        Automaton automaton = switch (leaf) {
            case Asked.Word word -> wild(field, uncut(field, word));
            case Asked.Pattern pattern -> automaton(pattern);
            case Asked.Fuzzy fuzzy -> {
                Token token = one(spelled.tokens(field, fuzzy.text()), fuzzy.at());
                yield onlyWords(alike(token, letters(token, fuzzy)));
            }
            default -> throw new IllegalArgumentException("this leaves nothing open");
        };
        List<BytesRef> words = fitting(field, automaton, MOST_NEAR);
        if (words.size() > MOST_NEAR) {
            throw QueryReader.misread(leaf.at(), "tooManyWords");
        }
        return words;
    }

    /// A word that the analyser cuts has no ending of its own that could be left open beside another.
    private Asked.Word uncut(String field, Asked.Word word) {
        if (spelled.tokens(field, word.text().replaceAll("[*?]", "")).size() > 1) {
            throw QueryReader.misread(word.at(), "nearWords");
        }
        return word;
    }

    private Automaton wild(String field, Asked.Word word) {
        WildMeaning.requireEnough(word);
        String folded = analyzer.normalize(field, word.text()).utf8ToString();
        try {
            return onlyWords(
                    WildcardQuery.toAutomaton(new Term(field, folded), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
        } catch (TooComplexToDeterminizeException e) {
            throw QueryReader.misread(word.at(), "tooManyWords");
        }
    }

    private static Token one(List<Token> tokens, Place at) {
        if (tokens.size() != 1 || tokens.getFirst().folded().length() > LONGEST) {
            throw QueryReader.misread(at, "fuzzyWord");
        }
        return tokens.getFirst();
    }

    private static int letters(Token token, Asked.Fuzzy fuzzy) {
        int length = token.folded().codePointCount(0, token.folded().length());
        if (fuzzy.letters() > 0 && length < LEAST) {
            throw QueryReader.misread(fuzzy.at(), "fuzzyShort");
        }
        if (fuzzy.letters() > 0) {
            return fuzzy.letters();
        }
        if (length < LEAST) {
            return 0;
        }
        return length <= SHORT ? 1 : 2;
    }

    private static Automaton alike(Token token, int letters) {
        return new LevenshteinAutomata(token.folded(), true).toAutomaton(letters);
    }

    private Automaton automaton(Asked.Pattern pattern) {
        try {
            requireShort(pattern);
            Automaton automaton = new RegExp(folded(pattern.regex()), RegExp.NONE).toAutomaton();
            return onlyWords(Operations.determinize(automaton, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
        } catch (TooComplexToDeterminizeException e) {
            throw QueryReader.misread(pattern.at(), "patternTooMuch");
        } catch (IllegalArgumentException e) {
            throw QueryReader.misread(pattern.at(), "notAPattern");
        }
    }

    /// Repetitions within repetitions make a small pattern large: they are reckoned before it is built.
    private static void requireShort(Asked.Pattern pattern) {
        long repeated = 1;
        Matcher repetition = REPEATED.matcher(pattern.regex());
        while (repetition.find() && repeated <= MOST_REPEATED) {
            repeated *= Math.max(1, Math.max(count(repetition.group(1)), count(repetition.group(2))));
        }
        if (pattern.regex().length() > LONGEST || repeated > MOST_REPEATED) {
            throw QueryReader.misread(pattern.at(), "patternTooMuch");
        }
    }

    private static int count(String digits) {
        if (digits.isEmpty()) {
            return 1;
        }
        return digits.length() > 4 ? MOST_REPEATED + 1 : Integer.parseInt(digits);
    }

    /// Words are folded in the index: so are the letters of a pattern, but for what a backslash makes a sign.
    private String folded(String regex) {
        StringBuilder folded = new StringBuilder();
        int[] letters =
                Normalizer.normalize(regex, Normalizer.Form.NFC).codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            boolean escaped = i > 0 && letters[i - 1] == '\\';
            folded.append(escaped ? Character.toString(letters[i]) : folded(letters[i]));
        }
        return folded.toString();
    }

    private String folded(int letter) {
        return Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK
                ? analyzer.normalize(Fields.TEXT, Character.toString(letter)).utf8ToString()
                : Character.toString(letter);
    }

    private List<BytesRef> fitting(String field, Automaton automaton, int most) {
        try {
            return known.fitting(field, automaton, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
