package org.cairn.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.domain.FieldType;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.NotMapped;
import org.cairn.exchange.Offered.Refused;
import org.cairn.exchange.Offered.Submission;

/// Reads the XML in which Martus exports bulletins: each stands for itself, one that is wrong keeps none other out.
final class MartusFile {

    private MartusFile() {}

    static boolean looksLikeOne(Xml root) {
        return root.name().equals("MartusBulletins") || root.name().equals("MartusBulletin");
    }

    static List<Offered> read(Xml root) {
        List<Xml> bulletins = root.name().equals("MartusBulletin")
                ? List.of(root)
                : root.children("MartusBulletin").toList();
        List<Offered> offered = new ArrayList<>();
        for (Xml bulletin : bulletins) {
            offered.add(bulletin(bulletin, offered.size() + 1));
        }
        return offered;
    }

    private static Offered bulletin(Xml bulletin, int place) {
        String title = title(bulletin);
        try {
            MartusForm.Read read = MartusForm.bulletin(bulletin);
            List<String> faults = new ArrayList<>(read.faults());
            Optional<Xml> values = bulletin.child("FieldValues");
            if (values.isEmpty()) {
                faults.add("martusNoValues");
            }
            if (!faults.isEmpty()) {
                return new Refused(place, title, faults);
            }
            return submission(bulletin, values.get(), read, place, title);
        } catch (Unreadable e) {
            return new Refused(place, title, List.of((e.code() + " " + e.detail()).strip()));
        }
    }

    private static String title(Xml bulletin) {
        return bulletin.child("FieldValues").stream()
                .flatMap(values -> values.children("Field"))
                .filter(field -> field.attribute("tag").equals("title"))
                .map(field -> field.inside("Value"))
                .findFirst()
                .orElse("");
    }

    private static Submission submission(Xml bulletin, Xml values, MartusForm.Read read, int place, String title) {
        FormDefinition form = read.form().form();
        List<NotMapped> notMapped = new ArrayList<>();
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Xml field : values.children("Field").toList()) {
            String tag = field.attribute("tag");
            Optional<FormField> known = form.fields().stream()
                    .filter(one -> one.name().equals(Named.field(tag)))
                    .findFirst();
            if (known.isEmpty()) {
                notMapped.add(new NotMapped("notInForm", ":" + field.line(), tag));
            } else {
                field.child("Value").ifPresent(value -> answer(answers, known.get(), value));
            }
        }
        List<String> attachments = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Stream.concat(values.children().stream(), bulletin.children().stream())
                .filter(list -> list.name().endsWith("AttachmentList"))
                .flatMap(list -> list.children("Attachment"))
                .map(one -> one.inside("Filename"))
                .filter(name -> !name.isEmpty())
                .forEach(seen::add);
        attachments.addAll(seen);
        leftOver(bulletin, values, notMapped);
        String id = Stream.of("LocalId", "BulletinId", "UniversalId")
                .map(bulletin::inside)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return new Submission(
                place,
                title,
                "martus",
                form.id(),
                form.version(),
                id,
                "",
                content(bulletin),
                read.form(),
                answers,
                attachments,
                read.hidden(),
                notMapped);
    }

    private static void answer(Map<String, Object> answers, FormField field, Xml value) {
        if (field.type() == FieldType.REPEAT) {
            List<Object> rows = new ArrayList<>();
            value.child("GridData").stream()
                    .flatMap(grid -> grid.children("Row"))
                    .forEach(row -> {
                        Map<String, Object> cells = new LinkedHashMap<>();
                        List<Xml> columns = row.children("Column").toList();
                        for (int i = 0; i < columns.size(); i++) {
                            String said = said(columns.get(i));
                            String name = i < field.fields().size()
                                    ? field.fields().get(i).name()
                                    : "column " + (i + 1);
                            if (!said.isBlank()) {
                                cells.put(name, said);
                            }
                        }
                        if (!cells.isEmpty()) {
                            rows.add(cells);
                        }
                    });
            if (!rows.isEmpty()) {
                answers.put(field.name(), rows);
            }
        } else if (!said(value).isBlank()) {
            answers.put(field.name(), said(value));
        }
    }

    /// A date that nobody knows is no answer.
    private static String said(Xml value) {
        String text = value.text().strip();
        return MartusDate.unknown(text) ? "" : text;
    }

    private static void leftOver(Xml bulletin, Xml values, List<NotMapped> notMapped) {
        Set<String> known = new HashSet<>(Set.of(
                "MainFieldSpecs",
                "PrivateFieldSpecs",
                "CustomFields",
                "FieldValues",
                "LocalId",
                "BulletinId",
                "UniversalId",
                "Field"));
        Stream.concat(bulletin.children().stream(), values.children().stream())
                .filter(child -> !known.contains(child.name()) && !child.name().endsWith("AttachmentList"))
                .forEach(child -> notMapped.add(new NotMapped(
                        "bookkeeping",
                        ":" + child.line(),
                        child.name() + " " + child.text().strip())));
    }

    private static String content(Xml element) {
        StringBuilder text = new StringBuilder();
        spell(element, text);
        return Fingerprint.of(text.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /// The same whatever blanks somebody put between.
    static void spell(Xml element, StringBuilder into) {
        into.append('<').append(element.name());
        element.attributes()
                .forEach((name, value) ->
                        into.append(' ').append(name).append('=').append(value));
        into.append('>').append(element.text().strip());
        element.children().forEach(child -> spell(child, into));
        into.append("</>");
    }
}
