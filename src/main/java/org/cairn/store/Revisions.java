package org.cairn.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.jdbi.v3.core.Handle;

/// Records as chains of revisions.
final class Revisions {

    /// What links name besides what they are about.
    private static final Set<RecordKind> NAMED = EnumSet.of(RecordKind.EVENT, RecordKind.PERSON);

    private final Handle handle;
    private final Counters counters;
    private final Projections projections;

    Revisions(Handle handle, Counters counters) {
        this.handle = handle;
        this.counters = counters;
        this.projections = new Projections(handle);
    }

    Optional<Revision> current(Reference reference) {
        return handle.select("""
                        SELECT json, hash FROM revision WHERE kind = ? AND number = ?
                        ORDER BY revision DESC LIMIT 1
                        """, reference.kind().letter(), reference.number())
                .map((row, context) -> revision(row))
                .findOne();
    }

    List<Revision> history(Reference reference) {
        return handle.select(
                        "SELECT json, hash FROM revision WHERE kind = ? AND number = ? ORDER BY revision",
                        reference.kind().letter(),
                        reference.number())
                .map((row, context) -> revision(row))
                .list();
    }

    /// The number, among all revisions, of the last of a kind.
    long last(RecordKind kind) {
        return handle.select("SELECT coalesce(max(id), 0) FROM revision WHERE kind = ?", kind.letter())
                .mapTo(Long.class)
                .one();
    }

    Optional<String> canonicalJson(Reference reference, int revision) {
        return handle.select(
                        "SELECT json FROM revision WHERE kind = ? AND number = ? AND revision = ?",
                        reference.kind().letter(),
                        reference.number(),
                        revision)
                .mapTo(String.class)
                .findOne();
    }

    List<Revision> belongingTo(Reference witness, RecordKind kind) {
        return handle.select("""
                        SELECT v.json, v.hash FROM record r JOIN revision v ON v.id = r.kept
                        WHERE r.concerns = ? AND r.kind = ? ORDER BY r.kept
                        """, witness.toString(), kind.letter())
                .map((row, context) -> revision(row))
                .list();
    }

    /// The last revisions of what is about a record, in the order in which they were kept.
    List<Revision> about(Reference subject, RecordKind kind) {
        return handle.select("""
                        SELECT v.json, v.hash FROM record r JOIN revision v ON v.id = r.kept
                        WHERE r.about = ? AND r.kind = ? ORDER BY r.number
                        """, subject.toString(), kind.letter())
                .map((row, context) -> revision(row))
                .list();
    }

    private static Revision revision(ResultSet row) throws SQLException {
        try {
            return Envelope.read(row.getString("json")).withHash(new Fingerprint(row.getString("hash")));
        } catch (ArchiveException.InvalidInput | IllegalArgumentException e) {
            // what was kept was once understood: somebody changed it since
            throw new ArchiveException.Damaged("records");
        }
    }

    Reference next(RecordKind kind) {
        return new Reference(kind, Math.toIntExact(counters.next(kind.letter())));
    }

    Revision keep(Reference reference, ArchiveRecord record, int expectedPrevious, String author, Instant at) {
        requireGiven(reference, record);
        Optional<Revision> current = current(reference);
        if (current.map(Revision::number).orElse(0) != expectedPrevious) {
            throw new ArchiveException.ChangedMeanwhile(reference);
        }
        if (current.map(Revision::record)
                .filter(ArchiveRecord::closed)
                .filter(closed -> !record.onlyAddsTo(closed))
                .isPresent()) {
            throw new ArchiveException.RecordSealed(reference);
        }
        Optional<Fingerprint> previous = current.map(Revision::hash);
        Envelope envelope =
                new Envelope(reference, expectedPrevious + 1, previous, author, at, reference.kind(), record);
        String json = envelope.json();
        Revision revision = envelope.withHash(Envelope.hash(json));
        long id = insert(revision, json);
        project(revision, id);
        return revision;
    }

    private void project(Revision revision, long id) {
        ArchiveRecord record = revision.record();
        projections.put(
                Projection.of(revision, projections.floor(record)),
                id,
                Projection.exhibits(record),
                Projection.relations(record));
    }

    /// How closely a record is kept: no less closely than the witness it concerns, what it is about and what it names.
    Optional<Protection> protection(Reference reference) {
        return projections.protection(reference);
    }

    /// Lists what belongs to a witness, is about a record or names it, as closely as they are kept now.
    ///
    /// @return what is kept otherwise than before, and what is found by it
    List<Reference> follow(Reference leader) {
        List<Reference> changed = new ArrayList<>();
        followers(leader).forEach(listed -> {
            Reference reference = listed.revision().reference();
            Optional<Protection> before = protection(reference);
            project(listed.revision(), listed.id());
            if (!protection(reference).equals(before)) {
                changed.add(reference);
                // what names the leader is about another record, which nothing else would tell of
                listed.revision()
                        .record()
                        .about()
                        .filter(subject -> !subject.equals(leader))
                        .ifPresent(changed::add);
                changed.addAll(follow(reference));
            }
        });
        return changed;
    }

    private List<Listed> followers(Reference leader) {
        List<Listed> all = new ArrayList<>(listed("r.concerns = :leader OR r.about = :leader", leader));
        if (NAMED.contains(leader.kind())) {
            // no list has a column for it: links are few, and what they name is seldom kept anew
            all.addAll(listed("""
                    r.kind = 'J' AND (json_extract(v.json, '$.record.incident') = :leader
                        OR json_extract(v.json, '$.record.suspect') = :leader)
                    """, leader));
        }
        return all;
    }

    private List<Listed> listed(String which, Reference leader) {
        return handle.createQuery("SELECT v.id, v.json, v.hash FROM record r JOIN revision v ON v.id = r.kept WHERE "
                        + which + " ORDER BY r.kept")
                .bind("leader", leader.toString())
                .map((row, context) -> new Listed(row.getLong("id"), revision(row)))
                .list();
    }

    private record Listed(long id, Revision revision) {}

    /// A reference that [#next] did not give would be given again one day.
    private void requireGiven(Reference reference, ArchiveRecord record) {
        if (reference.kind() != record.kind()) {
            throw new IllegalArgumentException("the reference is of another kind than the record");
        }
        if (reference.number() > counters.last(reference.kind().letter())) {
            throw new IllegalArgumentException("the reference was never given");
        }
    }

    private long insert(Revision revision, String json) {
        long id = counters.next(Counters.REVISION);
        handle.execute(
                """
                INSERT INTO revision (id, kind, number, revision, json, hash, previous, author, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                revision.reference().kind().letter(),
                revision.reference().number(),
                revision.number(),
                json,
                revision.hash().hex(),
                revision.previous().map(Fingerprint::hex).orElse(null),
                revision.author(),
                revision.at().toString());
        return id;
    }
}
