package org.cairn.ui.common;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cairn.domain.FormRecord;

/// The fields of a filled-in form as lines to read: what lies inside another field is named after it.
///
/// The fields of a form are free, and their names are for scripts: they are shown with their words apart
/// (`lengthMm` as `length mm`). Codes of the vocabularies are shown in words, everything else as it is kept.
public final class FormFields {

    private static final List<String> VOCABULARIES =
            List.of("consent-scope", "facility-type", "payment-kind", "alleged-role", "basis", "protection");

    private final Words words;
    private final Map<String, String> lines = new LinkedHashMap<>();

    private FormFields(Words words) {
        this.words = words;
    }

    /// What each field says, by its name, in the order of the record; empty fields are left out.
    public static Map<String, String> of(Words words, FormRecord form) {
        FormFields fields = new FormFields(words);
        form.fields().forEach((name, value) -> fields.add(spaced(name), value));
        return fields.lines;
    }

    private void add(String name, Object value) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, inner) -> add(name + " · " + spaced(String.valueOf(key)), inner));
            case List<?> list -> {
                if (list.stream().noneMatch(Map.class::isInstance)) {
                    put(name, list.stream().map(this::said).collect(Collectors.joining(" · ")));
                    return;
                }
                for (int i = 0; i < list.size(); i++) {
                    add(name + " " + (i + 1), list.get(i));
                }
            }
            default -> put(name, said(value));
        }
    }

    private void put(String name, String text) {
        if (!text.isBlank()) {
            lines.put(name, text);
        }
    }

    private String said(Object value) {
        String code = String.valueOf(value);
        return value instanceof Boolean
                ? words.of("custody").text("value." + code)
                : VOCABULARIES.stream()
                        .map(list -> words.vocabulary(list, code))
                        .filter(name -> !name.equals(code))
                        .findFirst()
                        .orElse(code);
    }

    private static String spaced(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
