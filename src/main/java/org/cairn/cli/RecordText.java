package org.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A record as somebody reads it: a line for each field, in words; what is empty is left out.
final class RecordText {

    private static final String INDENT = "  ";

    /// Its items are numbered as citations count them, however short they are.
    private static final String PARAGRAPHS = "paragraphs";

    /// What tells most comes first and what is longest last; the rest as the record has it.
    private static final List<String> FIRST =
            List.of("ref", "kind", "title", "text", "description", "witness", "category", "scope", "decision");

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
        if (isEmpty(value)) {
            return Stream.empty();
        }
        if (value.isArray()) {
            return list(within, field, value);
        }
        return value.isObject() && !isDate(value)
                ? headed(within, field, lines(field, value).stream())
                : Stream.of(fields.line(within, field, said(within, field, value)));
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
        boolean oneLine = !field.equals(PARAGRAPHS) && items.valueStream().noneMatch(JsonNode::isContainerNode);
        if (oneLine) {
            return Stream.of(fields.line(
                    within, field, words.list(items.valueStream().map(item -> said(within, field, item)))));
        }
        return headed(
                within,
                field,
                IntStream.range(0, items.size()).boxed().flatMap(i -> numbered(i + 1, item(field, items.get(i)))));
    }

    private Stream<String> headed(String within, String field, Stream<String> lines) {
        String heading = words.text("field", fields.label(within, field), "").stripTrailing();
        return Stream.concat(Stream.of(heading), lines.map(line -> INDENT + line));
    }

    /// What a paragraph says needs no name.
    private List<String> item(String field, JsonNode item) {
        if (!item.isObject()) {
            return List.of(said("", field, item));
        }
        List<String> lines = lines(field, item);
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

    /// The words that were used, and the days that they were understood as.
    private String date(JsonNode date) {
        String earliest = date.path("earliest").asText("…");
        String latest = date.path("latest").asText("…");
        String understood = earliest.equals(latest) ? earliest : earliest + " – " + latest;
        String verbatim = date.path("verbatim").asText();
        return verbatim.equals(understood) ? verbatim : words.text("code.beside", verbatim, understood);
    }
}
