package org.cairn.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.crypto.Signatures;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.ReviewMark;
import org.cairn.domain.custody.CustodyEvent;
import org.jdbi.v3.core.Handle;

/// Recomputes every line's hash, chain and signature, and that none is missing.
final class LedgerCheck {

    private final Handle handle;
    private final Check check;
    private final Set<Reference> reviewed = new TreeSet<>();
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
        reviews();
    }

    /// The rows of who has looked what through say no more and no less than the lines do.
    private void reviews() {
        Reviews rows = new Reviews(handle);
        Ledger ledger = new Ledger(handle, new Counters(handle));
        reviewed.addAll(rows.marked());
        for (Reference record : reviewed) {
            List<ReviewMark> standing =
                    Reviews.standing(ledger.events(Optional.of(record), 0, Integer.MAX_VALUE)).values().stream()
                            .sorted(Comparator.comparingLong(ReviewMark::sequence))
                            .toList();
            if (!standing.equals(rows.of(record))) {
                check.found("projectionDiffers", record);
            }
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
        if (Reviews.marks(line.action())) {
            line.subject().ifPresent(reviewed::add);
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
