package org.cairn.ui.testimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;

/// A paragraph while it is being written.
public final class ParagraphDraft {

    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Paragraph.@Nullable Basis> basis = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> question = new SimpleObjectProperty<>();
    private final ObjectProperty<Paragraph.Question.Type> questionType =
            new SimpleObjectProperty<>(Paragraph.Question.Type.OPEN);
    private final ObservableList<Reference> exhibits = FXCollections.observableArrayList();
    private final BooleanProperty showing = new SimpleBooleanProperty();
    private final List<String> translated = new ArrayList<>();
    private final ObjectProperty<@Nullable Integer> second = new SimpleObjectProperty<>();
    private Optional<Reference> recording = Optional.empty();

    /// An empty paragraph, or one with words.
    public ParagraphDraft(String words) {
        text.set(words);
    }

    static ParagraphDraft of(Paragraph paragraph) {
        ParagraphDraft draft = new ParagraphDraft(paragraph.text());
        draft.basis.set(paragraph.basis().orElse(null));
        paragraph.question().ifPresent(asked -> {
            draft.question.set(asked.text());
            draft.questionType.set(asked.type());
        });
        draft.exhibits.setAll(paragraph.exhibits());
        draft.showing.set(!paragraph.exhibits().isEmpty());
        draft.second.set(paragraph.second().orElse(null));
        draft.recording = paragraph.recording();
        return draft;
    }

    /// The witness's words.
    public StringProperty textProperty() {
        return text;
    }

    /// How the witness knows it; null while nobody asked.
    public ObjectProperty<Paragraph.@Nullable Basis> basisProperty() {
        return basis;
    }

    /// What was asked; null where no question is shown.
    public ObjectProperty<@Nullable String> questionProperty() {
        return question;
    }

    /// What kind of question it was.
    public ObjectProperty<Paragraph.Question.Type> questionTypeProperty() {
        return questionType;
    }

    /// What was shown to the witness or is referred to.
    public ObservableList<Reference> exhibits() {
        return exhibits;
    }

    /// Whether the line for what was shown is open.
    public BooleanProperty showingProperty() {
        return showing;
    }

    /// The second of a recording at which it begins; null where none was made.
    public ObjectProperty<@Nullable Integer> secondProperty() {
        return second;
    }

    /// The recording that the second is of.
    public Optional<Reference> recording() {
        return recording;
    }

    /// Its first words are being written while this second is recorded.
    void begin(int at, Reference during) {
        recording = Optional.of(during);
        second.set(at);
    }

    /// Whether nothing is in it.
    public boolean blank() {
        return text.get().isBlank() && !asked() && exhibits.isEmpty();
    }

    /// What it says in the translation of a place; empty where it is not translated.
    String translated(int translation) {
        return translation < translated.size() ? translated.get(translation) : "";
    }

    /// Takes what it says in one more translation.
    void translate(String words) {
        translated.add(words);
    }

    /// Parts with the words after a place. How they are known goes with them. The translation stays with the first
    /// words, as nobody knows where to cut it; where no words stay, it goes with those that leave.
    ///
    /// @param rest the words that begin a paragraph of their own
    ParagraphDraft partWith(String rest) {
        ParagraphDraft later = new ParagraphDraft(rest);
        if (!rest.isBlank()) {
            later.basis.set(basis.get());
            if (text.get().isBlank()) {
                later.translated.addAll(translated);
                translated.clear();
            }
        }
        return later;
    }

    /// Whether a paragraph can be joined to this one and nothing is lost: neither what was asked, nor where it begins
    /// in the recording, nor how its words are known.
    boolean joins(ParagraphDraft later) {
        if (empty()) {
            return true;
        }
        if (later.asked() || later.second.get() != null) {
            return false;
        }
        return later.blank()
                || basis.get() == later.basis.get()
                || (text.get().isBlank() && exhibits.isEmpty() && basis.get() == null);
    }

    /// Takes in what stands in the paragraph after it. Words that were deleted take their translation with them.
    void join(ParagraphDraft later) {
        if (empty()) {
            question.set(later.question.get());
            questionType.set(later.questionType.get());
            second.set(later.second.get());
            recording = later.recording;
        }
        if (!later.blank() && text.get().isBlank() && exhibits.isEmpty()) {
            basis.set(later.basis.get());
        }
        for (int i = 0; i < Math.max(translated.size(), later.translated.size()); i++) {
            String joined = joined(
                    text.get().isBlank() ? "" : translated(i), later.text.get().isBlank() ? "" : later.translated(i));
            if (i < translated.size()) {
                translated.set(i, joined);
            } else {
                translated.add(joined);
            }
        }
        text.set(joined(text.get(), later.text.get()));
        later.exhibits.stream().filter(exhibit -> !exhibits.contains(exhibit)).forEach(exhibits::add);
        showing.set(showing.get() || later.showing.get());
    }

    private static String joined(String earlier, String later) {
        return earlier.isBlank() || later.isBlank() ? earlier + later : earlier + " " + later;
    }

    private boolean empty() {
        return blank() && second.get() == null;
    }

    private boolean asked() {
        String words = question.get();
        return words != null && !words.isBlank();
    }

    Paragraph paragraph() {
        String asked = question.get();
        return new Paragraph(
                text.get().strip(),
                Optional.ofNullable(basis.get()),
                asked == null || asked.isBlank()
                        ? Optional.empty()
                        : Optional.of(new Paragraph.Question(asked.strip(), questionType.get())),
                List.copyOf(exhibits),
                Optional.ofNullable(second.get()),
                recording);
    }

    @Override
    public String toString() {
        return "ParagraphDraft";
    }
}
