package org.cairn.domain.expression;

/// A word of an expression.
///
/// @param kind what it is
/// @param text what it says, without its quotation marks or braces
record Token(Kind kind, String text) {
    enum Kind {
        NUMBER,
        TEXT,
        ANSWER,
        SELF,
        WORD,
        SIGN
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    @Override
    public String toString() {
        return kind.name();
    }
}
