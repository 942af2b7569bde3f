package org.cairn.domain.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of an expression, one after the other.
final class Tokens {

    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_.:-]*";
    private static final Pattern ANSWER = Pattern.compile("\\$\\{\\s*(?:[^}{]*/)?([^}{/]+?)\\s*}");
    /// A path of plain steps; what it leads through is of no interest, what it leads to is.
    private static final Pattern PATH =
            Pattern.compile("(?:current\\(\\)/)?(?:\\.\\./|\\./|/)(?:\\.\\./|\\./)*(?:" + NAME + "/)*(" + NAME + ")");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(?:\\.\\d{1,18})?|\\.\\d{1,18}");
    private static final Pattern TEXT = Pattern.compile("'([^']*)'|\"([^\"]*)\"|[‘’]([^‘’]*)[‘’]|[“”]([^“”]*)[“”]");
    private static final Pattern WORD = Pattern.compile(NAME);
    private static final Pattern SIGN = Pattern.compile("!=|<=|>=|[=<>+*(),-]");
    private static final int MOST = 1_000;

    private Tokens() {}

    /// Nothing where some of it is no word.
    static Optional<List<Token>> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length() && tokens.size() <= MOST) {
            if (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at))) {
                at++;
                continue;
            }
            Matcher matcher = TEXT.matcher(text).region(at, text.length());
            Token token;
            if (matcher.lookingAt()) {
                token = new Token(Token.Kind.TEXT, firstGroup(matcher));
            } else if (matcher.usePattern(ANSWER).lookingAt()) {
                token = new Token(Token.Kind.ANSWER, matcher.group(1));
            } else if (matcher.usePattern(PATH).lookingAt()) {
                token = new Token(Token.Kind.ANSWER, matcher.group(1));
            } else if (matcher.usePattern(NUMBER).lookingAt()) {
                token = new Token(Token.Kind.NUMBER, matcher.group());
            } else if (matcher.usePattern(WORD).lookingAt()) {
                token = new Token(Token.Kind.WORD, matcher.group());
            } else if (matcher.usePattern(SIGN).lookingAt()) {
                token = new Token(Token.Kind.SIGN, matcher.group());
            } else if (text.charAt(at) == '.') {
                tokens.add(new Token(Token.Kind.SELF, "."));
                at++;
                continue;
            } else {
                return Optional.empty();
            }
            tokens.add(token);
            at = matcher.end();
        }
        return tokens.size() > MOST ? Optional.empty() : Optional.of(tokens);
    }

    private static String firstGroup(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }
}
