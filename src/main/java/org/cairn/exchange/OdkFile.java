package org.cairn.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.NotMapped;
import org.cairn.exchange.Offered.Refused;
import org.cairn.exchange.Offered.Submission;

/// Reads submissions of ODK and its kin: the filled-in instance of a form, as devices send it.
final class OdkFile {

    /// What tools add to an instance for themselves.
    private static final Set<String> BOOKKEEPING = Set.of("meta", "formhub", "__version__", "_xform_id_string");

    private OdkFile() {}

    /// An instance names its form by its root's attribute; some tools wrap it.
    static boolean looksLikeOne(Xml root) {
        return instances(root).stream().anyMatch(OdkFile::namesForm);
    }

    private static List<Xml> instances(Xml root) {
        return switch (root.name()) {
            case "submission" -> root.child("data").map(Xml::children).orElse(List.of());
            case "submissions", "instances" -> root.children();
            default -> List.of(root);
        };
    }

    private static boolean namesForm(Xml instance) {
        boolean form =
                instance.attributes().containsKey("id") || instance.attributes().containsKey("xForm");
        return !instance.children().isEmpty() && (form || instance.child("meta").isPresent());
    }

    static List<Offered> read(Xml root) {
        List<Offered> offered = new ArrayList<>();
        for (Xml instance : instances(root)) {
            int place = offered.size() + 1;
            offered.add(
                    instance.attribute("encrypted").equals("yes")
                                    || instance.child("base64EncryptedKey").isPresent()
                            ? new Refused(place, id(instance), List.of("encrypted"))
                            : submission(instance, place));
        }
        return offered;
    }

    private static String form(Xml instance) {
        return Stream.of(instance.attribute("id"), instance.attribute("xForm"))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(instance.name());
    }

    private static String id(Xml instance) {
        return instance.child("meta")
                .map(meta -> meta.inside("instanceID"))
                .filter(text -> !text.isEmpty())
                .orElse(instance.attribute("instanceID"));
    }

    private static Submission submission(Xml instance, int place) {
        List<NotMapped> notMapped = new ArrayList<>();
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Xml child : instance.children()) {
            if (BOOKKEEPING.contains(child.name())) {
                leaves(child, child.name(), notMapped);
            } else {
                put(answers, child, notMapped);
            }
        }
        StringBuilder content = new StringBuilder();
        MartusFile.spell(instance, content);
        String replaces =
                instance.child("meta").map(meta -> meta.inside("deprecatedID")).orElse("");
        String version = Optional.of(instance.attribute("version"))
                .filter(text -> !text.isEmpty())
                .orElse(instance.inside("__version__"));
        return new Submission(
                place,
                instance.child("meta").map(meta -> meta.inside("instanceName")).orElse(""),
                "odk",
                form(instance),
                version,
                id(instance),
                replaces,
                Fingerprint.of(content.toString().getBytes(StandardCharsets.UTF_8))
                        .hex(),
                null,
                answers,
                List.of(),
                Set.of(),
                notMapped);
    }

    private static void leaves(Xml element, String path, List<NotMapped> notMapped) {
        for (Xml child : element.children()) {
            leaves(child, path + "/" + child.name(), notMapped);
        }
        String text = element.text().strip();
        if (element.children().isEmpty()
                && !text.isEmpty()
                && !path.matches("meta/(instanceID|instanceName|deprecatedID)")) {
            notMapped.add(new NotMapped("bookkeeping", path, text));
        }
    }

    /// The same name again makes a list.
    private static void put(Map<String, Object> answers, Xml element, List<NotMapped> notMapped) {
        Object value = value(element, notMapped);
        if (value instanceof String text && text.isBlank() && answers.containsKey(element.name())) {
            return;
        }
        answers.merge(element.name(), value, (before, more) -> {
            List<Object> all = new ArrayList<>(before instanceof List<?> list ? list : List.of(before));
            all.add(more);
            return all;
        });
    }

    private static Object value(Xml element, List<NotMapped> notMapped) {
        if (element.children().isEmpty()) {
            return element.text().strip();
        }
        Map<String, Object> inner = new LinkedHashMap<>();
        element.children().forEach(child -> put(inner, child, notMapped));
        return inner;
    }
}
