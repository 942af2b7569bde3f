package org.cairn.archive;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// The witnesses whose consent a record needs: everyone that any revision of it named.
///
/// Who describes a record otherwise does not free it. Only a line of the ledger that gives the reason ends a tie, and
/// only for the revisions before it: who is named again later is asked again.
final class Ties {

    private static final String UNTIED = "WITNESS_UNTIED";

    private final Session session;

    Ties(Session session) {
        this.session = session;
    }

    /// Everyone who must be asked, in the order in which they were named first.
    static Set<Reference> of(StoreView view, Revision current) {
        Map<Reference, Integer> named = new LinkedHashMap<>();
        if (current.number() > 1) {
            view.history(current.reference()).forEach(revision -> name(named, revision));
        }
        name(named, current);
        if (named.size() > 1 || current.record().concerns().isEmpty()) {
            view.custody(Optional.of(current.reference()), 0, Integer.MAX_VALUE).stream()
                    .filter(event -> event.action().equals(UNTIED))
                    .forEach(event -> end(named, event));
        }
        return new LinkedHashSet<>(named.keySet());
    }

    private static void name(Map<Reference, Integer> named, Revision revision) {
        revision.record().concerns().ifPresent(witness -> named.put(witness, revision.number()));
    }

    private static void end(Map<Reference, Integer> named, CustodyEvent event) {
        int last = Integer.parseInt(event.details().getOrDefault("revision", "0"));
        Reference.tryParse(event.details().getOrDefault("witness", ""))
                .ifPresent(witness -> named.computeIfPresent(witness, (who, number) -> number <= last ? null : number));
    }

    /// Ends a tie, and that of what is inside a file and came with it.
    void end(StoreTransaction tx, Revision current, Reference witness, String reason) {
        if (!of(tx, current).contains(witness)) {
            throw new ArchiveException.InvalidInput("witness", "unknownValue");
        }
        Revision freed = withoutWitness(tx, current, witness);
        session.note(
                tx,
                UNTIED,
                Optional.of(current.reference()),
                Map.of("witness", witness.toString(), "reason", reason, "revision", String.valueOf(freed.number())));
        for (Reference child : tx.childrenOf(current.reference())) {
            Revision inside = session.visible(tx, child);
            if (cameWithIt(tx, child, witness)) {
                end(tx, inside, witness, reason);
            }
        }
    }

    private Revision withoutWitness(StoreTransaction tx, Revision current, Reference witness) {
        if (!current.record().concerns().equals(Optional.of(witness))) {
            return current;
        }
        if (current.record() instanceof EvidenceItem item) {
            return session.keep(tx, current.reference(), item.ofNobody(), current.number(), "DESCRIBED");
        }
        throw new ArchiveException.InvalidInput("witness", "stillNamed");
    }

    /// Tied since it was taken out of the file, by the file; not by somebody who looked at it by itself.
    private static boolean cameWithIt(StoreView view, Reference child, Reference witness) {
        return view.history(child).getFirst().record().concerns().equals(Optional.of(witness))
                && of(view, view.current(child).orElseThrow()).contains(witness);
    }
}
