package org.cairn.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Page;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.reading.ClaimedTitle;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Questions to the derived rows: lists, counts, who belongs to whom.
final class Lists {

    /// With what a message says it is about, while it is called what its file was called. Who wrote what is closely
    /// kept is told where it is opened, which is written down; so is about what.
    private static final String LINES = """
            SELECT record.*, CASE WHEN record.kind = 'E' AND record.protection < %d THEN
                (SELECT CASE WHEN json_valid(r.json) AND json_valid(v.json) THEN
                    CASE WHEN json_extract(r.json, '$.mediaType') IN (%s)
                        AND trim(json_extract(v.json, '$.record.fileName')) = trim(record.title)
                    THEN coalesce(json_extract(r.json, '$.metadata.subject'),
                        json_extract(r.json, '$.metadata.title')) END END
                FROM reading r JOIN revision v ON v.id = record.kept
                WHERE r.kind = record.kind AND r.number = record.number)
            END AS said FROM record""".formatted(
                    Protection.CONFIDENTIAL.ordinal(),
                    ClaimedTitle.MESSAGES.stream().sorted().collect(Collectors.joining("', '", "'", "'")));

    private final Handle handle;

    Lists(Handle handle) {
        this.handle = handle;
    }

    /// The inner question walks an index alone, so that a far page costs no rows; only the page's rows are looked up.
    Page<Summary> list(RecordKind kind, ListQuery query, Protection clearance) {
        String order = order(query);
        String sql = LINES + " WHERE rowid IN (" + walk(query) + ") ORDER BY " + order;
        List<Summary> lines = bound(sql, kind, query, clearance)
                .bind("limit", query.limit())
                .bind("offset", query.offset())
                .map((row, context) -> summary(row))
                .list();
        long total =
                bound(total(query), kind, query, clearance).mapTo(long.class).one();
        return new Page<>(lines, total);
    }

    /// A plus takes a column out of the choice of index: the order's own index holds protection and type, and what
    /// belongs to one witness is little enough to be sorted.
    static String walk(ListQuery query) {
        return "SELECT rowid FROM record WHERE +protection <= :clearance"
                + (query.concerns().isPresent() ? " AND concerns = :concerns AND +kind = :kind" : " AND kind = :kind")
                + (query.type().isPresent() ? " AND +type = :type" : "")
                + marked(query.marked())
                + " ORDER BY " + order(query) + " LIMIT :limit OFFSET :offset";
    }

    static String total(ListQuery query) {
        if (query.concerns().isPresent()) {
            return "SELECT count(*) FROM record WHERE concerns = :concerns AND +kind = :kind"
                    + " AND +protection <= :clearance" + (query.type().isPresent() ? " AND +type = :type" : "")
                    + marked(query.marked());
        }
        return (query.type().isPresent()
                        ? "SELECT count(*) FROM record WHERE kind = :kind AND type = :type"
                                + " AND +protection <= :clearance"
                        : "SELECT count(*) FROM record WHERE kind = :kind AND protection <= :clearance")
                + marked(query.marked());
    }

    private static String marked(ListQuery.Marked marked) {
        String by = "EXISTS (SELECT 1 FROM review v WHERE v.kind = record.kind AND v.number = record.number";
        String reviewed = switch (marked.review()) {
            case ANY -> "";
            case BY_ANYBODY -> " AND " + by + ")";
            case BY_NOBODY -> " AND NOT " + by + ")";
            case BY_PERSON -> " AND " + by + " AND v.person = :person)";
            case NOT_BY_PERSON -> " AND NOT " + by + " AND v.person = :person)";
        };
        return marked.assessment().isEmpty()
                ? reviewed
                : reviewed + " AND EXISTS (SELECT 1 FROM record a WHERE a.kind = 'A' AND a.type = :assessment"
                        + " AND a.about = record.kind || '-' || printf('%04d', record.number))";
    }

    private Query bound(String sql, RecordKind kind, ListQuery query, Protection clearance) {
        Query bound = handle.createQuery(sql).bind("kind", kind.letter()).bind("clearance", clearance.ordinal());
        query.concerns().ifPresent(witness -> bound.bind("concerns", witness.toString()));
        query.type().ifPresent(type -> bound.bind("type", type));
        if (Set.of(ListQuery.Review.BY_PERSON, ListQuery.Review.NOT_BY_PERSON)
                .contains(query.marked().review())) {
            bound.bind("person", query.marked().person());
        }
        query.marked().assessment().ifPresent(code -> bound.bind("assessment", code));
        return bound;
    }

    private static String order(ListQuery query) {
        String way = query.descending() ? " DESC" : "";
        return switch (query.sort()) {
            case REFERENCE -> "number" + way;
            case TITLE -> "title_key" + way + ", number" + way;
            // what has no date comes last either way
            case DATE -> "undated, day" + way + ", number" + way;
            case KEPT -> "kept" + way;
        };
    }

