package org.cairn.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.jdbi.v3.core.Handle;

/// What changed, in order, for whoever follows the database.
final class Outbox {

    private final Handle handle;
    private final Counters counters;

    Outbox(Handle handle, Counters counters) {
        this.handle = handle;
        this.counters = counters;
    }

    long head() {
        return counters.last(Counters.OUTBOX);
    }

    List<OutboxEntry> after(long sequence, int limit) {
        return handle.select(
                        "SELECT sequence, reference FROM outbox WHERE sequence > ? ORDER BY sequence LIMIT ?",
                        sequence,
                        limit)
                .map((row, context) -> new OutboxEntry(row.getLong(1), Reference.parse(row.getString(2))))
                .list();
    }

    long countAfter(long sequence) {
        return handle.select("SELECT count(*) FROM outbox WHERE sequence > ?", sequence)
                .mapTo(long.class)
                .one();
    }

    Optional<Long> last(Reference reference) {
        return handle.select("SELECT sequence FROM outbox WHERE reference = ?", reference.toString())
                .mapTo(Long.class)
                .findOne();
    }

    /// The records that changed after a sequence and are above a clearance now.
    Set<Reference> above(Protection clearance, long sequence) {
        // from the few that changed to their records, never the other way round
        return handle.select("""
                        SELECT o.reference FROM outbox o CROSS JOIN record r
                            ON r.kind = substr(o.reference, 1, instr(o.reference, '-') - 1)
                            AND r.number = CAST(substr(o.reference, instr(o.reference, '-') + 1) AS INTEGER)
                        WHERE o.sequence > ? AND r.protection > ?
                        """, sequence, clearance.ordinal())
                .map((row, context) -> Reference.parse(row.getString(1)))
                .set();
    }

    /// A record's newest change takes the place of the older one: whoever follows looks up its present state anyway.
    void changed(Reference reference) {
        handle.execute("DELETE FROM outbox WHERE reference = ?", reference.toString());
        handle.execute(
                "INSERT INTO outbox (sequence, reference) VALUES (?, ?)",
                counters.next(Counters.OUTBOX),
                reference.toString());
    }
}
