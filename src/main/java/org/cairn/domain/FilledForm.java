package org.cairn.domain;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The answers to one form.
///
/// @param form the form and the revision of it that was answered: `F-0001/2`, or the program's own `person/1`
/// @param values JSON values by question: text, number, truth value; a list for several choices and for a repeat, a map
///     for a group, a date and a point
/// @param asWritten what another tool had for a question and what does not fit it, word for word, by the question's
/// path
/// @param origin where they came from, when they were given in another tool
public record FilledForm(
        String form, Map<String, Object> values, Map<String, String> asWritten, Optional<SubmissionOrigin> origin) {

    public FilledForm {
        Texts.requireGiven("form", form);
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        asWritten = Collections.unmodifiableSortedMap(new TreeMap<>(asWritten));
    }

    /// Answers that all fit their questions.
    public FilledForm(String form, Map<String, Object> values) {
        this(form, values, Map.of(), Optional.empty());
    }

    /// Whether nothing was answered.
    public boolean isEmpty() {
        return values.isEmpty() && asWritten.isEmpty();
    }

    @Override
    public String toString() {
        return "FilledForm";
    }
}
