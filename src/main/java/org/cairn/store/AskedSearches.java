package org.cairn.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What was asked, beside the lines of the ledger that tell that something was.
final class AskedSearches {

    private final Handle handle;

    AskedSearches(Handle handle) {
        this.handle = handle;
    }

    void put(AskedLine line) {
        handle.execute(
                "INSERT INTO asked_search (sequence, person, json) VALUES (?, ?, ?)",
                line.sequence(),
                line.person(),
                line.json());
    }

    List<AskedLine> before(Optional<String> person, long sequence, int limit) {
        return lines(person, "<", "DESC", sequence, limit);
    }

    /// Everybody who asked something.
    List<String> persons() {
        return handle.createQuery("SELECT DISTINCT person FROM asked_search ORDER BY person")
                .mapTo(String.class)
                .list();
    }

    List<AskedLine> after(Optional<String> person, long sequence, int limit) {
        return lines(person, ">", "ASC", sequence, limit);
    }

    private List<AskedLine> lines(Optional<String> person, String side, String order, long sequence, int limit) {
        var query = handle.createQuery(
                        "SELECT sequence, person, json FROM asked_search WHERE sequence " + side + " :from"
                                + (person.isPresent() ? " AND person = :person" : "") + " ORDER BY sequence " + order
                                + " LIMIT :limit")
                .bind("from", sequence)
                .bind("limit", limit);
        person.ifPresent(name -> query.bind("person", name));
        return query.map((row, context) ->
                        new AskedLine(row.getLong("sequence"), row.getString("person"), row.getString("json")))
                .list();
    }
}
