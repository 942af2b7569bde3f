package org.cairn.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.FieldType;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.FormValues;
import org.cairn.domain.NotMapped;
import org.cairn.domain.Term;

/// Answers as another tool wrote them, made into the values of a form. What does not fit is kept word for word.
public final class Conversion {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,15}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,60}(?:\\.\\d{1,60})?");
    private static final Pattern TIME =
            Pattern.compile("(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern DATE_TIME = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Set<String> TRUE = Set.of("1", "true", "yes", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("0", "false", "no", "False", "FALSE");

    private final FormDefinition form;
    private final Map<String, String> asWritten = new TreeMap<>();
    private final Map<String, String> attachments = new LinkedHashMap<>();
    private final List<NotMapped> notMapped = new ArrayList<>();

    private Conversion(FormDefinition form) {
        this.form = form;
    }

    /// Answers to a form.
    ///
    /// @param values those that fit, by question
    /// @param asWritten those that do not, by path
    /// @param attachments files that answers name, by path; they are in no value yet
    /// @param notMapped what the form has no question for
    public record Converted(
            Map<String, Object> values,
            Map<String, String> asWritten,
            Map<String, String> attachments,
            List<NotMapped> notMapped) {
        @Override
        public String toString() {
            return "Converted";
        }
    }

    /// Makes answers fit a form as far as they do.
    public static Converted of(FormDefinition form, Map<String, Object> answers) {
        Conversion conversion = new Conversion(form);
        Map<String, Object> values = conversion.all("", form.fields(), answers);
        return new Converted(values, conversion.asWritten, conversion.attachments, conversion.notMapped);
    }

    private Map<String, Object> all(String path, List<FormField> fields, Map<?, ?> answers) {
        Map<String, Object> values = new TreeMap<>();
        grouped(fields, answers).forEach((name, said) -> {
            Optional<FormField> field = fields.stream()
                    .filter(one -> one.name().equals(String.valueOf(name))
                            || one.name().equals(Named.field(String.valueOf(name))))
                    .findFirst();
            if (field.isEmpty()) {
                // what stands beside the parts of a group is of the group itself
                String whole = String.valueOf(name).isEmpty() ? path.replaceFirst("\\.$", "") : path + name;
                stray(whole, said);
            } else {
                one(path + field.get().name(), field.get(), said)
                        .ifPresent(value -> values.put(field.get().name(), value));
            }
        });
        return values;
    }

    /// Tables of ODK Central join the names of a group and of what is in it with a hyphen.
    private static Map<String, Object> grouped(List<FormField> fields, Map<?, ?> answers) {
        Map<String, Object> all = new LinkedHashMap<>();
        answers.forEach((key, said) -> {
            String name = String.valueOf(key);
            Optional<FormField> group = fields.stream()
                            .anyMatch(field -> field.name().equals(name))
                    ? Optional.empty()
                    : fields.stream()
                            .filter(field -> field.type() == FieldType.GROUP && name.startsWith(field.name() + "-"))
                            .findFirst();
            if (group.isPresent()) {
                String within = name.substring(group.get().name().length() + 1);
                CsvFile.group(all, group.get().name()).put(within, said);
            } else {
                all.put(name, said);
            }
        });
        return all;
    }

    /// What nobody asked is kept with the answers all the same.
    private void stray(String path, Object said) {
        if (said instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> stray(path + "." + name, inner));
        } else if (said instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                stray(path + "[" + i + "]", list.get(i));
            }
        } else if (!String.valueOf(said).isBlank()) {
            asWritten.put(path, String.valueOf(said));
            notMapped.add(new NotMapped("notInForm", path, ""));
        }
    }

    private Optional<Object> one(String path, FormField field, Object said) {
        return switch (field.type()) {
            case GROUP -> group(path, field, said);
            case REPEAT -> repeat(path, field, said);
            default -> leaf(path, field, said);
        };
    }

    private Optional<Object> group(String path, FormField field, Object said) {
        if (said instanceof Map<?, ?> inner) {
            Map<String, Object> values = all(path + ".", field.fields(), inner);
            return values.isEmpty() ? Optional.empty() : Optional.of(values);
        }
        if (!String.valueOf(said).isBlank()) {
            misfit(path, said);
        }
        return Optional.empty();
    }

    private Optional<Object> repeat(String path, FormField field, Object said) {
        List<?> rounds = said instanceof List<?> list ? list : List.of(said);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            // an empty round would be lost if it were left out: the numbers of those after it are kept
            if (rounds.get(i) instanceof Map<?, ?> inner) {
                values.add(all(path + "[" + values.size() + "].", field.fields(), inner));
            } else if (!String.valueOf(rounds.get(i)).isBlank()) {
                misfit(path + "[" + i + "]", rounds.get(i));
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    private Optional<Object> leaf(String path, FormField field, Object said) {
        if (said instanceof List<?> several) {
            for (int i = 1; i < several.size(); i++) {
                misfit(path + "[" + i + "]", several.get(i));
            }
            return several.isEmpty() ? Optional.empty() : leaf(path, field, several.getFirst());
        }
        if (said instanceof Map<?, ?> columns) {
            return field.type() == FieldType.CHOICES ? ticked(path, field, columns) : parts(path, field, columns);
        }
        String text = String.valueOf(said).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (field.type() == FieldType.ATTACHMENT) {
            attachments.put(path, text);
            return Optional.empty();
        }
        Optional<Object> value = value(field, text);
        if (value.isEmpty()) {
            misfit(path, text);
        }
        return value;
    }

    private void misfit(String path, Object said) {
        asWritten.put(path, String.valueOf(said));
        notMapped.add(new NotMapped("doesNotFit", path, ""));
    }

    private Optional<Object> value(FormField field, String text) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, COMPUTED -> Optional.of(text);
            case INTEGER -> WHOLE.matcher(text).matches() ? Optional.of(number(text)) : Optional.empty();
            case DECIMAL -> DECIMAL.matcher(text).matches() ? Optional.of(text) : Optional.empty();
            case DATE ->
                MartusDate.read(text)
                        .or(() -> OdkDate.read(
                                text,
                                field.date(),
                                () -> SpokenDates.understand(
                                        Said.in(form.language().primary(), text))))
                        .map(FormValues::of);
            case TIME -> TIME.matcher(text).matches() ? Optional.of(text) : Optional.empty();
            case DATE_TIME -> DATE_TIME.matcher(text).matches() ? Optional.of(text) : Optional.empty();
            case YES_NO ->
                TRUE.contains(text) ? Optional.of(true) : FALSE.contains(text) ? Optional.of(false) : Optional.empty();
            case CHOICE -> code(field, text).map(code -> code);
            case CHOICES -> codes(field, text);
            case POINT -> FormValues.point(text).map(point -> point);
            case ATTACHMENT, NOTE, GROUP, REPEAT -> Optional.empty();
        };
    }

    private static Object number(String text) {
        long value = Long.parseLong(text);
        return value == (int) value ? (Object) (int) value : (Object) value;
    }

    /// A term by its code, or by what it is called where a table has words for codes.
    private Optional<String> code(FormField field, String text) {
        List<Term> terms = field.list()
                .map(list -> form.lists().getOrDefault(list, List.of()))
                .orElse(List.of());
        return terms.stream()
                .filter(term -> term.code().equals(text))
                .findFirst()
                .or(() -> terms.stream()
                        .filter(term -> term.label().containsValue(text))
                        .findFirst())
                .map(Term::code)
                .or(() -> field.other() ? Optional.of(text) : Optional.empty());
    }

    private Optional<Object> codes(FormField field, String text) {
        if (code(field, text).isPresent() && !field.other()) {
            return Optional.of(List.of(code(field, text).get()));
        }
        List<Optional<String>> all =
                Arrays.stream(text.split("\\s+")).map(one -> code(field, one)).toList();
        return all.stream().allMatch(Optional::isPresent)
                ? Optional.of(all.stream().map(Optional::get).distinct().toList())
                : Optional.empty();
    }

    /// A table has a column for each term, and sometimes one for all of them.
    private Optional<Object> ticked(String path, FormField field, Map<?, ?> columns) {
        List<String> codes = new ArrayList<>();
        columns.forEach((column, said) -> {
            String text = String.valueOf(said).strip();
            Optional<String> code = code(field, String.valueOf(column));
            if (code.isPresent() && TRUE.contains(text)) {
                codes.add(code.get());
            } else if (!String.valueOf(column).isEmpty() && !FALSE.contains(text) && !text.isEmpty()) {
                misfit(path + "." + column, text);
            }
        });
        if (codes.isEmpty() && columns.get("") instanceof String together) {
            return leaf(path, field, together);
        }
        return codes.isEmpty() ? Optional.empty() : Optional.of(codes);
    }

    private Optional<Object> parts(String path, FormField field, Map<?, ?> columns) {
        columns.forEach((column, said) -> {
            if (!String.valueOf(column).isEmpty()) {
                stray(path + "." + column, said);
            }
        });
        return columns.get("") instanceof String text ? leaf(path, field, text) : Optional.empty();
    }
}
