package org.cairn.ui.testimony;

import java.util.function.BiFunction;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;
import org.cairn.ui.common.Words;
import org.cairn.ui.questions.FormView;
import org.cairn.ui.questions.FormViewModel;

/// Forms that the organisation added, one below the other; nothing where there are none.
final class QuestionCards extends VBox {

    private final String id;
    private final QuestionsViewModel model;
    private final Words words;
    private final BiFunction<String, FormView, VBox> framed;

    /// @param id what the ids of its fields begin with
    /// @param framed puts the title of a form above it
    QuestionCards(String id, QuestionsViewModel model, Words words, BiFunction<String, FormView, VBox> framed) {
        super(16);
        this.id = id;
        this.model = model;
        this.words = words;
        this.framed = framed;
        model.asked().addListener((ListChangeListener<FormViewModel>) change -> draw());
        draw();
    }

    private void draw() {
        getChildren().clear();
        for (int i = 0; i < model.asked().size(); i++) {
            FormViewModel form = model.asked().get(i);
            String title = form.form().titleFor(words.locale().toLanguageTag());
            getChildren().add(framed.apply(title, new FormView(id + "-" + (i + 1), form, words)));
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }
}
