package org.cairn.archive;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.store.StoreTransaction;

/// The same bytes, offered once more. They are not kept twice, but nothing that the offer says is lost: whoever gave
/// them is asked too before they leave, and they are kept as closely as the stricter offer wants.
///
/// What belongs to another witness already is left to them: the new offer then gets a record of its own.
final class OfferedAgain {

    private final Session session;
    private final StoreTransaction tx;

    OfferedAgain(Session session, StoreTransaction tx) {
        this.session = session;
        this.tx = tx;
    }

    /// The item that an offer of the same bytes can join; none where it must be a record of its own.
    Optional<Revision> joins(Fingerprint bytes, IntakeTerms terms) {
        return tx.evidenceWith(bytes).stream()
                // offering a file must not be a way to ask whether a closed one is there
                .filter(reference -> session.maySee(tx, reference))
                .map(reference -> session.visible(tx, reference))
                .filter(item -> mayBeOf(item, terms))
                .findFirst();
    }

    private boolean mayBeOf(Revision item, IntakeTerms terms) {
        return terms.witness().isEmpty()
                || item.record().concerns().isEmpty()
                || item.record().concerns().equals(terms.witness());
    }

    /// Writes the offer down, and ties and guards the item as it asks.
    ///
    /// @param offered the item as it would have been kept
    /// @return whether the item is another's or kept more closely now
    boolean join(Revision current, EvidenceItem offered) {
        Reference reference = current.reference();
        EvidenceItem joined = ((EvidenceItem) current.record()).inside(offered);
        Map<String, String> details = new TreeMap<>(Map.of(
                "fileName", offered.fileName(),
                "source", offered.acquisition().source(),
                "acquired", offered.acquisition().how()));
        offered.witness().ifPresent(witness -> details.put("witness", witness.toString()));
        session.note(tx, "DUPLICATE_OFFERED", Optional.of(reference), details);
        if (joined.equals(current.record())) {
            return false;
        }
        session.keep(tx, reference, joined, current.number(), "DESCRIBED");
        Inside.follow(session, tx, reference, joined);
        return true;
    }
}
