package org.cairn.ui.testimony;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.cairn.domain.Answers;
import org.cairn.domain.ExhibitMark;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Interview;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Signature;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.jspecify.annotations.Nullable;

/// A statement while it is being taken: what a form can hold at any moment, and the record it amounts to.
public final class StatementDraft {

    final Reference witness;
    final StringProperty title = new SimpleStringProperty("");
    final ObjectProperty<InterviewKind> kind = new SimpleObjectProperty<>(InterviewKind.FULL_STATEMENT);
    final ObjectProperty<@Nullable LanguageTag> language = new SimpleObjectProperty<>();
    /// The language that the witness speaks, as their record says; null while nobody looked.
    final ObjectProperty<@Nullable LanguageTag> speaks = new SimpleObjectProperty<>();
    final ObjectProperty<Protection> protection = new SimpleObjectProperty<>(Protection.CONFIDENTIAL);
    final ObjectProperty<Optional<FuzzyDate>> date = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty place = new SimpleStringProperty("");
    final StringProperty interviewer = new SimpleStringProperty("");
    final ObjectProperty<Interview.Recording> recording = new SimpleObjectProperty<>(Interview.Recording.NOTES);
    final BooleanProperty witnessReads = new SimpleBooleanProperty(true);
    final ObservableList<Interview.Interpreter> interpreters = FXCollections.observableArrayList();
    final ObservableList<Interview.Presence> present = FXCollections.observableArrayList();
    final ConductDraft conduct = new ConductDraft();
    final ObservableList<Interview.Break> breaks = FXCollections.observableArrayList();
    final ObservableList<ParagraphDraft> paragraphs = FXCollections.observableArrayList();
    final ObservableSet<String> declarations = FXCollections.observableSet(new TreeSet<>());
    final ObjectProperty<Signature.@Nullable Mode> signatureMode = new SimpleObjectProperty<>();
    final ObjectProperty<Optional<FuzzyDate>> signatureDate = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Reference>> signatureProof = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty interpreterCertificate = new SimpleStringProperty("");
    final ObjectProperty<Optional<Answers>> answers = new SimpleObjectProperty<>(Optional.empty());
    final ObservableList<ExhibitMark> marks = FXCollections.observableArrayList();
    final ReadBackDraft readBack = new ReadBackDraft();
    private List<Translation> translations = List.of();
    private Optional<Reference> follows = Optional.empty();

    /// A statement of a witness of which nothing is known yet.
    public StatementDraft(Reference witness) {
        this.witness = witness;
        paragraphs.add(new ParagraphDraft(""));
    }

    /// What a record holds, to be gone on with.
    public static StatementDraft of(Testimony record) {
        StatementDraft draft = new StatementDraft(record.witness());
        draft.title.set(record.title());
        draft.kind.set(record.interviewKind());
        draft.language.set(record.language());
        draft.protection.set(record.protection());
        draft.takeInterview(record.interview());
        draft.paragraphs.setAll(
                record.paragraphs().stream().map(ParagraphDraft::of).toList());
        if (draft.paragraphs.isEmpty()) {
            draft.paragraphs.add(new ParagraphDraft(""));
        }
        draft.marks.setAll(record.marks().orElse(List.of()));
        record.readBack().ifPresent(back -> draft.readBack.take(back, draft.paragraphs));
        draft.declarations.addAll(record.declarations());
        record.signature().ifPresent(signature -> {
            draft.signatureMode.set(signature.mode());
            draft.signatureDate.set(signature.date());
            draft.signatureProof.set(signature.proof());
        });
        draft.interpreterCertificate.set(record.interpreterCertificate().orElse(""));
        draft.takeTranslations(record.translations());
        draft.follows = record.follows();
        draft.answers.set(record.answers());
        return draft;
    }

    /// The statement it corrects or supplements.
    public void follow(Reference statement) {
        follows = Optional.of(statement);
    }

    /// Begins with the words of the statement it corrects: what is changed then shows beside them.
    void beginWith(Testimony earlier) {
        paragraphs.setAll(earlier.paragraphs().stream().map(ParagraphDraft::of).toList());
        if (paragraphs.isEmpty()) {
            paragraphs.add(new ParagraphDraft(""));
        }
    }

