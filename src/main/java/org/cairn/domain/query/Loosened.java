package org.cairn.domain.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A query that asks for any of the words where another asks for all of them: what is left to ask where nothing has
/// them all, as of a whole question that somebody typed or pasted. What has most of them, and the rarest, comes first.
public final class Loosened {

    /// So few finds are no answer to a question in whole sentences: they happen to have all of its small words too.
    private static final int FEW = 10;

    /// So many words side by side are a sentence, and nobody's way to narrow a search.
    private static final int SENTENCE = 7;

    /// With a full stop at its end fewer are one too, and fewer still with a question mark.
    private static final int SHORT_SENTENCE = 4;

    private static final int SHORT_QUESTION = 3;

    /// Of fewer whoever asks knows that all were asked for.
    private static final int SEVERAL = 5;

    /// As many as a query may have.
    private static final int MOST_WORDS = 300;

    private static final Pattern QUESTION = Pattern.compile("[?？؟⸮;՞]\\s*[\\p{Pf}\\p{Pe}\"']*\\s*$");
    private static final Pattern FULL_STOP = Pattern.compile("[.!…。！۔।།]\\s*[\\p{Pf}\\p{Pe}\"']*\\s*$");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’\\u200C\\u200D]+");
    /// Who holds words together asks precisely.
    private static final String BRACKETS = "()\uFF08\uFF09\"\u201C\u201D:*~";

    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

    /// What nobody writes in a sentence: operators, fields, words with letters left open.
    private static final Pattern ASKED_FOR = Pattern.compile(
            "(?:^|[\\s(])(?:AND|OR|NOT|&&|\\|\\||-\\p{L}\\S*|[A-Za-z]{2,12}:\\S+|(?i:near|then)/\\S*)(?=[\\s)]|$)"
                    + "|=[\"“]|[*~]");

    private Loosened() {}

    /// The query to ask in the place of one that found too little: of a sentence, or of several words of which nothing
    /// has all. Empty where what was asked for is the better answer, as wherever AND was written.
    ///
    /// @param query as it was typed
    /// @param found how many items it found
    public static Optional<String> instead(String query, long found) {
        if (isInCapitals(query)) {
            return Optional.of(anyWord(query));
        }
        if (found >= FEW || !(QueryLanguage.parse(query) instanceof Parsed.Understood understood)) {
            return Optional.empty();
        }
        Asked asked = understood.asked();
        boolean sentence = isSentence(query, asked);
        boolean several = isPlain(query, asked) && parts(asked).count() >= SEVERAL;
        return sentence || found == 0 && several ? other(asked, sentence) : Optional.empty();
    }

    /// The query that could be asked besides one that found nothing; empty where there is none.
    public static Optional<String> offer(String query) {
        return QueryLanguage.parse(query) instanceof Parsed.Understood understood
                ? other(understood.asked(), false)
                : Optional.empty();
    }

    private static Optional<String> other(Asked asked, boolean sentence) {
        return of(asked, sentence).map(QueryLanguage::print).filter(other -> !other.equals(QueryLanguage.print(asked)));
    }

    /// The query to ask in the place of a sentence that is no query, as for a bracket or a quotation mark too many.
    /// Empty where it was meant as a query, and whoever typed it wants to know what is wrong with it.
    public static Optional<String> insteadOfMisread(String query) {
        return words(query).count() < SENTENCE || ASKED_FOR.matcher(query).find()
                ? Optional.empty()
                : Optional.of(anyWord(query));
    }

    private static String anyWord(String query) {
        return words(query).limit(MOST_WORDS).map(Loosened::plain).collect(Collectors.joining(" OR "));
    }

    /// Whether it is a sentence in capitals throughout, as old papers and headlines are: OR and NOT in it are its
    /// words, and
    /// what it finds as a query is no answer.
    private static boolean isInCapitals(String query) {
        return query.chars().noneMatch(Character::isLowerCase)
                && (FULL_STOP.matcher(query).find() || QUESTION.matcher(query).find())
                && words(query).count() >= SENTENCE
                && words(query).anyMatch(Set.of("OR", "NOT")::contains)
                && query.chars().noneMatch(letter -> BRACKETS.indexOf(letter) >= 0);
    }

    /// The query with OR between its words and phrases; fields, and what it does not want, hold as they did.
    /// Empty where it has not two words that could stand for each other.
    private static Optional<Asked> of(Asked asked, boolean sentence) {
        List<Asked> words = new ArrayList<>();
        List<Asked> conditions = new ArrayList<>();
        parts(asked).forEach(part -> {
            if (isWords(part)) {
                leaves(part).flatMap(leaf -> pieces(leaf, sentence)).forEach(words::add);
            } else {
                conditions.add(part);
            }
        });
        boolean asItWas = words.size() == 1 && (words.getFirst().equals(asked) || !conditions.isEmpty());
        if (words.isEmpty() || asItWas) {
            return Optional.empty();
        }
        Asked any = words.size() == 1 ? words.getFirst() : new Asked.Any(asked.at(), words);
        if (conditions.isEmpty()) {
            return Optional.of(any);
        }
        conditions.addFirst(any);
        return Optional.of(new Asked.All(asked.at(), conditions));
    }

    private static Stream<Asked> parts(Asked asked) {
        return asked instanceof Asked.All all ? all.parts().stream().flatMap(Loosened::parts) : Stream.of(asked);
    }

    private static boolean isSentence(String query, Asked asked) {
        long words = parts(asked).count();
        return isPlain(query, asked)
                && (words >= SENTENCE
                        || words >= SHORT_SENTENCE && FULL_STOP.matcher(query).find()
                        // of a script without spaces a question is one word, and no question mark of it a wild card
                        || words >= (query.strip().endsWith("?") ? SHORT_QUESTION : 1)
                                && QUESTION.matcher(query).find());
    }

    /// Words and quotations, and nothing that says how they belong together. In capitals throughout, AND is a word.
    private static boolean isPlain(String query, Asked asked) {
        return parts(asked).allMatch(part -> part instanceof Asked.Word || part instanceof Asked.Phrase)
                && (!ASKED_FOR.matcher(query).find() || query.chars().noneMatch(Character::isLowerCase));
    }

    private static boolean isWords(Asked part) {
        return switch (part) {
            case Asked.Word word -> true;
            case Asked.Phrase phrase -> true;
            case Asked.Exactly exactly -> true;
            case Asked.Fuzzy fuzzy -> true;
            case Asked.Pattern pattern -> true;
            case Asked.Near near -> true;
            case Asked.Any any -> any.parts().stream().allMatch(Loosened::isWords);
            case Asked.All all -> all.parts().stream().allMatch(Loosened::isWords);
            case Asked.Everything nothing -> false;
            case Asked.Not not -> false;
            case Asked.Within within -> false;
        };
    }

    private static Stream<Asked> leaves(Asked part) {
        return switch (part) {
            case Asked.Any any -> any.parts().stream().flatMap(Loosened::leaves);
            case Asked.All all -> all.parts().stream().flatMap(Loosened::leaves);
            default -> Stream.of(part);
        };
    }

    /// Among several words a question mark ends a question and leaves no letter open, and what stands between two
    /// words of a sentence, or two of its parts in Chinese, belongs to neither.
    private static Stream<Asked> pieces(Asked leaf, boolean sentence) {
        String text;
        if (leaf instanceof Asked.Word word && word.text().indexOf('*') < 0) {
            text = word.text();
        } else if (leaf instanceof Asked.Phrase phrase && sentence) {
            text = phrase.text();
        } else {
            return Stream.of(leaf);
        }
        return words(text).map(piece -> new Asked.Word(leaf.at(), plain(piece)));
    }

    private static Stream<String> words(String text) {
        return BETWEEN.splitAsStream(text).filter(piece -> piece.codePoints().anyMatch(Character::isLetterOrDigit));
    }

    /// A word that is no operator.
    private static String plain(String word) {
        return OPERATORS.contains(word) ? word.toLowerCase(Locale.ROOT) : word;
    }
}
