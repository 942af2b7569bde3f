package org.cairn.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A statement that stays prepared answers as one that was prepared anew.
class KeptStatementsTest {

    @TempDir
    Path temp;

    private Handle writer;
    private Handle reader;

    @BeforeEach
    void openBoth() {
        writer = open();
        writer.execute("PRAGMA journal_mode=WAL");
        writer.execute("CREATE TABLE word (number INTEGER, word TEXT)");
        reader = open();
    }

    private Handle open() {
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + temp.resolve("words.db"));
        jdbi.setStatementBuilderFactory(connection -> new KeptStatements());
        return jdbi.open();
    }

    @AfterEach
    void closeBoth() {
        reader.close();
        writer.close();
    }

    private void put(int number, String word) {
        writer.execute("INSERT INTO word VALUES (?, ?)", number, word);
    }

    private static List<String> words(Handle handle, int upto) {
        return handle.createQuery("SELECT word FROM word WHERE number <= :upto ORDER BY number")
                .bind("upto", upto)
                .mapTo(String.class)
                .list();
    }

    @Test
    void anAnswerThatNobodyTookToItsEndHoldsNoState() {
        put(1, "kidney");
        for (int i = 2; i < 10; i++) {
            assertThat(reader.execute("SELECT word FROM word LIMIT 1")).isEqualTo(-1);
            put(i, "liver");
            assertThat(words(reader, 100)).hasSize(i);
        }
    }

    @Test
    void whatWasBoundIsForgotten() {
        put(1, "kidney");
        put(2, "liver");
        assertThat(words(reader, 1)).containsExactly("kidney");
        assertThat(words(reader, 2)).containsExactly("kidney", "liver");
        assertThat(reader.select("SELECT count(*) FROM word WHERE word = ?", "liver")
                        .mapTo(int.class)
                        .one())
                .isOne();
        assertThat(reader.select("SELECT count(*) FROM word WHERE word = ?")
                        .bindNull(0, java.sql.Types.VARCHAR)
                        .mapTo(int.class)
                        .one())
                .isZero();
    }

    @Test
    void oneThatIsBeingReadIsNotLentToAnother() {
        put(1, "kidney");
        put(2, "liver");
        put(3, "heart");
        String all = "SELECT number FROM word ORDER BY number";
        try (var outer = reader.createQuery(all).mapTo(Integer.class).iterator()) {
            assertThat(outer.next()).isEqualTo(1);
            assertThat(reader.createQuery(all).mapTo(Integer.class).list()).containsExactly(1, 2, 3);
            assertThat(outer.next()).isEqualTo(2);
            assertThat(outer.next()).isEqualTo(3);
        }
    }

    @Test
    void goesOnWhenTheTablesChange() {
        put(1, "kidney");
        assertThat(words(reader, 9)).containsExactly("kidney");
        writer.execute("ALTER TABLE word ADD COLUMN language TEXT");
        writer.execute("INSERT INTO word VALUES (?, ?, ?)", 2, "cœur", "fr");
        assertThat(words(reader, 9)).containsExactly("kidney", "cœur");
    }
}
