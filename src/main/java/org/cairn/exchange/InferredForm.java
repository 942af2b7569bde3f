package org.cairn.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cairn.domain.FieldType;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.FormOrigin;
import org.cairn.domain.FormValues;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;

/// A form made from what was answered, where nobody has the form that was asked: every answer finds its place.
public final class InferredForm {

    private static final Pattern MEDIA = Pattern.compile(
            "[^/\\\\]{1,200}\\.(?:jpe?g|png|gif|heic|amr|mp3|m4a|wav|3gp|3gpp|mp4|mov|pdf|osm|csv|zip)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern POINT =
            Pattern.compile("-?\\d+(?:\\.\\d+)? -?\\d+(?:\\.\\d+)?(?: -?\\d+(?:\\.\\d+)?){0,2}");
    private static final int A_LINE = 120;

    private InferredForm() {}

    /// The form that some submissions of one form come to together.
    ///
    /// @param form what their tool calls it
    public static FormDefinition of(String tool, String form, List<Map<String, Object>> all) {
        List<FieldDraft> fields = fields(all);
        return new FormDefinition(
                tool + ":" + form,
                "",
                Map.of("und", form),
                LanguageTag.UNDETERMINED,
                Optional.of(RecordKind.TESTIMONY),
                Guarded.of(fields.stream().map(FieldDraft::done).toList()),
                Map.of(),
                true,
                Optional.of(new FormOrigin(tool, "", Optional.empty(), List.of())));
    }

    /// The same with the questions that an earlier one had and this one has not.
    public static FormDefinition joined(FormDefinition earlier, FormDefinition now) {
        return new FormDefinition(
                now.id(),
                now.version(),
                now.titles(),
                now.language(),
                now.extendsKind(),
                joined(earlier.fields(), now.fields()),
                now.lists(),
                earlier.retired(),
                now.origin());
    }

    private static List<FormField> joined(List<FormField> earlier, List<FormField> now) {
        Map<String, FormField> fields = new LinkedHashMap<>();
        earlier.forEach(field -> fields.put(field.name(), field));
        now.forEach(field -> fields.merge(field.name(), field, (before, same) -> {
            if (before.type().holdsFields() && same.type().holdsFields()) {
                FormField outer = before.type() == FieldType.REPEAT ? before : same;
                return outer.holding(joined(before.fields(), same.fields()));
            }
            if (before.type() != same.type()) {
                return wider(before, same);
            }
            return same.namesPerson() ? before.namingPeople() : before;
        }));
        return List.copyOf(fields.values());
    }

    /// What was a date in one and a word in another is a text.
    private static FormField wider(FormField before, FormField same) {
        FormField field = before.type().holdsFields() ? before : same.type().holdsFields() ? same : null;
        if (field != null) {
            return field;
        }
        FormField text = FormField.of(before.name(), FieldType.LONG_TEXT, before.label());
        return before.namesPerson() || same.namesPerson() ? text.namingPeople() : text;
    }

    private static List<FieldDraft> fields(List<Map<String, Object>> all) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (Map<String, Object> one : all) {
            one.forEach((name, value) -> {
                List<Object> known = values.computeIfAbsent(name, key -> new ArrayList<>());
                if (value instanceof List<?> list) {
                    repeated.add(name);
                    known.addAll(list);
                } else {
                    known.add(value);
                }
            });
        }
        List<FieldDraft> fields = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        values.forEach((name, answers) -> {
            if (!Named.field(name).isEmpty()) {
                fields.add(field(Named.once(Named.field(name), taken), answers, repeated.contains(name)));
            }
        });
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static FieldDraft field(String name, List<Object> answers, boolean repeated) {
        FieldDraft field = new FieldDraft();
        field.name = name;
        List<Map<String, Object>> groups = answers.stream()
                .filter(Map.class::isInstance)
                .map(answer -> (Map<String, Object>) answer)
                .toList();
        if (!groups.isEmpty()) {
            field.type = repeated ? FieldType.REPEAT : FieldType.GROUP;
            field.fields.addAll(fields(groups));
        } else {
            List<String> texts = answers.stream()
                    .map(String::valueOf)
                    .filter(text -> !text.isBlank())
                    .toList();
            field.type = type(texts);
            field.asked = OdkDate.unknown(name);
        }
        return field;
    }

    private static FieldType type(List<String> texts) {
        if (texts.isEmpty()) {
            return FieldType.TEXT;
        }
        if (texts.stream().allMatch(text -> MEDIA.matcher(text).matches())) {
            return FieldType.ATTACHMENT;
        }
        if (texts.stream().allMatch(text -> DAY.matcher(text).matches())) {
            return FieldType.DATE;
        }
        if (texts.stream()
                .allMatch(text ->
                        POINT.matcher(text).matches() && FormValues.point(text).isPresent())) {
            return FieldType.POINT;
        }
        return texts.stream().anyMatch(text -> text.length() > A_LINE || text.contains("\n"))
                ? FieldType.LONG_TEXT
                : FieldType.TEXT;
    }
}
