package org.cairn.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A question of a form, or a group of questions.
///
/// @param name what scripts and records call it: unique where it stands
/// @param type what kind of answer it takes
/// @param label what people read, by language
/// @param hint help in answering, by language
/// @param required wanted before a statement is sealed; it never keeps anybody from writing
/// @param shownIf a condition on other answers: `${held} = 'yes'`; always shown without one
/// @param constraint a condition on the answer itself: `. >= 0 and . <= 120`
/// @param constraintMessage what to say when it is not met, by language
/// @param list the list that a choice is made from: one of the form's own, or a vocabulary's name
/// @param other whether something may be answered that is not on the list
/// @param namesPerson whether the answer may name somebody: it is then never searched, and is shown with a mark
/// @param fields what a group or a repeat holds
/// @param date how much of a date it asks for, where another tool asked it; absent where the day is meant
public record FormField(
        String name,
        FieldType type,
        Map<String, String> label,
        Map<String, String> hint,
        boolean required,
        Optional<String> shownIf,
        Optional<String> constraint,
        Map<String, String> constraintMessage,
        Optional<String> list,
        boolean other,
        boolean namesPerson,
        List<FormField> fields,
        Optional<DateAsked> date) {

    private static final int LONGEST_NAME = 200;
    private static final Pattern NAME = Pattern.compile("[^\\s/${}\\[\\]\\p{C}]{1," + LONGEST_NAME + "}");

    public FormField {
        if (!NAME.matcher(name).matches()) {
            throw new ArchiveException.InvalidInput("name", name.isBlank() ? "missing" : "notAFieldName");
        }
        label = Labels.of("label", label);
        hint = Labels.of("hint", hint);
        constraintMessage = Labels.of("constraintMessage", constraintMessage);
        fields = List.copyOf(fields);
        if (!type.holdsFields() && !fields.isEmpty()) {
            throw new ArchiveException.InvalidInput("fields", "unknownField");
        }
    }

    /// A question as this program asks it.
    public FormField(
            String name,
            FieldType type,
            Map<String, String> label,
            Map<String, String> hint,
            boolean required,
            Optional<String> shownIf,
            Optional<String> constraint,
            Map<String, String> constraintMessage,
            Optional<String> list,
            boolean other,
            boolean namesPerson,
            List<FormField> fields) {
        this(
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
                fields,
                Optional.empty());
    }

    /// A plain question with nothing but its label.
    public static FormField of(String name, FieldType type, Map<String, String> label) {
        return new FormField(
                name,
                type,
                label,
                Map.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                false,
                false,
                List.of());
    }

    /// The same question with its answers from a list.
    public FormField from(String terms) {
        return new FormField(
                name,
                type,
                label,
                hint,
                required,
                shownIf,
                constraint,
                constraintMessage,
                Optional.of(terms),
                other,
                namesPerson,
                fields,
                date);
    }

    /// The same group with other questions in it.
    public FormField holding(List<FormField> inner) {
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
                inner,
                date);
    }

    /// The same question, whose answer may name somebody.
    public FormField namingPeople() {
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
                true,
                fields,
                date);
    }

    /// What a reader of a language reads: its label, or its name with its words apart.
    ///
    /// @param own the language the form was written in
    public String label(String reader, String own) {
        return Labels.read(label, reader, own).orElseGet(() -> spaced(name));
    }

    /// A name for scripts as people read it: `lengthMm` as `length mm`.
    public static String spaced(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])|_+", " ").strip().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return "FormField";
    }
}
