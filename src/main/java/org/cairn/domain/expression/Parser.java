package org.cairn.domain.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An expression out of its words, by what binds closest.
final class Parser {

    private static final int DEEPEST = 60;

    private final List<Token> tokens;
    private final Set<String> names = new TreeSet<>();
    private int at;
    private int depth;

    Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    Set<String> names() {
        return Set.copyOf(names);
    }

    /// The whole of it, or nothing where a word stands where none can.
    Optional<Node> whole() {
        Node root = either();
        return root == null || at < tokens.size() ? Optional.empty() : Optional.of(root);
    }

    private @Nullable Node either() {
        if (++depth > DEEPEST) {
            return null;
        }
        Node left = both();
        while (left != null && word("or")) {
            Node first = left;
            Node second = both();
            left = second == null
                    ? null
                    : scope -> Values.truth(first.value(scope)) || Values.truth(second.value(scope));
        }
        depth--;
        return left;
    }

    private @Nullable Node both() {
        Node left = compared();
        while (left != null && word("and")) {
            Node first = left;
            Node second = compared();
            left = second == null
                    ? null
                    : scope -> Values.truth(first.value(scope)) && Values.truth(second.value(scope));
        }
        return left;
    }

    private @Nullable Node compared() {
        Node left = added();
        while (left != null) {
            String sign = sign("=", "!=", "<=", ">=", "<", ">");
            if (sign.isEmpty()) {
                return left;
            }
            Node first = left;
            Node second = added();
            left = second == null ? null : scope -> Values.compare(first.value(scope), sign, second.value(scope));
        }
        return null;
    }

    private @Nullable Node added() {
        Node left = multiplied();
        while (left != null) {
            String sign = sign("+", "-");
            if (sign.isEmpty()) {
                return left;
            }
            Node first = left;
            Node second = multiplied();
            left = second == null ? null : scope -> Values.worked(first.value(scope), sign, second.value(scope));
        }
        return null;
    }

    private @Nullable Node multiplied() {
        Node left = signed();
        while (left != null) {
            String sign = sign("*");
            if (sign.isEmpty()) {
                sign = word("div") ? "div" : word("mod") ? "mod" : "";
            }
            if (sign.isEmpty()) {
                return left;
            }
            Node first = left;
            String how = sign;
            Node second = signed();
            left = second == null ? null : scope -> Values.worked(first.value(scope), how, second.value(scope));
        }
        return null;
    }

    private @Nullable Node signed() {
        if (!sign("-").isEmpty()) {
            if (++depth > DEEPEST) {
                return null;
            }
            Node inner = signed();
            depth--;
            return inner == null ? null : scope -> Values.worked(0.0, "-", inner.value(scope));
        }
        return single();
    }

    private @Nullable Node single() {
        if (at >= tokens.size()) {
            return null;
        }
        Token token = tokens.get(at++);
        return switch (token.kind()) {
            case NUMBER -> {
                Double number = Double.valueOf(token.text());
                yield scope -> number;
            }
            case TEXT -> scope -> token.text();
            case SELF -> scope -> scope.self().orElse("");
            case ANSWER -> {
                names.add(token.text());
                yield scope -> scope.answer(token.text()).orElse("");
            }
            case WORD -> called(token.text());
            case SIGN -> token.is("(") ? bracketed() : null;
        };
    }

    private @Nullable Node bracketed() {
        Node inner = either();
        return inner == null || sign(")").isEmpty() ? null : inner;
    }

    private @Nullable Node called(String name) {
        if (sign("(").isEmpty()) {
            return null;
        }
        List<Node> given = new ArrayList<>();
        if (sign(")").isEmpty()) {
            do {
                Node argument = either();
                if (argument == null) {
                    return null;
                }
                given.add(argument);
            } while (!sign(",").isEmpty());
            if (sign(")").isEmpty()) {
                return null;
            }
        }
        return Function.named(name, given.size()).map(of -> of.applied(given)).orElse(null);
    }

    private boolean word(String word) {
        boolean here = at < tokens.size() && tokens.get(at).isWord(word);
        at += here ? 1 : 0;
        return here;
    }

    /// The one of some signs that stands here, or nothing.
    private String sign(String... signs) {
        for (String sign : signs) {
            if (at < tokens.size() && tokens.get(at).is(sign)) {
                at++;
                return sign;
            }
        }
        return "";
    }
}
