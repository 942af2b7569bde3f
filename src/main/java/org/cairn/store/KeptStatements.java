package org.cairn.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Keeps the statements of one connection prepared: what is kept of a thousand items is the same few statements a
/// thousand times, and preparing one costs as much as carrying it out.
///
/// One that is being read is not lent to another. What was bound is forgotten when it comes back.
final class KeptStatements extends DefaultStatementBuilder {

    private static final int MOST = 200;

    private final LinkedHashMap<String, PreparedStatement> kept = new LinkedHashMap<>(64, 0.75f, true);

    private final Map<Statement, String> lent = new IdentityHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        if (context.isReturningGeneratedKeys() || !isLasting(sql)) {
            return super.create(connection, sql, context);
        }
        @Nullable PreparedStatement known = kept.remove(sql);
        PreparedStatement statement = known == null ? super.create(connection, sql, context) : known;
        lent.put(statement, sql);
        return statement;
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        // what is said here may be the statement as it was written, with names in the place of question marks
        @Nullable String known = lent.remove(statement);
        if (known != null && statement instanceof PreparedStatement prepared && !prepared.isClosed()) {
            try {
                endAnswer(prepared);
                prepared.clearBatch();
                prepared.clearParameters();
            } catch (SQLException e) {
                super.close(connection, sql, statement);
                throw e;
            }
            @Nullable PreparedStatement twin = kept.put(known, prepared);
            if (twin != null) {
                twin.close();
            }
            forgetEldest();
        } else {
            super.close(connection, sql, statement);
        }
    }

    /// An answer that nobody took to its end would hold the connection to the state it was given of.
    private static void endAnswer(PreparedStatement statement) throws SQLException {
        try (@Nullable ResultSet rest = statement.getResultSet()) {
            // closing it ends it
        }
    }

    /// What changes the schema or a setting is said once.
    private static boolean isLasting(String sql) {
        String begin = sql.stripLeading();
        return begin.startsWith("SELECT")
                || begin.startsWith("WITH")
                || begin.startsWith("INSERT")
                || begin.startsWith("REPLACE")
                || begin.startsWith("UPDATE")
                || begin.startsWith("DELETE");
    }

    private void forgetEldest() throws SQLException {
        if (kept.size() > MOST) {
            PreparedStatement eldest = kept.pollFirstEntry().getValue();
            eldest.close();
        }
    }

    /// The connection closes what it prepared.
    @Override
    public void close(Connection connection) {
        kept.clear();
        lent.clear();
    }
}
