package org.cairn.exchange;

import java.util.List;
import java.util.stream.Stream;
import org.cairn.domain.FieldType;
import org.cairn.domain.FormField;

/// A form whose questions that may name somebody are marked so.
final class Guarded {

    private Guarded() {}

    static List<FormField> of(List<FormField> fields) {
        return fields.stream().map(Guarded::of).toList();
    }

    private static FormField of(FormField field) {
        if (field.type().holdsFields()) {
            return field.holding(of(field.fields()));
        }
        boolean words = switch (field.type()) {
            case TEXT, LONG_TEXT, COMPUTED, INTEGER -> true;
            default -> false;
        };
        boolean asksForWords = field.type() != FieldType.INTEGER;
        Stream<String> said = Stream.concat(Stream.of(field.name()), field.label().values().stream());
        return words && (asksForWords || field.name().length() < 40) && NamingWords.mayName(said)
                ? field.namingPeople()
                : field;
    }
}
