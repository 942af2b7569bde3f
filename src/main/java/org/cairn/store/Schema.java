package org.cairn.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// Brings the tables to the newest schema, one migration after the other, as `db/migration` has them: in one
/// transaction, so that an upgrade is done whole or not at all, and the disk is waited for once.
final class Schema {

    private Schema() {}

    static void bringUpToDate(EncryptedFile database) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(new Connecting(database))
                .locations("classpath:db/migration")
                .group(true)
                .load()
                .migrate();
    }

    /// Connections for the migration alone.
    private record Connecting(EncryptedFile database) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return database.connect();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return database.connect();
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            // nothing is written about the database
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // a file answers at once
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
