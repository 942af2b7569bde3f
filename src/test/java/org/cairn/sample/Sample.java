package org.cairn.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.Consent;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Identity;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.store.RecordJson;

/// The sample as the domain understands it, with a reference for every key, given out as an archive would.
final class Sample {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern KEY = Pattern.compile("(?<![a-z])[wtelpvymb]:[a-z0-9][a-z0-9-]*");
    private final Map<String, Reference> references = new LinkedHashMap<>();
    private final Map<RecordKind, Integer> given = new HashMap<>();
    private final TreeSet<String> unresolved = new TreeSet<>();
    private final Map<String, Testimony> statements = new LinkedHashMap<>();
    private final List<Consent> consents = new ArrayList<>();
    private final List<FormRecord> records = new ArrayList<>();
    private final List<JsonNode> evidence = new ArrayList<>();
    private final BundleDraft bundle;

    private Sample(Path folder) throws IOException {
        JsonNode index = json(folder.resolve("sample.json"));
        List<JsonNode> witnesses = all(folder, index.get("witnesses"));
        json(folder.resolve(index.get("evidence").asText())).forEach(evidence::add);
        List<JsonNode> spoken = all(folder, index.get("statements"));
        List<JsonNode> forms = all(folder, index.get("records"));
        JsonNode draft = json(folder.resolve(index.get("bundle").asText()));
        witnesses.forEach(witness -> give(RecordKind.WITNESS, witness));
        evidence.forEach(item -> give(RecordKind.EVIDENCE, item));
        spoken.forEach(statement -> give(RecordKind.TESTIMONY, statement));
        forms.forEach(form -> give(RecordKind.valueOf(form.at("/record/kind").asText()), form));
        give(RecordKind.BUNDLE, draft);
        witnesses.forEach(this::witness);
        evidence.forEach(item -> resolved(item.toString()));
        spoken.forEach(statement -> statements.put(
                statement.get("key").asText(), (Testimony) read(RecordKind.TESTIMONY, statement.get("testimony"))));
        forms.forEach(form -> records.add(
                (FormRecord) read(RecordKind.valueOf(form.at("/record/kind").asText()), form.get("record"))));
        bundle = (BundleDraft) read(RecordKind.BUNDLE, draft.get("bundle"));
    }

    static Sample read(Path folder) {
        try {
            return new Sample(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static JsonNode json(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }

    private static List<JsonNode> all(Path folder, JsonNode paths) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode path : paths) {
            all.add(json(folder.resolve(path.asText())));
        }
        return all;
    }

    private void give(RecordKind kind, JsonNode entry) {
        int number = given.merge(kind, 1, Integer::sum);
        Reference before = references.put(entry.get("key").asText(), new Reference(kind, number));
        if (before != null) {
            throw new IllegalStateException("one key for two records");
        }
    }

    private void witness(JsonNode file) {
        read(RecordKind.WITNESS, file.get("witness"));
        RecordJson.readValue(Identity.class, file.get("identity").toString());
        read(RecordKind.RISK, file.get("risk"));
        file.get("consents").forEach(consent -> consents.add((Consent) read(RecordKind.CONSENT, consent)));
        file.get("laterConsents").forEach(consent -> consents.add((Consent) read(RecordKind.CONSENT, consent)));
    }

    private ArchiveRecord read(RecordKind kind, JsonNode node) {
        return RecordJson.read(kind, resolved(node.toString()));
    }

    private String resolved(String json) {
        return KEY.matcher(json).replaceAll(this::reference);
    }

    private String reference(MatchResult key) {
        Reference reference = references.get(key.group());
        if (reference == null) {
            unresolved.add(key.group());
        }
        return reference == null ? key.group() : reference.toString();
    }

    Map<String, Testimony> statements() {
        return statements;
    }

    List<Consent> consents() {
        return consents;
    }

    List<FormRecord> records() {
        return records;
    }

    List<JsonNode> evidence() {
        return evidence;
    }

    BundleDraft bundle() {
        return bundle;
    }

    TreeSet<String> unresolved() {
        return unresolved;
    }

    String keyOf(Reference reference) {
        return references.entrySet().stream()
                .filter(entry -> entry.getValue().equals(reference))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    Testimony statement(Reference reference) {
        return Objects.requireNonNull(statements.get(keyOf(reference)));
    }
}
