package org.cairn.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;

/// Values that one JSON string, number or truth value says.
final class Scalars {

    private static final Map<Class<?>, Function<String, Object>> OF_TEXT = Map.of(
            String.class, text -> text,
            Reference.class, Reference::parse,
            LanguageTag.class, LanguageTag::new,
            Fingerprint.class, Fingerprint::new,
            Pinpoint.class, Pinpoint::parse,
            Instant.class, Instant::parse,
            LocalDate.class, LocalDate::parse,
            byte[].class, HexFormat.of()::parseHex);

    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

    private Scalars() {}

    static boolean isScalar(Class<?> type) {
        return OF_TEXT.containsKey(type);
    }

    static Object read(JsonNode node, Class<?> type, String path) {
        if (type == Object.class) {
            return free(node, path);
        }
        if (type == boolean.class && node.isBoolean()) {
            return node.booleanValue();
        }
        if (type == double.class && node.isNumber() && Numbers.exact(node.decimalValue())) {
            return node.doubleValue();
        }
        if (WHOLE.contains(type) && node.isNumber() && node.canConvertToExactIntegral()) {
            return whole(node, type, path);
        }
        if (node.isTextual()) {
            return ofText(node.textValue(), type, path);
        }
        throw refused(path);
    }

    private static Object whole(JsonNode node, Class<?> type, String path) {
        if (type == int.class || type == Integer.class) {
            if (node.canConvertToInt()) {
                return node.intValue();
            }
        } else if (node.canConvertToLong()) {
            return node.longValue();
        }
        throw refused(path);
    }

    private static Object ofText(String text, Class<?> type, String path) {
        try {
            if (type.isEnum()) {
                return code(text, type, path);
            }
            Function<String, Object> known = OF_TEXT.get(type);
            if (known != null) {
                return known.apply(text);
            }
        } catch (DateTimeException e) {
            throw new ArchiveException.InvalidInput(path, "notADate");
        } catch (IllegalArgumentException e) {
            throw refused(path);
        }
        throw refused(path);
    }

    private static Object code(String text, Class<?> type, String path) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw refused(path);
    }

    /// A value of a form's own fields: text, number, truth value, list or map of such.
    private static Object free(JsonNode node, String path) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber() && Numbers.exact(node.decimalValue())) {
            return Numbers.plainest(node.decimalValue());
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                list.add(free(node.get(i), path + "[" + i + "]"));
            }
            return List.copyOf(list);
        }
        if (node.isObject()) {
            Map<String, Object> map = new TreeMap<>();
            node.properties()
                    .forEach(member -> map.put(member.getKey(), free(member.getValue(), path + "." + member.getKey())));
            return map;
        }
        throw refused(path);
    }

    private static ArchiveException.InvalidInput refused(String path) {
        return new ArchiveException.InvalidInput(path, "unknownValue");
    }
}
