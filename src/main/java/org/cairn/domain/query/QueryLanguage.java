package org.cairn.domain.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cairn.domain.query.QueryTokens.Token;

/// Reads and writes queries: words and "phrases" (all must be there), `="exactly these letters"`, `AND OR NOT ( )`,
/// `near/5`, `then/5`, `wild*`, `fuzz~`, `/regex/`, `field:value`.
///
/// Grammar, loosest first: `either = all (OR all)*`, `all = some ([AND] some)*`, `some = NOT some | near`,
/// `near = one ((near/n | then/n) one)*`, `one = [field:] ( either ) | [field:] value`. Every token is looked at once.
public final class QueryLanguage {

    private static final int DEEPEST = 100;
    /// So many words a query may have.
    static final int MOST_WORDS = 300;

    private final List<Token> tokens;
    private final Place end;
    private int next;
    private int depth;

    private QueryLanguage(String query) {
        this.tokens = QueryTokens.of(query);
        this.end = new Place(query.length(), query.length());
        tokens.stream().filter(Token::asks).skip(MOST_WORDS).findFirst().ifPresent(token -> {
            throw new Misreading(token.at(), "tooLong");
        });
    }

    /// What a query asks for, or why it asks for nothing.
    public static Parsed parse(String query) {
        try {
            return new Parsed.Understood(new QueryLanguage(query).whole());
        } catch (Misreading misreading) {
            return misreading.fault();
        }
    }

    /// A query that asks for it: what was parsed is written so that it is parsed the same.
    public static String print(Asked asked) {
        return switch (asked) {
            case Asked.Everything nothing -> "";
            case Asked.All all -> joined(all.parts(), " ");
            case Asked.Any any -> joined(any.parts(), " OR ");
            case Asked.Not not ->
                "NOT " + (isSeveral(not.unwanted()) ? bracketed(not.unwanted()) : print(not.unwanted()));
            case Asked.Near near ->
                (near.one() instanceof Asked.Near ? print(near.one()) : held(near.one()))
                        + (near.ordered() ? " then/" : " near/")
                        + near.words()
                        + " "
                        + held(near.other());
            case Asked.Within within -> within.field() + ":" + value(within.value());
            case Asked.Word word -> word.text();
            case Asked.Phrase phrase -> "\"" + phrase.text() + "\"";
            case Asked.Exactly exactly -> "=\"" + exactly.text() + "\"";
            case Asked.Fuzzy fuzzy -> fuzzy.text() + "~" + (fuzzy.letters() == 0 ? "" : fuzzy.letters());
            case Asked.Pattern pattern -> "/" + pattern.regex() + "/";
        };
    }

    private static String joined(List<Asked> parts, String between) {
        return parts.stream()
                .map(part -> isSeveral(part) || endsAQuestion(part) ? bracketed(part) : print(part))
                .collect(Collectors.joining(between));
    }

    /// Behind another word it would be no word, but the end of a question.
    private static boolean endsAQuestion(Asked part) {
        return part instanceof Asked.Word word && word.text().chars().allMatch(letter -> letter == '?');
    }

    /// What stands on one side of a `near/`.
    private static String held(Asked asked) {
        return isSeveral(asked) || asked instanceof Asked.Not || asked instanceof Asked.Near || endsAQuestion(asked)
                ? bracketed(asked)
                : print(asked);
    }

    private static String value(Asked asked) {
        boolean address = asked instanceof Asked.Word word && word.text().startsWith("//");
        return address ? bracketed(asked) : held(asked);
    }

    private static boolean isSeveral(Asked asked) {
        return asked instanceof Asked.All || asked instanceof Asked.Any;
    }

    private static String bracketed(Asked asked) {
        return "(" + print(asked) + ")";
    }

    private Asked whole() {
        if (tokens.isEmpty()) {
            return new Asked.Everything(new Place(0, end.end()));
        }
        Asked whole = either("");
        if (next < tokens.size()) {
            throw new Misreading(tokens.get(next).at(), "unexpectedBracket");
        }
        return whole;
    }

