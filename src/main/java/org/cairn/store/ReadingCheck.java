package org.cairn.store;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;
import org.jdbi.v3.core.Handle;

/// Counts and hashes the passages of every reading again, and compares its status with what lists show.
final class ReadingCheck {

    private final Handle handle;
    private final Check check;
    private long count;

    ReadingCheck(Handle handle, Check check) {
        this.handle = handle;
        this.check = check;
    }

    void run() {
        long total = handle.createQuery("SELECT count(*) FROM reading")
                .mapTo(long.class)
                .one();
        handle.createQuery("""
                        SELECT g.kind, g.number, g.json, g.passages, g.hash, r.state
                        FROM reading g LEFT JOIN record r ON r.kind = g.kind AND r.number = g.number
                        ORDER BY g.kind, g.number
                        """)
                .map((row, context) -> {
                    look(row);
                    return row.getInt("number");
                })
                .forEach(number -> check.step("readings", ++count, total));
        handle.createQuery("""
                        SELECT kind, number FROM record r
                        WHERE kind = 'E' AND state <> ? AND (state <> '' OR fingerprint IS NOT NULL)
                        AND NOT EXISTS (SELECT 1 FROM reading g WHERE g.kind = r.kind AND g.number = r.number)
                        """)
                .bind(0, Projection.WAITING)
                .map((row, context) -> Lists.reference(row))
                .forEach(reference -> check.found("readingDiffers", reference));
    }

    private void look(ResultSet row) throws SQLException {
        Reference reference = Lists.reference(row);
        try {
            Reading reading = RecordJson.readValue(Reading.class, row.getString("json"));
            boolean same = reading.status().name().equals(row.getString("state"))
                    && hash(reference, row.getLong("passages")).equals(row.getString("hash"));
            if (!same) {
                check.found("readingDiffers", reference);
            }
        } catch (ArchiveException.InvalidInput | IllegalArgumentException e) {
            check.found("readingDiffers", reference);
        }
    }

    private String hash(Reference reference, long expected) {
        MessageDigest digest = Fingerprint.sha256();
        long[] found = {0};
        handle.select("""
                        SELECT unit, ordinal, text, language, extent FROM passage WHERE kind = ? AND number = ?
                        ORDER BY position
                        """, reference.kind().letter(), reference.number())
                .map((row, context) -> Readings.passage(row))
                .forEach(passage -> {
                    Readings.digest(passage, digest);
                    found[0]++;
                });
        return found[0] == expected ? Fingerprint.ofDigest(digest.digest()).hex() : "";
    }
}