    /// The record that this amounts to now. Blank paragraphs at the end are not part of it.
    ///
    /// @param untitled what it is called while nobody gave it a title
    public Testimony statement(String untitled) {
        List<ParagraphDraft> written = written();
        return new Testimony(
                        witness,
                        title.get().isBlank() ? untitled : title.get().strip(),
                        kind.get(),
                        Optional.ofNullable(language.get()).orElse(LanguageTag.UNDETERMINED),
                        interview(),
                        written.stream().map(ParagraphDraft::paragraph).toList(),
                        readBack.readBack(written, Optional.ofNullable(language.get())),
                        Set.copyOf(declarations),
                        Optional.ofNullable(signatureMode.get())
                                .map(mode -> new Signature(mode, signatureDate.get(), signatureProof.get())),
                        Optional.of(interpreterCertificate.get().strip()).filter(words -> !words.isEmpty()),
                        translations(written),
                        protection.get(),
                        false,
                        follows)
                .answering(answers.get())
                .marking(marksOf(written));
    }

    /// What no paragraph names any more has no mark.
    private List<ExhibitMark> marksOf(List<ParagraphDraft> written) {
        return marks.stream()
                .filter(mark -> written.stream()
                        .anyMatch(paragraph -> paragraph.exhibits().contains(mark.exhibit())))
                .toList();
    }

    /// The mark that an exhibit got, as it is written on it.
    Optional<String> mark(Reference exhibit) {
        return marks.stream()
                .filter(mark -> mark.exhibit().equals(exhibit))
                .findFirst()
                .map(mark -> mark.written(witness));
    }

    /// The paragraphs without the blank ones at the end.
    List<ParagraphDraft> written() {
        int end = paragraphs.size();
        while (end > 0 && paragraphs.get(end - 1).blank()) {
            end--;
        }
        return List.copyOf(paragraphs.subList(0, end));
    }

    private Interview interview() {
        return new Interview(
                date.get(),
                place.get().strip(),
                interviewer.get().strip(),
                List.copyOf(interpreters),
                List.copyOf(present),
                recording.get(),
                witnessReads.get(),
                List.copyOf(breaks),
                Optional.of(conduct.conduct()));
    }

    /// Each paragraph carries its own translations, wherever it goes while the account is worked on.
    private void takeTranslations(List<Translation> known) {
        translations = known;
        for (int i = 0; i < paragraphs.size(); i++) {
            for (Translation translation : known) {
                List<String> words = translation.paragraphs();
                paragraphs.get(i).translate(i < words.size() ? words.get(i) : "");
            }
        }
    }

    private List<Translation> translations(List<ParagraphDraft> written) {
        return IntStream.range(0, translations.size())
                .mapToObj(i -> translated(translations.get(i), i, written))
                .toList();
    }

    /// A translation that stopped before the end of the account still does.
    private static Translation translated(Translation known, int place, List<ParagraphDraft> written) {
        int end = written.size();
        while (end > known.paragraphs().size()
                && written.get(end - 1).translated(place).isEmpty()) {
            end--;
        }
        return new Translation(
                known.language(),
                known.translator(),
                known.status(),
                known.verifiedBy(),
                written.subList(0, end).stream()
                        .map(paragraph -> paragraph.translated(place))
                        .toList());
    }

    private void takeInterview(Interview interview) {
        date.set(interview.date());
        place.set(interview.place());
        interviewer.set(interview.interviewer());
        interpreters.setAll(interview.interpreters());
        present.setAll(interview.present());
        recording.set(interview.recording());
        witnessReads.set(interview.witnessReadsLanguage());
        breaks.setAll(interview.breaks());
        interview.conduct().ifPresent(conduct::take);
    }

    /// The language in which one speaks to the witness: theirs, else that of the account.
    Optional<LanguageTag> spokenTo() {
        return Optional.ofNullable(speaks.get())
                .filter(known -> !known.equals(LanguageTag.UNDETERMINED))
                .or(() -> Optional.ofNullable(language.get()));
    }

    /// Notes a pause, a stop or that it goes on.
    void pause(String what, Instant at) {
        breaks.add(new Interview.Break(what, at, ""));
    }

    /// Whether the interview stands still: after a break or a stop, before it goes on.
    boolean pausing() {
        return !breaks.isEmpty() && !breaks.getLast().kind().equals("RESUMED");
    }

    @Override
    public String toString() {
        return "StatementDraft";
    }
}
