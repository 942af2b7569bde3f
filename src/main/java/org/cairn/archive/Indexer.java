package org.cairn.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cairn.domain.Assessment;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.ReviewMark;
import org.cairn.domain.Revision;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.cairn.search.Change;
import org.cairn.search.IndexedPassage;
import org.cairn.search.IndexedPassage.Held;
import org.cairn.search.IndexedPassage.Worked;
import org.cairn.store.OutboxEntry;
import org.cairn.store.StoreView;

/// Brings the index up to what the database holds. The database is the truth; the index only ever follows.
final class Indexer {

    /// The kinds of which passages are made: no search looks at the others.
    static final Set<RecordKind> SEARCHED = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(
            RecordKind.CONSENT,
            RecordKind.RISK,
            RecordKind.BUNDLE,
            RecordKind.FORM,
            RecordKind.ASSESSMENT,
            RecordKind.SEARCH,
            RecordKind.LIST,
            RecordKind.SYNONYMS,
            RecordKind.SERVING,
            RecordKind.LINK)));

    private static final int STEP = 200;
    private static final int PASSAGES_OF_STEP = 10_000;
    private static final int STEPS_UNTIL_COMMIT = 5;
    private static final long PATIENCE_MILLIS = 100;

    /// Changes that are followed within a moment.
    private static final int LITTLE = 200;

    private static final int A_MOMENT_MILLIS = 3_000;

    private final Session session;

    Indexer(Session session) {
        this.session = session;
    }

    /// Applies whatever the index has not seen, when it is its turn; does nothing when it has seen everything.
    ///
    /// What was applied before it was cancelled stays.
    void catchUp(Progress progress) {
        waitForTurn(progress);
        followAndLetGo(Integer.MAX_VALUE, progress);
    }

    /// Like [#catchUp], but leaves it to whoever is at it already.
    void catchUpUnlessSomebodyDoes(Progress progress) {
        if (session.following().tryLock()) {
            followAndLetGo(Integer.MAX_VALUE, progress);
        }
    }

    /// A moment's work towards it, all of it where little waits. Where somebody is at it, it waits a moment for them
    /// when little waits, so that what was just kept is found, and not at all when an index is made anew.
    void catchUpALittle() {
        long behind =
                session.store().read(StoreView::outboxHead) - session.index().committedSequence();
        if (isMyTurnWithin(behind > LITTLE ? 0 : A_MOMENT_MILLIS)) {
            followAndLetGo(1, Progress.none());
        }
    }

    /// An index that has followed changes the database does not have tells of lost records: it says so in the ledger
    /// and is made anew.
    void discardIfAhead() {
        long applied = session.index().appliedSequence();
        long head = session.store().read(StoreView::outboxHead);
        if (applied > head) {
            Map<String, String> both = Map.of("index", String.valueOf(applied), "records", String.valueOf(head));
            // first, for nothing but the index tells of it
            session.store().inTransaction(tx -> session.note(tx, "INDEX_AHEAD", Optional.empty(), both));
            session.index().discardAhead(head);
        }
    }

    private void waitForTurn(Progress progress) {
        while (!isMyTurnWithin(PATIENCE_MILLIS)) {
            progress.checkCancelled();
            session.closing().check();
        }
    }

    private boolean isMyTurnWithin(long millis) {
        try {
            return session.following().tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private void followAndLetGo(int steps, Progress progress) {
        try {
            follow(steps, progress);
        } finally {
            session.following().unlock();
        }
    }

    private void follow(int most, Progress progress) {
        long begin = session.index().appliedSequence();
        long applied = begin;
        long head = session.store().read(StoreView::outboxHead);
        try {
            for (int steps = 1; applied < head && steps <= most; steps++) {
                session.closing().check();
                applied = step(applied, progress);
                if (steps % STEPS_UNTIL_COMMIT == 0) {
                    session.index().commit();
                }
                progress.step("index", applied - begin, head - begin);
                // what was kept meanwhile
                head = session.store().read(StoreView::outboxHead);
            }
        } catch (CancelledException e) {
            session.index().commit();
            throw e;
        }
        if (applied > begin) {
            session.index().commit();
        }
    }

    private long step(long applied, Progress progress) {
        return session.store().read(view -> {
            List<OutboxEntry> entries = view.outboxAfter(applied, STEP);
            long upto = entries.isEmpty() ? view.outboxHead() : applied;
            Set<Reference> seen = new HashSet<>();
            List<Change> changes = new ArrayList<>();
            int taken = 0;
            // as much as fits into memory: the text of many large files would not
            boolean stopped = false;
            for (OutboxEntry entry : entries) {
                stopped = progress.cancelled();
                if (stopped) {
                    break;
                }
                if (seen.add(entry.reference())) {
                    Change change = new Change(entry.reference(), passages(view, entry.reference()));
                    changes.add(change);
                    taken += change.passages().size();
                }
                upto = entry.sequence();
                if (taken >= PASSAGES_OF_STEP) {
                    break;
                }
            }
            session.index().apply(upto, changes);
            if (stopped) {
                throw new CancelledException();
            }
            return upto;
        });
    }

    private List<IndexedPassage> passages(StoreView view, Reference reference) {
        Protection protection = view.protection(reference).orElse(Protection.SEALED);
        return view.current(reference)
                .map(revision -> passages(view, revision, protection))
                .orElse(List.of());
    }

    private List<IndexedPassage> passages(StoreView view, Revision revision, Protection protection) {
        Reference reference = revision.reference();
        Worked worked = worked(view, reference, protection);
        Held held = Holdings.of(view, revision, view.openNotes(reference, protection) > 0);
        return RecordPassages.of(view, revision).stream()
                .map(passage -> passage.of(protection, worked, held))
                .toList();
    }

    /// Links that are kept more closely than the record count for nobody: whoever sees it finds the same by it.
    private static Worked worked(StoreView view, Reference reference, Protection protection) {
        Set<String> reviewers =
                view.reviews(reference).stream().map(ReviewMark::person).collect(Collectors.toSet());
        Map<Assessment.Aspect, String> assessed = view.assessed(reference);
        return new Worked(
                reviewers,
                assessed.getOrDefault(Assessment.Aspect.GRADING, ""),
                assessed.getOrDefault(Assessment.Aspect.AUTHENTICITY, ""),
                view.linkedElements(reference, protection));
    }
}
