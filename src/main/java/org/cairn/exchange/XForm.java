package org.cairn.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.domain.FieldType;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormOrigin;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.NotMapped;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Term;
import org.cairn.domain.expression.Expression;

/// Reads an XForm of ODK: the compiled form that devices fill in.
///
/// The questions follow the form's instance, since that is what submissions look like; their words and answers come
/// from its body.
final class XForm {

    private static final Set<String> CONTROLS =
            Set.of("input", "select", "select1", "upload", "range", "trigger", "rank");
    private static final Pattern ITEXT = Pattern.compile("\\s*jr:itext\\(\\s*['\"]([^'\"]*)['\"]\\s*\\)\\s*");
    private static final Pattern ITEMS = Pattern.compile(
            "\\s*(?:randomize\\(\\s*)?instance\\(\\s*['\"]([^'\"]*)['\"]\\s*\\)/([^\\[\\]]*)(\\[.*])?.*",
            Pattern.DOTALL);

    private final Xml html;
    private final Xml model;
    private final String file;
    private final List<NotMapped> notMapped = new ArrayList<>();
    private final Map<String, Map<String, String>> texts = new HashMap<>();
    private final Map<String, Xml> binds = new HashMap<>();
    private final Map<String, Xml> controls = new HashMap<>();
    private final Map<String, Xml> groups = new HashMap<>();
    private final Set<String> repeats = new HashSet<>();
    private final Map<String, Xml> instances = new HashMap<>();
    private final Map<String, List<Term>> lists = new LinkedHashMap<>();
    private String own = "und";

    private XForm(Xml html, Xml model, String file) {
        this.html = html;
        this.model = model;
        this.file = file;
    }

    static boolean looksLikeOne(Xml root) {
        return model(root).isPresent();
    }

    private static Optional<Xml> model(Xml root) {
        return root.name().equals("html") ? root.child("head").flatMap(head -> head.child("model")) : Optional.empty();
    }

    static ForeignForm read(Xml root, String file, Optional<Fingerprint> fingerprint, RecordKind extended)
            throws Unreadable {
        Xml model = model(root).orElseThrow(() -> new Unreadable("notAForm"));
        return new XForm(root, model, file).read(fingerprint, extended);
    }

    private ForeignForm read(Optional<Fingerprint> fingerprint, RecordKind extended) throws Unreadable {
        translations();
        model.children("bind").forEach(bind -> binds.put(bind.attribute("nodeset"), bind));
        Xml data = data();
        html.child("body").ifPresent(body -> body(body, "/" + data.name()));
        model.children().forEach(this::unknown);
        FieldDraft root = new FieldDraft();
        root.type = FieldType.GROUP;
        fill(root, data, "/" + data.name());
        requireEveryControl(data);
        String title = html.child("head").map(head -> head.inside("title")).orElse("");
        String id = data.attribute("id").isBlank() ? stem() : data.attribute("id");
        try {
            FormDefinition form = new FormDefinition(
                    id,
                    data.attribute("version"),
                    Map.of(own, title.isEmpty() ? id : title),
                    new LanguageTag(own),
                    Optional.of(extended),
                    Guarded.of(root.fields.stream().map(FieldDraft::done).toList()),
                    lists,
                    false,
                    Optional.of(new FormOrigin("xform", file, fingerprint, notMapped)));
            return new ForeignForm(form, notMapped);
        } catch (org.cairn.domain.ArchiveException.InvalidInput e) {
            throw new Unreadable("notAForm", String.valueOf(e.arguments().getFirst()));
        }
    }

    private String stem() {
        String stem = file.replaceFirst("\\.[^.]*$", "").strip();
        return stem.isEmpty() ? "form" : stem;
    }

    private Xml data() throws Unreadable {
        Optional<Xml> first = Optional.empty();
        for (Xml instance : model.children("instance").toList()) {
            String id = instance.attribute("id");
            if (first.isEmpty()
                    && !instance.children().isEmpty()
                    && instance.attribute("src").isEmpty()) {
                first = Optional.of(instance.children().getFirst());
            } else if (!id.isEmpty()) {
                instances.put(id, instance);
            }
        }
        return first.orElseThrow(() -> new Unreadable("notAForm", "instance"));
    }

