package org.cairn.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.domain.ArchiveException;

/// Cuts a query into words, phrases, brackets and operators, each with its place.
final class QueryWords {

    private static final Pattern FIELD = Pattern.compile("([A-Za-z]{2,12}):(?=[^\\s/])");

    private final String query;
    private final List<Word> words = new ArrayList<>();
    private int at;

    private QueryWords(String query) {
        this.query = query;
    }

    /// A piece of a query.
    ///
    /// @param kind what it is
    /// @param field the field it asks in, or empty
    /// @param text what it asks for
    /// @param at where it begins, from 0
    record Word(Kind kind, String field, String text, int at) {
        /// What a piece of a query is.
        enum Kind {
            WORD,
            PHRASE,
            AND,
            OR,
            NOT,
            OPEN,
            CLOSE
        }

        /// Whether it asks for something, and does not only hold together what does.
        boolean asks() {
            return kind == Kind.WORD || kind == Kind.PHRASE;
        }

        boolean small() {
            return kind == Kind.WORD && field.isEmpty() && SmallWords.has(text);
        }

        boolean wild() {
            return kind == Kind.WORD && (text.indexOf('*') >= 0 || text.indexOf('?') >= 0);
        }
    }

    static List<Word> split(String query) {
        QueryWords words = new QueryWords(query);
        words.split();
        return words.words;
    }

    private void split() {
        while (at < query.length()) {
            char letter = query.charAt(at);
            if (Character.isWhitespace(letter) || letter == '\u3000') {
                at++;
            } else if (isBracket(letter)) {
                add(letter == '(' || letter == '\uFF08' ? Word.Kind.OPEN : Word.Kind.CLOSE, "", "", at);
                at++;
            } else if (letter == '-' && at + 1 < query.length() && !Character.isWhitespace(query.charAt(at + 1))) {
                add(Word.Kind.NOT, "", "", at);
                at++;
            } else {
                word();
            }
        }
    }

    private void word() {
        int start = at;
        Matcher field = FIELD.matcher(query).region(at, query.length());
        String name = "";
        if (field.lookingAt()) {
            name = field.group(1).toLowerCase(Locale.ROOT);
            at = field.end();
        }
        if (isQuote(query.charAt(at))) {
            phrase(name, start);
        } else {
            plain(name, start);
        }
    }

    private void phrase(String field, int start) {
        int from = at + 1;
        int to = from;
        while (to < query.length() && !isQuote(query.charAt(to))) {
            to++;
        }
        if (to == query.length()) {
            throw new ArchiveException.QueryNotUnderstood(at, "unclosedQuote");
        }
        add(Word.Kind.PHRASE, field, query.substring(from, to), start);
        at = to + 1;
    }

    private void plain(String field, int start) {
        int from = at;
        while (at < query.length() && !ends(query.charAt(at))) {
            at++;
        }
        String text = query.substring(from, at);
        Word.Kind kind = field.isEmpty() ? operator(text) : Word.Kind.WORD;
        add(kind, field, text, start);
    }

    private static Word.Kind operator(String text) {
        return switch (text) {
            case "AND", "&&" -> Word.Kind.AND;
            case "OR", "||" -> Word.Kind.OR;
            case "NOT" -> Word.Kind.NOT;
            default -> Word.Kind.WORD;
        };
    }

    private static boolean ends(char letter) {
        return Character.isWhitespace(letter) || letter == '\u3000' || isBracket(letter) || isQuote(letter);
    }

    /// Narrow ones, and the wide ones of a Chinese keyboard.
    private static boolean isBracket(char letter) {
        return "()\uFF08\uFF09".indexOf(letter) >= 0;
    }

    /// Straight, curly, low and corner quotes: what keyboards and word processors put there.
    private static boolean isQuote(char letter) {
        return "\"\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D\uFF02".indexOf(letter) >= 0;
    }

    private void add(Word.Kind kind, String field, String text, int place) {
        words.add(new Word(kind, field, text, place));
    }
}
