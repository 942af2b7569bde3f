package org.cairn.ui.common;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.DateCalendar;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.i18n.Messages;

/// A date typed as people say it ("spring 2014", "about March 2010") and shown back as it was understood.
///
/// Beside it, quiet until it is wanted, is the calendar that is meant where the words name none.
public final class FuzzyDateField extends VBox {

    private final TextField typed = new TextField();
    private final Label understood = new Label();
    private final ChoiceBox<Optional<DateCalendar>> calendar = new ChoiceBox<>();
    private final HBox line = new HBox(typed, calendar);
    private final ObjectProperty<Optional<FuzzyDate>> value = new SimpleObjectProperty<>(Optional.empty());
    private final Words words;
    private final Messages own;
    private String language;
    private Optional<LocalDate> saidOn = Optional.empty();

    public FuzzyDateField(String id, Words words) {
        this.words = words;
        this.own = words.of("dates");
        this.language = words.locale().getLanguage();
        getStyleClass().add("fuzzy-date");
        typed.setId(id);
        typed.setPromptText(own.text("field.prompt"));
        HBox.setHgrow(typed, Priority.ALWAYS);
        understood.setId(id + "-understood");
        understood.getStyleClass().add("field-help");
        understood.setWrapText(true);
        understood.setManaged(false);
        chooser(id);
        getChildren().addAll(line, understood);
        typed.textProperty().subscribe(this::understand);
        calendar.valueProperty().subscribe(() -> understand(typed.getText()));
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

    /// The language in which the words were said is tried before that of the screen.
    public void saidIn(Optional<LanguageTag> spoken) {
        language = spoken.map(LanguageTag::primary).orElse(words.locale().getLanguage());
        understand(typed.getText());
    }

    /// The day on which the words were said: only then "last spring" is understood.
    public void saidOn(Optional<LocalDate> day) {
        saidOn = day;
        understand(typed.getText());
    }

    /// Without a choice of calendar, where only the words are kept: a calendar that they name is understood.
    public FuzzyDateField wordsAlone() {
        line.getChildren().remove(calendar);
        return this;
    }

    private void chooser(String id) {
        List<Optional<DateCalendar>> all = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(DateCalendar.values()).map(Optional::of).forEach(all::add);
        calendar.setId(id + "-calendar");
        calendar.getStyleClass().add("quiet-choice");
        calendar.getItems().setAll(all);
        calendar.setValue(Optional.empty());
        calendar.setAccessibleText(own.text("field.calendar"));
        calendar.setAccessibleHelp(own.text("field.calendarHelp"));
        calendar.setTooltip(new Tooltip(own.text("field.calendarHelp")));
        calendar.setMinWidth(USE_PREF_SIZE);
        calendar.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<DateCalendar> one) {
                return words.dates().calendar(one == null ? Optional.empty() : one);
            }

            @Override
            public Optional<DateCalendar> fromString(String name) {
                return Optional.empty();
            }
        });
    }

    private void understand(String text) {
        Said said = Said.in(language, text).on(saidOn).meant(calendar.getValue());
        Optional<FuzzyDate> date = kept(text).or(() -> SpokenDates.understand(said));
        understood.getStyleClass().remove("field-wrong");
        if (text.isBlank()) {
            understood.setText("");
        } else if (date.isPresent()) {
            understood.setText(own.text("field.understood", words.understood(date.get())));
        } else {
            understood.setText(own.text("field.notUnderstood"));
            understood.getStyleClass().add("field-wrong");
        }
        understood.setManaged(!text.isBlank());
        value.set(date);
    }

    /// What was kept before is not understood anew while nobody changes the words: it may say more than they do.
    private Optional<FuzzyDate> kept(String text) {
        return adopting ? value.get().filter(date -> date.verbatim().equals(text.strip())) : Optional.empty();
    }

    private boolean adopting;

    private void adopt(Optional<FuzzyDate> date) {
        String text = date.map(FuzzyDate::verbatim).orElse(null);
        if (text != null && !text.equals(typed.getText().strip())) {
            adopting = true;
            date.get().calendar().ifPresent(one -> calendar.setValue(Optional.of(one)));
            typed.setText(text);
            adopting = false;
        }
    }
}
