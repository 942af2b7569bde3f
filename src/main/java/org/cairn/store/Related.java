package org.cairn.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Relation;
import org.cairn.domain.Relations.Way;
import org.jdbi.v3.core.Handle;

/// Questions to the derived rows of what items are to one another.
final class Related {

    private final Handle handle;

    Related(Handle handle) {
        this.handle = handle;
    }

    /// What others are to an item: each way, with the item that is it.
    List<Relation> toward(Reference item) {
        return handle.select(
                        "SELECT way, number AS other FROM relation WHERE other = ? ORDER BY way, number", item.number())
                .map((row, context) -> relation(row))
                .list();
    }

    static Relation relation(ResultSet row) throws SQLException {
        try {
            return new Relation(
                    Way.valueOf(row.getString("way")), new Reference(RecordKind.EVIDENCE, row.getInt("other")));
        } catch (IllegalArgumentException e) {
            // what was derived was once understood: somebody changed it since
            throw new ArchiveException.Damaged("records");
        }
    }
}
