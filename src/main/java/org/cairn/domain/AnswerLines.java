package org.cairn.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The answers to a form as lines to read, in the order of its questions, with its labels in the reader's language.
///
/// What a record holds beyond the form's questions comes last, under its own name: nothing is left unsaid.
public final class AnswerLines {

    private final FormDefinition form;
    private final AnswerWords words;
    private final List<AnswerLine> lines = new ArrayList<>();

    private AnswerLines(FormDefinition form, AnswerWords words) {
        this.form = form;
        this.words = words;
    }

    /// The lines of what was answered; questions without an answer have none.
    public static List<AnswerLine> of(FormDefinition form, FilledForm filled, AnswerWords words) {
        AnswerLines lines = new AnswerLines(form, words);
        lines.all(0, "", form.fields(), filled.values());
        filled.asWritten().forEach(lines::asWritten);
        return List.copyOf(lines.lines);
    }

    private void all(int depth, String path, List<FormField> fields, Map<?, ?> values) {
        for (FormField field : fields) {
            Object value = values.get(field.name());
            if (value != null) {
                one(depth, path + field.name(), Optional.of(field), label(field), value);
            }
        }
        Set<String> known = fields.stream().map(FormField::name).collect(Collectors.toSet());
        values.forEach((name, value) -> {
            if (!known.contains(String.valueOf(name))) {
                String spaced = FormField.spaced(String.valueOf(name));
                one(depth, path + name, Optional.empty(), spaced, value);
            }
        });
    }

    private String label(FormField field) {
        return field.label(words.reader(), form.language().tag());
    }

    private void one(int depth, String path, Optional<FormField> field, String label, Object value) {
        if (FormValues.date(value).isPresent() && value instanceof Map) {
            put(depth, path, field, label, words.date(FormValues.date(value).get()));
        } else if (value instanceof Map<?, ?> map && FormValues.isPoint(map)) {
            put(depth, path, field, label, FormValues.pointText(map));
        } else if (value instanceof Map<?, ?> map) {
            group(depth, path, field, label, map);
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) {
                String numbered = list.size() == 1 ? label : label + " " + (i + 1);
                one(depth, path + "[" + i + "]", field, numbered, list.get(i));
            }
        } else if (value instanceof List<?> list) {
            String all = list.stream().map(item -> said(field, item)).collect(Collectors.joining(" · "));
            put(depth, path, field, label, all);
        } else {
            put(depth, path, field, label, said(field, value));
        }
    }

    private void group(int depth, String path, Optional<FormField> field, String label, Map<?, ?> inner) {
        int before = lines.size();
        lines.add(new AnswerLine(depth, path, label, "", false, false));
        all(depth + 1, path + ".", field.map(FormField::fields).orElse(List.of()), inner);
        if (lines.size() == before + 1) {
            lines.removeLast();
        }
    }

    private void put(int depth, String path, Optional<FormField> field, String label, String text) {
        if (!text.isBlank()) {
            boolean names = field.filter(FormField::namesPerson).isPresent();
            lines.add(new AnswerLine(depth, path, label, text, names, false));
        }
    }

    private String said(Optional<FormField> field, Object value) {
        return switch (value) {
            case Boolean truth -> words.yesNo(truth);
            case String code ->
                field.flatMap(FormField::list).flatMap(list -> term(list, code)).orElse(code);
            default -> String.valueOf(value);
        };
    }

    private Optional<String> term(String list, String code) {
        return form.term(list, code, words.reader()).or(() -> words.term(list, code));
    }

    private void asWritten(String path, String text) {
        Optional<FormField> field = field(form.fields(), path.split("\\."), 0);
        String label = field.map(this::label).orElse(path);
        boolean names = field.map(FormField::namesPerson).orElse(true);
        if (!text.isBlank()) {
            lines.add(new AnswerLine(0, path, label, text, names, true));
        }
    }

    private static Optional<FormField> field(List<FormField> fields, String[] steps, int at) {
        return fields.stream()
                .filter(field -> field.name().equals(steps[at].replaceAll("\\[\\d+]$", "")))
                .flatMap(field ->
                        at + 1 == steps.length ? Stream.of(field) : field(field.fields(), steps, at + 1).stream())
                .findFirst();
    }
}
