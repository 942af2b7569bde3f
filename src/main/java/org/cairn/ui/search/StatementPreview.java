package org.cairn.ui.search;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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

/// A statement opened at the paragraph that was found, each paragraph with its translation below.
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
        list.setItems(FXCollections.observableList(
                java.util.stream.IntStream.range(0, statement.paragraphs().size())
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
            if (place.pinpoint() instanceof Pinpoint.OfAnswer) {
                // answers stand below the account, where the statement is read
                list.getSelectionModel().clearSelection();
                list.scrollTo(statement.paragraphs().size() - 1);
                return;
            }
            int index = place.pinpoint().ordinal() - 1;
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
            setGraphic(index == null || nothing ? null : paragraph(index));
        }

        private Node paragraph(int index) {
            Paragraph paragraph = statement.paragraphs().get(index);
            Label number = new Label(String.valueOf(index + 1));
            number.getStyleClass().addAll("reference", "paragraph-number");
            number.setMinWidth(26);
            Fitted texts = new Fitted(4, list.widthProperty().subtract(SIDES));
            paragraph.question().ifPresent(question -> texts.getChildren().add(text(question.text(), "question")));
            texts.getChildren().add(text(paragraph.text(), "spoken"));
            translation
                    .filter(other -> index < other.paragraphs().size())
                    .map(other -> other.paragraphs().get(index))
                    .filter(words -> !words.isBlank())
                    .ifPresent(words -> texts.getChildren().add(text(words, "translated")));
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
