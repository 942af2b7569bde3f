package org.cairn.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.FieldType;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormOrigin;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.NotMapped;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Term;
import org.cairn.domain.expression.Expression;
import org.cairn.exchange.Workbook.Line;
import org.cairn.exchange.XlsTypes.Bracket;
import org.cairn.exchange.XlsTypes.Meaning;

/// Reads an XLSForm: the spreadsheet in which forms for ODK, KoboToolbox, Ona and others are written.
final class XlsForm {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("caption", "label"),
            Map.entry("relevance", "relevant"),
            Map.entry("bind::relevant", "relevant"),
            Map.entry("bind::required", "required"),
            Map.entry("bind::constraint", "constraint"),
            Map.entry("bind::jr:constraintmsg", "constraint_message"),
            Map.entry("bind::calculate", "calculation"),
            Map.entry("calculate", "calculation"),
            Map.entry("constraint_msg", "constraint_message"),
            Map.entry("command", "type"),
            Map.entry("tag", "name"),
            Map.entry("list", "list_name"),
            Map.entry("readonly", "read_only"));
    private static final Set<String> YES = Set.of("yes", "true", "true()", "1", "y", "x");
    private static final Set<String> NO = Set.of("no", "false", "false()", "0", "n");
    private static final List<String> KNOWN_SHEETS = List.of("survey", "choices", "settings", "external_choices");

    private final Workbook book;
    private final String file;
    private final Fingerprint fingerprint;
    private final List<NotMapped> notMapped = new ArrayList<>();
    private final Map<String, String> languages = new HashMap<>();
    private final Map<String, List<Term>> lists = new LinkedHashMap<>();
    private final Map<String, List<Term>> external = new LinkedHashMap<>();
    private final Deque<FieldDraft> open = new ArrayDeque<>();
    private final Deque<Set<String>> names = new ArrayDeque<>();
    private String own = "und";

    private XlsForm(Workbook book, String file, Fingerprint fingerprint) {
        this.book = book;
        this.file = file;
        this.fingerprint = fingerprint;
    }

    static ForeignForm read(byte[] bytes, String file, RecordKind extended) throws Unreadable {
        Workbook book = Workbook.read(bytes);
        if (!book.sheets().containsKey("survey")) {
            throw new Unreadable("noSurvey");
        }
        return new XlsForm(book, file, Fingerprint.of(bytes)).read(extended);
    }

    private ForeignForm read(RecordKind extended) throws Unreadable {
        Map<String, String> settings = settings();
        String given = settings.getOrDefault("default_language", "");
        own = given.isEmpty() || given.equalsIgnoreCase("default") ? "und" : language(given);
        lists.putAll(terms("choices"));
        external.putAll(terms("external_choices"));
        FieldDraft root = new FieldDraft();
        root.type = FieldType.GROUP;
        open.push(root);
        names.push(new HashSet<>());
        for (Line line : book.sheets().getOrDefault("survey", List.of())) {
            if (!line.cells().isEmpty()) {
                row(line);
            }
        }
        while (open.size() > 1) {
            notMapped.add(new NotMapped("unclosedGroup", "survey", open.pop().name));
        }
        book.sheets().forEach((name, lines) -> {
            if (!KNOWN_SHEETS.contains(name)
                    && lines.stream().anyMatch(line -> !line.cells().isEmpty())) {
                notMapped.add(new NotMapped("sheet", name, String.valueOf(lines.size())));
            }
        });
        FormDefinition form = definition(settings, root, extended);
        return new ForeignForm(form, notMapped);
    }

    private FormDefinition definition(Map<String, String> settings, FieldDraft root, RecordKind extended)
            throws Unreadable {
        String id = first(settings, "form_id", "id_string", "name").orElseGet(this::stem);
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put(own, first(settings, "form_title", "title").orElse(id));
        settings.forEach((key, value) -> {
            if (key.startsWith("form_title::")) {
                titles.put(language(key.substring("form_title::".length())), value);
            }
        });
        try {
            return new FormDefinition(
                    id,
                    settings.getOrDefault("version", ""),
                    titles,
                    new LanguageTag(own),
                    Optional.of(extended),
                    Guarded.of(root.fields.stream().map(FieldDraft::done).toList()),
                    lists,
                    false,
                    Optional.of(new FormOrigin("xlsform", file, Optional.of(fingerprint), notMapped)));
        } catch (org.cairn.domain.ArchiveException.InvalidInput e) {
            throw new Unreadable("notAForm", String.valueOf(e.arguments().getFirst()));
        }
    }

    private String stem() {
        String stem = file.replaceFirst("\\.[^.]*$", "").strip();
        return stem.isEmpty() ? "form" : stem;
    }

    private static Optional<String> first(Map<String, String> cells, String... columns) {
        for (String column : columns) {
            if (cells.containsKey(column)) {
                return Optional.of(cells.get(column));
            }
        }
        return Optional.empty();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        book.sheets().getOrDefault("settings", List.of()).stream()
                .filter(line -> !line.cells().isEmpty())
                .limit(1)
                .forEach(line -> settings.putAll(line.cells()));
        Set<String> used = Set.of("form_id", "id_string", "form_title", "title", "version", "default_language", "name");
        settings.forEach((key, value) -> {
            if (!used.contains(key) && !key.startsWith("form_title::")) {
                notMapped.add(new NotMapped("setting", "settings", key + " = " + value));
            }
        });
        return settings;
    }

    private String language(String written) {
        return languages.computeIfAbsent(
                written, name -> Named.language(name).orElseGet(() -> Named.unknownLanguage(name)));
    }

    private Map<String, List<Term>> terms(String sheet) {
        Map<String, Map<String, Map<String, String>>> read = new LinkedHashMap<>();
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (Line line : book.sheets().getOrDefault(sheet, List.of())) {
            Map<String, String> cells = new LinkedHashMap<>(line.cells());
            String list = take(cells, "list_name").or(() -> take(cells, "list")).orElse("");
            Optional<String> code = take(cells, "name").or(() -> take(cells, "value"));
            Map<String, String> label = words(cells, "label");
            label.putAll(words(cells, "caption"));
            if (list.isEmpty() && code.isEmpty()) {
                continue;
            }
            if (code.isEmpty()) {
                notMapped.add(new NotMapped("noName", line.where(), list));
                continue;
            }
            Map<String, Map<String, String>> terms = read.computeIfAbsent(list, name -> new LinkedHashMap<>());
            if (terms.putIfAbsent(code.get(), label) != null) {
                notMapped.add(new NotMapped("givenTwice", line.where(), list + " " + code.get()));
            }
            cells.keySet().forEach(column -> columns.merge(column, 1, Integer::sum));
        }
        columns.forEach(
                (column, rows) -> notMapped.add(new NotMapped("choiceColumn", sheet, column + " (" + rows + ")")));
        Map<String, List<Term>> lists = new LinkedHashMap<>();
        read.forEach((list, terms) -> lists.put(
                list,
                terms.entrySet().stream()
                        .map(term -> new Term(term.getKey(), term.getValue()))
                        .toList()));
        return lists;
    }

    private static Optional<String> take(Map<String, String> cells, String column) {
        return Optional.ofNullable(cells.remove(column));
    }

    /// What stands under a heading in each language.
    private Map<String, String> words(Map<String, String> cells, String heading) {
        Map<String, String> words = new LinkedHashMap<>();
        take(cells, heading).ifPresent(text -> words.put(own, text));
        for (String column : new LinkedHashSet<>(cells.keySet())) {
            if (column.startsWith(heading + "::")) {
                take(cells, column)
                        .ifPresent(text -> words.put(language(column.substring(heading.length() + 2)), text));
            }
        }
        return words;
    }

    private void row(Line line) {
        Map<String, String> cells = new LinkedHashMap<>();
        line.cells().forEach((column, value) -> cells.putIfAbsent(alias(column), value));
        Optional<String> type = take(cells, "type");
        if (take(cells, "disabled")
                .filter(value -> YES.contains(value.toLowerCase(Locale.ROOT)))
                .isPresent()) {
            notMapped.add(new NotMapped("disabled", line.where(), cells.getOrDefault("name", "")));
        } else if (type.isEmpty()) {
            notMapped.add(new NotMapped("noType", line.where(), String.join(" ", cells.values())));
        } else {
            Optional<Bracket> bracket = XlsTypes.bracket(type.get());
            if (bracket.isEmpty()) {
                question(line, type.get(), cells);
            } else if (bracket.get().begins()) {
                begin(line, bracket.get(), cells);
            } else {
                end(line, bracket.get());
            }
        }
    }

    private static String alias(String column) {
        String known = ALIASES.get(column.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        return column.startsWith("caption::") ? "label" + column.substring("caption".length()) : column;
    }

    private void begin(Line line, Bracket bracket, Map<String, String> cells) {
        FieldDraft group = new FieldDraft();
        group.type = bracket.type();
        take(cells, "repeat_count")
                .or(() -> take(cells, "jr:count"))
                .ifPresent(count -> notMapped.add(new NotMapped("repeatCount", line.where(), count)));
        bracket.over().ifPresent(list -> notMapped.add(new NotMapped("loop", line.where(), list)));
        fill(line, group, cells);
        current().fields.add(group);
        open.push(group);
        names.push(new HashSet<>());
    }

    private void end(Line line, Bracket bracket) {
        if (open.size() == 1 || current().type != bracket.type()) {
            notMapped.add(
                    new NotMapped("unopenedGroup", line.where(), bracket.type().name()));
        }
        if (open.size() > 1) {
            open.pop();
            names.pop();
        }
    }

    private void question(Line line, String written, Map<String, String> cells) {
        Optional<Meaning> known = XlsTypes.of(written);
        Meaning meaning = known.orElseGet(() -> Meaning.of(FieldType.TEXT, false));
        if (!meaning.exact()) {
            notMapped.add(new NotMapped(known.isPresent() ? "typeChanged" : "unknownType", line.where(), written));
        }
        FieldDraft field = new FieldDraft();
        field.type = meaning.type();
        field.other = meaning.other();
        // a way or an outline, and where the form was begun, find somebody as a point does
        field.namesPerson = written.matches("(?i).*geo(point|trace|shape).*");
        appearance(line, field, cells);
        fill(line, field, cells);
        meaning.list().ifPresent(list -> choose(line, field, meaning, list));
        current().fields.add(field);
    }

    private void appearance(Line line, FieldDraft field, Map<String, String> cells) {
        String written = cells.getOrDefault("appearance", "");
        field.asked = OdkDate.asked(written);
        if (field.type == FieldType.DATE && OdkDate.told(written)) {
            take(cells, "appearance");
        }
        if (field.type == FieldType.DATE && OdkDate.untold(written)) {
            field.type = FieldType.TEXT;
            notMapped.add(new NotMapped("typeChanged", line.where(), written));
        }
    }

    private void choose(Line line, FieldDraft field, Meaning meaning, String list) {
        if (meaning.external() && external.containsKey(list)) {
            lists.putIfAbsent(list, external.get(list));
        }
        if (meaning.elsewhere() || !lists.containsKey(list)) {
            field.type = FieldType.TEXT;
            field.other = false;
            notMapped.add(new NotMapped(meaning.elsewhere() ? "externalList" : "missingList", line.where(), list));
        } else {
            field.list = Optional.of(list);
        }
    }

    /// Everything that a question and a group have in common; what is left over is told.
    private void fill(Line line, FieldDraft field, Map<String, String> cells) {
        String given = take(cells, "name").orElse("");
        String written = given.isEmpty() ? "question_" + line.number() : given;
        field.name = Named.once(Named.field(written), names.peekFirst() == null ? new HashSet<>() : names.peek());
        if (!field.name.equals(given)) {
            notMapped.add(
                    new NotMapped(given.isEmpty() ? "noName" : "renamed", line.where(), given + " → " + field.name));
        }
        field.label.putAll(words(cells, "label"));
        field.hint.putAll(words(cells, "hint"));
        words(cells, "guidance_hint")
                .forEach((language, text) -> field.hint.merge(language, text, (hint, more) -> hint + "\n" + more));
        field.constraintMessage.putAll(words(cells, "constraint_message"));
        words(cells, "required_message")
                .values()
                .forEach(text -> notMapped.add(new NotMapped("requiredMessage", line.where(), text)));
        required(line, field, take(cells, "required"));
        field.shownIf = condition(line, "relevant", take(cells, "relevant"));
        field.constraint = condition(line, "constraint", take(cells, "constraint"));
        take(cells, "calculation").ifPresent(text -> notMapped.add(new NotMapped("calculation", line.where(), text)));
        take(cells, "parameters").ifPresent(text -> parameters(line, field, text));
        cells.forEach((column, value) -> notMapped.add(new NotMapped("column", line.where(), column + " = " + value)));
    }

    private void required(Line line, FieldDraft field, Optional<String> written) {
        written.map(text -> text.toLowerCase(Locale.ROOT)).ifPresent(text -> {
            field.required = YES.contains(text) && field.type.asked();
            if (!YES.contains(text) && !NO.contains(text)) {
                notMapped.add(new NotMapped("requiredIf", line.where(), written.get()));
            }
        });
    }

    private Optional<String> condition(Line line, String what, Optional<String> written) {
        if (written.isPresent() && Expression.parse(written.get()).isEmpty()) {
            notMapped.add(new NotMapped(what, line.where(), written.get()));
            return Optional.empty();
        }
        return written;
    }

    /// Of a range its ends are the condition on the answer.
    private void parameters(Line line, FieldDraft field, String written) {
        Map<String, String> given = new HashMap<>();
        for (String one : written.split("[\\s,;]+")) {
            String[] pair = one.split("=", 2);
            given.put(pair[0].toLowerCase(Locale.ROOT), pair.length > 1 ? pair[1] : "");
        }
        boolean ends = given.getOrDefault("start", "").matches("-?\\d+(\\.\\d+)?")
                && given.getOrDefault("end", "").matches("-?\\d+(\\.\\d+)?");
        if (ends && field.type == FieldType.DECIMAL && field.constraint.isEmpty()) {
            field.constraint = Optional.of(". >= " + given.get("start") + " and . <= " + given.get("end"));
            given.remove("start");
            given.remove("end");
        }
        if (!given.isEmpty()) {
            notMapped.add(new NotMapped("parameters", line.where(), written));
        }
    }

    private FieldDraft current() {
        return open.getFirst();
    }
}
