package org.cairn.ui.common;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.cairn.domain.FuzzyDate;

/// A date typed as people say it ("spring 2014", "about March 2010") and shown back as it was understood.
public final class FuzzyDateField extends VBox {

    private final TextField typed = new TextField();
    private final Label understood = new Label();
    private final ObjectProperty<Optional<FuzzyDate>> value = new SimpleObjectProperty<>(Optional.empty());
    private final Words words;

    public FuzzyDateField(String id, Words words) {
        this.words = words;
        getStyleClass().add("fuzzy-date");
        typed.setId(id);
        typed.setPromptText(words.of("shell").text("date.prompt"));
        understood.setId(id + "-understood");
        understood.getStyleClass().add("field-help");
        understood.setWrapText(true);
        getChildren().addAll(typed, understood);
        typed.textProperty().subscribe(this::understand);
        value.subscribe(this::adopt);
    }

    /// The date, empty while nothing is typed or nothing is understood.
    public ObjectProperty<Optional<FuzzyDate>> valueProperty() {
        return value;
    }

    /// The part that takes the typing.
    public TextField typing() {
        return typed;
    }

    /// Whether something is typed that nobody understands.
    public boolean misunderstood() {
        return !typed.getText().isBlank() && value.get().isEmpty();
    }

    private void understand(String text) {
        Optional<FuzzyDate> date = text.isBlank() ? Optional.empty() : FuzzyDate.tryParse(text);
        understood.getStyleClass().remove("field-wrong");
        if (text.isBlank()) {
            understood.setText("");
        } else if (date.isPresent()) {
            understood.setText(words.understood(date.get()));
        } else {
            understood.setText(words.of("shell").text("date.notUnderstood"));
            understood.getStyleClass().add("field-wrong");
        }
        understood.setManaged(!text.isBlank());
        value.set(date);
    }

    private void adopt(Optional<FuzzyDate> date) {
        String text = date.map(FuzzyDate::verbatim).orElse(null);
        if (text != null && !text.equals(typed.getText().strip())) {
            typed.setText(text);
        }
    }
}
