package org.cairn.ui.search;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.cairn.domain.AnswerLine;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.Fitted;
import org.cairn.ui.documents.FittedCell;
import org.cairn.ui.documents.MarkedText;
import org.cairn.ui.search.PreviewViewModel.Shown;
import org.jspecify.annotations.Nullable;

/// A statement opened at the paragraph or the answer that was found: each paragraph with its translation below, and
/// after the account what was answered to added questions.
final class StatementPreview implements PreviewPane.Showing {

    private static final int SIDES = 78;

    private final Messages own;
    private final PreviewViewModel model;
    private final Shown shown;
    private final Testimony statement;
    private final Optional<Translation> translation;
    private final ListView<Integer> list = new ListView<>();

    StatementPreview(Words words, PreviewViewModel model, Shown shown, Testimony statement) {
        this.own = words.of("search");
        this.model = model;
        this.shown = shown;
        this.statement = statement;
        this.translation = fitting(statement, words.locale().getLanguage());
        list.setId("preview-statement");
        list.setAccessibleText(own.text("preview.statement"));
        list.getStyleClass().add("text-passages");
        list.setItems(FXCollections.observableList(java.util.stream.IntStream.range(
                        0, statement.paragraphs().size() + shown.answers().size())
                .boxed()
                .toList()));
        list.setCellFactory(view -> new Numbered());
    }

    @Override
    public Node node() {
        return list;
    }

    @Override
    public void moved() {
        model.place().ifPresent(place -> {
            int before = place.pinpoint() instanceof Pinpoint.OfAnswer
                    ? statement.paragraphs().size()
                    : 0;
            int index = before + place.pinpoint().ordinal() - 1;
            list.scrollTo(Math.max(0, index - 1));
            list.getSelectionModel().clearAndSelect(index);
        });
    }

    /// The translation into the language of the window; else English; else the first.
    private static Optional<Translation> fitting(Testimony statement, String language) {
        return into(statement, language)
                .or(() -> into(statement, "en"))
                .or(() -> statement.translations().stream().findFirst())
                .filter(translation -> !statement.language().primary().equals(language));
    }

    private static Optional<Translation> into(Testimony statement, String language) {
        return statement.translations().stream()
                .filter(translation -> translation.language().primary().equals(language))
                .findFirst();
    }

    private final class Numbered extends FittedCell<Integer> {

        @Override
        protected void updateItem(@Nullable Integer index, boolean nothing) {
            super.updateItem(index, nothing);
            setGraphic(index == null || nothing ? null : row(index));
        }

        private Node row(int index) {
            int paragraphs = statement.paragraphs().size();
            return index < paragraphs ? paragraph(index) : answer(index - paragraphs);
        }

        private Node answer(int index) {
            AnswerLine line = shown.answers().get(index);
            Fitted texts = new Fitted(4, list.widthProperty().subtract(SIDES));
            texts.getChildren().addAll(text(line.label(), "question"), text(line.text(), "spoken"));
            return numbered(index, texts);
        }

        private Node paragraph(int index) {
            Paragraph paragraph = statement.paragraphs().get(index);
            Fitted texts = new Fitted(4, list.widthProperty().subtract(SIDES));
            paragraph.question().ifPresent(question -> texts.getChildren().add(text(question.text(), "question")));
            texts.getChildren().add(text(paragraph.text(), "spoken"));
            translation
                    .filter(other -> index < other.paragraphs().size())
                    .map(other -> other.paragraphs().get(index))
                    .filter(words -> !words.isBlank())
                    .ifPresent(words -> texts.getChildren().add(text(words, "translated")));
            return numbered(index, texts);
        }

        private Node numbered(int index, Fitted texts) {
            Label number = new Label(String.valueOf(index + 1));
            number.getStyleClass().addAll("reference", "paragraph-number");
            number.setMinWidth(26);
            HBox.setHgrow(texts, Priority.ALWAYS);
            return new HBox(8, number, texts);
        }

        private MarkedText text(String words, String style) {
            MarkedText text = new MarkedText(words, shown.sought().marksIn(words));
            text.getStyleClass().add(style);
            return text;
        }
    }
}
