package org.cairn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// SQLite's FTS5 in a file that is not sealed: words by `unicode61`, texts kept in the table, best by `bm25()`.
final class Fts5Finder implements Finder {

    /// `rank` is `bm25()`, and the one way to order by it in which only the best are given a snippet.
    private static final String BEST = "SELECT rowid, snippet(passages, 0, '[', ']', '…', 32) FROM passages"
            + " WHERE passages MATCH ? ORDER BY rank LIMIT 20";

    private static final String COUNT = "SELECT count(*) FROM passages WHERE passages MATCH ?";
    private static final List<String> FACETS = List.of("type", "language");

    private final MadeItems items;
    private final int passages;
    private final Path file;
    private Connection connection;

    Fts5Finder(MadeItems items, int passages, Path folder) throws IOException, SQLException {
        this.items = items;
        this.passages = passages;
        this.file = Files.createDirectories(folder).resolve("passages.db");
        this.connection = connect();
    }

    /// In a file of its own, since one in which a table was dropped stays as long as it was.
    private void begin() throws SQLException, IOException {
        connection.close();
        Files.delete(file);
        connection = connect();
        run(
                connection,
                "CREATE VIRTUAL TABLE passages USING fts5(text, type, language UNINDEXED, tokenize = 'unicode61')",
                "CREATE VIRTUAL TABLE words USING fts5vocab(passages, 'row')");
    }

    private Connection connect() throws SQLException {
        Connection made = DriverManager.getConnection("jdbc:sqlite:" + file);
        run(made, "PRAGMA journal_mode = WAL", "PRAGMA cache_size = -65536");
        made.setAutoCommit(false);
        return made;
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    @Override
    public String name() {
        return "FTS5";
    }

    @Override
    public int passages() {
        return passages;
    }

    @Override
    public int warming() {
        return 1;
    }

    @Override
    public double index() throws Exception {
        begin();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO passages(rowid, text, type, language) VALUES (?, ?, ?, ?)")) {
            return items.handOver(passages, some -> {
                for (MadeItems.Item item : some) {
                    insert(insert, item);
                }
                insert.executeBatch();
                connection.commit();
            });
        }
    }

    private static void insert(PreparedStatement insert, MadeItems.Item item) throws SQLException {
        int row = item.number() * MadeItems.PAGES;
        for (String page : item.pages()) {
            insert.setInt(1, row++);
            insert.setString(2, page);
            insert.setString(3, item.type());
            insert.setString(4, item.language());
            insert.addBatch();
        }
    }

    @Override
    public void open() throws SQLException {
        connection.close();
        connection = connect();
    }

    @Override
    public long ask(Question question) throws SQLException {
        rows(BEST, question.fts5());
        if (question.kind() == Question.Kind.FACET) {
            for (String facet : FACETS) {
                rows(
                        "SELECT " + facet + ", count(*) FROM passages WHERE passages MATCH ? GROUP BY " + facet,
                        question.fts5());
            }
        }
        return Long.parseLong(rows(COUNT, question.fts5()).getFirst());
    }

    /// The last column of what is found.
    private List<String> rows(String query, Object... values) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet found = select.executeQuery()) {
                int last = found.getMetaData().getColumnCount();
                while (found.next()) {
                    rows.add(found.getString(last));
                }
            }
        }
        return rows;
    }

    @Override
    public void change(int item) throws SQLException {
        MadeItems.Item changed = items.item(item, passages);
        try (PreparedStatement update = connection.prepareStatement("UPDATE passages SET text = ? WHERE rowid = ?")) {
            for (int page = 0; page < changed.pages().size(); page++) {
                update.setString(1, changed.pages().get(page));
                update.setInt(2, item * MadeItems.PAGES + page);
                update.executeUpdate();
            }
        }
        connection.commit();
    }

    @Override
    public List<String> beginning(String letters) throws SQLException {
        String folded = letters.toLowerCase(Locale.ROOT);
        return rows(
                "SELECT term FROM words WHERE term >= ? AND term < ? ORDER BY doc DESC LIMIT 8",
                folded,
                folded + Character.toString(Character.MAX_CODE_POINT));
    }

    @Override
    public long size() throws SQLException, IOException {
        open();
        return Files.size(file);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
