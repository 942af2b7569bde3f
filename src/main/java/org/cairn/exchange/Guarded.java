package org.cairn.exchange;

import java.util.List;
import java.util.stream.Stream;
import org.cairn.domain.FieldType;
import org.cairn.domain.FormField;

/// A form whose questions that may name somebody, or find them, are marked so.
final class Guarded {

    private Guarded() {}

    static List<FormField> of(List<FormField> fields) {
        return of(fields, false);
    }

    /// All of some questions, whatever they ask.
    static List<FormField> all(List<FormField> fields) {
        return fields.stream()
                .map(field -> field.holding(all(field.fields())).namingPeople())
                .toList();
    }

    /// @param named whether what holds them is called by a name or a contact: then each part of it may be one
    private static List<FormField> of(List<FormField> fields, boolean named) {
        return fields.stream().map(field -> of(field, named)).toList();
    }

    private static FormField of(FormField field, boolean around) {
        boolean named =
                around || NamingWords.mayName(Stream.concat(Stream.of(field.name()), field.label().values().stream()));
        if (field.type().holdsFields()) {
            FormField inner = field.holding(of(field.fields(), named));
            // where a tool wrote a text for the whole of it, that is kept under its name
            return named ? inner.namingPeople() : inner;
        }
        // where somebody lives is found by a point, whatever it is called
        return field.type() == FieldType.POINT || (named && saysWhatItLikes(field.type()))
                ? field.namingPeople()
                : field;
    }

    private static boolean saysWhatItLikes(FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT, COMPUTED, INTEGER, DECIMAL, DATE -> true;
            default -> false;
        };
    }
}
