package org.cairn.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FullDisk;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What the database's failures mean to a person, and nothing of what it was asked: statements and their arguments
/// hold evidence.
final class Faults {

    private Faults() {}

    /// @param folder where the database lies: how full its disk is tells what some failures are
    static <T> T translated(Path folder, Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException | FlywayException e) {
            throw meaning(folder, e);
        }
    }

    /// Like [#translated], but whatever else keeps a database from opening is one and the same failure.
    static <T> T opening(Path folder, Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException | FlywayException e) {
            RuntimeException meaning = meaning(folder, e);
            throw meaning instanceof ArchiveException ? meaning : new ArchiveException.Damaged("records");
        }
    }

    static boolean isDamage(JdbiException e) {
        return meaning(e) instanceof ArchiveException.Damaged;
    }

    /// Not every write that finds no room is called so by SQLite: that of its shared memory is a mere failure.
    private static RuntimeException meaning(Path folder, RuntimeException e) {
        RuntimeException meaning = meaning(e);
        return meaning instanceof ArchiveException.NotReachable && FullDisk.holds(folder)
                ? new ArchiveException.StorageFull()
                : meaning;
    }

    private static RuntimeException meaning(RuntimeException e) {
        SQLiteErrorCode code = code(e);
        return switch (primary(code)) {
            case SQLITE_FULL -> new ArchiveException.StorageFull();
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT -> new ArchiveException.Damaged("records");
            case SQLITE_BUSY, SQLITE_LOCKED -> new ArchiveException.InUse();
            case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM -> new ArchiveException.NotReachable();
            default -> bug(code, e);
        };
    }

    /// Where it happened is kept, what was asked is not.
    private static IllegalStateException bug(SQLiteErrorCode code, RuntimeException e) {
        IllegalStateException bug = new IllegalStateException(
                "the database refused: " + code.name() + ", " + e.getClass().getSimpleName());
        bug.setStackTrace(e.getStackTrace());
        return bug;
    }

    /// The low byte of an extended code is its family.
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xFF);
    }

    private static SQLiteErrorCode code(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite.getResultCode();
            }
            if (cause instanceof SQLException sql && sql.getErrorCode() != 0) {
                return SQLiteErrorCode.getErrorCode(sql.getErrorCode());
            }
        }
        return SQLiteErrorCode.UNKNOWN_ERROR;
    }
}
