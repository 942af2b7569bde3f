package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.domain.Witness;
import org.cairn.domain.reading.ClaimedDate;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.progress.Progress;
import org.cairn.search.Change;
import org.cairn.search.IndexedPassage;
import org.cairn.store.OutboxEntry;
import org.cairn.store.StoreView;

/// Brings the index up to what the database holds. The database is the truth; the index only ever follows.
final class Indexer {

    private static final int STEP = 200;
    private static final int STEPS_UNTIL_COMMIT = 25;

    private final Session session;

    Indexer(Session session) {
        this.session = session;
    }

    /// Applies whatever the index has not seen; does nothing when it has seen everything.
    void catchUp(Progress progress) {
        synchronized (session.index()) {
            long head = session.store().read(StoreView::outboxHead);
            long applied = session.index().appliedSequence();
            int steps = 0;
            while (applied < head) {
                progress.checkCancelled();
                applied = step(applied);
                steps++;
                if (steps % STEPS_UNTIL_COMMIT == 0) {
                    session.index().commit();
                }
                progress.step("index", applied, head);
            }
            if (steps > 0) {
                session.index().commit();
            }
        }
    }

    private long step(long applied) {
        return session.store().read(view -> {
            List<OutboxEntry> entries = view.outboxAfter(applied, STEP);
            // one record at a time: the text of many large files would not fit into memory
            for (OutboxEntry entry : entries) {
                Change change = new Change(entry.reference(), passages(view, entry.reference()));
                session.index().apply(entry.sequence(), List.of(change));
            }
            long upto =
                    entries.isEmpty() ? view.outboxHead() : entries.getLast().sequence();
            return upto;
        });
    }

    private List<IndexedPassage> passages(StoreView view, Reference reference) {
        return view.current(reference)
                .map(revision -> switch (revision.record()) {
                    case Testimony testimony -> ofTestimony(revision, testimony);
                    case EvidenceItem item -> ofEvidence(view, revision, item);
                    case FormRecord form -> List.of(whole(revision, words(form.fields())));
                    case Witness witness -> List.of(whole(revision, witness.note()));
                    default -> List.<IndexedPassage>of();
                })
                .orElse(List.of());
    }

    private List<IndexedPassage> ofTestimony(Revision revision, Testimony testimony) {
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
        return passages.isEmpty() ? List.of(whole(revision, "")) : passages;
    }

    private List<IndexedPassage> ofEvidence(StoreView view, Revision revision, EvidenceItem item) {
        Optional<Reading> reading = view.reading(revision.reference());
        Optional<LanguageTag> language = item.language().or(() -> reading.flatMap(Reading::language));
        Day day = Day.of(item, reading);
        List<IndexedPassage> passages = new ArrayList<>();
        for (Passage passage : view.passages(revision.reference())) {
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
