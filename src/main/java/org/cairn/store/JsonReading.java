package org.cairn.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.domain.ArchiveException;
import org.jspecify.annotations.Nullable;

/// Values out of JSON trees, strict about every member, with the member's path in every error.
final class JsonReading {

    private JsonReading() {}

    static Object value(@Nullable JsonNode node, Type type, String path) {
        JsonNode present = node == null || node.isNull() ? null : node;
        if (type instanceof ParameterizedType generic) {
            return container(present, generic, path);
        }
        Class<?> plain = (Class<?>) type;
        if (present == null) {
            return Defaults.of(plain).orElseThrow(() -> new ArchiveException.InvalidInput(path, "missing"));
        }
        Optional<Object> shortForm = ShortForms.read(present, plain, path);
        if (shortForm.isPresent()) {
            return shortForm.get();
        }
        return plain.isRecord() && !Scalars.isScalar(plain)
                ? composite(present, plain, path)
                : Scalars.read(present, plain, path);
    }

    private static Object container(@Nullable JsonNode node, ParameterizedType type, String path) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] inner = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return node == null ? Optional.empty() : Optional.of(value(node, inner[0], path));
        }
        if (raw == Map.class) {
            return members(node, inner[1], path);
        }
        if (raw == List.class) {
            return elements(node, inner[0], path);
        }
        if (raw == Set.class) {
            return new LinkedHashSet<>(elements(node, inner[0], path));
        }
        throw new IllegalArgumentException("no JSON for " + raw.getName());
    }

    private static List<Object> elements(@Nullable JsonNode node, Type type, String path) {
        if (node != null && !node.isArray()) {
            throw new ArchiveException.InvalidInput(path, "unknownValue");
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; node != null && i < node.size(); i++) {
            elements.add(value(node.get(i), type, path + "[" + i + "]"));
        }
        return elements;
    }

    private static Map<String, Object> members(@Nullable JsonNode node, Type type, String path) {
        if (node != null && !node.isObject()) {
            throw new ArchiveException.InvalidInput(path, "unknownValue");
        }
        Map<String, Object> members = new TreeMap<>();
        if (node != null) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (!member.getValue().isNull()) {
                    members.put(member.getKey(), value(member.getValue(), type, path + "." + member.getKey()));
                }
            }
        }
        return members;
    }

    private static Object composite(JsonNode node, Class<?> type, String path) {
        if (!node.isObject()) {
            throw new ArchiveException.InvalidInput(path, "unknownValue");
        }
        RecordShape shape = RecordShape.of(type);
        node.fieldNames().forEachRemaining(name -> {
            if (!shape.names().contains(name)) {
                throw new ArchiveException.InvalidInput(path + "." + name, "unknownField");
            }
        });
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : shape.components()) {
            arguments.add(member(node.get(component.getName()), type, component, path));
        }
        return construct(shape, arguments, path);
    }

    private static Object member(@Nullable JsonNode node, Class<?> owner, RecordComponent component, String path) {
        boolean absent = node == null || node.isNull();
        Optional<Object> usual = absent ? Defaults.of(owner, component.getName()) : Optional.empty();
        return usual.orElseGet(() -> value(node, component.getGenericType(), path + "." + component.getName()));
    }

    private static Object construct(RecordShape shape, List<Object> arguments, String path) {
        try {
            return shape.constructor().newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ArchiveException.InvalidInput refused) {
                List<Object> said = refused.arguments();
                throw new ArchiveException.InvalidInput(path + "." + said.get(0), String.valueOf(said.get(1)));
            }
            // the value's own words may quote the text: only the place is named
            throw new ArchiveException.InvalidInput(path, "unknownValue");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a value of a public record", e);
        }
    }
}