    private Asked either(String field) {
        List<Asked> some = new ArrayList<>(List.of(all(field)));
        while (takes(Token.Kind.OR)) {
            some.add(all(field));
        }
        return some.size() == 1 ? some.getFirst() : new Asked.Any(around(some), some);
    }

    private Asked all(String field) {
        List<Asked> all = new ArrayList<>();
        do {
            all.add(some(field));
        } while (continues());
        return all.size() == 1 ? all.getFirst() : new Asked.All(around(all), all);
    }

    /// Whether another operand follows; an AND between two is taken as read.
    private boolean continues() {
        if (takes(Token.Kind.AND)) {
            return true;
        }
        if (next >= tokens.size()) {
            return false;
        }
        Token.Kind kind = tokens.get(next).kind();
        return kind != Token.Kind.OR && kind != Token.Kind.CLOSE;
    }

    private Asked some(String field) {
        if (next >= tokens.size() || tokens.get(next).kind() != Token.Kind.NOT) {
            return near(field);
        }
        Token not = tokens.get(next);
        next++;
        deeper(not);
        Asked unwanted = some(field);
        depth--;
        return new Asked.Not(not.at().to(unwanted.at()), unwanted);
    }

    private Asked near(String field) {
        Asked near = one(field);
        while (next < tokens.size() && isNear(tokens.get(next))) {
            Token token = tokens.get(next);
            next++;
            Asked other = one(field);
            near = new Asked.Near(
                    near.at().to(other.at()), near, other, token.number(), token.kind() == Token.Kind.THEN);
        }
        return near;
    }

    private static boolean isNear(Token token) {
        return token.kind() == Token.Kind.NEAR || token.kind() == Token.Kind.THEN;
    }

    /// @param field the field of the brackets it stands in, or empty
    private Asked one(String field) {
        if (next >= tokens.size()) {
            throw new Misreading(end, "missingOperand");
        }
        Token token = tokens.get(next);
        next++;
        if (!token.field().isEmpty() && !field.isEmpty()) {
            throw new Misreading(token.at(), "fieldInField");
        }
        return switch (token.kind()) {
            case OPEN -> bracket(token, field);
            case WORD -> in(token, new Asked.Word(token.at(), token.text()));
            case PHRASE -> in(token, new Asked.Phrase(token.at(), token.text()));
            case EXACTLY -> in(token, new Asked.Exactly(token.at(), token.text()));
            case FUZZY -> in(token, new Asked.Fuzzy(token.at(), token.text(), token.number()));
            case PATTERN -> in(token, new Asked.Pattern(token.at(), token.text()));
            case NOT -> throw new Misreading(token.at(), "nearNot");
            case AND, OR, NEAR, THEN -> throw new Misreading(token.at(), "missingOperand");
            case CLOSE -> throw new Misreading(token.at(), "unexpectedBracket");
        };
    }

    private static Asked in(Token token, Asked value) {
        return token.field().isEmpty() ? value : new Asked.Within(token.at(), token.field(), value);
    }

    private Asked bracket(Token open, String field) {
        deeper(open);
        Asked inside = either(open.field().isEmpty() ? field : open.field());
        if (!takes(Token.Kind.CLOSE)) {
            throw new Misreading(open.at(), "unclosedBracket");
        }
        depth--;
        Place whole = open.at().to(tokens.get(next - 1).at());
        return open.field().isEmpty() ? inside : new Asked.Within(whole, open.field(), inside);
    }

    private void deeper(Token into) {
        depth++;
        if (depth > DEEPEST) {
            throw new Misreading(into.at(), "tooDeep");
        }
    }

    private static Place around(List<Asked> parts) {
        return parts.getFirst().at().to(parts.getLast().at());
    }

    private boolean takes(Token.Kind kind) {
        if (next < tokens.size() && tokens.get(next).kind() == kind) {
            next++;
            return true;
        }
        return false;
    }
}
