package org.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.dates.DateWording;
import org.cairn.domain.DateCalendar;
import org.cairn.domain.FuzzyDate;

/// A record as somebody reads it: a line for each field, in words; what is empty is left out.
final class RecordText {

    private static final String INDENT = "  ";

    /// More than this does not fit in a line.
    private static final int SHORT = 80;

    /// Its items are numbered as citations count them, however short they are.
    private static final String PARAGRAPHS = "paragraphs";

    /// What tells most comes first and what is longest last; the rest as the record has it.
    private static final List<String> FIRST = List.of(
            "ref", "reference", "kind", "title", "text", "description", "witness", "category", "scope", "decision");

    private static final List<String> LAST =
            List.of("fields", "translations", PARAGRAPHS, "sections", "leftOut", "metadata");

    private final Words words;
    private final FieldWords fields;

    RecordText(Words words) {
        this.words = words;
        this.fields = new FieldWords(words);
    }

    /// The lines of a record, or of a part of one.
    ///
    /// @param within the field that holds it; nothing for a whole record
    List<String> lines(String within, JsonNode record) {
        return record.properties().stream()
                .sorted(Comparator.comparingInt(field -> place(field.getKey())))
                .flatMap(field -> lines(within, field.getKey(), field.getValue()))
                .toList();
    }

    private static int place(String field) {
        int first = FIRST.indexOf(field);
        return first >= 0 ? first - FIRST.size() : LAST.indexOf(field) + 1;
    }

    private Stream<String> lines(String within, String field, JsonNode value) {
        if (isEmpty(value) || (within.equals("reading") && value.isInt() && value.intValue() == 0)) {
            return Stream.empty();
        }
        if (value.isArray()) {
            return list(within, field, value);
        }
        return value.isObject() && !isDate(value)
                ? headed(within, field, lines(inside(within, field), value).stream())
                : Stream.of(fields.line(within, field, said(within, field, value)));
    }

    /// Whatever lies in a form's fields is the form's own, however deep.
    private static String inside(String within, String field) {
        return within.equals(FieldWords.FORM) ? within : field;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isContainerNode() && value.isEmpty())
                || (value.isTextual() && value.textValue().isEmpty());
    }

    private static boolean isDate(JsonNode value) {
        return value.has("verbatim");
    }

    private Stream<String> list(String within, String field, JsonNode items) {
        if (!field.equals(PARAGRAPHS) && items.valueStream().noneMatch(JsonNode::isContainerNode)) {
            String all = words.list(items.valueStream().map(item -> said(within, field, item)));
            if (all.length() <= SHORT) {
                return Stream.of(fields.line(within, field, all));
            }
        }
        return headed(
                within,
                field,
                IntStream.range(0, items.size())
                        .boxed()
                        .flatMap(i -> numbered(i + 1, item(within, field, items.get(i)))));
    }

    private Stream<String> headed(String within, String field, Stream<String> lines) {
        String heading = words.text("field", fields.label(within, field), "").stripTrailing();
        return Stream.concat(Stream.of(heading), lines.map(line -> INDENT + line));
    }

    /// What a paragraph says needs no name.
    private List<String> item(String within, String field, JsonNode item) {
        if (!item.isObject()) {
            return List.of(said(within, field, item));
        }
        List<String> lines = lines(inside(within, field), item);
        return field.equals(PARAGRAPHS)
                ? Stream.concat(
                                Stream.of(item.path("text").asText()),
                                lines.stream().skip(1))
                        .toList()
                : lines;
    }

    private static Stream<String> numbered(int number, List<String> lines) {
        String mark = number + ". ";
        return IntStream.range(0, lines.size())
                .mapToObj(i -> (i == 0 ? mark : " ".repeat(mark.length())) + lines.get(i));
    }

    private String said(String within, String field, JsonNode value) {
        if (isDate(value)) {
            return date(value);
        }
        return value.isBoolean() ? words.word("truth", value.asText()) : fields.value(within, field, value.asText());
    }

    /// The words that were used, and what they were understood as.
    private String date(JsonNode date) {
        FuzzyDate kept = new FuzzyDate(
                date.path("verbatim").asText(),
                date.path("edtf").asText(),
                day(date.path("earliest")),
                day(date.path("latest")),
                Optional.of(date.path("calendar").asText(""))
                        .filter(code -> !code.isEmpty())
                        .map(DateCalendar::valueOf));
        return DateWording.in(words.locale()).shown(kept);
    }

    private static Optional<LocalDate> day(JsonNode day) {
        return Optional.of(day.asText("")).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }
}
