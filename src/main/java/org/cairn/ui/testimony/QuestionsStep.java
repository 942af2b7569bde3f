package org.cairn.ui.testimony;

import javafx.scene.layout.VBox;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.questions.FormView;

/// The questions that the organisation added to every statement, form by form.
final class QuestionsStep extends VBox {

    QuestionsStep(QuestionsViewModel model, Words words) {
        getStyleClass().add("step");
        getChildren()
                .addAll(
                        Headed.heading(words.of("testimony").text("step.questions")),
                        Headed.quiet(words.of("questions").text("step.line")),
                        new QuestionCards("questions", model, words, QuestionsStep::card));
    }

    private static VBox card(String title, FormView form) {
        return Headed.card(title, form);
    }
}
