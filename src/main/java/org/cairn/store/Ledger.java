package org.cairn.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.jdbi.v3.core.Handle;

/// The list of what was done: lines are only ever appended, each chained to the one before and signed.
final class Ledger {

    private final Handle handle;
    private final Counters counters;

    Ledger(Handle handle, Counters counters) {
        this.handle = handle;
        this.counters = counters;
    }

    Optional<CustodyEvent> head() {
        return handle.select("SELECT json, hash, signature FROM ledger ORDER BY sequence DESC LIMIT 1")
                .map((row, context) -> event(row))
                .findOne();
    }

    List<CustodyEvent> events(Optional<Reference> subject, long afterSequence, int limit) {
        String narrowed = subject.isPresent() ? "subject = :subject AND " : "";
        var query = handle.createQuery("SELECT json, hash, signature FROM ledger WHERE " + narrowed
                        + "sequence > :after ORDER BY sequence LIMIT :limit")
                .bind("after", afterSequence)
                .bind("limit", limit);
        subject.ifPresent(reference -> query.bind("subject", reference.toString()));
        return query.map((row, context) -> event(row)).list();
    }

    Optional<Long> first(Reference subject) {
        return handle.select("SELECT min(sequence) FROM ledger WHERE subject = ?", subject.toString())
                .mapTo(Long.class)
                .findOne();
    }

    private static CustodyEvent event(ResultSet row) throws SQLException {
        try {
            return LedgerLine.read(row.getString("json"))
                    .signed(new Fingerprint(row.getString("hash")), row.getBytes("signature"));
        } catch (ArchiveException.InvalidInput | IllegalArgumentException e) {
            // what was kept was once understood: somebody changed it since
            throw new ArchiveException.Damaged("ledger");
        }
    }

    CustodyEvent append(
            String actor,
            String action,
            Optional<Reference> subject,
            Map<String, String> details,
            Instant at,
            Function<byte[], byte[]> signer,
            byte[] signerKey) {
        Fingerprint previous = head().map(CustodyEvent::hash).orElse(CustodyEvent.BEGINNING);
        LedgerLine line = new LedgerLine(
                counters.next(Counters.LEDGER), at, actor, action, subject, details, previous, signerKey.clone());
        String json = RecordJson.write(line);
        Fingerprint hash = Envelope.hash(json);
        byte[] signature = signer.apply(hash.bytes());
        handle.execute(
                "INSERT INTO ledger (sequence, subject, json, hash, signature) VALUES (?, ?, ?, ?, ?)",
                line.sequence(),
                subject.map(Reference::toString).orElse(null),
                json,
                hash.hex(),
                signature);
        return line.signed(hash, signature);
    }
}
