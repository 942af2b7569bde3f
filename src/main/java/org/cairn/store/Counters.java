package org.cairn.store;

import org.jdbi.v3.core.Handle;

/// Numbers that only ever grow.
final class Counters {

    static final String REVISION = "revision";
    static final String LEDGER = "ledger";
    static final String OUTBOX = "outbox";

    private final Handle handle;

    Counters(Handle handle) {
        this.handle = handle;
    }

    /// The last number given, 0 before the first.
    long last(String name) {
        return handle.select("SELECT value FROM counter WHERE name = ?", name)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /// The next number, which nobody gets again.
    long next(String name) {
        long next = last(name) + 1;
        int changed = handle.execute("UPDATE counter SET value = ? WHERE name = ?", next, name);
        if (changed == 0) {
            handle.execute("INSERT INTO counter (name, value) VALUES (?, ?)", name, next);
        }
        return next;
    }
}
