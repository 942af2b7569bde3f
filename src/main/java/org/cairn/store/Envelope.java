package org.cairn.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;

/// A revision as it is kept: the record, and who kept it when and after what. Its hash is of exactly these bytes.
record Envelope(
        Reference reference,
        int revision,
        Optional<Fingerprint> previous,
        String author,
        Instant at,
        RecordKind kind,
        ArchiveRecord record) {

    String json() {
        return RecordJson.write(this);
    }

    static Fingerprint hash(String json) {
        return Fingerprint.of(json.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws ArchiveException.InvalidInput when it is no envelope
    static Envelope read(String json) {
        JsonNode node = CanonicalJson.parse(json, "revision");
        Head head = (Head) JsonReading.value(node, Head.class, "revision");
        return new Envelope(
                head.reference(),
                head.revision(),
                head.previous(),
                head.author(),
                head.at(),
                head.kind(),
                RecordJson.read(head.kind(), node.path("record")));
    }

    Revision withHash(Fingerprint hash) {
        return new Revision(reference, revision, record, hash, previous, author, at);
    }

    /// The envelope without understanding what is in it.
    record Head(
            Reference reference,
            int revision,
            Optional<Fingerprint> previous,
            String author,
            Instant at,
            RecordKind kind,
            Object record) {
        @Override
        public String toString() {
            return "Head " + reference;
        }
    }

    @Override
    public String toString() {
        return "Envelope " + reference + " " + revision;
    }
}
