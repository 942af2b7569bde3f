package org.cairn.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Extent;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// What could be read of files, passage by passage.
final class Readings {

    private static final int BATCH = 500;

    private final Handle handle;

    Readings(Handle handle) {
        this.handle = handle;
    }

    Optional<Reading> reading(Reference reference) {
        return handle.select(
                        "SELECT json FROM reading WHERE kind = ? AND number = ?",
                        reference.kind().letter(),
                        reference.number())
                .mapTo(String.class)
                .findOne()
                .map(json -> RecordJson.readValue(Reading.class, json));
    }

    /// The hash of the passages of a reading.
    Optional<String> hash(Reference reference) {
        return handle.select(
                        "SELECT hash FROM reading WHERE kind = ? AND number = ?",
                        reference.kind().letter(),
                        reference.number())
                .mapTo(String.class)
                .findOne();
    }

    List<Passage> passages(Reference reference, int offset, int limit) {
        return handle.select("""
                        SELECT unit, ordinal, text, language, extent FROM passage
                        WHERE kind = ? AND number = ? AND position >= ? ORDER BY position LIMIT ?
                        """, reference.kind().letter(), reference.number(), offset, limit)
                .map((row, context) -> passage(row))
                .list();
    }

    Optional<Passage> passage(Reference reference, int ordinal) {
        return handle.select("""
                        SELECT unit, ordinal, text, language, extent FROM passage
                        WHERE kind = ? AND number = ? AND ordinal = ? ORDER BY position LIMIT 1
                        """, reference.kind().letter(), reference.number(), ordinal)
                .map((row, context) -> passage(row))
                .findOne();
    }

    static Passage passage(ResultSet row) throws SQLException {
        return new Passage(
                Passage.Unit.valueOf(row.getString("unit")),
                row.getInt("ordinal"),
                row.getString("text"),
                Optional.ofNullable(row.getString("language")).map(LanguageTag::new),
                Optional.ofNullable(row.getString("extent")).flatMap(Extent::parse));
    }

    void put(Reference reference, Reading reading, List<Passage> passages) {
        String kind = reference.kind().letter();
        int number = reference.number();
        String json = RecordJson.write(reading);
        int known = handle.execute(
                "UPDATE record SET state = ? WHERE kind = ? AND number = ?",
                reading.status().name(),
                kind,
                number);
        if (known == 0) {
            throw new IllegalArgumentException("a reading belongs to a record");
        }
        handle.execute("DELETE FROM passage WHERE kind = ? AND number = ?", kind, number);
        handle.execute("DELETE FROM reading WHERE kind = ? AND number = ?", kind, number);
        handle.execute(
                "INSERT INTO reading (kind, number, json, passages, hash) VALUES (?, ?, ?, ?, ?)",
                kind,
                number,
                json,
                passages.size(),
                hash(passages).hex());
        insert(kind, number, passages);
    }

    private void insert(String kind, int number, List<Passage> passages) {
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO passage (kind, number, position, unit, ordinal, text, language, extent)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (int position = 0; position < passages.size(); position++) {
                Passage passage = passages.get(position);
                batch.add(
                        kind,
                        number,
                        position,
                        passage.unit().name(),
                        passage.ordinal(),
                        passage.text(),
                        passage.language().map(LanguageTag::tag).orElse(null),
                        passage.extent().map(Extent::written).orElse(null));
                if (batch.size() == BATCH) {
                    batch.execute();
                }
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    private static Fingerprint hash(List<Passage> passages) {
        MessageDigest digest = Fingerprint.sha256();
        passages.forEach(passage -> digest(passage, digest));
        return Fingerprint.ofDigest(digest.digest());
    }

    /// Lengths go before texts, so that no two lists of passages are the same bytes. Without an extent they are what
    /// they were before there were any.
    static void digest(Passage passage, MessageDigest digest) {
        byte[] text = passage.text().getBytes(StandardCharsets.UTF_8);
        String head = passage.unit() + " " + passage.ordinal() + " "
                + passage.language().map(LanguageTag::tag).orElse("") + " " + text.length
                + passage.extent().map(extent -> " " + extent.written()).orElse("") + "\n";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        digest.update(text);
    }
}
