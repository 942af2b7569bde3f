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
///
/// Nothing is loosened where whoever asked said how the words belong together.
public final class Loosened {

    /// So few finds are no answer to a question in whole sentences: they happen to have all of its small words too.
    private static final int FEW = 10;

    /// So many words side by side are a sentence, and nobody's way to narrow a search.
    private static final int SENTENCE = 7;

    /// With a full stop or a question mark at its end fewer are one too.
    private static final int SHORT_SENTENCE = 4;

    /// Of which nothing has all.
    private static final int SHORT_QUESTION = 3;

    /// Of fewer whoever asks knows that all were asked for.
    private static final int SEVERAL = 5;

    /// So many words in capitals with a full stop are no query with OR in it.
    private static final int LONG_SENTENCE = 10;

    /// So many letters are a sentence in a script without spaces, which may end without a mark.
    private static final int LONG_WITHOUT_SPACES = 12;

    private static final Pattern QUESTION =
            Pattern.compile("(?:[?？؟⸮;՞]|(?<=\\p{IsGreek});)\\s*[\\p{Pf}\\p{Pe}\"']*\\s*$");
    private static final Pattern FULL_STOP = Pattern.compile("[.!…。！۔।།]\\s*[\\p{Pf}\\p{Pe}\"']*\\s*$");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’\\u200C\\u200D]+");
    private static final Pattern AT_ENDS = Pattern.compile("^" + BETWEEN + "|" + BETWEEN + "$");

    /// Numbers, references, addresses, and letters left open within a word.
    private static final Pattern WHOLE = Pattern.compile("[\\p{N}@]|\\?\\p{L}");

    /// Scripts that put no space between words: a question is one word in them.
    private static final Pattern WITHOUT_SPACES = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}\\p{IsTibetan}]");

    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

    /// What nobody writes in a sentence: operators, fields, words with letters left open.
    private static final Pattern ASKED_FOR = Pattern.compile(
            "(?:^|[\\s(])(?:AND|OR|NOT|&&|\\|\\||-\\p{L}\\S*|[A-Za-z]{2,12}:\\S+|(?i:near|then)/\\S*)(?=[\\s)]|$)"
                    + "|=[\"“]|[*~]");

    private static final Pattern OR_OR_NOT = Pattern.compile("\\s(?:OR|NOT)\\s");

    /// What stands in a sentence of capitals, and no more.
    private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}\\p{M}\\p{Nd}\\s.,;'’!?-]+");

    /// What a sentence may have too many of.
    private static final Set<String> STRAY = Set.of("unexpectedBracket", "unclosedBracket", "unclosedQuote", "tooLong");

    private Loosened() {}

    /// The query to ask in the place of one that found too little: of a sentence, or of several words of which nothing
    /// has all. Empty where what was asked for is the better answer, as wherever AND was written.
    ///
    /// @param query as it was typed
    /// @param found how many items it found, narrowed by nothing
    public static Optional<String> instead(String query, long found) {
        if (found >= FEW || !(QueryLanguage.parse(query) instanceof Parsed.Understood understood)) {
            return Optional.empty();
        }
        Asked asked = understood.asked();
        if (!isPlain(query, asked)) {
            return Optional.empty();
        }
        int words = parts(asked).toList().size();
        boolean question = QUESTION.matcher(query).find();
        boolean ended = question || FULL_STOP.matcher(query).find();
        boolean sentence = ended && words >= SHORT_SENTENCE
                || words >= SENTENCE
                || question && found == 0 && words >= SHORT_QUESTION;
        if (found > 0) {
            return ended && sentence ? other(asked, true) : Optional.empty();
        }
        return sentence || words >= SEVERAL || isQuestionWithoutSpaces(query)
                ? other(asked, sentence || isQuestionWithoutSpaces(query))
                : Optional.empty();
    }

    /// The query to ask in the place of a sentence that was not meant as a query: one with a bracket or a quotation
    /// mark too many, or in capitals throughout, as old papers are, so that OR and NOT in it are its words. Empty where
    /// it was meant as a query, and whoever typed it wants that, or to know what is wrong with it.
    public static Optional<String> insteadOfSentence(String query) {
        long words = words(query).count();
        boolean sentence = QueryLanguage.parse(query) instanceof Parsed.Misread misread
                ? words >= SENTENCE && isStray(query, misread.reason())
                : words >= LONG_SENTENCE && isInCapitals(query);
        return sentence ? Optional.of(joined(words(query))).filter(Loosened::isUnderstood) : Optional.empty();
    }

    /// The query that could be asked besides one that found nothing; empty where there is none.
    public static Optional<String> offer(String query) {
        return QueryLanguage.parse(query) instanceof Parsed.Understood understood
                        && leavesOfWords(understood.asked()).count() > 1
                ? other(understood.asked(), false)
                : Optional.empty();
    }

    private static boolean isStray(String query, String reason) {
        boolean quoted = query.chars()
                        .filter(letter -> QueryTokens.isQuote((char) letter))
                        .count()
                > 1;
        return STRAY.contains(reason) && !quoted && !ASKED_FOR.matcher(query).find();
    }

    private static boolean isInCapitals(String query) {
        return CAPITALS.matcher(query).matches()
                && query.chars().anyMatch(Character::isUpperCase)
                && (FULL_STOP.matcher(query).find() || QUESTION.matcher(query).find())
                && OR_OR_NOT.matcher(query).find();
    }

    /// Words and quotations, and nothing that says how they belong together. In capitals throughout, AND is a word.
    private static boolean isPlain(String query, Asked asked) {
        return parts(asked).allMatch(part -> part instanceof Asked.Word || part instanceof Asked.Phrase)
                && (!ASKED_FOR.matcher(query).find()
                        || CAPITALS.matcher(query).matches()
                                && (FULL_STOP.matcher(query).find()
                                        || words(query).count() >= SENTENCE));
    }

    private static boolean isQuestionWithoutSpaces(String query) {
        return WITHOUT_SPACES.matcher(query).find()
                && (QUESTION.matcher(query).find() || query.length() >= LONG_WITHOUT_SPACES);
    }

    private static Optional<String> other(Asked asked, boolean sentence) {
        return of(asked, sentence)
                .map(QueryLanguage::print)
                .filter(other -> !other.equals(QueryLanguage.print(asked)))
                .filter(Loosened::isUnderstood);
    }

    private static boolean isUnderstood(String query) {
        return QueryLanguage.parse(query) instanceof Parsed.Understood;
    }

    /// The query with OR between its words and phrases; fields, and what it does not want, hold as they did.
    /// Empty where it has no words.
    private static Optional<Asked> of(Asked asked, boolean sentence) {
        List<Asked> conditions =
                new ArrayList<>(parts(asked).filter(part -> !isWords(part)).toList());
        List<Asked> words = leavesOfWords(asked)
                .flatMap(leaf -> sentence ? pieces(leaf) : Stream.of(leaf))
                .limit(QueryLanguage.MOST_WORDS)
                .toList();
        if (words.isEmpty() || words.size() == 1 && !conditions.isEmpty()) {
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

    private static Stream<Asked> leavesOfWords(Asked asked) {
        return parts(asked).filter(Loosened::isWords).flatMap(Loosened::leaves);
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

    /// In a sentence a question mark ends a question and leaves no letter open, and what stands between two words, or
    /// two parts of one in Chinese, belongs to neither.
    private static Stream<Asked> pieces(Asked leaf) {
        return switch (leaf) {
            case Asked.Word word -> words(word.text()).map(piece -> new Asked.Word(leaf.at(), piece));
            case Asked.Phrase phrase -> words(phrase.text()).map(piece -> new Asked.Word(leaf.at(), piece));
            default -> Stream.of(leaf);
        };
    }

    private static String joined(Stream<String> words) {
        return words.limit(QueryLanguage.MOST_WORDS).collect(Collectors.joining(" OR "));
    }

    /// The words of a text, none of them an operator; numbers, references and addresses stay whole.
    private static Stream<String> words(String text) {
        return Stream.of(text.split("[\\s\\p{Z}]+"))
                .flatMap(word -> WHOLE.matcher(word).find()
                                && !WITHOUT_SPACES.matcher(word).find()
                        ? Stream.of(AT_ENDS.matcher(word).replaceAll(""))
                        : BETWEEN.splitAsStream(word))
                .filter(piece -> piece.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(piece -> OPERATORS.contains(piece) ? piece.toLowerCase(Locale.ROOT) : piece);
    }
}
