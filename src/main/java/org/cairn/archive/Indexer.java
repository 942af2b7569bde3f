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
import org.cairn.domain.AnswerLine;
import org.cairn.domain.Assessment;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Note;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.ReviewMark;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.domain.Witness;
import org.cairn.domain.reading.ClaimedDate;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
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
            RecordKind.LIST)));

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
        Worked worked = worked(view, reference);
        Held held = Holdings.of(view, revision, view.openNotes(reference, protection) > 0);
        return ofRecord(view, revision).stream()
                .map(passage -> passage.of(protection, worked, held))
                .toList();
    }

    private static Worked worked(StoreView view, Reference reference) {
        Set<String> reviewers =
                view.reviews(reference).stream().map(ReviewMark::person).collect(Collectors.toSet());
        Map<Assessment.Aspect, String> assessed = view.assessed(reference);
        return new Worked(
                reviewers,
                assessed.getOrDefault(Assessment.Aspect.GRADING, ""),
                assessed.getOrDefault(Assessment.Aspect.AUTHENTICITY, ""));
    }

    private List<IndexedPassage> ofRecord(StoreView view, Revision revision) {
        return switch (revision.record()) {
            case Testimony testimony -> ofTestimony(view, revision, testimony);
            case EvidenceItem item -> ofEvidence(view, revision, item);
            case Note note -> note.closed() ? List.<IndexedPassage>of() : List.of(whole(revision, note.text()));
            case FormRecord form -> List.of(whole(revision, ofForm(view, form)));
            case Witness witness ->
                List.of(whole(revision, joined(witness.note(), AnswerPassages.together(view, witness.answers()))));
            default -> List.<IndexedPassage>of();
        };
    }

    private static String ofForm(StoreView view, FormRecord form) {
        String fields = AnswerPassages.fields(view, form.form(), form.fields()).orElseGet(() -> words(form.fields()));
        return joined(fields, AnswerPassages.together(view, form.answers()));
    }

    private static String joined(String text, String more) {
        return more.isEmpty() ? text : text + "\n" + more;
    }

    private List<IndexedPassage> ofTestimony(StoreView view, Revision revision, Testimony testimony) {
        List<IndexedPassage> passages = new ArrayList<>();
        for (int i = 0; i < testimony.paragraphs().size(); i++) {
            Paragraph paragraph = testimony.paragraphs().get(i);
            String question = paragraph.question().map(q -> q.text() + "\n").orElse("");
            passages.add(passage(revision, paragraph(revision, i), question + paragraph.text(), testimony.spokenIn()));
        }
        for (Translation translation : testimony.translations()) {
            for (int i = 0; i < translation.paragraphs().size(); i++) {
                if (!translation.paragraphs().get(i).isBlank()) {
                    passages.add(passage(
                            revision,
                            paragraph(revision, i),
                            translation.paragraphs().get(i),
                            Optional.of(translation.language())));
                }
            }
        }
        List<AnswerLine> answers = AnswerPassages.counted(view, testimony.answers());
        for (int i = 0; i < answers.size(); i++) {
            if (!answers.get(i).namesPerson()) {
                Pinpoint answer = new Pinpoint.OfAnswer(revision.reference(), i + 1);
                passages.add(passage(revision, answer, answers.get(i).text(), testimony.spokenIn()));
            }
        }
        return passages.isEmpty() ? List.of(whole(revision, "")) : passages;
    }

    private List<IndexedPassage> ofEvidence(StoreView view, Revision revision, EvidenceItem item) {
        Optional<Reading> reading = view.reading(revision.reference());
        Optional<LanguageTag> language = item.language().or(() -> reading.flatMap(Reading::language));
        Day day = Day.of(item, reading);
        List<IndexedPassage> passages = new ArrayList<>();
        List<Passage> read = new ArrayList<>(Typed.over(Typed.pages(item), view.passages(revision.reference())));
        read.addAll(Spoken.passages(item));
        for (Passage passage : read) {
            passages.add(passage(
                    revision,
                    pinpoint(revision, passage),
                    passage.text(),
                    passage.language().or(() -> language),
                    day));
        }
        return passages.isEmpty()
                ? List.of(passage(revision, paragraph(revision, 0), "", item.language(), day))
                : passages;
    }

    /// When an item is from: as somebody described it, else as the file claims.
    private record Day(Optional<FuzzyDate> date, boolean claimed) {
        static Day of(EvidenceItem item, Optional<Reading> reading) {
            Optional<FuzzyDate> claim = item.date().isPresent()
                    ? Optional.empty()
                    : reading.flatMap(ClaimedDate::of).map(ClaimedDate::date);
            return new Day(item.date().or(() -> claim), claim.isPresent());
        }
    }

    private static Pinpoint pinpoint(Revision revision, Passage passage) {
        return switch (passage.unit()) {
            case PAGE -> new Pinpoint.OfPage(revision.reference(), passage.ordinal());
            case PARAGRAPH -> new Pinpoint.OfParagraph(revision.reference(), passage.ordinal());
            case SECOND -> new Pinpoint.OfMoment(revision.reference(), passage.ordinal());
        };
    }

    private static Pinpoint paragraph(Revision revision, int place) {
        return new Pinpoint.OfParagraph(revision.reference(), place + 1);
    }

    /// A record of one passage; its title is searched with it.
    private static IndexedPassage whole(Revision revision, String text) {
        return passage(revision, paragraph(revision, 0), text, revision.record().spokenIn());
    }

    private static IndexedPassage passage(
            Revision revision, Pinpoint pinpoint, String text, Optional<LanguageTag> language) {
        return passage(
                revision, pinpoint, text, language, new Day(revision.record().when(), false));
    }

    private static IndexedPassage passage(
            Revision revision, Pinpoint pinpoint, String text, Optional<LanguageTag> language, Day day) {
        Set<String> tags = revision.record() instanceof EvidenceItem item ? item.tags() : Set.of();
        return new IndexedPassage(
                revision.reference(),
                pinpoint,
                revision.record().title(),
                revision.record().type(),
                text,
                language,
                day.date(),
                revision.record().protection(),
                revision.record().concerns(),
                tags,
                day.claimed());
    }

    private static String words(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.values().stream().map(Indexer::words).collect(Collectors.joining("\n"));
            case List<?> list -> list.stream().map(Indexer::words).collect(Collectors.joining("\n"));
            default -> String.valueOf(value);
        };
    }
}
