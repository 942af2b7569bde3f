package org.cairn.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Relation;
import org.cairn.domain.Summary;
import org.cairn.domain.TypedPage;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.PictureSketch;
import org.cairn.domain.reading.TextSketch;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;
import org.cairn.store.StoreView;

/// Items that look like others: suggested to people, and never anything more. What a person found not to be the same is
/// not suggested again.
public final class Lookalikes implements AutoCloseable {

    /// The line of the ledger that tells of it.
    static final String FOUND_UNLIKE = "FOUND_UNLIKE";

    private static final String RELATED = "related";
    private static final LanguageTag UNKNOWN = new LanguageTag("und");

    private static final int AT_ONCE = 64;
    private static final int MOST_FOR_A_PART = 100;
    private static final int MOST_SUGGESTED = 12;
    private static final int WHOLE_STORY = 100_000;

    private final Session session;
    private final Renditions renditions;
    private final DrawingProcesses processes = new DrawingProcesses(DrawingLimits.DEFAULT);

    /// @param renditions what decodes pictures that are not drawn here
    Lookalikes(Session session, Renditions renditions) {
        this.session = session;
        this.renditions = renditions;
    }

    /// In which sense items are alike.
    public enum Sense {
        /// Their texts are nearly the same.
        WORDS(0.7),
        /// They are pictures that look nearly the same.
        PICTURE(0.6);

        /// What less is the same of is not said.
        private final double least;

        Sense(double least) {
            this.least = least;
        }

        private double alike(byte[] one, byte[] other) {
            return this == WORDS ? TextSketch.alike(one, other) : PictureSketch.alike(one, other);
        }
    }

    /// Another item that an item looks like.
    ///
    /// @param item the item that came later
    /// @param other the one it looks like
    /// @param sense in which they are alike
    /// @param percent how much of both is the same
    public record Suggestion(Summary item, Summary other, Sense sense, int percent) {
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
                session.store().read(view -> maySee(view, item) ? like(view, item) : List.<Suggestion>of()).stream()
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
        return session.store().read(view -> view.sketched(after, AT_ONCE));
    }

    private List<Suggestion> like(StoreView view, Reference item) {
        Optional<Summary> own = view.summary(item);
        if (own.isEmpty()) {
            return List.of();
        }
        Set<Reference> settled = settled(view, item);
        Map<Reference, Suggestion> like = new TreeMap<>(Comparator.comparing(Reference::number));
        for (Sense sense : Sense.values()) {
            view.sketch(item, sense.name())
                    .ifPresent(sketch -> like(view, own.get(), sense, sketch, settled)
                            .forEach(one -> like.merge(one.other().reference(), one, Lookalikes::surer)));
        }
        return like.values().stream()
                .sorted(Comparator.comparingInt(Suggestion::percent)
                        .reversed()
                        .thenComparing(one -> one.other().reference().number()))
                .limit(MOST_SUGGESTED)
                .toList();
    }

    /// Words say more than looks.
    private static Suggestion surer(Suggestion one, Suggestion other) {
        return one.sense() == Sense.WORDS ? one : other;
    }

    private List<Suggestion> like(StoreView view, Summary own, Sense sense, byte[] sketch, Set<Reference> settled) {
        List<Suggestion> like = new ArrayList<>();
        view.sharing(own.reference(), sense.name(), MOST_FOR_A_PART).forEach((other, theirs) -> {
            double alike = sense.alike(sketch, theirs);
            if (alike >= sense.least && !settled.contains(other) && maySee(view, other)) {
                view.summary(other)
                        .ifPresent(summary ->
                                like.add(new Suggestion(own, summary, sense, (int) Math.floor(100 * alike))));
            }
        });
        return like;
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

    /// What the text of one says otherwise than the text of another; the one with the lower number comes first.
    public AlikeTexts compare(Reference one, Reference another) {
        session.require(Permission.READ);
        Reference earlier = one.number() < another.number() ? one : another;
        Reference later = earlier.equals(one) ? another : one;
        return session.store().read(view -> {
            EvidenceItem before = Evidence.item(session.visible(view, earlier));
            EvidenceItem after = Evidence.item(session.visible(view, later));
            LanguageTag language = after.language().or(before::language).orElse(UNKNOWN);
            return AlikeTexts.between(read(view, earlier), read(view, later), language);
        });
    }

    /// What a person typed prevails over what a machine made of a page.
    private static List<Passage> read(StoreView view, Reference item) {
        List<Passage> read = view.passages(item);
        List<TypedPage> typed = Typed.pages(view, item);
        return typed.isEmpty() ? read : Typed.over(typed, read);
    }

    /// Keeps that two items are not the same, however much they look alike: a line of the ledger for each.
    public void notTheSame(Reference item, Reference other) {
        session.require(Permission.RECORD);
        if (item.equals(other)) {
            throw new ArchiveException.InvalidInput("other", "unknownValue");
        }
        session.store().inTransaction(tx -> {
            Evidence.item(session.visible(tx, item));
            Evidence.item(session.visible(tx, other));
            session.note(tx, FOUND_UNLIKE, Optional.of(item), Map.of(RELATED, other.toString()));
            return session.note(tx, FOUND_UNLIKE, Optional.of(other), Map.of(RELATED, item.toString()));
        });
    }

    /// Looks at pictures that nobody looked at yet, each in a process apart; meant for the background.
    ///
    /// @throws ArchiveException.NotPermitted unless somebody asks who may take evidence in
    public void lookAtPictures(Progress progress) {
        session.require(Permission.RECORD);
        session.closing().mayOvertake(() -> {
            new Sketching(session, Optional.of(renditions)).pictures(processes, progress);
            return progress;
        });
    }

    @Override
    public void close() {
        processes.close();
    }
}
