package org.cairn.domain.expression;

import java.util.Optional;
import java.util.Set;

/// A condition such as `${age} >= 18 and selected(${held}, 'camp')`, in the part of XPath that forms in the field use.
///
/// Answers are named as `${name}`, or by a path of which the last step counts (`/data/visit/age`, `../age`); `.` is the
/// answer that is being judged. There are the comparisons, `and`, `or`, the four operations, and the functions of
/// [Function]. Anything else is no expression here, and is said to be none.
public final class Expression {

    /// Nobody writes a longer one by hand; deeper or longer ones would only be there to do harm.
    private static final int LONGEST = 4_000;

    private final String text;
    private final Node root;
    private final Set<String> names;

    private Expression(String text, Node root, Set<String> names) {
        this.text = text;
        this.root = root;
        this.names = names;
    }

    /// Understands an expression, or nothing when it holds what is not understood here.
    public static Optional<Expression> parse(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        return Tokens.of(plain).flatMap(tokens -> {
            Parser parser = new Parser(tokens);
            return parser.whole().map(root -> new Expression(plain, root, parser.names()));
        });
    }

    /// The answers it asks for.
    public Set<String> names() {
        return names;
    }

    /// Whether it is true of some answers.
    public boolean holds(Scope scope) {
        return Values.truth(root.value(scope));
    }

    @Override
    public String toString() {
        return text;
    }
}
