package org.cairn.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// What items are like, as sketches of which those that are alike share parts.
final class Sketches {

    private final Handle handle;

    Sketches(Handle handle) {
        this.handle = handle;
    }

    List<Reference> missing(String sense, int after, int limit) {
        return handle.select("""
            SELECT g.number FROM reading g
            WHERE g.kind = 'E' AND g.number > ? AND NOT EXISTS (SELECT 1 FROM likeness l
                WHERE l.number = g.number AND l.sense = ? AND l.basis = g.hash)
            ORDER BY g.number LIMIT ?
            """, after, sense, limit)
                .mapTo(Integer.class)
                .map(Sketches::item)
                .list();
    }

    List<Reference> after(int after, int limit) {
        return handle.select(
                        "SELECT DISTINCT number FROM likeness WHERE number > ? AND length(sketch) > 0"
                                + " ORDER BY number LIMIT ?",
                        after,
                        limit)
                .mapTo(Integer.class)
                .map(Sketches::item)
                .list();
    }

    Optional<byte[]> sketch(Reference item, String sense) {
        return handle.select("SELECT sketch FROM likeness WHERE number = ? AND sense = ?", item.number(), sense)
                .mapTo(byte[].class)
                .findOne()
                .filter(sketch -> sketch.length > 0);
    }

    /// Part by part, each by its index: what very many share, as an empty form, costs no more than what few do. Their
    /// sketches come with them.
    Map<Reference, byte[]> sharing(Reference item, String sense, int mostForEach) {
        Map<Reference, byte[]> sharing = new HashMap<>();
        List<Long> parts = handle.select(
                        "SELECT part FROM likeness_part WHERE number = ? AND sense = ?", item.number(), sense)
                .mapTo(Long.class)
                .list();
        for (long part : parts) {
            handle.select("""
                SELECT l.number, l.sketch FROM (SELECT number FROM likeness_part
                    WHERE sense = ? AND part = ? AND number <> ? LIMIT ?) shared
                JOIN likeness l ON l.number = shared.number AND l.sense = ? AND length(l.sketch) > 0
                """, sense, part, item.number(), mostForEach, sense)
                    .map((row, context) -> Map.entry(item(row.getInt(1)), row.getBytes(2)))
                    .forEach(one -> sharing.put(one.getKey(), one.getValue()));
        }
        return sharing;
    }

    void put(Reference item, String sense, String basis, byte[] sketch, long[] parts) {
        handle.execute("DELETE FROM likeness_part WHERE number = ? AND sense = ?", item.number(), sense);
        handle.execute(
                "INSERT OR REPLACE INTO likeness (number, sense, basis, sketch) VALUES (?, ?, ?, ?)",
                item.number(),
                sense,
                basis,
                sketch);
        if (parts.length == 0) {
            return;
        }
        try (PreparedBatch batch =
                handle.prepareBatch("INSERT OR IGNORE INTO likeness_part (sense, part, number) VALUES (?, ?, ?)")) {
            for (long part : parts) {
                batch.add(sense, part, item.number());
            }
            batch.execute();
        }
    }

    private static Reference item(int number) {
        return new Reference(RecordKind.EVIDENCE, number);
    }
}
