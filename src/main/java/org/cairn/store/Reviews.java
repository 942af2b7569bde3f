package org.cairn.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.domain.Reference;
import org.cairn.domain.ReviewMark;
import org.cairn.domain.custody.CustodyEvent;
import org.jdbi.v3.core.Handle;

/// Who has looked a record through: derived from the ledger, which alone says so.
final class Reviews {

    private final Handle handle;

    Reviews(Handle handle) {
        this.handle = handle;
    }

    /// Whether a line of the ledger marks something as reviewed, or takes that back.
    static boolean marks(String action) {
        return action.equals(ReviewMark.MARKED) || action.equals(ReviewMark.TAKEN_BACK);
    }

    /// Follows a line that was just appended.
    void follow(CustodyEvent event) {
        event.subject().filter(subject -> marks(event.action())).ifPresent(subject -> {
            handle.execute(
                    "DELETE FROM review WHERE kind = ? AND number = ? AND person = ?",
                    subject.kind().letter(),
                    subject.number(),
                    event.actor());
            mark(event).ifPresent(this::put);
        });
    }

    private void put(ReviewMark mark) {
        handle.execute(
                "INSERT INTO review (kind, number, person, revision, reading, at, sequence)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                mark.record().kind().letter(),
                mark.record().number(),
                mark.person(),
                mark.revision(),
                mark.reading(),
                mark.at().toString(),
                mark.sequence());
    }

    /// The mark that a line makes, where it makes one.
    static Optional<ReviewMark> mark(CustodyEvent event) {
        return event.subject()
                .filter(subject -> event.action().equals(ReviewMark.MARKED))
                .map(subject -> new ReviewMark(
                        subject,
                        event.actor(),
                        number(event.details().getOrDefault("revision", "")),
                        event.details().getOrDefault("reading", ""),
                        event.at(),
                        event.sequence()));
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    /// The marks that lines of the ledger leave standing, by person.
    static Map<String, ReviewMark> standing(List<CustodyEvent> events) {
        Map<String, ReviewMark> standing = new TreeMap<>();
        events.stream().filter(event -> marks(event.action())).forEach(event -> {
            standing.remove(event.actor());
            mark(event).ifPresent(mark -> standing.put(event.actor(), mark));
        });
        return standing;
    }

    /// The marks of a record, the first made first.
    List<ReviewMark> of(Reference record) {
        return handle.select(
                        "SELECT * FROM review WHERE kind = ? AND number = ? ORDER BY sequence",
                        record.kind().letter(),
                        record.number())
                .map((row, context) -> read(row))
                .list();
    }

    /// Every record that somebody has marked, as the rows have it.
    List<Reference> marked() {
        return handle.createQuery("SELECT DISTINCT kind, number FROM review ORDER BY kind, number")
                .map((row, context) -> Lists.reference(row))
                .list();
    }

    private static ReviewMark read(ResultSet row) throws SQLException {
        return new ReviewMark(
                Lists.reference(row),
                row.getString("person"),
                row.getInt("revision"),
                row.getString("reading"),
                Instant.parse(row.getString("at")),
                row.getLong("sequence"));
    }
}
