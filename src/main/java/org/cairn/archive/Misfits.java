package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Answers by their paths (`visit[1].age`): put in, or taken out where they do not fit.
final class Misfits {

    private Misfits() {}

    static Map<String, Object> copied(Map<?, ?> values) {
        Map<String, Object> copy = new TreeMap<>();
        values.forEach((name, value) -> copy.put(String.valueOf(name), copied(value)));
        return copy;
    }

    private static Object copied(Object value) {
        return switch (value) {
            case Map<?, ?> map -> copied(map);
            case List<?> list ->
                new ArrayList<>(list.stream().map(Misfits::copied).toList());
            default -> value;
        };
    }

    /// Puts a value where its group is; says whether there was one.
    static boolean put(Map<String, Object> values, String path, Object value) {
        Optional<Map<String, Object>> around = around(values, path, true);
        around.ifPresent(map -> map.put(last(path), value));
        return around.isPresent();
    }

    /// Takes a value out, where there is one.
    static Optional<Object> take(Map<String, Object> values, String path) {
        return around(values, path, false).map(map -> map.remove(last(path)));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[\\d+]$", "");
    }

    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> around(Map<String, Object> values, String path, boolean make) {
        String[] steps = path.split("\\.");
        Object at = values;
        for (int i = 0; i + 1 < steps.length; i++) {
            String name = steps[i].replaceAll("\\[\\d+]$", "");
            if (!(at instanceof Map<?, ?> map)) {
                return Optional.empty();
            }
            boolean round = !name.equals(steps[i]);
            if (make && !round && !map.containsKey(name)) {
                ((Map<String, Object>) map).put(name, new TreeMap<String, Object>());
            }
            at = map.get(name);
            if (round) {
                int number = Integer.parseInt(steps[i].substring(name.length() + 1, steps[i].length() - 1));
                at = at instanceof List<?> list && number < list.size() ? list.get(number) : null;
            }
        }
        return at instanceof Map<?, ?> ? Optional.of((Map<String, Object>) at) : Optional.empty();
    }

    static String text(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.get("verbatim") instanceof String words
                        ? words
                        : map.values().stream().map(Misfits::text).collect(Collectors.joining(" "));
            case List<?> list -> list.stream().map(Misfits::text).collect(Collectors.joining(" "));
            default -> String.valueOf(value);
        };
    }
}
