package org.cairn.ui.testimony;

import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Paragraph;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;

/// The line before a paragraph that says what was asked, and what kind of question it was.
final class QuestionRow extends HBox {

    QuestionRow(ParagraphDraft draft, Account account, Words words) {
        Messages area = words.of("testimony");
        setSpacing(6);
        getStyleClass().add("question-row");
        TextField question = new TextField(
                Optional.ofNullable(draft.questionProperty().get()).orElse(""));
        question.setId("question-words");
        question.getStyleClass().add("question-words");
        question.setPromptText(area.text("account.question"));
        question.setAccessibleText(area.text("account.question"));
        question.textProperty()
                .subscribe((was, is) ->
                        draft.questionProperty().set(Optional.ofNullable(is).orElse("")));
        question.setOnAction(event -> account.writeIn(draft));
        HBox.setHgrow(question, Priority.ALWAYS);
        CodePicker<Paragraph.Question.Type> type = new CodePicker<>(
                "question-type",
                Vocabulary.codes("question-type").stream()
                        .map(Paragraph.Question.Type::valueOf)
                        .toList(),
                code -> words.vocabulary("question-type", code.name()));
        type.setAccessibleText(area.text("account.questionType"));
        type.getStyleClass().add("basis-picker");
        type.valueProperty().bindBidirectional(draft.questionTypeProperty());
        getChildren()
                .addAll(
                        question,
                        type,
                        Glyphs.quiet("question-remove", Material2AL.CLOSE, area.text("account.questionRemove"), () -> {
                            draft.questionProperty().set(null);
                            account.writeIn(draft);
                        }));
    }
}
