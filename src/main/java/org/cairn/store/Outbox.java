package org.cairn.store;

import java.util.List;
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

    /// A record's newest change takes the place of the older one: whoever follows looks up its present state anyway.
    void changed(Reference reference) {
        handle.execute("DELETE FROM outbox WHERE reference = ?", reference.toString());
        handle.execute(
                "INSERT INTO outbox (sequence, reference) VALUES (?, ?)",
                counters.next(Counters.OUTBOX),
                reference.toString());
    }
}
