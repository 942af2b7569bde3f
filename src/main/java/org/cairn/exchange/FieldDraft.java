package org.cairn.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.DateAsked;
import org.cairn.domain.FieldType;
import org.cairn.domain.FormField;

/// A question while its form is being read.
final class FieldDraft {

    String name = "";
    FieldType type = FieldType.TEXT;
    final Map<String, String> label = new LinkedHashMap<>();
    final Map<String, String> hint = new LinkedHashMap<>();
    final Map<String, String> constraintMessage = new LinkedHashMap<>();
    boolean required;
    Optional<String> shownIf = Optional.empty();
    Optional<String> constraint = Optional.empty();
    Optional<String> list = Optional.empty();
    boolean other;
    boolean namesPerson;
    Optional<DateAsked> asked = Optional.empty();
    final List<FieldDraft> fields = new ArrayList<>();

    FormField done() {
        return new FormField(
                name,
                type,
                label,
                hint,
                required,
                shownIf,
                constraint,
                constraintMessage,
                list,
                other,
                namesPerson,
                type.holdsFields() ? fields.stream().map(FieldDraft::done).toList() : List.of(),
                type == FieldType.DATE ? asked : Optional.empty());
    }
}
