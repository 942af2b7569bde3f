package org.cairn.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.crypto.Secret;

/// Takes a closed database back to a schema that an earlier version of the program left.
public final class EarlierSchema {

    /// What takes back each migration, whatever it made.
    private static final Map<Integer, List<String>> UNDOING = new TreeMap<>(Map.of(
            2,
            List.of(
                    "CREATE TABLE early (witness INTEGER PRIMARY KEY, sealed BLOB NOT NULL)",
                    "INSERT INTO early SELECT witness, sealed FROM identity",
                    "DROP TABLE identity",
                    "ALTER TABLE early RENAME TO identity"),
            4,
            List.of(
                    "DROP INDEX record_about",
                    "ALTER TABLE record DROP COLUMN about",
                    "DROP TABLE review",
                    "DROP TABLE relation"),
            5,
            List.of("DROP TABLE password", "ALTER TABLE passage DROP COLUMN extent"),
            6,
            List.of("DROP TABLE recognition", "DROP TABLE recognised_page"),
            7,
            List.of("DROP TABLE intake", "DROP TABLE intake_file", "DROP TABLE likeness", "DROP TABLE likeness_part"),
            9,
            List.of("DROP TABLE letter"),
            10,
            List.of("DROP TABLE found_records", "DROP TABLE asked_search"),
            11,
            List.of("DROP TABLE review_set_person", "DROP TABLE review_set_item", "DROP TABLE review_set")));

    private EarlierSchema() {}

    /// @param last the last migration that it knows
    public static void of(Path file, Secret key, int last) throws SQLException {
        List<String> statements = new ArrayList<>();
        new TreeMap<>(UNDOING)
                .descendingMap()
                .forEach((version, undoing) -> statements.addAll(version > last ? undoing : List.of()));
        statements.add("DELETE FROM flyway_schema_history WHERE CAST(version AS INTEGER) > " + last);
        Tampering.of(file, key, statements.toArray(String[]::new));
    }
}
