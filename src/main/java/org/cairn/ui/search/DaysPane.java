package org.cairn.ui.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.FuzzyDate;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Words;

/// From when and until when, as people say it: "spring 2014", "last year"; beneath, how that was understood.
final class DaysPane extends VBox {

    private final Words words;
    private final Messages own;
    private final Messages dates;
    private final SearchViewModel model;
    private final TextField from;
    private final TextField to;
    private final Label understood = new Label();

    DaysPane(Words words, SearchViewModel model) {
        super(4);
        this.words = words;
        this.own = words.of("search");
        this.dates = words.of("dates");
        this.model = model;
        this.from = field("filter-from", "filter.from");
        this.to = field("filter-to", "filter.to");
        understood.setId("filter-days-understood");
        understood.getStyleClass().add("field-help");
        understood.setWrapText(true);
        HBox row = new HBox(6, from, new Label("–"), to);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, understood);
        show();
    }

    private TextField field(String id, String key) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(own.text(key));
        field.setAccessibleText(own.text(key));
        field.setPrefColumnCount(6);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnAction(event -> narrow());
        return field;
    }

    /// What narrows now.
    void show() {
        shown(from, model.fromProperty());
        shown(to, model.toProperty());
        told();
    }

    private static void shown(TextField field, ObjectProperty<Optional<FuzzyDate>> date) {
        field.setText(date.get().map(FuzzyDate::verbatim).orElse(""));
    }

    /// Narrows to the days typed, unless one of them is not understood: the search stays as it was and says so.
    private void narrow() {
        Optional<FuzzyDate> first = date(from);
        Optional<FuzzyDate> last = date(to);
        boolean wrong = first.isEmpty() && !from.getText().isBlank()
                || last.isEmpty() && !to.getText().isBlank();
        if (wrong) {
            understood.setText(dates.text("field.notUnderstood"));
            understood.getStyleClass().setAll("label", "field-help", "field-wrong");
            understood.setManaged(true);
            return;
        }
        model.fromProperty().set(first);
        model.toProperty().set(last);
        told();
        model.run();
    }

    private Optional<FuzzyDate> date(TextField field) {
        Said said = Said.in(words.locale().getLanguage(), field.getText()).on(Optional.of(LocalDate.now(words.zone())));
        return SpokenDates.understand(said);
    }

    /// What says itself, as a year does, needs no other words.
    private void told() {
        List<FuzzyDate> said = Stream.of(model.fromProperty(), model.toProperty())
                .flatMap(date -> date.get().stream())
                .filter(date -> !date.verbatim().equals(date.edtf()))
                .toList();
        understood.getStyleClass().setAll("label", "field-help");
        understood.setText(
                said.isEmpty()
                        ? ""
                        : dates.text(
                                "field.understood",
                                said.stream().map(words::understood).collect(Collectors.joining(" – "))));
        understood.setManaged(!said.isEmpty());
    }
}
