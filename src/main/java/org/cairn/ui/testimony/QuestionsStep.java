package org.cairn.ui.testimony;

import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.questions.FormView;
import org.cairn.ui.questions.FormViewModel;

/// The questions that the organisation added to every statement, form by form.
final class QuestionsStep extends VBox {

    private final QuestionsViewModel model;
    private final Words words;
    private final VBox forms = new VBox(16);

    QuestionsStep(QuestionsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("step");
        getChildren()
                .addAll(
                        Headed.heading(words.of("testimony").text("step.questions")),
                        Headed.quiet(words.of("questions").text("step.line")),
                        forms);
        model.asked().addListener((ListChangeListener<FormViewModel>) change -> draw());
        draw();
    }

    private void draw() {
        forms.getChildren().clear();
        for (int i = 0; i < model.asked().size(); i++) {
            FormViewModel form = model.asked().get(i);
            String title = form.form().titleFor(words.locale().toLanguageTag());
            forms.getChildren().add(Headed.card(title, new FormView("questions-" + (i + 1), form, words)));
        }
    }
}
