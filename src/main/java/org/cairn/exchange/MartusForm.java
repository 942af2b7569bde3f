package org.cairn.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.FieldType;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.FormOrigin;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.NotMapped;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Term;

/// Reads the fields of a Martus bulletin, or of a Martus template (`.mct`), as a form.
///
/// The fields that every bulletin has carry no label of their own: they get one here, in the six languages.
final class MartusForm {

    private static final Map<String, FieldType> TYPES = Map.ofEntries(
            Map.entry("STRING", FieldType.TEXT),
            Map.entry("MULTILINE", FieldType.LONG_TEXT),
            Map.entry("DATE", FieldType.DATE),
            Map.entry("DATERANGE", FieldType.DATE),
            Map.entry("BOOLEAN", FieldType.YES_NO),
            Map.entry("LANGUAGE", FieldType.TEXT),
            Map.entry("DROPDOWN", FieldType.CHOICE),
            Map.entry("NESTEDDROPDOWN", FieldType.CHOICE),
            Map.entry("MESSAGE", FieldType.NOTE),
            Map.entry("SECTION", FieldType.NOTE),
            Map.entry("GRID", FieldType.REPEAT));

    /// Without these nothing is a bulletin.
    private static final List<String> REQUIRED = List.of("author", "language", "entrydate", "title");

    static final String PRIVATE = "privateinfo";
    static final String ATTACHMENTS = "martusAttachments";

    private static final String CUSTOM = "<CustomFields>";
    private static final String CUSTOM_END = "</CustomFields>";

    private final List<NotMapped> notMapped = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, List<Term>> lists = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> hidden = new HashSet<>();

    private MartusForm() {}

    /// A bulletin's fields.
    ///
    /// @param faults why they are none, codes and tags; empty where they are
    /// @param hidden the names of those that Martus kept private
    record Read(ForeignForm form, List<String> faults, Set<String> hidden) {
        @Override
        public String toString() {
            return "Read";
        }
    }

