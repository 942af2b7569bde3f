package org.cairn.archive;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cairn.domain.Consent;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.store.StoreView;

/// The bundles, made or in the making, that hold something of a witness.
///
/// @param bundles those that the person may see, in order
/// @param unseen how many more there are
public record Holding(List<Reference> bundles, int unseen) {

    public Holding {
        bundles = List.copyOf(bundles);
    }

    /// Whether there is nobody to be told.
    public boolean nowhere() {
        return bundles.isEmpty() && unseen == 0;
    }

    static Holding of(Session session, StoreView view, Collection<Reference> items) {
        Set<Reference> all = new TreeSet<>();
        items.stream()
                .flatMap(item -> withWhatHoldsIt(view, item))
                .distinct()
                .forEach(item -> all.addAll(view.bundlesContaining(item)));
        List<Reference> seen =
                all.stream().filter(bundle -> session.maySee(view, bundle)).toList();
        return new Holding(seen, all.size() - seen.size());
    }

    /// What a decision is about: the one statement, or everything in a bundle that is or was the witness's, as it is
    /// asked before something leaves.
    static Stream<Reference> about(StoreView view, Consent consent) {
        return consent.statement()
                .map(Stream::of)
                .orElseGet(() -> view.bundled().stream()
                        .flatMap(item -> withWhatIsInside(view, item))
                        .distinct()
                        .filter(item -> isTied(view, item, consent.witness())));
    }

    /// A record with everything that lies inside its file, however deep.
    static Stream<Reference> withWhatIsInside(StoreView view, Reference item) {
        return Stream.concat(
                Stream.of(item), view.childrenOf(item).stream().flatMap(child -> withWhatIsInside(view, child)));
    }

    private static boolean isTied(StoreView view, Reference item, Reference witness) {
        return view.current(item)
                .filter(revision -> Ties.of(view, revision).contains(witness))
                .isPresent();
    }

    /// Whatever a file came out of left with it, also where no draft lists the file.
    private static Stream<Reference> withWhatHoldsIt(StoreView view, Reference item) {
        return Stream.iterate(
                        Optional.of(item),
                        Optional::isPresent,
                        inner -> inner.flatMap(view::current).flatMap(Holding::parent))
                .flatMap(Optional::stream);
    }

    private static Optional<Reference> parent(Revision revision) {
        return revision.record() instanceof EvidenceItem item ? item.parent() : Optional.empty();
    }
}
