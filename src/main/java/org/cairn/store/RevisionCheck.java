package org.cairn.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Recomputes every revision's hash and chain, and what the lists say of the last of each record.
final class RevisionCheck {

    private final Handle handle;
    private final Check check;
    private final Projections projections;
    private long records;
    private long count;
    private @Nullable Link before;

    /// What is known of the revision looked at last.
    private record Link(Reference reference, int number, String hash, boolean listed) {}

    RevisionCheck(Handle handle, Check check) {
        this.handle = handle;
        this.check = check;
        this.projections = new Projections(handle);
    }

    long records() {
        return records;
    }

    long count() {
        return count;
    }

    void run() {
        long total = new Counters(handle).last(Counters.REVISION);
        handle.createQuery("""
                        SELECT v.kind, v.number, v.revision AS place, v.json, v.hash, v.previous,
                            v.author AS by_whom, v.at AS at_when, r.kept AS listed, v.id,
                            r.revision, r.title, r.title_key, r.type, r.protection, r.language, r.date, r.undated,
                            r.day, r.concerns, r.closed, r.author, r.at, r.fingerprint, r.parent, r.about
                        FROM revision v LEFT JOIN record r
                            ON r.kind = v.kind AND r.number = v.number AND r.revision = v.revision
                        ORDER BY v.kind, v.number, v.revision
                        """)
                .map((row, context) -> {
                    look(row);
                    return row.getLong("id");
                })
                .forEach(id -> check.step("records", ++count, total));
        endOfRecord();
        if (count != total) {
            check.found("recordGap", count, total);
        }
        long listed = handle.createQuery("SELECT count(*) FROM record")
                .mapTo(long.class)
                .one();
        if (listed != records) {
            check.found("projectionDiffers", listed, records);
        }
    }

    private void look(ResultSet row) throws SQLException {
        Reference reference = Lists.reference(row);
        int number = row.getInt("place");
        String json = row.getString("json");
        String hash = row.getString("hash");
        boolean listed = row.getObject("listed") != null;
        Link last = before;
        boolean continues = last != null && last.reference().equals(reference);
        if (!continues) {
            endOfRecord();
            records++;
        }
        if (!Envelope.hash(json).hex().equals(hash)) {
            check.found("recordHash", reference, number);
        }
        String expected = continues && last != null ? last.hash() : null;
        if (number != (continues && last != null ? last.number() + 1 : 1)
                || !Optional.ofNullable(expected).equals(Optional.ofNullable(row.getString("previous")))) {
            check.found("recordChain", reference, number);
        }
        understand(row, reference, number, json, listed);
        before = new Link(reference, number, hash, listed);
    }

    /// The JSON must say what stands beside it, and its record what the lists show.
    private void understand(ResultSet row, Reference reference, int number, String json, boolean listed)
            throws SQLException {
        try {
            Envelope envelope = Envelope.read(json);
            boolean same = envelope.reference().equals(reference)
                    && envelope.kind() == reference.kind()
                    && envelope.revision() == number
                    && envelope.author().equals(row.getString("by_whom"))
                    && envelope.at().toString().equals(row.getString("at_when"))
                    && envelope.previous().map(Fingerprint::hex).equals(Optional.ofNullable(row.getString("previous")))
                    && envelope.json().equals(json);
            if (!same) {
                check.found("recordHash", reference, number);
            }
            if (listed) {
                compare(row, envelope.withHash(Envelope.hash(json)));
            }
        } catch (ArchiveException.InvalidInput e) {
            check.found("recordHash", reference, number);
        }
    }

    private void compare(ResultSet row, Revision revision) throws SQLException {
        boolean same = Projections.read(row).equals(Projection.of(revision, projections.floor(revision.record())))
                && row.getLong("listed") == row.getLong("id")
                && projections.exhibits(revision.reference()).equals(Projection.exhibits(revision.record()))
                && projections.relations(revision.reference()).equals(Projection.relations(revision.record()));
        if (!same) {
            check.found("projectionDiffers", revision.reference());
        }
    }

    /// The last revision of a record is the one that lists show.
    private void endOfRecord() {
        if (before != null && !before.listed()) {
            check.found("projectionDiffers", before.reference());
        }
    }
}
