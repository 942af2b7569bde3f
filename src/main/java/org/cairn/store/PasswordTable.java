package org.cairn.store;

import java.util.List;
import org.cairn.domain.Reference;
import org.jdbi.v3.core.Handle;

/// The passwords that opened items.
final class PasswordTable {

    private final Handle handle;

    PasswordTable(Handle handle) {
        this.handle = handle;
    }

    /// Those of the item first, then the others, the last given first.
    List<String> passwords(Reference reference, int most) {
        return handle.select("""
                        SELECT word FROM password GROUP BY word
                        ORDER BY max(kind = ? AND number = ?) DESC, max(id) DESC LIMIT ?
                        """, reference.kind().letter(), reference.number(), most)
                .mapTo(String.class)
                .list();
    }

    /// Whether some word opened it.
    boolean opened(Reference reference) {
        return handle.select(
                                "SELECT count(*) FROM password WHERE kind = ? AND number = ?",
                                reference.kind().letter(),
                                reference.number())
                        .mapTo(long.class)
                        .one()
                > 0;
    }

    void put(Reference reference, String word) {
        handle.execute(
                "INSERT INTO password (kind, number, word) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                reference.kind().letter(),
                reference.number(),
                word);
    }
}
