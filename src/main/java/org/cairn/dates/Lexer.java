package org.cairn.dates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a date apart into its words, by the words of one language.
final class Lexer {

    private static final Pattern PIECE = Pattern.compile("\\d+|\\p{IsHan}|[\\p{L}&&[^\\p{IsHan}]]+|\\.\\.|.");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{3,4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d]|[-/.]\\d)|(\\d{4})(\\d{2})(\\d{2})(?!\\d)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{3,4}|\\d{2})(?![\\d]|[-/.]\\d)");
    private static final Pattern MONTH_YEAR = Pattern.compile("(0?[1-9]|1[0-2])[-/.](\\d{4})(?![\\d]|[-/.]\\d)");
    private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})[-/.](0?[1-9]|1[0-2])(?![\\d]|[-/.]\\d)");
    private static final Pattern SHORT_YEAR = Pattern.compile("['’‘](\\d{2})(?!\\d|['’]?s)");
    private static final Pattern ROMAN = Pattern.compile("(x{0,2}(?:ix|iv|v?i{0,3}))(?:e|eme|er|o)?");
    private static final String DASHES = "-‐‑‒–—―−~〜～－∼";
    private static final String SILENT = ",،、;；.。()（）[]«»\"“”„'’‘:：·";
    private static final int MOST_DIGITS = 8;

    private final Vocabulary vocabulary;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<String> pieces = new ArrayList<>();
    private boolean understood = true;

    private Lexer(String text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    /// The words of a date; nothing where one of them is not of the language.
    ///
    /// @param plain as [Plain] makes it
    static Optional<List<Token>> tokens(String plain, Vocabulary vocabulary) {
        Lexer lexer = new Lexer(vocabulary.untimed(plain), vocabulary);
        lexer.read();
        return lexer.understood ? Optional.of(lexer.tokens) : Optional.empty();
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            int number = numbers(at);
            if (number > at) {
                flush();
                at = number;
            } else {
                Matcher piece = PIECE.matcher(text).region(at, text.length());
                piece.lookingAt();
                pieces.add(piece.group());
                at = piece.end();
            }
        }
        flush();
    }

    /// Where a date in numbers ends, if one begins here.
    private int numbers(int at) {
        boolean inside = at > 0 && (Character.isDigit(text.charAt(at - 1)));
        if (inside || !Character.isDigit(text.charAt(at)) && "'’‘".indexOf(text.charAt(at)) < 0) {
            return at;
        }
        Matcher date = at(SHORT_YEAR, at);
        if (date.lookingAt() && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))) {
            return found(date, Token.date(shortYear(date.group(1)), 0, 0, false));
        }
        date = at(YEAR_FIRST, at);
        if (date.lookingAt()) {
            return date.group(1) != null ? found(date, dated(date, 1, 3, 4)) : found(date, dated(date, 5, 6, 7));
        }
        date = at(YEAR_LAST, at);
        if (date.lookingAt()) {
            return yearLast(date);
        }
        date = at(MONTH_YEAR, at);
        if (date.lookingAt()) {
            return found(date, Token.date(number(date, 2), number(date, 1), 0, false));
        }
        date = at(YEAR_MONTH, at);
        return date.lookingAt() ? yearMonth(date) : at;
    }

    private int yearLast(Matcher date) {
        String written = date.group(4);
        int year = written.length() == 2 ? shortYear(written) : Integer.parseInt(written);
        int day = number(date, 1);
        int month = number(date, 3);
        understood &= day > 0 && month > 0;
        boolean fixed = date.group(2).equals(".") || vocabulary.dayFirst();
        if (month > 12 && day <= 12 && !date.group(2).equals(".")) {
            return found(date, Token.date(year, day, month, false));
        }
        return found(date, Token.date(year, month, day, !fixed && day <= 12 && month <= 12 && day != month));
    }

    /// 2009/10 may be October, or two years.
    private int yearMonth(Matcher date) {
        int year = number(date, 1);
        int month = number(date, 2);
        if (date.group().contains("/") && date.group(2).length() == 2 && month == year % 100 + 1) {
            tokens(List.of(Token.number(year, 4), Token.of(Kind.SLASH), Token.number(month, 2)));
            return date.end();
        }
        return found(date, Token.date(year, month, 0, false));
    }

    private int found(Matcher date, Token token) {
        tokens(List.of(token));
        return date.end();
    }

    private void tokens(List<Token> found) {
        flush();
        tokens.addAll(found);
    }

    private static Token dated(Matcher date, int year, int month, int day) {
        return Token.date(number(date, year), number(date, month), number(date, day), false);
    }

    private Matcher at(Pattern pattern, int at) {
        return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    /// Years of two digits are of the hundred years before 2030: a form of today speaks of births too.
    static int shortYear(String digits) {
        int year = Integer.parseInt(digits);
        return year <= 30 ? 2000 + year : 1900 + year;
    }

    private void flush() {
        int at = 0;
        while (at < pieces.size() && understood) {
            at = next(at);
        }
        pieces.clear();
    }

    private int next(int at) {
        String piece = pieces.get(at);
        if (piece.isBlank()) {
            return at + 1;
        }
        int phrase = phrase(at);
        if (phrase > at) {
            return phrase;
        }
        if (Character.isDigit(piece.charAt(0))) {
            understood &= piece.length() <= MOST_DIGITS;
            tokens.add(understood ? Token.number(Integer.parseInt(piece), piece.length()) : Token.of(Kind.FILL));
        } else if (!sign(at) && !prefixed(at)) {
            understood &= roman(piece);
        }
        return at + 1;
    }

    private boolean sign(int at) {
        String piece = pieces.get(at);
        if (piece.equals("..")) {
            tokens.add(Token.of(Kind.TO));
        } else if (piece.equals("?") || piece.equals("？") || piece.equals("؟")) {
            tokens.add(Token.of(Kind.MAYBE));
        } else if (DASHES.contains(piece)) {
            tokens.add(Token.of(Kind.DASH, 0, piece.equals("~") ? "~" : apart(at) ? "apart" : ""));
        } else if (piece.equals("/")) {
            tokens.add(Token.of(Kind.SLASH));
        } else {
            return SILENT.contains(piece);
        }
        return true;
    }

    /// Whether blanks are around a dash: those within a date have none.
    private boolean apart(int at) {
        return at > 0 && pieces.get(at - 1).isBlank()
                || at + 1 < pieces.size() && pieces.get(at + 1).isBlank();
    }

    /// The end of the longest group of words known that begins here; blanks, hyphens and apostrophes may be within it.
    private int phrase(int at) {
        StringBuilder said = new StringBuilder();
        int end = at;
        Token found = null;
        int counted = 0;
        for (int i = at; i < pieces.size() && counted < Vocabulary.LONGEST; i++) {
            String piece = pieces.get(i);
            boolean glue = piece.isBlank() || "-'’‘.".contains(piece);
            if (!glue) {
                if (!Character.isLetterOrDigit(piece.codePointAt(0))) {
                    break;
                }
                said.append(said.isEmpty() ? "" : " ").append(piece);
                counted++;
                Optional<Token> known = vocabulary.meaning(said.toString());
                if (known.isPresent()) {
                    found = known.get();
                    end = i + 1;
                }
            } else if (said.isEmpty()) {
                break;
            }
        }
        if (found != null) {
            tokens.add(found);
        }
        return end;
    }

    private boolean prefixed(int at) {
        String word = pieces.get(at);
        for (Map.Entry<String, Token> prefix : vocabulary.prefixes().entrySet()) {
            String rest = word.startsWith(prefix.getKey())
                    ? word.substring(prefix.getKey().length())
                    : "";
            if (rest.length() > 1) {
                int before = tokens.size();
                tokens.add(prefix.getValue());
                pieces.set(at, rest);
                // the word may be the first of a group of words: those are taken too
                int end = phrase(at);
                if (end > at || prefixed(at)) {
                    for (int i = at; i < end; i++) {
                        pieces.set(i, " ");
                    }
                    return true;
                }
                pieces.set(at, word);
                while (tokens.size() > before) {
                    tokens.removeLast();
                }
            }
        }
        return false;
    }

    private boolean roman(String piece) {
        Matcher roman = ROMAN.matcher(piece.replace('х', 'x').replace('і', 'i'));
        if (!roman.matches() || roman.group(1).isEmpty()) {
            return false;
        }
        int value = 0;
        String letters = roman.group(1);
        for (int i = 0; i < letters.length(); i++) {
            int digit = digit(letters.charAt(i));
            value += i + 1 < letters.length() && digit < digit(letters.charAt(i + 1)) ? -digit : digit;
        }
        tokens.add(Token.number(value, 0));
        return true;
    }

    private static int digit(char roman) {
        return roman == 'x' ? 10 : roman == 'v' ? 5 : 1;
    }
}
