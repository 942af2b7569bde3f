package org.cairn.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.IntakeRun;
import org.cairn.domain.custody.IntakeRun.Ending;
import org.cairn.domain.custody.OfferedFile;
import org.cairn.domain.custody.OfferedFile.Fate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// What was offered at once, file by file, and what became of each.
final class Intakes {

    private static final int BATCH = 1_000;

    private final Handle handle;

    Intakes(Handle handle) {
        this.handle = handle;
    }

    /// The last first, as far as a clearance covers what was offered.
    List<IntakeRun> all(Protection clearance, int offset, int limit) {
        return handle.select(
                        "SELECT * FROM intake WHERE protection <= ? ORDER BY number DESC LIMIT ? OFFSET ?",
                        clearance.ordinal(),
                        limit,
                        offset)
                .map((row, context) -> run(row))
                .list();
    }

    Optional<IntakeRun> run(int number) {
        return handle.select("SELECT * FROM intake WHERE number = ?", number)
                .map((row, context) -> run(row))
                .findOne();
    }

    List<IntakeRun> goingOn() {
        return handle.select("SELECT * FROM intake WHERE ended IS NULL ORDER BY number")
                .map((row, context) -> run(row))
                .list();
    }

    List<OfferedFile> files(int intake) {
        return handle.select("SELECT * FROM intake_file WHERE intake = ? ORDER BY position", intake)
                .map((row, context) -> file(row))
                .list();
    }

    int begin(IntakeRun run, List<OfferedFile> files) {
        int number = handle.select("SELECT coalesce(max(number), 0) + 1 FROM intake")
                .mapTo(Integer.class)
                .one();
        handle.execute(
                "INSERT INTO intake (number, begun, person, program, protection, files, ending) VALUES (?,?,?,?,?,?,?)",
                number,
                run.begun().toString(),
                run.by(),
                run.program(),
                run.protection().ordinal(),
                files.size(),
                Ending.GOING_ON.name());
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO intake_file (intake, position, path, fate, reason, offered) VALUES (?, ?, ?, ?, ?, ?)
                """)) {
            for (int position = 0; position < files.size(); position++) {
                OfferedFile file = files.get(position);
                batch.add(number, position, file.path(), file.fate().name(), file.reason(), file.offered());
                if (batch.size() == BATCH) {
                    batch.execute();
                }
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        }
        return number;
    }

    void put(int intake, int position, OfferedFile file) {
        handle.execute(
                """
                UPDATE intake_file SET fate = ?, reason = ?, size = ?, sha256 = ?, item = ?
                WHERE intake = ? AND position = ?
                """,
                file.fate().name(),
                file.reason(),
                file.size().orElse(null),
                file.fingerprint().map(Fingerprint::hex).orElse(null),
                file.item().map(Reference::number).orElse(null),
                intake,
                position);
    }

    /// What it never came to is told why.
    void end(int intake, Ending ending, String whyNotReached, Instant at) {
        handle.execute(
                "UPDATE intake_file SET reason = ? WHERE intake = ? AND fate = ?",
                whyNotReached,
                intake,
                Fate.NOT_REACHED.name());
        handle.execute(
                "UPDATE intake SET ended = ?, ending = ? WHERE number = ?", at.toString(), ending.name(), intake);
    }

    /// The hash of all that is told of the files; paths go with their lengths, so that no two lists are the same bytes.
    Fingerprint hash(int intake) {
        MessageDigest digest = Fingerprint.sha256();
        for (OfferedFile file : files(intake)) {
            byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
            String line = String.join(
                    " ",
                    file.fate().name(),
                    file.reason(),
                    String.valueOf(file.offered()),
                    file.size().map(String::valueOf).orElse(""),
                    file.fingerprint().map(Fingerprint::hex).orElse(""),
                    file.item().map(Reference::toString).orElse(""),
                    String.valueOf(path.length));
            digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(path);
        }
        return Fingerprint.ofDigest(digest.digest());
    }

    private static IntakeRun run(ResultSet row) throws SQLException {
        try {
            return new IntakeRun(
                    row.getInt("number"),
                    Instant.parse(row.getString("begun")),
                    row.getString("person"),
                    row.getString("program"),
                    Protection.values()[row.getInt("protection")],
                    row.getInt("files"),
                    Optional.ofNullable(row.getString("ended")).map(Instant::parse),
                    Ending.valueOf(row.getString("ending")));
        } catch (IllegalArgumentException | java.time.DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new ArchiveException.Damaged("records");
        }
    }

    private static OfferedFile file(ResultSet row) throws SQLException {
        try {
            return new OfferedFile(
                    row.getString("path"),
                    Fate.valueOf(row.getString("fate")),
                    row.getString("reason"),
                    row.getLong("offered"),
                    number(row, "size"),
                    Optional.ofNullable(row.getString("sha256")).map(Fingerprint::new),
                    number(row, "item").map(item -> new Reference(RecordKind.EVIDENCE, item.intValue())));
        } catch (IllegalArgumentException e) {
            throw new ArchiveException.Damaged("records");
        }
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        @Nullable Object value = row.getObject(column);
        return value instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }
}
