package org.cairn.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FrozenList;
import org.cairn.domain.FrozenList.Line;
import org.cairn.domain.Reference;
import org.jdbi.v3.core.Handle;

/// Lists of records in the revisions that they had, each under its hash: about three bytes a record.
///
/// The hash is of random bytes too: whoever is told a hash cannot find out by trying whether some list is behind it.
final class FoundRecords {

    /// How many random bytes come first.
    static final int SALT = 16;

    private final Handle handle;

    FoundRecords(Handle handle) {
        this.handle = handle;
    }

    Fingerprint put(FrozenList list, byte[] salt) {
        if (salt.length != SALT) {
            throw new IllegalArgumentException("a salt has 16 bytes");
        }
        Fingerprint hash = hash(list, salt);
        handle.execute("INSERT INTO found_records (hash, content) VALUES (?, ?)", hash.hex(), packed(list, salt));
        return hash;
    }

    Optional<FrozenList> get(Fingerprint hash) {
        return handle.select("SELECT content FROM found_records WHERE hash = ?", hash.hex())
                .mapTo(byte[].class)
                .findOne()
                .map(FoundRecords::unpacked);
    }

    /// SHA-256 of the random bytes and, after them, a line for each record as [FrozenList#hash] has it.
    static Fingerprint hash(FrozenList list, byte[] salt) {
        MessageDigest digest = Fingerprint.sha256();
        digest.update(salt);
        digest.update(text(list).getBytes(StandardCharsets.UTF_8));
        return Fingerprint.ofDigest(digest.digest());
    }

    /// Whether what lies under a hash is what it was made of.
    boolean whole(Fingerprint hash) {
        return handle.select("SELECT content FROM found_records WHERE hash = ?", hash.hex())
                .mapTo(byte[].class)
                .findOne()
                .filter(content ->
                        hash(unpacked(content), Arrays.copyOf(content, SALT)).equals(hash))
                .isPresent();
    }

    private static byte[] packed(FrozenList list, byte[] salt) {
        byte[] text = text(list).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(salt);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing fails in memory
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static String text(FrozenList list) {
        StringBuilder text = new StringBuilder();
        for (Line line : list.lines()) {
            text.append(line.reference()).append('/').append(line.revision()).append('\n');
        }
        return text.toString();
    }

    private static FrozenList unpacked(byte[] content) {
        try {
            int length = ByteBuffer.wrap(content).getInt(SALT);
            int begun = SALT + Integer.BYTES;
            ByteArrayInputStream packed = new ByteArrayInputStream(content, begun, content.length - begun);
            try (InflaterInputStream unpacking = new InflaterInputStream(packed)) {
                // grows with what is really there: the length may be what is damaged
                byte[] text = unpacking.readNBytes(length);
                if (text.length != length) {
                    throw new ArchiveException.Damaged("records");
                }
                return new FrozenList(lines(new String(text, StandardCharsets.UTF_8)));
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ArchiveException.Damaged("records");
        }
    }

    private static List<Line> lines(String text) {
        return text.lines()
                .map(line -> line.split("/", 2))
                .map(parts -> new Line(Reference.parse(parts[0]), Integer.parseInt(parts[1])))
                .toList();
    }
}
