package org.cairn.ui.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Answers inside answers, by path (`visit[1].age`), as they can be changed.
final class Trees {

    private Trees() {}

    static Map<String, Object> copied(Map<?, ?> values) {
        Map<String, Object> copy = new TreeMap<>();
        values.forEach((name, value) -> copy.put(String.valueOf(name), copied(value)));
        return copy;
    }

    private static Object copied(Object value) {
        return switch (value) {
            case Map<?, ?> map -> copied(map);
            case List<?> list ->
                new ArrayList<>(list.stream().map(Trees::copied).toList());
            default -> value;
        };
    }

    static boolean isVocabulary(FormViewModel.Terms terms, String list) {
        return !terms.of(list).isEmpty();
    }

    static void put(Map<String, Object> values, String path, Object value) {
        around(values, path).ifPresent(map -> map.put(last(path), value));
    }

    static Optional<Object> take(Map<String, Object> values, String path) {
        return around(values, path).map(map -> map.remove(last(path)));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[\\d+]$", "");
    }

    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> around(Map<String, Object> values, String path) {
        String[] steps = path.split("\\.");
        Object at = values;
        for (int i = 0; i + 1 < steps.length; i++) {
            String name = steps[i].replaceAll("\\[\\d+]$", "");
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
            if (!name.equals(steps[i])) {
                int number = Integer.parseInt(steps[i].substring(name.length() + 1, steps[i].length() - 1));
                at = at instanceof List<?> list && number < list.size() ? list.get(number) : null;
            }
        }
        return at instanceof Map<?, ?> ? Optional.of((Map<String, Object>) at) : Optional.empty();
    }

    static String text(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.values().stream().map(Trees::text).collect(Collectors.joining(" "));
            case List<?> list -> list.stream().map(Trees::text).collect(Collectors.joining(" "));
            default -> String.valueOf(value);
        };
    }

    /// Groups in which nothing was answered are no answers; the rounds of a repeat stay where they are.
    static void prune(Map<String, Object> values) {
        values.values().forEach(value -> {
            if (value instanceof Map<?, ?> map) {
                prune(cast(map));
            } else if (value instanceof List<?> list) {
                list.forEach(one -> {
                    if (one instanceof Map<?, ?> map) {
                        prune(cast(map));
                    }
                });
            }
        });
        values.values()
                .removeIf(value -> value instanceof Map<?, ?> map && map.isEmpty()
                        || value instanceof List<?> list
                                && (list.isEmpty() || list.stream().allMatch(Trees::nothing)));
    }

    private static boolean nothing(Object value) {
        return value instanceof Map<?, ?> map && map.isEmpty();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
