package org.cairn.archive;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.search.TermsReport.Standing;
import org.cairn.intake.Workers;
import org.cairn.search.PassageIndex;
import org.cairn.store.Store;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;
import org.cairn.vault.Vault;

/// What the use cases of one open archive share: its three stores, and who is asking.
///
/// @param archiveId the archive's random number, in hexadecimal
/// @param following held by whoever brings the index up to date: one at a time, and nobody need wait for it
/// @param workers who reads files, where this archive has none of its own
record Session(
        String archiveId,
        Keyring keyring,
        Store store,
        Vault vault,
        PassageIndex index,
        ReentrantLock following,
        Clock clock,
        SecureRandom random,
        Optional<Workers> workers,
        Looks looks,
        Closing closing) {

    User user() {
        return keyring.user();
    }

    Protection clearance() {
        return user().clearance();
    }

    /// Now, to the millisecond: what JSON keeps and reads back is then the same.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Of which state of the archive something tells that is found now.
    Standing standing() {
        Optional<CustodyEvent> head = store.read(StoreView::head);
        return new Standing(
                Bundles.PROGRAM,
                PassageIndex.analyser(),
                archiveId,
                head.map(CustodyEvent::sequence).orElse(0L),
                head.map(CustodyEvent::hash).orElse(CustodyEvent.BEGINNING),
                now(),
                user().name());
    }

    /// Random bytes that keep a hash from telling what it is of.
    byte[] salt() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return salt;
    }

    void require(Permission permission) {
        permission.require(user());
    }

    /// Writes a line of the ledger, signed by the person who asks.
    CustodyEvent note(StoreTransaction tx, String action, Optional<Reference> subject, Map<String, String> details) {
        return tx.append(
                user().name(),
                action,
                subject,
                details,
                now(),
                keyring.keys()::sign,
                keyring.keys().signingKey());
    }

    /// Keeps a revision and its line of the ledger together.
    Revision keep(StoreTransaction tx, Reference reference, ArchiveRecord record, int expectedPrevious, String action) {
        return keep(tx, reference, record, expectedPrevious, action, Map.of());
    }

    /// The same, with something more in the line.
    Revision keep(
            StoreTransaction tx,
            Reference reference,
            ArchiveRecord record,
            int expectedPrevious,
            String action,
            Map<String, String> besides) {
        Revision kept = tx.keep(reference, record, expectedPrevious, user().name(), now());
        Map<String, String> details = new TreeMap<>(besides);
        details.put("revision", String.valueOf(kept.number()));
        details.put("hash", kept.hash().hex());
        note(tx, action, Optional.of(reference), details);
        return kept;
    }

    /// A witness the person may see; anything else is none.
    void requireWitness(StoreView view, Reference witness) {
        if (witness.kind() != RecordKind.WITNESS) {
            throw new ArchiveException.InvalidInput("witness", "unknownValue");
        }
        visible(view, witness);
    }

    /// The current revision of something the person may see; what they may not see does not exist for them.
    Revision visible(StoreView view, Reference reference) {
        return ifVisible(view, reference).orElseThrow(() -> new ArchiveException.NotFound(reference));
    }

    /// Whether something is there for this person.
    boolean maySee(StoreView view, Reference reference) {
        return ifVisible(view, reference).isPresent();
    }

    private Optional<Revision> ifVisible(StoreView view, Reference reference) {
        return view.protection(reference).filter(clearance()::covers).flatMap(level -> view.current(reference));
    }
}
