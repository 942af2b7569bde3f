package org.cairn.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.cairn.crypto.Secret;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;
import org.sqlite.mc.SQLiteMCChacha20Config;

/// A SQLite file whose pages are sealed with ChaCha20-Poly1305 (SQLite3MultipleCiphers), also those of its log.
final class EncryptedFile {

    private final String address;
    private final Properties key;

    EncryptedFile(Path file, Secret key) {
        // as a file URI, because a question mark in a folder's name would begin options otherwise
        this.address = JDBC.PREFIX + file.toAbsolutePath().toUri();
        this.key = key.use(bytes -> SQLiteMCChacha20Config.getDefault()
                .withRawUnsaltedKey(bytes)
                .build()
                .toProperties());
    }

    /// A plain connection with the settings that every connection needs.
    Connection connect() throws SQLException {
        Connection connection = JDBC.createConnection(address, key);
        try {
            set(connection, "busy_timeout=10000", "foreign_keys=ON", "synchronous=FULL", "temp_store=MEMORY");
            set(connection, "secure_delete=ON", "cache_size=-16384");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Handle openForWriting() {
        // before the first table, so that freed pages can be given back and no stale page stays unchecked
        return open("auto_vacuum=INCREMENTAL", "journal_mode=WAL", "cache_size=-65536");
    }

    /// Ends what a connection is being asked, from another thread; where it is asked nothing, nothing happens.
    static void interrupt(Handle handle) {
        if (handle.getConnection() instanceof SQLiteConnection connection) {
            try {
                connection.getDatabase().interrupt();
            } catch (SQLException e) {
                throw new ConnectionException(e);
            }
        }
    }

    Handle openForReading() {
        return open("query_only=ON");
    }

    private Handle open(String... settings) {
        Connection connection;
        try {
            connection = connect();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
        Jdbi jdbi = Jdbi.create(() -> connection);
        jdbi.setStatementBuilderFactory(connected -> new KeptStatements());
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        Handle handle = jdbi.open();
        try {
            set(connection, settings);
            // the first page read tells whether the key fits
            handle.createQuery("SELECT count(*) FROM sqlite_master")
                    .mapTo(int.class)
                    .one();
            return handle;
        } catch (SQLException e) {
            handle.close();
            throw new ConnectionException(e);
        } catch (JdbiException e) {
            handle.close();
            throw e;
        }
    }

    /// Whether the key opens the file as it stands, without its log: nothing of either is touched.
    boolean fitsKey() {
        try (Connection connection = JDBC.createConnection(address + "?immutable=1", key);
                Statement statement = connection.createStatement()) {
            return statement.executeQuery("SELECT count(*) FROM sqlite_master").next();
        } catch (SQLException e) {
            return false;
        }
    }

    private static void set(Connection connection, String... settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute("PRAGMA " + setting);
            }
        }
    }

    /// Gives freed pages back.
    static void shrink(Handle writer) {
        tidied(writer, "PRAGMA incremental_vacuum");
    }

    /// Folds the log into the file, so that the closed file alone is the whole database.
    static void settle(Handle writer) {
        tidied(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void tidied(Handle writer, String pragma) {
        try (Statement statement = writer.getConnection().createStatement()) {
            statement.execute(pragma);
        } catch (SQLException e) {
            // everything kept is in the log already: the next opening folds it in
            System.getLogger(EncryptedFile.class.getName())
                    .log(System.Logger.Level.WARNING, "the database was not tidied: {0}", e.getErrorCode());
        }
    }
}