    Optional<Summary> summary(Reference reference) {
        return handle.select(
                        LINES + " WHERE kind = ? AND number = ?",
                        reference.kind().letter(),
                        reference.number())
                .map((row, context) -> summary(row))
                .findOne();
    }

    private static Summary summary(ResultSet row) throws SQLException {
        try {
            return line(row);
        } catch (ArchiveException.InvalidInput | IllegalArgumentException e) {
            // what was derived was once understood: somebody changed it since
            throw new ArchiveException.Damaged("records");
        }
    }

    private static Summary line(ResultSet row) throws SQLException {
        return new Summary(
                reference(row),
                row.getString("title"),
                row.getString("type"),
                Protection.values()[row.getInt("protection")],
                Optional.ofNullable(row.getString("language")).map(LanguageTag::new),
                Optional.ofNullable(row.getString("date")).map(json -> RecordJson.readValue(FuzzyDate.class, json)),
                Optional.ofNullable(row.getString("concerns")).map(Reference::parse),
                row.getBoolean("closed"),
                row.getInt("revision"),
                Instant.parse(row.getString("at")),
                row.getString("author"),
                row.getString("state"),
                Optional.ofNullable(row.getString("said")).flatMap(ClaimedTitle::clean));
    }

    static Reference reference(ResultSet row) throws SQLException {
        String letter = row.getString("kind");
        RecordKind kind = RecordKind.ofLetter(letter)
                .orElseThrow(() -> new IllegalStateException("no kind of record has this letter"));
        return new Reference(kind, row.getInt("number"));
    }

    long count(RecordKind kind, Protection clearance) {
        return number(
                "SELECT count(*) FROM record WHERE kind = ? AND protection <= ?", kind.letter(), clearance.ordinal());
    }

    long countAbove(Protection clearance, Set<RecordKind> kinds) {
        return kinds.stream()
                .mapToLong(kind -> number(
                        "SELECT count(*) FROM record WHERE kind = ? AND protection > ?",
                        kind.letter(),
                        clearance.ordinal()))
                .sum();
    }

    Set<Integer> above(RecordKind kind, Protection clearance) {
        return handle.select(
                        "SELECT number FROM record WHERE kind = ? AND protection > ?",
                        kind.letter(),
                        clearance.ordinal())
                .mapTo(Integer.class)
                .set();
    }

    Optional<Integer> lastRevision(Reference reference) {
        return handle.select(
                        "SELECT revision FROM record WHERE kind = ? AND number = ?",
                        reference.kind().letter(),
                        reference.number())
                .mapTo(Integer.class)
                .findOne();
    }

    long countState(String state, Protection clearance) {
        return number(
                "SELECT count(*) FROM record WHERE kind = 'E' AND state = ? AND protection <= ?",
                state,
                clearance.ordinal());
    }

    private long number(String sql, Object... arguments) {
        return handle.select(sql, arguments).mapTo(long.class).one();
    }

    List<Reference> evidenceWith(Fingerprint fingerprint) {
        return references("SELECT kind, number FROM record WHERE fingerprint = ? ORDER BY number", fingerprint.hex());
    }

    List<Reference> childrenOf(Reference evidence) {
        return references("SELECT kind, number FROM record WHERE parent = ? ORDER BY number", evidence.toString());
    }

    List<Reference> unreadEvidence(int limit) {
        return references(
                "SELECT kind, number FROM record WHERE kind = 'E' AND state = ? ORDER BY number LIMIT ?",
                Projection.WAITING,
                limit);
    }

    List<Reference> evidenceIn(String state, int after, int limit) {
        return references(
                "SELECT kind, number FROM record WHERE kind = 'E' AND state = ? AND number > ? ORDER BY number LIMIT ?",
                state,
                after,
                limit);
    }

    List<Reference> bundled() {
        return handle.select("SELECT DISTINCT reference FROM exhibit ORDER BY reference")
                .mapTo(String.class)
                .map(Reference::parse)
                .list();
    }

    List<Reference> bundlesContaining(Reference reference) {
        return references(
                "SELECT 'B' AS kind, bundle AS number FROM exhibit WHERE reference = ? ORDER BY bundle",
                reference.toString());
    }

    private List<Reference> references(String sql, Object... arguments) {
        return handle.select(sql, arguments)
                .map((row, context) -> reference(row))
                .list();
    }

    Set<Fingerprint> fingerprints() {
        Set<Fingerprint> all = new HashSet<>();
        handle.select("SELECT fingerprint FROM record WHERE fingerprint IS NOT NULL")
                .mapTo(String.class)
                .forEach(hex -> all.add(fingerprint(hex)));
        return all;
    }

    private static Fingerprint fingerprint(String hex) {
        try {
            return new Fingerprint(hex);
        } catch (IllegalArgumentException e) {
            // what was kept was once a fingerprint: somebody changed it since
            throw new ArchiveException.Damaged("records");
        }
    }
}