    private void translations() {
        List<Xml> languages = model.child("itext").map(Xml::children).orElse(List.of());
        for (Xml translation : languages) {
            String name = translation.attribute("lang");
            String tag = Named.language(name)
                    .orElseGet(() ->
                            name.equalsIgnoreCase("default") || name.isBlank() ? "und" : Named.unknownLanguage(name));
            boolean first = languages.getFirst() == translation
                    || translation.attributes().containsKey("default");
            own = first ? tag : own;
            for (Xml text : translation.children("text").toList()) {
                for (Xml value : text.children("value").toList()) {
                    if (value.attribute("form").isEmpty()) {
                        texts.computeIfAbsent(text.attribute("id"), id -> new LinkedHashMap<>())
                                .put(tag, shown(value));
                    } else {
                        notMapped.add(new NotMapped("media", line(text), value.attribute("form") + " " + shown(value)));
                    }
                }
            }
        }
    }

    private void body(Xml within, String context) {
        for (Xml child : within.children()) {
            String ref = Optional.of(child.attribute("ref"))
                    .filter(text -> !text.isEmpty())
                    .orElse(child.attribute("nodeset"));
            String path = ref.isEmpty() ? context : absolute(ref, context);
            if (CONTROLS.contains(child.name())) {
                if (controls.putIfAbsent(path, child) != null) {
                    notMapped.add(new NotMapped("givenTwice", line(child), path));
                }
                actions(child);
            } else if (child.name().equals("group") || child.name().equals("repeat")) {
                if (child.name().equals("repeat")) {
                    repeats.add(path);
                    Optional.of(child.attribute("count"))
                            .filter(count -> !count.isEmpty())
                            .ifPresent(count -> notMapped.add(new NotMapped("repeatCount", line(child), count)));
                }
                if (ref.isEmpty()
                        && child.name().equals("group")
                        && child.child("label").isPresent()) {
                    notMapped.add(new NotMapped("groupLabel", line(child), plain(words(child, "label"))));
                } else {
                    groups.putIfAbsent(path, child);
                }
                leftOver(child);
                body(child, path);
            } else if (!child.name().equals("label") && !child.name().equals("hint")) {
                notMapped.add(new NotMapped("action", line(child), child.name() + " " + path));
            }
        }
    }

    private void actions(Xml control) {
        control.children().stream()
                .filter(child -> !Set.of("label", "hint", "item", "itemset").contains(child.name()))
                .forEach(child -> notMapped.add(
                        new NotMapped("action", line(child), child.name() + " " + child.attribute("ref"))));
    }

    private void unknown(Xml child) {
        switch (child.name()) {
            case "itext", "bind" -> {}
            case "instance" ->
                Optional.of(child.attribute("src"))
                        .filter(source -> !source.isEmpty())
                        .ifPresent(source -> notMapped.add(new NotMapped("externalList", line(child), source)));
            default -> notMapped.add(new NotMapped("action", line(child), child.name() + " " + child.attribute("ref")));
        }
    }

    private static String absolute(String ref, String context) {
        if (ref.startsWith("/")) {
            return ref;
        }
        String base = context;
        String rest = ref;
        while (rest.startsWith("../")) {
            base = base.replaceFirst("/[^/]*$", "");
            rest = rest.substring(3);
        }
        return base + "/" + rest.replaceFirst("^\\./", "");
    }

    private void fill(FieldDraft into, Xml element, String path) {
        Set<String> names = new HashSet<>();
        for (Xml child : element.children()) {
            String here = path + "/" + child.name();
            boolean bookkeeping = child.name().equals("meta") && path.lastIndexOf('/') == 0;
            boolean pattern =
                    !child.attribute("template").isEmpty() || child.attributes().containsKey("template");
            if (bookkeeping || (!names.add(child.name()))) {
                if (!bookkeeping && !pattern && !repeats.contains(here)) {
                    notMapped.add(new NotMapped("givenTwice", line(child), here));
                }
                continue;
            }
            into.fields.add(field(child, here));
        }
    }

    private FieldDraft field(Xml element, String path) {
        FieldDraft field = new FieldDraft();
        field.name = element.name();
        Xml bind = binds.get(path);
        Optional<Xml> control = Optional.ofNullable(controls.get(path));
        if (control.isEmpty() && (!element.children().isEmpty() || repeats.contains(path))) {
            field.type = repeats.contains(path) ? FieldType.REPEAT : FieldType.GROUP;
            Optional.ofNullable(groups.get(path)).ifPresent(group -> {
                field.label.putAll(words(group, "label"));
                field.hint.putAll(words(group, "hint"));
            });
            fill(field, element, path);
        } else {
            field.type = control.map(asked -> type(asked, bind, path)).orElse(FieldType.COMPUTED);
            field.namesPerson = bind != null && bind.attribute("type").startsWith("geo");
            control.ifPresent(asked -> asked(field, asked, path));
            if (!element.text().isBlank() && control.isPresent()) {
                notMapped.add(new NotMapped(
                        "default", line(element), path + " = " + element.text().strip()));
            }
        }
        Optional.ofNullable(bind).ifPresent(found -> bound(field, found, path));
        return field;
    }

