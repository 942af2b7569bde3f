package org.cairn.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.cairn.crypto.Secret;

/// What somebody with the key, or with the file alone, may do to a closed database.
public final class Tampering {

    private Tampering() {}

    /// Changes rows behind the store's back.
    static void of(Path file, String... statements) throws SQLException {
        of(file, Samples.key(), statements);
    }

    /// Changes rows of a database of another key.
    public static void of(Path file, Secret key, String... statements) throws SQLException {
        try (Connection connection = new EncryptedFile(file, key).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys=OFF");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// Flips the bits of one byte; doing it twice undoes it.
    static void flip(Path file, long position) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, position);
            one.put(0, (byte) ~one.get(0)).rewind();
            channel.write(one, position);
        }
    }
}
