package org.cairn.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.cairn.domain.ArchiveException;
import org.erdtman.jcs.JsonCanonicalizer;

/// JSON text: strict in what is read, RFC 8785 in what is written, so that equal values have equal bytes.
final class CanonicalJson {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build()
            .readerFor(JsonNode.class);

    private CanonicalJson() {}

    /// @param root what the text is, for the error
    static JsonNode parse(String json, String root) {
        try {
            JsonNode node = READER.readValue(json);
            if (node == null || node.isMissingNode()) {
                throw new ArchiveException.InvalidInput(root, "notJson");
            }
            return node;
        } catch (JsonProcessingException e) {
            // its message may quote the text: only the place is named
            throw new ArchiveException.InvalidInput(root, "notJson");
        }
    }

    static String text(JsonNode node) {
        String json = node.toString();
        if (!node.isContainerNode()) {
            return json;
        }
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
