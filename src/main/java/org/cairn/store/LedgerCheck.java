package org.cairn.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.cairn.crypto.Signatures;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.jdbi.v3.core.Handle;

/// Recomputes every line's hash, chain and signature, and that none is missing.
final class LedgerCheck {

    private final Handle handle;
    private final Check check;
    private long count;
    private long lastSequence;
    private String lastHash = CustodyEvent.BEGINNING.hex();

    LedgerCheck(Handle handle, Check check) {
        this.handle = handle;
        this.check = check;
    }

    long count() {
        return count;
    }

    void run() {
        long total = new Counters(handle).last(Counters.LEDGER);
        handle.createQuery("SELECT sequence, subject, json, hash, signature FROM ledger ORDER BY sequence")
                .map((row, context) -> {
                    look(row);
                    return row.getLong("sequence");
                })
                .forEach(sequence -> check.step("ledger", ++count, total));
        if (lastSequence != total) {
            check.found("ledgerGap", lastSequence + 1);
        }
    }

    private void look(ResultSet row) throws SQLException {
        long sequence = row.getLong("sequence");
        String json = row.getString("json");
        String hash = row.getString("hash");
        if (sequence != lastSequence + 1) {
            check.found("ledgerGap", lastSequence + 1);
        }
        if (!Envelope.hash(json).hex().equals(hash)) {
            check.found("ledgerHash", sequence);
        }
        try {
            understand(row, LedgerLine.read(json), sequence);
        } catch (ArchiveException.InvalidInput e) {
            check.found("ledgerHash", sequence);
        }
        lastSequence = sequence;
        lastHash = hash;
    }

    private void understand(ResultSet row, LedgerLine line, long sequence) throws SQLException {
        Optional<String> subject = Optional.ofNullable(row.getString("subject"));
        if (line.sequence() != sequence
                || !line.subject().map(Reference::toString).equals(subject)) {
            check.found("ledgerHash", sequence);
        }
        if (!line.previous().hex().equals(lastHash)) {
            check.found("ledgerChain", sequence);
        }
        byte[] message = Envelope.hash(row.getString("json")).bytes();
        if (!Signatures.verifies(line.signer(), message, row.getBytes("signature"))) {
            check.found("ledgerSignature", sequence);
        }
    }
}
