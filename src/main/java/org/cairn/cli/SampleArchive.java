package org.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cairn.archive.Archive;
import org.cairn.archive.Drafts;
import org.cairn.archive.Forms;
import org.cairn.archive.Kept;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.progress.Progress;

/// Records the synthetic sample of `resources/sample` in an archive, through the use cases that people use.
final class SampleArchive {

    private final Archive archive;
    private final SampleKeys keys = new SampleKeys();
    private final JsonNode index = json("sample.json");
    private final List<ObjectNode> consentsOnStatements = new ArrayList<>();
    private final TreeSet<String> languages = new TreeSet<>();

    SampleArchive(Archive archive) {
        this.archive = archive;
    }

    /// What was recorded.
    ///
    /// @param languages of the statements
    record Recorded(int statements, int witnesses, int languages, int evidence) {}

    Recorded record(Progress progress) {
        List<JsonNode> witnesses = files("witnesses");
        witnesses.forEach(this::witness);
        JsonNode items = json(index.path("evidence").asText());
        items.forEach(this::evidence);
        witnesses.forEach(file -> file.path("consents").forEach(this::consent));
        List<JsonNode> statements = files("statements");
        statements.forEach(this::statement);
        consentsOnStatements.forEach(this::decide);
        witnesses.forEach(file -> file.path("laterConsents").forEach(this::decideAbout));
        files("records").forEach(this::form);
        archive.evidence().readWaiting(progress);
        return new Recorded(statements.size(), witnesses.size(), languages.size(), items.size());
    }

    BundleDraft bundle() {
        return Forms.bundle(keys.resolved(json("bundle.json").path("bundle").toString()));
    }

    /// The statement of somebody who withdrew: a bundle with it must be refused.
    BundleDraft forbidden(BundleDraft permitted, Reference withdrawn) {
        List<BundleDraft.Section> sections = new ArrayList<>(permitted.sections());
        sections.add(new BundleDraft.Section("–", List.of(new BundleDraft.Exhibit(withdrawn, ""))));
        return permitted.withSections(sections);
    }

    List<String> queries() {
        List<String> queries = new ArrayList<>();
        json("search.json").forEach(example -> queries.add(example.path("query").asText()));
        return queries;
    }

    private void witness(JsonNode file) {
        ObjectNode form = file.path("witness").deepCopy();
        form.put("kind", "witness");
        form.set("identity", file.path("identity"));
        keep(file.path("key").asText(), form);
        if (file.path("risk") instanceof ObjectNode risk) {
            ObjectNode copy = risk.deepCopy();
            copy.put("kind", "risk");
            take(copy);
        }
    }

    private void evidence(JsonNode entry) {
        ObjectNode item = entry.deepCopy();
        String file = item.remove("file").asText();
        item.remove("key");
        item.put("fileName", file)
                .put("fingerprint", "0".repeat(Fingerprint.of(new byte[0]).hex().length()))
                .put("size", 0);
        EvidenceItem description = Drafts.read(RecordKind.EVIDENCE, keys.resolved(item.toString()));
        try (InputStream bytes = open(index.path("files").asText() + "/" + file)) {
            Kept kept = archive.evidence().take(description, bytes);
            keys.given(entry.path("key").asText(), kept.reference());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is about one statement waits until that statement is kept.
    private void consent(JsonNode node) {
        ObjectNode consent = (ObjectNode) node;
        if (consent.has("statement")) {
            consentsOnStatements.add(consent);
        } else {
            decide(consent);
        }
    }

    private void decideAbout(JsonNode node) {
        decide((ObjectNode) node);
    }

    private void decide(ObjectNode consent) {
        ObjectNode form = consent.deepCopy();
        form.put("kind", "consent");
        take(form);
    }

    private void statement(JsonNode file) {
        ObjectNode form = file.path("testimony").deepCopy();
        form.put("kind", "testimony");
        languages.add(form.path("language").asText());
        keys.given(file.path("key").asText(), take(form).reference());
    }

    private void form(JsonNode file) {
        keep(file.path("key").asText(), file.path("record"));
    }

    private void keep(String key, JsonNode form) {
        keys.given(key, take(form).reference());
    }

    private Kept take(JsonNode form) {
        return archive.forms().take(keys.resolved(form.toString()), false);
    }

    private List<JsonNode> files(String list) {
        List<JsonNode> files = new ArrayList<>();
        index.path(list).forEach(name -> files.add(json(name.asText())));
        return files;
    }

    private static JsonNode json(String name) {
        try (InputStream in = open(name)) {
            return Output.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = SampleArchive.class.getResourceAsStream("/sample/" + name);
        if (in == null) {
            throw new IllegalStateException("the sample lacks " + name);
        }
        return in;
    }
}
