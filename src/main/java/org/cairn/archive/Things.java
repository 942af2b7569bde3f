package org.cairn.archive;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.bundle.HandoverSheet;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Handling;
import org.cairn.domain.custody.Whereabouts;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// Things that have no file, and what is done to things and carriers outside the program: sealed, handed over, stored.
public final class Things {

    private static final int WHOLE_STORY = 100_000;

    private final Session session;

    Things(Session session) {
        this.session = session;
    }

    /// Whether this person may record things and what is done to them.
    public boolean mayRecord() {
        return Permission.RECORD.allows(session.user());
    }

    /// Records a thing, and that it was acquired.
    public Kept add(EvidenceItem thing) {
        session.require(Permission.RECORD);
        if (!thing.physical() || thing.parent().isPresent() || thing.relations().isPresent()) {
            throw new ArchiveException.InvalidInput("object", "unknownValue");
        }
        return Kept.of(session.store().inTransaction(tx -> {
            OwnForms.require(tx, "evidence-type", "type", thing.type());
            Vocabulary.require("copy-status", "copyStatus", thing.copyStatus());
            Vocabulary.require("acquisition", "how", thing.acquisition().how());
            thing.witness().ifPresent(witness -> session.requireWitness(tx, witness));
            Revision kept = session.keep(tx, tx.next(RecordKind.EVIDENCE), thing, 0, "KEPT");
            session.note(tx, "ACQUIRED", Optional.of(kept.reference()), acquired(thing));
            return kept;
        }));
    }

    private static Map<String, String> acquired(EvidenceItem thing) {
        Map<String, String> details = new TreeMap<>();
        details.put("acquired", thing.acquisition().how());
        details.put("source", thing.acquisition().source());
        details.put("by", thing.acquisition().by());
        thing.acquisition().at().ifPresent(at -> {
            details.put("when", at.verbatim());
            details.put("day", at.edtf());
        });
        return details;
    }

    /// Writes down what was done to an item.
    ///
    /// @return the line of the ledger
    public CustodyEvent handle(Reference item, Handling handling) {
        session.require(Permission.RECORD);
        return session.store().inTransaction(tx -> handle(tx, item, handling, Map.of()));
    }

    CustodyEvent handle(StoreTransaction tx, Reference item, Handling handling, Map<String, String> besides) {
        Vocabulary.require("handling", "action", handling.action());
        Evidence.item(session.visible(tx, item));
        handling.corrects().ifPresent(line -> requireByHand(tx, item, line));
        Map<String, String> details = new TreeMap<>(besides);
        details.putAll(handling.details());
        return session.note(tx, handling.action(), Optional.of(item), details);
    }

    /// Only what people told can have been told wrongly.
    private static void requireByHand(StoreView view, Reference item, long line) {
        if (story(view, item).stream()
                .filter(event -> event.sequence() == line)
                .noneMatch(event -> Vocabulary.codes("handling").contains(event.action()))) {
            throw new ArchiveException.InvalidInput("corrects", "unknownValue");
        }
    }

    /// Where an item is, with whom and under which seal, as far as was told.
    public Whereabouts whereabouts(Reference item) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            session.visible(view, item);
            return Whereabouts.of(story(view, item));
        });
    }

    private static List<CustodyEvent> story(StoreView view, Reference item) {
        return view.custody(Optional.of(item), 0, WHOLE_STORY);
    }

    /// The paper on which both sign that a thing changed hands.
    ///
    /// @param line the line of the ledger that tells of it
    /// @return a PDF
    public byte[] receipt(Reference item, long line, Locale language) {
        session.require(Permission.RECORD);
        return session.store().read(view -> {
            Revision revision = session.visible(view, item);
            List<CustodyEvent> until = story(view, item).stream()
                    .filter(event -> event.sequence() <= line)
                    .toList();
            CustodyEvent handover = until.stream()
                    .filter(event -> event.sequence() == line
                            && Vocabulary.codes("handling").contains(event.action()))
                    .findFirst()
                    .orElseThrow(() -> new ArchiveException.InvalidInput("line", "unknownValue"));
            CustodyEvent head = view.head().orElse(handover);
            return HandoverSheet.pdf(
                    new HandoverSheet.Handed(
                            item,
                            Evidence.item(revision),
                            revision.hash(),
                            handover,
                            Whereabouts.of(until),
                            head.sequence(),
                            head.hash(),
                            session.now()),
                    language);
        });
    }
}
