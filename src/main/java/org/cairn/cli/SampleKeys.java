package org.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.cairn.domain.Reference;

/// The sample's own names (`w:nurse`, `e:price-list`) and the references they were given when they were kept.
final class SampleKeys {

    private static final Pattern KEY = Pattern.compile("[a-z]:[a-z0-9-]+");

    private final Map<String, Reference> references = new HashMap<>();

    void given(String key, Reference reference) {
        references.put(key, reference);
    }

    Reference of(String key) {
        Reference reference = references.get(key);
        if (reference == null) {
            throw new IllegalStateException("the sample names " + key + " before it is kept");
        }
        return reference;
    }

    /// The same JSON, every key replaced by its reference.
    JsonNode resolved(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = Output.object();
                object.properties().forEach(field -> copy.set(field.getKey(), resolved(field.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = Output.array();
                array.forEach(element -> copy.add(resolved(element)));
                yield copy;
            }
            case TextNode text when KEY.matcher(text.asText()).matches() ->
                TextNode.valueOf(of(text.asText()).toString());
            default -> node;
        };
    }
}
