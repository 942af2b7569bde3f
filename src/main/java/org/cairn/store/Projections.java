package org.cairn.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Relation;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The derived rows that lists are made of.
final class Projections {

    private final Handle handle;

    Projections(Handle handle) {
        this.handle = handle;
    }

    void put(Projection row, long kept, Set<String> exhibits, Set<Relation> relations) {
        handle.createUpdate("""
                        INSERT INTO record (kind, number, revision, kept, title, title_key, type, protection, language,
                            date, undated, day, concerns, closed, author, at, fingerprint, parent, about, state)
                        VALUES (:kind, :number, :revision, :kept, :title, :titleKey, :type, :protection, :language,
                            :date, :undated, :day, :concerns, :closed, :author, :at, :fingerprint, :parent, :about,
                            :state)
                        ON CONFLICT (kind, number) DO UPDATE SET revision = excluded.revision, kept = excluded.kept,
                            title = excluded.title, title_key = excluded.title_key, type = excluded.type,
                            protection = excluded.protection, language = excluded.language, date = excluded.date,
                            undated = excluded.undated, day = excluded.day, concerns = excluded.concerns,
                            closed = excluded.closed, author = excluded.author, at = excluded.at,
                            fingerprint = excluded.fingerprint, parent = excluded.parent, about = excluded.about
                        """)
                .bindMap(columns(row))
                .bind("kept", kept)
                .bind("state", row.fingerprint().isPresent() ? Projection.WAITING : "")
                .execute();
        putExhibits(row, exhibits);
        putRelations(row, relations);
    }

    private void putRelations(Projection row, Set<Relation> relations) {
        if (!row.kind().equals(RecordKind.EVIDENCE.letter())) {
            return;
        }
        if (row.revision() > 1) {
            handle.execute("DELETE FROM relation WHERE number = ?", row.number());
        }
        for (Relation relation : relations) {
            handle.execute(
                    "INSERT INTO relation (number, way, other) VALUES (?, ?, ?)",
                    row.number(),
                    relation.way().name(),
                    relation.other().number());
        }
    }

    /// What an item is to others, as lists hold it.
    Set<Relation> relations(Reference item) {
        if (item.kind() != RecordKind.EVIDENCE) {
            return Set.of();
        }
        return handle.select("SELECT way, other FROM relation WHERE number = ?", item.number())
                .map((row, context) -> Related.relation(row))
                .set();
    }

    private static Map<String, @Nullable Object> columns(Projection row) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("kind", row.kind());
        columns.put("number", row.number());
        columns.put("revision", row.revision());
        columns.put("title", row.title());
        columns.put("titleKey", row.titleKey());
        columns.put("type", row.type());
        columns.put("protection", row.protection());
        columns.put("language", row.language().orElse(null));
        columns.put("date", row.date().orElse(null));
        columns.put("undated", row.undated());
        columns.put("day", row.day());
        columns.put("concerns", row.concerns().orElse(null));
        columns.put("closed", row.closed());
        columns.put("author", row.author());
        columns.put("at", row.at());
        columns.put("fingerprint", row.fingerprint().orElse(null));
        columns.put("parent", row.parent().orElse(null));
        columns.put("about", row.about().orElse(null));
        return columns;
    }

    private void putExhibits(Projection row, Set<String> exhibits) {
        if (row.kind().equals(RecordKind.BUNDLE.letter())) {
            handle.execute("DELETE FROM exhibit WHERE bundle = ?", row.number());
            for (String reference : exhibits) {
                handle.execute("INSERT INTO exhibit (bundle, reference) VALUES (?, ?)", row.number(), reference);
            }
        }
    }

    Set<String> exhibits(Reference bundle) {
        if (bundle.kind() != RecordKind.BUNDLE) {
            return Set.of();
        }
        return new TreeSet<>(handle.select("SELECT reference FROM exhibit WHERE bundle = ?", bundle.number())
                .mapTo(String.class)
                .list());
    }

    /// How closely a record is kept; nothing where there is none.
    Optional<Protection> protection(Reference reference) {
        return handle.select(
                        "SELECT protection FROM record WHERE kind = ? AND number = ?",
                        reference.kind().letter(),
                        reference.number())
                .map((row, context) -> level(row.getInt("protection")))
                .findOne();
    }

    private static Protection level(int ordinal) {
        Protection[] levels = Protection.values();
        if (ordinal < 0 || ordinal >= levels.length) {
            throw new ArchiveException.Damaged("records");
        }
        return levels[ordinal];
    }

    /// How closely the witness that a record concerns, the record it is about and those that it names are kept: it is
    /// kept no less so.
    Protection floor(ArchiveRecord record) {
        return Stream.of(record.concerns().stream(), record.about().stream(), record.names().stream())
                .flatMap(references -> references)
                .flatMap(reference -> protection(reference).stream())
                .reduce(Protection.PUBLIC, Protection::stricter);
    }

    /// A row of `record` as it is, to be compared with what it should be.
    static Projection read(ResultSet row) throws SQLException {
        return new Projection(
                row.getString("kind"),
                row.getInt("number"),
                row.getInt("revision"),
                row.getString("title"),
                row.getString("title_key"),
                row.getString("type"),
                row.getInt("protection"),
                Optional.ofNullable(row.getString("language")),
                Optional.ofNullable(row.getString("date")),
                row.getBoolean("undated"),
                row.getLong("day"),
                Optional.ofNullable(row.getString("concerns")),
                row.getBoolean("closed"),
                row.getString("author"),
                row.getString("at"),
                Optional.ofNullable(row.getString("fingerprint")),
                Optional.ofNullable(row.getString("parent")),
                Optional.ofNullable(row.getString("about")));
    }
}
