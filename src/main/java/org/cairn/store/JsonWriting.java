package org.cairn.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;

/// Values as JSON trees.
final class JsonWriting {

    /// More would be written that could not be read again.
    private static final int LONGEST_TEXT = 10_000_000;

    private static final int DEEPEST = 200;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String path;
    private int depth;

    private JsonWriting(String path) {
        this.path = path;
    }

    /// @param path what the value is, for the error
    static JsonNode node(Object value, String path) {
        return new JsonWriting(path).node(value);
    }

    private JsonNode node(Object value) {
        return switch (value) {
            case String text -> text(text);
            case Boolean truth -> BooleanNode.valueOf(truth);
            case Number number -> number(number);
            case Enum<?> code -> TextNode.valueOf(code.name());
            case Reference reference -> TextNode.valueOf(reference.toString());
            case LanguageTag language -> TextNode.valueOf(language.tag());
            case Fingerprint fingerprint -> TextNode.valueOf(fingerprint.hex());
            case Instant instant -> TextNode.valueOf(instant.toString());
            case LocalDate day -> TextNode.valueOf(day.toString());
            case Pinpoint pinpoint -> TextNode.valueOf(pinpoint.toString());
            case byte[] bytes -> TextNode.valueOf(HexFormat.of().formatHex(bytes));
            case Record composite -> deeper(() -> object(composite));
            case Map<?, ?> map -> deeper(() -> object(map));
            case Collection<?> collection -> deeper(() -> array(collection));
            default ->
                throw new IllegalArgumentException(
                        "no JSON for " + value.getClass().getName());
        };
    }

    private JsonNode deeper(Supplier<JsonNode> inner) {
        if (++depth > DEEPEST) {
            throw refused();
        }
        JsonNode node = inner.get();
        depth--;
        return node;
    }

    private ObjectNode object(Record composite) {
        ObjectNode object = NODES.objectNode();
        for (RecordComponent component : RecordShape.of(composite.getClass()).components()) {
            put(object, component.getName(), RecordShape.get(component, composite));
        }
        return object;
    }

    private ObjectNode object(Map<?, ?> map) {
        ObjectNode object = NODES.objectNode();
        map.forEach((key, value) -> {
            text(String.valueOf(key));
            put(object, String.valueOf(key), value);
        });
        return object;
    }

    private void put(ObjectNode object, String name, @Nullable Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (present != null) {
            object.set(name, node(present));
        }
    }

    private ArrayNode array(Collection<?> collection) {
        ArrayNode array = NODES.arrayNode();
        var nodes = collection.stream().map(this::node);
        // a set has no order of its own, its JSON must have one
        (collection instanceof Set<?> ? nodes.sorted((a, b) -> a.toString().compareTo(b.toString())) : nodes)
                .forEach(array::add);
        return array;
    }

    private TextNode text(String text) {
        boolean whole = text.length() <= LONGEST_TEXT
                && text.codePoints()
                        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        if (!whole) {
            throw refused();
        }
        return TextNode.valueOf(text);
    }

    private JsonNode number(Number number) {
        BigDecimal exact = Double.isFinite(number.doubleValue()) ? new BigDecimal(number.toString()) : null;
        if (exact == null || !Numbers.exact(exact)) {
            throw refused();
        }
        return NODES.numberNode(exact);
    }

    private ArchiveException.InvalidInput refused() {
        return new ArchiveException.InvalidInput(path, "unknownValue");
    }
}
