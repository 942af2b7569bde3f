package org.cairn.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.cairn.domain.expression.Expression;
import org.cairn.domain.expression.Scope;

/// Judges answers by the form they answer: whether each fits its question, and which wanted ones are missing.
public final class FormCheck {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,60}(?:\\.\\d{1,60})?");
    private static final Pattern DATE_TIME = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern TIME =
            Pattern.compile("(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?");

    private final BiPredicate<String, String> known;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();
    private final Deque<Map<?, ?>> around = new ArrayDeque<>();

    private FormCheck(BiPredicate<String, String> known, LocalDate today) {
        this.known = known;
        this.today = today;
    }

    /// What is wrong with an answer, or missing.
    ///
    /// @param path where: `visit[1].age`, counted from 0
    /// @param field the question
    /// @param reason `missing`, `unknownField`, `unknownValue`, `notADate`, `notANumber`, `notATime`, `constraint`…
    public record Finding(String path, Optional<FormField> field, String reason) {
        /// Whether it is only wanted: that keeps nobody from writing.
        public boolean onlyWanted() {
            return reason.equals("missing");
        }

        @Override
        public String toString() {
            return "Finding " + reason;
        }
    }

    /// What is wrong with some answers, and what is wanted and not there.
    ///
    /// @param known whether a list has a term: asked for the names of lists and codes
    /// @param today the day on which they are judged
    public static List<Finding> of(
            List<FormField> fields, Map<String, Object> values, BiPredicate<String, String> known, LocalDate today) {
        FormCheck check = new FormCheck(known, today);
        check.all("", fields, values);
        return check.findings;
    }

    /// Whether a question is shown beside some answers.
    ///
    /// @param around the answers it stands among, the nearest first
    public static boolean shown(FormField field, List<Map<?, ?>> around, LocalDate today) {
        return field.shownIf()
                .flatMap(Expression::parse)
                .map(condition -> condition.holds(new Among(around, Optional.empty(), today)))
                .orElse(true);
    }

    private void all(String path, List<FormField> fields, Map<?, ?> values) {
        around.push(values);
        for (Object name : values.keySet()) {
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                findings.add(new Finding(path + name, Optional.empty(), "unknownField"));
            }
        }
        for (FormField field : fields) {
            Object value = values.get(field.name());
            if (value != null) {
                one(path + field.name(), field, value);
            } else if (field.type() == FieldType.GROUP && shown(field, List.copyOf(around), today)) {
                all(path + field.name() + ".", field.fields(), Map.of());
            } else if (field.required() && field.type().asked() && shown(field, List.copyOf(around), today)) {
                findings.add(new Finding(path + field.name(), Optional.of(field), "missing"));
            }
        }
        around.pop();
    }

    private void one(String path, FormField field, Object value) {
        switch (field.type()) {
            case GROUP -> {
                if (value instanceof Map<?, ?> inner) {
                    all(path + ".", field.fields(), inner);
                } else {
                    findings.add(new Finding(path, Optional.of(field), "unknownValue"));
                }
            }
            case REPEAT -> {
                List<?> rounds = value instanceof List<?> list ? list : List.of();
                if (!(value instanceof List<?>)) {
                    findings.add(new Finding(path, Optional.of(field), "unknownValue"));
                }
                for (int i = 0; i < rounds.size(); i++) {
                    if (rounds.get(i) instanceof Map<?, ?> inner) {
                        all(path + "[" + i + "].", field.fields(), inner);
                    } else {
                        findings.add(new Finding(path + "[" + i + "]", Optional.of(field), "unknownValue"));
                    }
                }
            }
            default -> {
                Optional<String> wrong = fault(field, value).or(() -> unmet(field, value));
                wrong.ifPresent(reason -> findings.add(new Finding(path, Optional.of(field), reason)));
            }
        }
    }

    /// Why a value is no answer to a question, or nothing.
    private Optional<String> fault(FormField field, Object value) {
        boolean fits = switch (field.type()) {
            case TEXT, LONG_TEXT, COMPUTED -> value instanceof String;
            case INTEGER -> value instanceof Number number && whole(number);
            case DECIMAL ->
                value instanceof String text && DECIMAL.matcher(text).matches();
            case DATE -> FormValues.date(value).isPresent();
            case TIME -> value instanceof String text && TIME.matcher(text).matches();
            case DATE_TIME ->
                value instanceof String text && DATE_TIME.matcher(text).matches();
            case YES_NO -> value instanceof Boolean;
            case CHOICE -> value instanceof String code && onList(field, code);
            case CHOICES ->
                value instanceof List<?> codes
                        && codes.stream().allMatch(code -> code instanceof String text && onList(field, text));
            case POINT -> FormValues.isPoint(value);
            case ATTACHMENT ->
                value instanceof String text
                        && Reference.tryParse(text)
                                .filter(reference -> reference.kind() == RecordKind.EVIDENCE)
                                .isPresent();
            case NOTE, GROUP, REPEAT -> false;
        };
        return fits ? Optional.empty() : Optional.of(reason(field.type()));
    }

    private static String reason(FieldType type) {
        return switch (type) {
            case INTEGER, DECIMAL -> "notANumber";
            case DATE -> "notADate";
            case TIME, DATE_TIME -> "notATime";
            case ATTACHMENT -> "notEvidence";
            case POINT -> "notAPoint";
            default -> "unknownValue";
        };
    }

    private boolean onList(FormField field, String code) {
        return field.other()
                || field.list().filter(list -> known.test(list, code)).isPresent();
    }

    private static boolean whole(Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        return exact.stripTrailingZeros().scale() <= 0;
    }

    private Optional<String> unmet(FormField field, Object value) {
        return field.constraint()
                .flatMap(Expression::parse)
                .filter(condition -> !condition.holds(new Among(List.copyOf(around), Optional.of(value), today)))
                .map(condition -> "constraint");
    }

    /// Answers by name: the nearest first, then those further out, and what lies inside groups.
    private record Among(List<Map<?, ?>> around, Optional<Object> self, LocalDate today) implements Scope {
        @Override
        public Optional<Object> answer(String name) {
            for (Map<?, ?> values : around) {
                Optional<Object> found = within(values, name);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private static Optional<Object> within(Map<?, ?> values, String name) {
            Object here = values.get(name);
            if (here != null) {
                return Optional.of(here);
            }
            for (Object value : values.values()) {
                if (value instanceof Map<?, ?> group) {
                    Optional<Object> found = within(group, name);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }
    }
}
