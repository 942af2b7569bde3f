package org.cairn.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FrozenList;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.ReviewSet;
import org.jdbi.v3.core.Handle;

/// Lists of records that are to be looked through.
final class ReviewSets {

    private final Handle handle;

    ReviewSets(Handle handle) {
        this.handle = handle;
    }

    int put(ReviewSet set, Protection keptAs, FrozenList list, byte[] salt) {
        int number = handle.select("SELECT coalesce(max(number), 0) + 1 FROM review_set")
                .mapTo(Integer.class)
                .one();
        handle.execute(
                """
                INSERT INTO review_set (number, name, query, kept_as, salt, made_by, at, closed)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0)
                """,
                number,
                set.name(),
                set.query(),
                keptAs.ordinal(),
                salt,
                set.madeBy(),
                set.at().toString());
        int place = 0;
        for (FrozenList.Line line : list.lines()) {
            handle.execute(
                    "INSERT INTO review_set_item (review_set, place, kind, number, revision) VALUES (?, ?, ?, ?, ?)",
                    number,
                    place++,
                    line.reference().kind().letter(),
                    line.reference().number(),
                    line.revision());
        }
        return number;
    }

    void assign(int number, List<String> persons) {
        handle.execute("DELETE FROM review_set_person WHERE review_set = ?", number);
        persons.forEach(person ->
                handle.execute("INSERT INTO review_set_person (review_set, person) VALUES (?, ?)", number, person));
    }

    void close(int number) {
        handle.execute("UPDATE review_set SET closed = 1 WHERE number = ?", number);
    }

    List<ReviewSet> all(Protection clearance) {
        return handle.select("""
                        SELECT s.*, count(*) AS items FROM review_set s
                        JOIN review_set_item i ON i.review_set = s.number
                        JOIN record r ON r.kind = i.kind AND r.number = i.number
                        WHERE r.protection <= ?
                        GROUP BY s.number ORDER BY s.number DESC
                        """, clearance.ordinal())
                .map((row, context) -> read(row, clearance))
                .list();
    }

    private ReviewSet read(ResultSet row, Protection clearance) throws SQLException {
        int number = row.getInt("number");
        return new ReviewSet(
                number,
                row.getString("name"),
                row.getInt("kept_as") <= clearance.ordinal() ? row.getString("query") : "",
                row.getString("made_by"),
                Instant.parse(row.getString("at")),
                handle.select("SELECT person FROM review_set_person WHERE review_set = ? ORDER BY person", number)
                        .mapTo(String.class)
                        .list(),
                row.getInt("closed") == 1,
                row.getInt("items"));
    }

    List<Reference> items(int number, Protection clearance) {
        return handle.select("""
                        SELECT i.kind, i.number FROM review_set_item i
                        JOIN record r ON r.kind = i.kind AND r.number = i.number
                        WHERE i.review_set = ? AND r.protection <= ? ORDER BY i.place
                        """, number, clearance.ordinal())
                .map((row, context) -> Lists.reference(row))
                .list();
    }

    /// How many there are, whoever may see them.
    long count() {
        return handle.select("SELECT count(*) FROM review_set")
                .mapTo(Long.class)
                .one();
    }

    /// Of a whole list as it is kept.
    Fingerprint hash(int number) {
        byte[] salt = handle.select("SELECT salt FROM review_set WHERE number = ?", number)
                .mapTo(byte[].class)
                .findOne()
                .orElseGet(() -> new byte[0]);
        FrozenList list = new FrozenList(
                handle.select("SELECT * FROM review_set_item WHERE review_set = ? ORDER BY place", number)
                        .map((row, context) -> new FrozenList.Line(Lists.reference(row), row.getInt("revision")))
                        .list());
        return FoundRecords.hash(list, salt);
    }
}
