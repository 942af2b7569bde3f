package org.cairn.archive;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.search.CourtUse;
import org.cairn.store.StoreView;

/// What the witnesses behind records allow of them before a court, as strictly as [ConsentJudge] would judge each of
/// them when it leaves; what came inside a file is judged by itself.
///
/// Made for one page of hits: a witness's decisions are read once.
final class CourtUses {

    private static final String COURT = "SUBMIT_TRIBUNAL";
    private static final String KEEPING = "STORE";

    /// Who took something back says it more clearly than who was never asked.
    private static final List<CourtUse> STRICTEST_FIRST = List.of(
            CourtUse.WITHDRAWN,
            CourtUse.REFUSED,
            CourtUse.EXPIRED,
            CourtUse.DEFERRED,
            CourtUse.NOT_ASKED,
            CourtUse.CONDITIONAL,
            CourtUse.ALLOWED);

    private final StoreView view;
    private final LocalDate today;
    private final Map<Reference, ConsentRule> rules = new HashMap<>();

    CourtUses(StoreView view, LocalDate today) {
        this.view = view;
        this.today = today;
    }

    /// The strictest of what everyone who must be asked allows; empty where it belongs to no witness.
    Optional<CourtUse> of(Reference reference) {
        return view.current(reference).flatMap(this::of);
    }

    private Optional<CourtUse> of(Revision item) {
        return Ties.of(view, item).stream()
                .flatMap(witness -> uses(witness, item.reference()))
                .min(Comparator.comparingInt(STRICTEST_FIRST::indexOf));
    }

    private Stream<CourtUse> uses(Reference witness, Reference item) {
        ConsentStanding kept = standing(witness, item, KEEPING);
        CourtUse court = use(standing(witness, item, COURT));
        return kept.forbidden() ? Stream.of(court, forbidden(kept)) : Stream.of(court);
    }

    private ConsentStanding standing(Reference witness, Reference item, String scope) {
        return rules.computeIfAbsent(witness, who -> new ConsentRule(view.consentsOf(who)))
                .standing(Optional.of(item), scope, Optional.empty(), today);
    }

    private static CourtUse forbidden(ConsentStanding standing) {
        return standing.decision().equals(Optional.of(ConsentDecision.WITHDRAWN))
                ? CourtUse.WITHDRAWN
                : CourtUse.REFUSED;
    }

    private static CourtUse use(ConsentStanding standing) {
        if (standing.permits()) {
            return standing.decision().equals(Optional.of(ConsentDecision.CONDITIONAL))
                    ? CourtUse.CONDITIONAL
                    : CourtUse.ALLOWED;
        }
        if (standing.expired()) {
            return CourtUse.EXPIRED;
        }
        return switch (standing.decision().orElse(ConsentDecision.REFUSED)) {
            case WITHDRAWN -> CourtUse.WITHDRAWN;
            case DEFERRED -> CourtUse.DEFERRED;
            case GRANTED, CONDITIONAL -> CourtUse.NOT_ASKED; // allowed, but a use that it needs was not
            case REFUSED -> standing.decision().isPresent() ? CourtUse.REFUSED : CourtUse.NOT_ASKED;
        };
    }
}
