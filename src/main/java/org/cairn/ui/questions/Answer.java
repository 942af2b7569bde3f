package org.cairn.ui.questions;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The place of one answer: what is there, and what becomes of it.
///
/// @param path where it is kept, as faults name it
/// @param name the question
/// @param values the answers it stands among
record Answer(String path, String name, Map<String, Object> values, FormViewModel model) {

    Optional<Object> value() {
        return Optional.ofNullable(values.get(name));
    }

    String text() {
        return value().map(value -> value instanceof Map<?, ?> || value instanceof List<?> ? "" : String.valueOf(value))
                .orElse("");
    }

    /// An answer, or nothing where it was taken back.
    void give(Optional<?> value) {
        if (Objects.equals(values.get(name), value.orElse(null))) {
            return;
        }
        value.ifPresentOrElse(given -> values.put(name, given), () -> values.remove(name));
        model.changed();
    }

    Optional<String> fault() {
        return model.fault(path);
    }

    boolean wanted() {
        return model.wanted().contains(path);
    }

    @Override
    public String toString() {
        return "Answer";
    }
}
