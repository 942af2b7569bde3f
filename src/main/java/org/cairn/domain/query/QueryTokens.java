package org.cairn.domain.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a query into words, quotations, brackets and operators, each with its place.
final class QueryTokens {

    /// A field and its colon; not `http://`.
    private static final Pattern FIELD = Pattern.compile("([A-Za-z]{2,12}):(?=[^\\s/]|/[^/])");

    private static final Pattern FIELD_NAME = Pattern.compile("[a-z]{2,12}");
    /// With a number, in the digits of any script, or with none where one has to be; `near/letters` are words.
    private static final Pattern NEAR = Pattern.compile("(?i)(near|then)/(\\P{L}*)");

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,4}");
    private static final Pattern FUZZY = Pattern.compile("(.+)~(\\p{Nd}*)", Pattern.DOTALL);
    /// In other fields a tilde belongs to the value (`date:2014~`).
    private static final Set<String> OF_WORDS = Set.of("", "text", "title", "place");

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private QueryTokens(String query) {
        this.query = query;
    }

    /// A piece of a query.
    ///
    /// @param field the field it asks in, or empty
    /// @param text what it asks for
    /// @param number of words or letters, where it says one
    record Token(Kind kind, String field, String text, int number, Place at) {
        /// What a piece of a query is.
        enum Kind {
            WORD,
            PHRASE,
            EXACTLY,
            FUZZY,
            PATTERN,
            AND,
            OR,
            NOT,
            NEAR,
            THEN,
            OPEN,
            CLOSE
        }

        /// Whether it asks for something, and does not only hold together what does.
        boolean asks() {
            return switch (kind) {
                case WORD, PHRASE, EXACTLY, FUZZY, PATTERN -> true;
                case AND, OR, NOT, NEAR, THEN, OPEN, CLOSE -> false;
            };
        }

        @Override
        public String toString() {
            return kind.name();
        }
    }

    /// @throws Misreading where a quotation has no end or a number is none
    static List<Token> of(String query) {
        QueryTokens tokens = new QueryTokens(query);
        tokens.cut();
        tokens.endQuestions();
        return tokens.tokens;
    }

    static boolean isFieldName(String name) {
        return FIELD_NAME.matcher(name).matches();
    }

    private void cut() {
        while (at < query.length()) {
            char letter = query.charAt(at);
            if (isSpace(letter)) {
                at++;
            } else if (isBracket(letter)) {
                bracket("", at);
            } else if (letter == '-' && isBehindAQuotation()) {
                // „Haus“-Tür: what stands behind it is wanted
                at++;
            } else if (letter == '-' && at + 1 < query.length() && beginsAValue(query.charAt(at + 1))) {
                at++;
                add(Token.Kind.NOT, "", "", 0, at - 1);
            } else {
                operand();
            }
        }
    }

    private boolean isBehindAQuotation() {
        return at > 0 && isQuote(query.charAt(at - 1));
    }

    private void operand() {
        int start = at;
        Matcher field = FIELD.matcher(query).region(at, query.length());
        String name = "";
        if (field.lookingAt() && beginsAValue(query.charAt(field.end()))) {
            name = field.group(1).toLowerCase(Locale.ROOT);
            at = field.end();
        }
        char letter = query.charAt(at);
        if (isQuote(letter)) {
            quotation(Token.Kind.PHRASE, name, start);
        } else if (letter == '=' && at + 1 < query.length() && isQuote(query.charAt(at + 1))) {
            at++;
            quotation(Token.Kind.EXACTLY, name, start);
        } else if (isBracket(letter)) {
            bracket(name, start);
        } else if (letter == '/' && OF_WORDS.contains(name) && endOfPattern() > 0) {
            int end = endOfPattern();
            String regex = query.substring(at + 1, end - 1);
            at = end;
            add(Token.Kind.PATTERN, name, regex, 0, start);
        } else {
            word(name, start);
        }
    }

    /// A question mark that stands apart, as French writes it and as behind a bracket, ends a question: it is no
    /// word of any letter.
    private void endQuestions() {
        for (int i = tokens.size() - 1; i > 0; i--) {
            Token before = tokens.get(i - 1);
            if (isQuestionMark(tokens.get(i)) && (before.asks() || before.kind() == Token.Kind.CLOSE)) {
                tokens.remove(i);
            }
        }
    }

    private static boolean isQuestionMark(Token token) {
        return token.kind() == Token.Kind.WORD
                && token.field().isEmpty()
                && token.text().chars().allMatch(letter -> letter == '?');
    }

    private static boolean beginsAValue(char letter) {
        return !isSpace(letter) && (opens(letter) || !isBracket(letter));
    }

    private static boolean opens(char bracket) {
        return bracket == '(' || bracket == '\uFF08';
    }

    private void bracket(String field, int start) {
        boolean opens = opens(query.charAt(at));
        at++;
        add(opens ? Token.Kind.OPEN : Token.Kind.CLOSE, field, "", 0, start);
    }

    private void quotation(Token.Kind kind, String field, int start) {
        int from = at + 1;
        int to = from;
        while (to < query.length() && !isQuote(query.charAt(to))) {
            to++;
        }
        if (to == query.length()) {
            throw new Misreading(new Place(at, to), "unclosedQuote");
        }
        at = to + 1;
        if (at < query.length() && query.charAt(at) == '~') {
            throw new Misreading(new Place(start, at + 1), "fuzzyPhrase");
        }
        add(kind, field, query.substring(from, to), 0, start);
    }

    /// After the slash that closes what a slash opens here; 0 where none does, or letters go on after it.
    private int endOfPattern() {
        int place = at + 1;
        while (place < query.length() && query.charAt(place) != '/' && !isSpace(query.charAt(place))) {
            place += query.charAt(place) == '\\' ? 2 : 1;
        }
        boolean closed = place < query.length() && query.charAt(place) == '/' && place > at + 1;
        boolean alone = closed && (place + 1 == query.length() || endsAWord(query.charAt(place + 1)));
        return alone ? place + 1 : 0;
    }

    private void word(String field, int start) {
        int from = at;
        while (at < query.length() && !endsAWord(query.charAt(at))) {
            at++;
        }
        String text = query.substring(from, at);
        Matcher fuzzy = FUZZY.matcher(text);
        if (field.isEmpty() && operator(text, start)) {
            return;
        }
        if (field.isEmpty() && isBareField(text)) {
            throw new Misreading(new Place(start, at), "missingValue");
        }
        if (OF_WORDS.contains(field) && fuzzy.matches()) {
            fuzzy(fuzzy, field, start);
        } else {
            add(Token.Kind.WORD, field, text, 0, start);
        }
    }

    /// `tag: flights` would ask for two words, and find nothing without saying why. A word before a colon in a pasted
    /// text begins with a capital, as often as not, and is a word.
    private static boolean isBareField(String text) {
        return text.endsWith(":") && QueryRows.FIELDS.contains(text.substring(0, text.length() - 1));
    }

    private void fuzzy(Matcher fuzzy, String field, int start) {
        String text = fuzzy.group(1);
        String letters = fuzzy.group(2);
        int differing = NUMBER.matcher(letters).matches() ? Integer.parseInt(letters) : 0;
        if (!letters.isEmpty() && differing != 1 && differing != 2) {
            throw new Misreading(new Place(at - letters.length() - 1, at), "fuzzyLetters");
        }
        if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
            throw new Misreading(new Place(start, at), "fuzzyWild");
        }
        add(Token.Kind.FUZZY, field, text, differing, start);
    }

    private boolean operator(String text, int start) {
        switch (text) {
            case "AND", "&&" -> add(Token.Kind.AND, "", "", 0, start);
            case "OR", "||" -> add(Token.Kind.OR, "", "", 0, start);
            case "NOT" -> add(Token.Kind.NOT, "", "", 0, start);
            default -> {
                return near(text, start);
            }
        }
        return true;
    }

    private boolean near(String text, int start) {
        Matcher near = NEAR.matcher(text);
        if (!near.matches()) {
            return false;
        }
        String digits = near.group(2);
        int words = NUMBER.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
        if (words < 1 || words > Asked.Near.FURTHEST) {
            throw new Misreading(new Place(start + near.start(2), at), "nearNumber");
        }
        boolean ordered = near.group(1).equalsIgnoreCase("then");
        add(ordered ? Token.Kind.THEN : Token.Kind.NEAR, "", "", words, start);
        return true;
    }

    static boolean endsAWord(char letter) {
        return isSpace(letter) || isBracket(letter) || isQuote(letter);
    }

    /// Also the wide space of a Chinese keyboard, and the unseen marks that turn the direction of writing.
    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || letter == '\u200E'
                || letter == '\u200F'
                || letter >= '\u202A' && letter <= '\u202E'
                || letter >= '\u2066' && letter <= '\u2069';
    }

    /// Narrow ones, and the wide ones of a Chinese keyboard.
    private static boolean isBracket(char letter) {
        return "()\uFF08\uFF09".indexOf(letter) >= 0;
    }

    /// Straight, curly, low and corner quotes: what keyboards and word processors put there.
    static boolean isQuote(char letter) {
        return "\"\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D\uFF02".indexOf(letter) >= 0;
    }

    private void add(Token.Kind kind, String field, String text, int number, int start) {
        tokens.add(new Token(kind, field, text, number, new Place(start, at)));
    }
}
