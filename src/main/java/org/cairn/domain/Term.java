package org.cairn.domain;

import java.util.Map;

/// A term of a list: its code for scripts, and what it is called in each language.
///
/// @param code kept in records; never changed once used
/// @param label what people read, by language
/// @param retired whether it is no longer offered; records that have it still show its label
public record Term(String code, Map<String, String> label, boolean retired) {

    public Term {
        Texts.requireGiven("code", code);
        label = Labels.of("label", label);
    }

    /// A term that is offered.
    public Term(String code, Map<String, String> label) {
        this(code, label, false);
    }

    @Override
    public String toString() {
        return "Term " + code;
    }
}