    private void asked(FieldDraft field, Xml control, String path) {
        field.label.putAll(words(control, "label"));
        field.hint.putAll(words(control, "hint"));
        leftOver(control);
        if (field.type.chosen()) {
            String list = list(control, path);
            if (lists.containsKey(list)) {
                field.list = Optional.of(list);
            } else {
                field.type = FieldType.TEXT;
                notMapped.add(new NotMapped("missingList", line(control), path));
            }
        }
        field.asked = OdkDate.asked(control.attribute("appearance"));
        if (field.type == FieldType.DATE && OdkDate.untold(control.attribute("appearance"))) {
            field.type = changed(FieldType.TEXT, control.attribute("appearance"), path);
        }
        if (control.name().equals("range")) {
            String start = control.attribute("start");
            String end = control.attribute("end");
            if (start.matches("-?\\d+(\\.\\d+)?") && end.matches("-?\\d+(\\.\\d+)?")) {
                field.constraint = Optional.of(". >= " + start + " and . <= " + end);
            }
        }
    }

    private void leftOver(Xml control) {
        control.attributes().forEach((name, value) -> {
            if (!Set.of("ref", "nodeset", "mediatype", "start", "end", "count", "query")
                            .contains(name)
                    && !(name.equals("appearance") && OdkDate.told(value))
                    && !value.isBlank()) {
                notMapped.add(new NotMapped("column", line(control), name + " = " + value));
            }
        });
    }

    private FieldType type(Xml control, @org.jspecify.annotations.Nullable Xml bind, String path) {
        String type = bind == null ? "" : bind.attribute("type").replaceFirst("^xsd?:", "");
        boolean fixed = bind != null && bind.attribute("readonly").matches("true\\(\\)|true");
        return switch (control.name()) {
            case "select1" -> FieldType.CHOICE;
            case "select" -> FieldType.CHOICES;
            case "rank" -> changed(FieldType.CHOICES, "rank", path);
            case "upload" -> FieldType.ATTACHMENT;
            case "trigger" -> changed(FieldType.TEXT, "trigger", path);
            default ->
                switch (type) {
                    case "int", "integer" -> FieldType.INTEGER;
                    case "decimal" -> FieldType.DECIMAL;
                    case "date" -> FieldType.DATE;
                    case "time" -> FieldType.TIME;
                    case "dateTime" -> FieldType.DATE_TIME;
                    case "geopoint" -> FieldType.POINT;
                    case "geotrace", "geoshape" -> changed(FieldType.LONG_TEXT, type, path);
                    case "boolean" -> FieldType.YES_NO;
                    case "binary" -> FieldType.ATTACHMENT;
                    case "", "string" ->
                        fixed && bind != null && bind.attribute("calculate").isEmpty()
                                ? FieldType.NOTE
                                : FieldType.TEXT;
                    case "barcode" -> FieldType.TEXT;
                    default -> changed(FieldType.TEXT, type, path);
                };
        };
    }

    private FieldType changed(FieldType type, String was, String path) {
        notMapped.add(new NotMapped("typeChanged", path, was));
        return type;
    }

    private void bound(FieldDraft field, Xml bind, String path) {
        String required = bind.attribute("required").strip();
        field.required = required.matches("true\\(\\)|true") && field.type.asked();
        if (!required.matches("|true\\(\\)|true|false\\(\\)|false")) {
            notMapped.add(new NotMapped("requiredIf", path, required));
        }
        field.shownIf = condition("relevant", bind, path);
        Optional<String> constraint = condition("constraint", bind, path);
        field.constraint = constraint.or(() -> field.constraint);
        String message = bind.attribute("constraintMsg");
        Matcher itext = ITEXT.matcher(message);
        if (itext.matches()) {
            field.constraintMessage.putAll(texts.getOrDefault(itext.group(1), Map.of()));
        } else if (!message.isEmpty()) {
            field.constraintMessage.put(own, message);
        }
        bind.attributes().forEach((name, value) -> {
            if (!Set.of("nodeset", "type", "required", "relevant", "constraint", "constraintMsg", "readonly")
                    .contains(name)) {
                notMapped.add(
                        new NotMapped(name.equals("calculate") ? "calculation" : "column", path, name + " = " + value));
            }
        });
    }

