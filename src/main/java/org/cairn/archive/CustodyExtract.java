package org.cairn.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.domain.Reference;
import org.cairn.domain.ReviewMark;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.store.StoreView;

/// The part of the ledger that leaves with an exhibit: what happened, when and in which order, with every hash and
/// signature; not where it came from, who else was given it or what its file was called, which may name somebody.
final class CustodyExtract {

    private static final int WHOLE_STORY = 100_000;
    private static final Set<String> KEPT_BACK = Set.of(
            "source",
            "by",
            "recipient",
            "fileName",
            "witness",
            "reason",
            "when",
            "handler",
            "from",
            "to",
            "place",
            "why",
            "related",
            "batch",
            "intake");

    private static final Set<String> AT_THE_DESK =
            Set.of(ReviewMark.MARKED, ReviewMark.TAKEN_BACK, Lookalikes.FOUND_UNLIKE);

    private CustodyExtract() {}

    static List<CustodyEvent> of(StoreView view, Reference exhibit) {
        return view.custody(Optional.of(exhibit), 0, WHOLE_STORY).stream()
                .filter(CustodyExtract::leaves)
                .map(CustodyExtract::guarded)
                .toList();
    }

    /// The same for whoever is given the exhibit, which names them, and nobody else who was.
    ///
    /// @param handover the line that they are given it
    static List<CustodyEvent> of(StoreView view, Reference exhibit, CustodyEvent handover) {
        return view.custody(Optional.of(exhibit), 0, WHOLE_STORY).stream()
                .filter(CustodyExtract::leaves)
                .map(event -> event.sequence() == handover.sequence() ? event : guarded(event))
                .toList();
    }

    /// What people who prepare a case do at their desks is nobody's business who is given an exhibit.
    private static boolean leaves(CustodyEvent event) {
        return !AT_THE_DESK.contains(event.action())
                && !ElementLinks.LOOKED_AT.equals(event.details().get("what"));
    }

    private static CustodyEvent guarded(CustodyEvent event) {
        Map<String, String> details = new TreeMap<>(event.details());
        details.keySet().removeAll(KEPT_BACK);
        return with(event, details);
    }

    /// A line without any detail.
    static CustodyEvent bare(CustodyEvent event) {
        return with(event, Map.of());
    }

    private static CustodyEvent with(CustodyEvent event, Map<String, String> details) {
        return new CustodyEvent(
                event.sequence(),
                event.at(),
                event.actor(),
                event.action(),
                event.subject(),
                details,
                event.previous(),
                event.hash(),
                event.signature(),
                event.signer());
    }
}
