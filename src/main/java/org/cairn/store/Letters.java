package org.cairn.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;
import org.jdbi.v3.core.Handle;

/// By which numbers messages are known and which they name; follows what was read of them.
final class Letters {

    private static final Map<String, String> ROLES =
            Map.of("messageId", "ID", "inReplyTo", "REPLY", "references", "REF");

    private final Handle handle;

    Letters(Handle handle) {
        this.handle = handle;
    }

    void follow(Reference reference, Reading reading) {
        String kind = reference.kind().letter();
        handle.execute("DELETE FROM letter WHERE kind = ? AND number = ?", kind, reference.number());
        ROLES.forEach((name, role) -> {
            for (String message : numbers(reading.metadata().getOrDefault(name, ""))) {
                handle.execute(
                        "INSERT INTO letter (kind, number, role, message) VALUES (?, ?, ?, ?)",
                        kind,
                        reference.number(),
                        role,
                        message);
            }
        });
    }

    private static Set<String> numbers(String written) {
        Set<String> numbers = new HashSet<>(List.of(written.split(" ")));
        numbers.remove("");
        return numbers;
    }

    /// Every number that a message is known by or names.
    Set<String> named(Reference reference) {
        return handle.select(
                        "SELECT message FROM letter WHERE kind = ? AND number = ?",
                        reference.kind().letter(),
                        reference.number())
                .mapTo(String.class)
                .set();
    }

    /// The messages that are known by one of these numbers or name one.
    List<Reference> naming(Collection<String> numbers) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        numbers.forEach(list::add);
        return handle.select("""
                        SELECT DISTINCT kind, number FROM letter
                        WHERE message IN (SELECT value FROM json_each(?)) ORDER BY number
                        """, list.toString())
                .map((row, context) -> Lists.reference(row))
                .list();
    }
}
