package org.cairn.ui.testimony;

import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.cairn.domain.Labels;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Headed;
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
            VBox card = framed.apply(title, new FormView(id + "-" + (i + 1), form, words));
            if (!form.taken().isEmpty()) {
                Label taken = Headed.quiet(taken(form));
                taken.setId(id + "-" + (i + 1) + "-taken");
                taken.setMinHeight(USE_PREF_SIZE);
                card.getChildren().add(card.getChildren().size() - 1, taken);
            }
            getChildren().add(card);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    /// Where an imported submission's answers stand that are not among the questions below.
    private String taken(FormViewModel form) {
        String language = words.locale().toLanguageTag();
        String each = form.taken().stream()
                .map(mapped -> words.of("questions")
                        .text(
                                "taken.one",
                                Direction.isolate(called(form, mapped.question(), language)),
                                words.of("exchange").text("mapped." + mapped.to())))
                .collect(Collectors.joining(words.of("questions").text("taken.between")));
        return words.of("questions").text("taken.line", each);
    }

    private static String called(FormViewModel form, String question, String language) {
        return form.form().everyField().stream()
                .filter(field -> field.name().equals(question))
                .findFirst()
                .flatMap(field -> Labels.read(
                        field.label(), language, form.form().language().tag()))
                .orElse(question);
    }
}
