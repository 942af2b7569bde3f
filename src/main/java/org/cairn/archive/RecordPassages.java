package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.domain.AnswerLine;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Note;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.domain.Witness;
import org.cairn.domain.reading.ClaimedDate;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.search.IndexedPassage;
import org.cairn.store.StoreView;

/// The passages that a record is searched by.
final class RecordPassages {

    private RecordPassages() {}

    /// All of a record, in their order; nobody has worked on them yet.
    static List<IndexedPassage> of(StoreView view, Revision revision) {
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

    private static List<IndexedPassage> ofTestimony(StoreView view, Revision revision, Testimony testimony) {
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

    private static List<IndexedPassage> ofEvidence(StoreView view, Revision revision, EvidenceItem item) {
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

    static Pinpoint pinpoint(Revision revision, Passage passage) {
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
            case Map<?, ?> map ->
                map.values().stream().map(RecordPassages::words).collect(Collectors.joining("\n"));
            case List<?> list -> list.stream().map(RecordPassages::words).collect(Collectors.joining("\n"));
            default -> String.valueOf(value);
        };
    }
}
