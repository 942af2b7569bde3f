package org.cairn.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.jdbi.v3.core.Handle;

/// What is kept beside the records: drafts, sealed identities, settings.
final class Keepsakes {

    private final Handle handle;

    Keepsakes(Handle handle) {
        this.handle = handle;
    }

    Optional<byte[]> draft(String id) {
        return handle.select("SELECT content FROM draft WHERE id = ?", id)
                .mapTo(byte[].class)
                .findOne();
    }

    List<DraftLine> drafts() {
        return handle
                .select("SELECT id, at FROM draft")
                .map((row, context) -> new DraftLine(row.getString(1), Instant.parse(row.getString(2))))
                .stream()
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .toList();
    }

    void putDraft(String id, byte[] content, Instant at) {
        handle.execute("""
                INSERT INTO draft (id, content, at) VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET content = excluded.content, at = excluded.at
                """, id, content, at.toString());
    }

    void removeDraft(String id) {
        handle.execute("DELETE FROM draft WHERE id = ?", id);
    }

    List<SealedIdentity> identities(Reference witness) {
        return handle.select(
                        "SELECT witness, number, sealed FROM identity WHERE witness = ? ORDER BY number DESC",
                        numberOf(witness))
                .map((row, context) -> identity(row.getInt(1), row.getInt(2), row.getBytes(3)))
                .list();
    }

    List<SealedIdentity> identities() {
        return handle.select("SELECT witness, number, sealed FROM identity ORDER BY witness, number")
                .map((row, context) -> identity(row.getInt(1), row.getInt(2), row.getBytes(3)))
                .list();
    }

    private static SealedIdentity identity(int witness, int number, byte[] sealed) {
        return new SealedIdentity(new Reference(RecordKind.WITNESS, witness), number, sealed);
    }

    SealedIdentity addIdentity(Reference witness, byte[] sealed) {
        int number = identities(witness).stream()
                        .mapToInt(SealedIdentity::number)
                        .max()
                        .orElse(0)
                + 1;
        handle.execute(
                "INSERT INTO identity (witness, number, sealed) VALUES (?, ?, ?)", numberOf(witness), number, sealed);
        return new SealedIdentity(witness, number, sealed);
    }

    private static int numberOf(Reference witness) {
        if (witness.kind() != RecordKind.WITNESS) {
            throw new IllegalArgumentException("only a witness has an identity");
        }
        return witness.number();
    }

    Optional<String> setting(String key) {
        return handle.select("SELECT value FROM setting WHERE key = ?", key)
                .mapTo(String.class)
                .findOne();
    }

    void putSetting(String key, String value) {
        handle.execute("""
                INSERT INTO setting (key, value) VALUES (?, ?)
                ON CONFLICT (key) DO UPDATE SET value = excluded.value
                """, key, value);
    }
}
