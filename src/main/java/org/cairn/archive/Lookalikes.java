package org.cairn.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Relation;
import org.cairn.domain.Summary;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.TextSketch;
import org.cairn.progress.Progress;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// Items that look like others: suggested to people, and never anything more. What a person found not to be the same is
/// not suggested again.
public final class Lookalikes {

    /// The line of the ledger that tells of it.
    static final String FOUND_UNLIKE = "FOUND_UNLIKE";

    private static final String WORDS = "WORDS";
    private static final String RELATED = "related";

    /// What less is the same of is not said.
    private static final double LEAST = 0.7;

    private static final int AT_ONCE = 64;
    private static final int MOST_FOR_A_PART = 100;
    private static final int MOST_SUGGESTED = 12;
    private static final int WHOLE_STORY = 100_000;

    private final Session session;

    Lookalikes(Session session) {
        this.session = session;
    }

    /// Another item that an item looks like.
    ///
    /// @param item the item that came later
    /// @param other the one it looks like
    /// @param percent how much of both texts is the same
    public record Suggestion(Summary item, Summary other, int percent) {
        @Override
        public String toString() {
            return "Suggestion " + percent;
        }
    }

    /// Whether this person may say what looks alike to be something or nothing.
    public boolean mayJudge() {
        return Permission.RECORD.allows(session.user());
    }

    /// What an item looks like, the most alike first; nothing that this person may not see, that is related to it
    /// already, or that was found not to be the same.
    public List<Suggestion> of(Reference item) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            session.visible(view, item);
            return like(view, item);
        });
    }

    /// Pairs that look alike, by the number of the later item.
    ///
    /// @param after the number after which to begin
    /// @param limit after so many no further item is looked at
    public List<Suggestion> pairs(int after, int limit, Progress progress) {
        session.require(Permission.READ);
        List<Suggestion> pairs = new ArrayList<>();
        int last = after;
        List<Reference> some = sketched(last);
        while (!some.isEmpty() && pairs.size() < limit) {
            for (Reference item : some) {
                progress.checkCancelled();
                last = item.number();
                session.store()
                        .read(view -> maySee(view, item) ? like(view, item) : List.<Suggestion>of())
                        .stream()
                        .filter(pair -> pair.other().reference().number() < item.number())
                        .forEach(pairs::add);
                if (pairs.size() >= limit) {
                    return pairs;
                }
            }
            some = sketched(last);
        }
        return pairs;
    }

    private List<Reference> sketched(int after) {
        return session.store().read(view -> view.sketched(WORDS, after, AT_ONCE));
    }

    private List<Suggestion> like(StoreView view, Reference item) {
        Optional<byte[]> sketch = view.sketch(item, WORDS);
        Optional<Summary> own = view.summary(item);
        if (sketch.isEmpty() || own.isEmpty()) {
            return List.of();
        }
        Set<Reference> settled = settled(view, item);
        List<Suggestion> like = new ArrayList<>();
        for (Reference other : view.sharing(item, WORDS, MOST_FOR_A_PART)) {
            if (settled.contains(other) || !maySee(view, other)) {
                continue;
            }
            double alike = view.sketch(other, WORDS)
                    .map(theirs -> TextSketch.alike(sketch.get(), theirs))
                    .orElse(0.0);
            if (alike >= LEAST) {
                view.summary(other)
                        .ifPresent(summary ->
                                like.add(new Suggestion(own.get(), summary, (int) Math.floor(100 * alike))));
            }
        }
        return like.stream()
                .sorted(Comparator.comparingInt(Suggestion::percent)
                        .reversed()
                        .thenComparing(one -> one.other().reference().number()))
                .limit(MOST_SUGGESTED)
                .toList();
    }

    private boolean maySee(StoreView view, Reference item) {
        return view.protection(item).filter(session.clearance()::covers).isPresent();
    }

    /// What it lies in, what lies in it, what it was said to be to others, and what it was found not to be.
    private static Set<Reference> settled(StoreView view, Reference item) {
        Set<Reference> settled = new HashSet<>(view.childrenOf(item));
        EvidenceItem own = Evidence.item(view.current(item).orElseThrow());
        own.parent().ifPresent(settled::add);
        own.translationOf().ifPresent(settled::add);
        own.relatedTo().stream().map(Relation::other).forEach(settled::add);
        view.relatedTo(item).stream().map(Relation::other).forEach(settled::add);
        view.custody(Optional.of(item), 0, WHOLE_STORY).stream()
                .filter(event -> event.action().equals(FOUND_UNLIKE))
                .flatMap(event -> Reference.tryParse(event.details().getOrDefault(RELATED, "")).stream())
                .forEach(settled::add);
        return settled;
    }

    /// Keeps that two items are not the same, however much they look alike: a line of the ledger for each.
    public void notTheSame(Reference item, Reference other) {
        session.require(Permission.RECORD);
        if (item.equals(other)) {
            throw new org.cairn.domain.ArchiveException.InvalidInput("other", "unknownValue");
        }
        session.store().inTransaction(tx -> {
            Evidence.item(session.visible(tx, item));
            Evidence.item(session.visible(tx, other));
            session.note(tx, FOUND_UNLIKE, Optional.of(item), Map.of(RELATED, other.toString()));
            return session.note(tx, FOUND_UNLIKE, Optional.of(other), Map.of(RELATED, item.toString()));
        });
    }

    /// Draws the sketches of what was read since, also by an earlier version of the program.
    void catchUp(Progress progress) {
        int last = 0;
        List<Reference> some = missing(last);
        while (!some.isEmpty()) {
            progress.checkCancelled();
            session.closing().check();
            List<Reference> drawn = some;
            session.store().inTransaction(tx -> {
                drawn.forEach(item -> draw(tx, item));
                return tx;
            });
            last = some.getLast().number();
            some = missing(last);
        }
    }

    private List<Reference> missing(int after) {
        return session.store().read(view -> view.unsketched(WORDS, after, AT_ONCE));
    }

    private static void draw(StoreTransaction tx, Reference item) {
        String basis = tx.readingHash(item).orElse("");
        Optional<byte[]> sketch = item.kind() == RecordKind.EVIDENCE
                ? TextSketch.of(
                        tx.passages(item).stream().map(Passage::text).toList())
                : Optional.empty();
        tx.putSketch(item, WORDS, basis, sketch.orElse(new byte[0]), sketch.map(TextSketch::parts).orElse(new long[0]));
    }
}
