package org.cairn.ui.testimony;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
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
    private Optional<Integer> second = Optional.empty();

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
        draft.second = paragraph.second();
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

    /// Whether nothing is in it.
    public boolean blank() {
        String asked = question.get();
        return text.get().isBlank() && (asked == null || asked.isBlank()) && exhibits.isEmpty();
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
                second);
    }

    @Override
    public String toString() {
        return "ParagraphDraft";
    }
}
