package org.cairn.archive;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Reference;

/// What a witness's decisions come to, for one use on one day.
///
/// @param permits whether the use is allowed, provided that every condition is met
/// @param decision the decision that stands; empty where they were never asked
/// @param expired whether a decision would have allowed it, had it not run out or not begun yet
/// @param conditions what must hold
/// @param lacking uses of which one would have to be allowed too before this one counts, and none is
/// @param consent the record of the decision that stands
public record ConsentStanding(
        boolean permits,
        Optional<ConsentDecision> decision,
        boolean expired,
        List<String> conditions,
        List<String> lacking,
        Optional<Reference> consent) {

    /// Nobody asked: which means no.
    static final ConsentStanding NEVER_ASKED =
            new ConsentStanding(false, Optional.empty(), false, List.of(), List.of(), Optional.empty());

    public ConsentStanding {
        conditions = List.copyOf(conditions);
        lacking = List.copyOf(lacking);
    }

    /// The same, allowed in vain: it counts only with one of other uses.
    ConsentStanding lacking(List<String> others) {
        return new ConsentStanding(false, decision, expired, conditions, others, consent);
    }

    /// Whether the witness decided against it: refused it, or took back what they had allowed.
    boolean forbidden() {
        return decision.filter(ConsentDecision::forbids).isPresent();
    }

    @Override
    public String toString() {
        return "ConsentStanding " + permits;
    }
}