    static boolean looksLikeTemplate(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 1 << 16), StandardCharsets.ISO_8859_1).contains(CUSTOM);
    }

    /// A template is the fields, as XML, inside a signed envelope.
    static ForeignForm template(byte[] bytes, String file, RecordKind extended) throws Unreadable {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Xml> sections = new ArrayList<>();
        int from = raw.indexOf(CUSTOM);
        while (from >= 0) {
            int end = raw.indexOf(CUSTOM_END, from);
            if (end < 0) {
                throw new Unreadable("notXml");
            }
            byte[] section = raw.substring(from, end + CUSTOM_END.length()).getBytes(StandardCharsets.ISO_8859_1);
            sections.add(Xml.read(section));
            from = raw.indexOf(CUSTOM, end);
        }
        if (sections.isEmpty()) {
            throw new Unreadable("notAForm");
        }
        Fingerprint fingerprint = Fingerprint.of(bytes);
        String stem = file.replaceFirst("\\.[^.]*$", "");
        Read read = new MartusForm()
                .read(
                        sections.getFirst(),
                        sections.size() > 1 ? Optional.of(sections.get(1)) : Optional.empty(),
                        "martus-" + stem,
                        stem,
                        new FormOrigin("martus", file, Optional.of(fingerprint), List.of()),
                        extended,
                        false);
        if (!read.faults().isEmpty()) {
            throw new Unreadable("martusFields", String.join(", ", read.faults()));
        }
        return read.form();
    }

    /// The fields of a bulletin: bulletins with the same fields have the same form.
    static Read bulletin(Xml bulletin) throws Unreadable {
        Optional<Xml> main = bulletin.child("MainFieldSpecs").or(() -> bulletin.child("CustomFields"));
        if (main.isEmpty()) {
            throw new Unreadable("martusNoFields");
        }
        Optional<Xml> confidential = bulletin.child("PrivateFieldSpecs");
        StringBuilder said = new StringBuilder();
        spell(main.get(), said);
        confidential.ifPresent(fields -> spell(fields, said));
        String mark = Fingerprint.of(said.toString().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 12);
        FormOrigin origin = new FormOrigin("martus", "", Optional.empty(), List.of());
        return new MartusForm()
                .read(main.get(), confidential, "martus-" + mark, "Martus", origin, RecordKind.TESTIMONY, true);
    }

    private static void spell(Xml element, StringBuilder into) {
        into.append('<')
                .append(element.name())
                .append(element.attribute("type"))
                .append('>');
        into.append(element.text().strip());
        element.children().forEach(child -> spell(child, into));
        into.append("</>");
    }

    private Read read(
            Xml main,
            Optional<Xml> confidential,
            String id,
            String title,
            FormOrigin origin,
            RecordKind extended,
            boolean whole) {
        List<FieldDraft> drafts = new ArrayList<>();
        main.children("Field").forEach(field -> drafts.add(field(field)));
        Set<String> open = Set.copyOf(names);
        confidential.ifPresent(fields -> fields.children("Field").forEach(field -> drafts.add(field(field))));
        names.stream().filter(name -> !open.contains(name)).forEach(hidden::add);
        if (whole) {
            REQUIRED.stream().filter(tag -> !names.contains(tag)).forEach(tag -> faults.add("missingField " + tag));
        }
        drafts.add(attachments());
        if (!faults.isEmpty()) {
            return new Read(empty(id, extended), faults, hidden);
        }
        List<FormField> fields = Guarded.of(
                        drafts.stream().map(FieldDraft::done).toList())
                .stream()
                .flatMap(field ->
                        (hidden.contains(field.name()) ? Guarded.all(List.of(field)) : List.of(field)).stream())
                .toList();
        FormDefinition form = new FormDefinition(
                id,
                "",
                Map.of("en", title),
                new LanguageTag("en"),
                Optional.of(extended),
                fields,
                lists,
                whole,
                Optional.of(new FormOrigin(origin.tool(), origin.file(), origin.fingerprint(), notMapped)));
        return new Read(new ForeignForm(form, notMapped), faults, hidden);
    }

    private static ForeignForm empty(String id, RecordKind extended) {
        return new ForeignForm(
                new FormDefinition(
                        id,
                        "",
                        Map.of(),
                        LanguageTag.UNDETERMINED,
                        Optional.of(extended),
                        List.of(),
                        Map.of(),
                        true,
                        Optional.empty()),
                List.of());
    }

    private static FieldDraft attachments() {
        FieldDraft one = new FieldDraft();
        one.name = "file";
        one.type = FieldType.ATTACHMENT;
        one.label.putAll(MartusWords.label("attachment"));
        FieldDraft all = new FieldDraft();
        all.name = ATTACHMENTS;
        all.type = FieldType.REPEAT;
        all.label.putAll(MartusWords.label("attachments"));
        all.fields.add(one);
        return all;
    }

    private FieldDraft field(Xml field) {
        String tag = field.inside("Tag");
        FieldDraft draft = draft(field, tag);
        String name = Named.field(tag);
        if (name.isEmpty()) {
            faults.add("missingTag :" + field.line());
            name = Named.once("field", names);
        } else if (!names.add(name)) {
            faults.add("duplicateTag " + tag);
        }
        draft.name = name;
        if (draft.label.isEmpty()) {
            draft.label.putAll(MartusWords.label(tag));
        }
        if (draft.type == FieldType.REPEAT) {
            columns(field, draft);
        }
        return draft;
    }

    private FieldDraft draft(Xml field, String tag) {
        String written = field.attribute("type");
        FieldDraft draft = new FieldDraft();
        Optional<FieldType> type = Optional.ofNullable(TYPES.get(written.toUpperCase(Locale.ROOT)));
        if (type.isEmpty()) {
            faults.add("unknownFieldType " + tag + " " + written);
        }
        draft.type = type.orElse(FieldType.TEXT);
        draft.required = field.child("RequiredField").isPresent() && draft.type.asked();
        String label = field.inside("Label");
        if (!label.isEmpty()) {
            draft.label.put("en", label);
        }
        String message = field.inside("Message");
        if (!message.isEmpty()) {
            draft.hint.put("en", message);
        }
        if (draft.type == FieldType.CHOICE) {
            choices(field, draft, tag);
        }
        leftOver(field, tag);
        return draft;
    }

    private void choices(Xml field, FieldDraft draft, String tag) {
        List<Term> terms = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        List<Xml> given = field.child("Choices").map(Xml::children).orElse(List.of());
        for (Xml choice : given) {
            String code = choice.text().strip();
            if (!code.isEmpty() && codes.add(code)) {
                terms.add(new Term(code, Map.of("en", code)));
            } else if (!code.isEmpty()) {
                faults.add("duplicateChoice " + tag);
            }
        }
        if (field.child("Choices").isEmpty()) {
            // a list that is shared, or filled from a grid, is not in this field
            notMapped.add(new NotMapped("externalList", ":" + field.line(), tag));
            draft.type = FieldType.TEXT;
            return;
        }
        String list = Named.field(tag.isEmpty() ? "line" + field.line() : tag);
        lists.put(list, terms);
        draft.list = Optional.of(list);
    }

    private void columns(Xml field, FieldDraft draft) {
        Set<String> taken = new HashSet<>();
        field.child("GridSpecDetails").stream()
                .flatMap(details -> details.children("Column"))
                .forEach(column -> {
                    String label = column.inside("Label");
                    String given = column.inside("Tag").isEmpty() ? label : column.inside("Tag");
                    String name = Named.once(given.isEmpty() ? "column" : Named.field(given), taken);
                    FieldDraft inner = draft(column, draft.name + "_" + name);
                    inner.name = name;
                    draft.fields.add(inner);
                });
    }

    private void leftOver(Xml field, String tag) {
        Set<String> known = Set.of("Tag", "Label", "Message", "Choices", "GridSpecDetails", "RequiredField");
        field.children().stream()
                .filter(child -> !known.contains(child.name()))
                .forEach(child -> notMapped.add(new NotMapped("column", ":" + child.line(), tag + " " + child.name())));
    }
}
