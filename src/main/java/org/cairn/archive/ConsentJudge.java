package org.cairn.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.store.StoreView;

/// The one judge of whether witnesses allowed something to leave the archive, in a bundle or as it is.
///
/// What came out of a file is judged with it: its bytes leave with the file, whether anybody lists it or not.
final class ConsentJudge {

    private static final String KEEPING = "STORE";

    private final Session session;
    private final Witnesses witnesses;
    private final String scope;
    private final Optional<String> recipient;
    private final Predicate<Reference> conditionsMet;
    private final Map<Reference, Leaving> whole = new LinkedHashMap<>();
    private final List<ConsentGap> gaps = new ArrayList<>();
    private final List<Allowed> allowed = new ArrayList<>();
    private final List<Reference> closed = new ArrayList<>();

    /// Something that leaves.
    ///
    /// @param within what it leaves in; itself where it leaves by itself
    record Leaving(Revision item, Reference within) {
        Reference reference() {
            return item.reference();
        }

        boolean inside() {
            return !within.equals(reference());
        }
    }

    /// A decision that lets an item leave.
    record Allowed(Reference item, Reference witness, ConsentStanding standing) {}

    /// @param scope the use, one for which something may leave
    /// @param conditionsMet items whose witnesses made conditions that somebody found met: nobody looked is not met
    /// @throws ArchiveException.InvalidInput when nothing leaves for such a use
    ConsentJudge(
            Session session,
            Witnesses witnesses,
            String scope,
            Optional<String> recipient,
            Predicate<Reference> conditionsMet) {
        ConsentScope.requireLeaving(scope);
        this.session = session;
        this.witnesses = witnesses;
        this.scope = scope;
        this.recipient = recipient;
        this.conditionsMet = conditionsMet;
    }

    /// Judges what is to leave, and everything inside it; what belongs to no witness needs nobody's consent.
    void judge(List<Revision> leaving) {
        session.store().read(view -> {
            leaving.forEach(item -> judge(view, item, item.reference()));
            leaving.forEach(item -> judgeInside(view, item.reference(), item.reference()));
            return view;
        });
    }

    /// Judges words of an item that are to leave without what is inside it.
    void judgeAlone(StoreView view, Revision item) {
        judge(view, item, item.reference());
    }

    /// Whether everybody behind words of a record allowed that they leave, also those whom it only names.
    static boolean allows(ConsentJudge fresh, StoreView view, Revision item, Collection<Reference> named) {
        fresh.judgeAlone(view, item);
        named.forEach(witness -> fresh.judge(item.reference(), witness, item.reference()));
        return fresh.gaps.isEmpty();
    }

    /// Everything that would leave, each once.
    List<Leaving> whole() {
        return List.copyOf(whole.values());
    }

    List<ConsentGap> gaps() {
        return List.copyOf(gaps);
    }

    List<Allowed> allowed() {
        return List.copyOf(allowed);
    }

    /// What holds something that the person may not see, and which therefore cannot be judged.
    List<Reference> closed() {
        return List.copyOf(closed);
    }

    private void judgeInside(StoreView view, Reference around, Reference within) {
        for (Reference child : view.childrenOf(around)) {
            if (session.maySee(view, child)) {
                judge(view, session.visible(view, child), within);
                judgeInside(view, child, within);
            } else if (!closed.contains(within)) {
                closed.add(within);
            }
        }
    }

    private void judge(StoreView view, Revision item, Reference within) {
        if (whole.putIfAbsent(item.reference(), new Leaving(item, within)) == null) {
            Ties.of(view, item).forEach(witness -> judge(item.reference(), witness, within));
        }
    }

    private void judge(Reference item, Reference witness, Reference within) {
        ConsentStanding kept = witnesses.judged(witness, item, KEEPING, Optional.empty());
        if (kept.forbidden()) {
            gaps.add(new ConsentGap(item, witness, KEEPING, kept.decision(), within));
        }
        judgeUse(item, witness, scope, within);
    }

    /// Of a use that needs another, what is missing is named: that is what the witness must be asked for.
    private void judgeUse(Reference item, Reference witness, String use, Reference within) {
        ConsentStanding standing = witnesses.judged(witness, item, use, recipient);
        if (!standing.lacking().isEmpty()) {
            judgeUse(item, witness, standing.lacking().getFirst(), within);
        } else if (!standing.permits() || unmet(item, standing)) {
            gaps.add(new ConsentGap(item, witness, use, standing.decision(), within));
        } else {
            allowed.add(new Allowed(item, witness, standing));
            ConsentScope.of(use).needs().stream()
                    .filter(need ->
                            witnesses.judged(witness, item, need, recipient).permits())
                    .findFirst()
                    .ifPresent(need -> judgeUse(item, witness, need, within));
        }
    }

    private boolean unmet(Reference item, ConsentStanding standing) {
        return standing.decision().equals(Optional.of(ConsentDecision.CONDITIONAL)) && !conditionsMet.test(item);
    }
}
