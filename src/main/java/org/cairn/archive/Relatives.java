package org.cairn.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations;
import org.cairn.domain.Relations.Relation;
import org.cairn.domain.Relations.Way;
import org.cairn.domain.Revision;
import org.cairn.domain.Summary;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// What items are to one another. Each relation is kept once, with the item that came later, and is seen from both
/// ends.
public final class Relatives {

    private final Session session;

    Relatives(Session session) {
        this.session = session;
    }

    /// What another item is to one, or it to that.
    ///
    /// @param way what the later is to the earlier
    /// @param inverse whether the other is the later: it is a copy of this one, this one its original
    /// @param found whether the program found it so, inside a file: then nobody can say otherwise
    public record Relative(Way way, boolean inverse, Summary other, boolean found) {
        @Override
        public String toString() {
            return "Relative " + way;
        }
    }

    /// Says what one item is to another.
    ///
    /// @throws ArchiveException.InvalidInput (`wouldCircle`) when the other came, by whatever steps, from this one;
    ///     (`stillNamed`) when it translates yet another
    public Kept relate(Reference item, Way way, Reference other) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            Revision current = session.visible(tx, item);
            EvidenceItem before = Evidence.item(current);
            Evidence.item(session.visible(tx, other));
            requireNoCircle(tx, item, way, other);
            EvidenceItem after = way == Way.TRANSLATION_OF
                    ? translating(before, other)
                    : before.related(before.relations().orElse(Relations.NONE).and(new Relation(way, other)));
            return kept(tx, current, after, way, other);
        }));
    }

    private static EvidenceItem translating(EvidenceItem before, Reference other) {
        if (before.translationOf().filter(known -> !known.equals(other)).isPresent()) {
            throw new ArchiveException.InvalidInput("translationOf", "stillNamed");
        }
        return before.translating(Optional.of(other));
    }

    /// Says that one item is not that to another after all; the revisions before tell that somebody said so.
    public Kept unrelate(Reference item, Way way, Reference other) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            Revision current = session.visible(tx, item);
            EvidenceItem before = Evidence.item(current);
            EvidenceItem after = way == Way.TRANSLATION_OF
                    ? before.translating(before.translationOf().filter(known -> !known.equals(other)))
                    : before.related(before.relations().orElse(Relations.NONE).without(new Relation(way, other)));
            if (after.equals(before)) {
                throw new ArchiveException.InvalidInput("other", "unknownValue");
            }
            return kept(tx, current, after, way, other);
        }));
    }

    private Revision kept(StoreTransaction tx, Revision current, EvidenceItem after, Way way, Reference other) {
        return after.equals(current.record())
                ? current
                : session.keep(
                        tx,
                        current.reference(),
                        after,
                        current.number(),
                        "DESCRIBED",
                        Map.of("related", way + " " + other));
    }

    /// Nothing is made from what was made from it, and nothing lies in what lies in it.
    private static void requireNoCircle(StoreView view, Reference item, Way way, Reference other) {
        Deque<Reference> ahead = new ArrayDeque<>(List.of(other));
        Set<Reference> seen = new HashSet<>();
        while (!ahead.isEmpty()) {
            Reference next = ahead.pop();
            if (next.equals(item)) {
                throw new ArchiveException.InvalidInput("other", "wouldCircle");
            }
            if (seen.add(next)) {
                view.current(next).map(Evidence::item).ifPresent(found -> ahead.addAll(before(found, way.derived())));
            }
        }
    }

    private static List<Reference> before(EvidenceItem item, boolean derived) {
        Stream<Reference> said = item.relatedTo().stream()
                .filter(relation -> relation.way().derived() == derived)
                .map(Relation::other);
        return Stream.concat(said, (derived ? item.translationOf() : item.parent()).stream())
                .toList();
    }

    /// Everything that an item is to others, and they to it, as far as the person may see them.
    public List<Relative> of(Reference item) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            EvidenceItem seen = Evidence.item(session.visible(view, item));
            List<Relative> relatives = new ArrayList<>();
            seen.parent().ifPresent(parent -> add(view, relatives, Way.ATTACHMENT_OF, false, parent, true));
            seen.translationOf()
                    .ifPresent(original -> add(view, relatives, Way.TRANSLATION_OF, false, original, false));
            seen.relatedTo().forEach(relation -> add(view, relatives, relation.way(), false, relation.other(), false));
            view.relatedTo(item)
                    .forEach(relation -> add(view, relatives, relation.way(), true, relation.other(), false));
            view.childrenOf(item).forEach(child -> add(view, relatives, Way.ATTACHMENT_OF, true, child, true));
            return relatives;
        });
    }

    private void add(
            StoreView view, List<Relative> relatives, Way way, boolean inverse, Reference other, boolean found) {
        view.summary(other)
                .filter(summary -> session.clearance().covers(summary.protection()))
                .ifPresent(summary -> relatives.add(new Relative(way, inverse, summary, found)));
    }
}