    private Optional<String> condition(String what, Xml bind, String path) {
        String text = bind.attribute(what).strip();
        if (text.isEmpty() || text.equals("true()")) {
            return Optional.empty();
        }
        if (Expression.parse(text).isEmpty()) {
            notMapped.add(new NotMapped(what, path, text));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private Map<String, String> words(Xml control, String which) {
        Optional<Xml> element = control.child(which);
        if (element.isEmpty()) {
            return Map.of();
        }
        Matcher itext = ITEXT.matcher(element.get().attribute("ref"));
        if (itext.matches()) {
            return texts.getOrDefault(itext.group(1), Map.of());
        }
        String text = shown(element.get());
        return text.isBlank() ? Map.of() : Map.of(own, text.strip());
    }

    /// Text with what is filled into it: `<output value="/data/name"/>` reads `${name}`.
    private static String shown(Xml element) {
        StringBuilder text = new StringBuilder(element.text());
        for (Xml child : element.children()) {
            String value = child.attribute("value");
            text.append(
                    value.isEmpty()
                            ? child.text()
                            : " ${" + value.replaceFirst(".*/", "").strip() + "}");
        }
        return text.toString().strip();
    }

    private static String plain(Map<String, String> words) {
        return words.values().stream().findFirst().orElse("");
    }

    /// The list of a choice: its items, or those of another instance.
    private String list(Xml control, String path) {
        List<Term> terms = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Xml item : control.children("item").toList()) {
            String code = item.inside("value");
            if (!code.isEmpty() && codes.add(code)) {
                terms.add(new Term(code, words(item, "label")));
            } else if (!code.isEmpty()) {
                notMapped.add(new NotMapped("givenTwice", line(item), path + " " + code));
            }
        }
        Optional<Xml> set = control.child("itemset");
        if (terms.isEmpty() && set.isPresent()) {
            return fromInstance(set.get());
        }
        String name = path.replaceFirst("^/[^/]*/", "");
        if (!terms.isEmpty()) {
            lists.put(name, terms);
        }
        return name;
    }

    private String fromInstance(Xml set) {
        Matcher items = ITEMS.matcher(set.attribute("nodeset"));
        if (!items.matches() || !instances.containsKey(items.group(1))) {
            return "";
        }
        String name = items.group(1);
        if (items.group(3) != null) {
            notMapped.add(new NotMapped("choiceFilter", line(set), items.group(3)));
        }
        if (!lists.containsKey(name)) {
            String value = set.child("value").map(one -> one.attribute("ref")).orElse("name");
            String label = set.child("label").map(one -> one.attribute("ref")).orElse("label");
            Map<String, Term> terms = new LinkedHashMap<>();
            List<Xml> found = List.of(java.util.Objects.requireNonNull(instances.get(name)));
            for (String step : items.group(2).split("/")) {
                found = found.stream()
                        .flatMap(element -> element.children(step))
                        .toList();
            }
            for (Xml item : found) {
                String code = item.inside(value);
                if (!code.isEmpty()) {
                    terms.putIfAbsent(code, new Term(code, labels(item, label)));
                }
            }
            if (!terms.isEmpty()) {
                lists.put(name, List.copyOf(terms.values()));
            }
        }
        return name;
    }

    private Map<String, String> labels(Xml item, String label) {
        Matcher itext = Pattern.compile("jr:itext\\((.+)\\)").matcher(label);
        if (itext.matches()) {
            return texts.getOrDefault(item.inside(itext.group(1).strip()), Map.of());
        }
        String text = item.inside(label);
        return text.isEmpty() ? Map.of() : Map.of(own, text);
    }

    /// A question whose place is nowhere in the instance would never get an answer.
    private void requireEveryControl(Xml data) {
        controls.forEach((path, control) -> {
            List<Xml> found = List.of(data);
            String[] steps = path.split("/");
            for (int i = 2; i < steps.length; i++) {
                String step = steps[i];
                found = found.stream()
                        .flatMap(element -> element.children(step))
                        .toList();
            }
            if (found.isEmpty() || steps.length < 3) {
                notMapped.add(new NotMapped("noPlace", line(control), path));
            }
        });
    }

    private static String line(Xml element) {
        return ":" + element.line();
    }
}
