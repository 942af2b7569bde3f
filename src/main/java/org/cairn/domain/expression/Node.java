package org.cairn.domain.expression;

/// A part of an expression: it comes to a text, a number, a truth value or a list of texts.
@FunctionalInterface
interface Node {
    Object value(Scope scope);
}
