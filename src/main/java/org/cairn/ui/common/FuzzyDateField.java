package org.cairn.ui.common;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.i18n.Messages;

/// A date typed as people say it ("spring 2014", "about March 2010") and shown back as it was understood.
///
/// Beside it, quiet until it is wanted, is the calendar that is meant where the words name none.
public final class FuzzyDateField extends VBox {

    /// Nobody's date has more characters: what is longer was not meant to be one, and is not kept as one.
    private static final int LONGEST = 200;

    private final TextField typed = new TextField();
    private final Label understood = new Label();
    private final CalendarChoice calendar;
    private final HBox line;
    private final ObjectProperty<Optional<FuzzyDate>> value = new SimpleObjectProperty<>(Optional.empty());
    private final Words words;
    private final Messages own;
    private String language;
    private Optional<LocalDate> saidOn;
    private boolean keepsWords;
    private boolean misunderstood;
    private boolean adopting;

    public FuzzyDateField(String id, Words words) {
        this.words = words;
        this.own = words.of("dates");
        this.language = words.locale().getLanguage();
        this.saidOn = Optional.of(LocalDate.now(words.zone()));
        this.calendar = new CalendarChoice(id + "-calendar", words);
        this.line = new HBox(4, typed, calendar);
        getStyleClass().add("fuzzy-date");
        typed.setId(id);
        typed.setPromptText(own.text("field.prompt"));
        HBox.setHgrow(typed, Priority.ALWAYS);
        understood.setId(id + "-understood");
        understood.getStyleClass().add("field-help");
        understood.setWrapText(true);
        getChildren().addAll(line, understood);
        typed.textProperty().subscribe(this::understand);
        calendar.chosenProperty().subscribe(() -> {
            if (!adopting) {
                understand(typed.getText());
            }
        });
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
        return misunderstood;
    }

    /// Words that are not understood are kept too, as a date that can be any day, for whoever comes to understand them.
    public FuzzyDateField keepingWords() {
        keepsWords = true;
        return this;
    }

    /// The language in which the words were said is tried before that of the screen.
    public void saidIn(Optional<LanguageTag> spoken) {
        language = spoken.map(LanguageTag::primary).orElse(words.locale().getLanguage());
        understand(typed.getText());
    }

    /// The day on which the words were said, from which "last spring" is reckoned: today unless another is named. Where
    /// nobody knows it, that is not understood.
    public void saidOn(Optional<LocalDate> day) {
        saidOn = day;
        understand(typed.getText());
    }

    /// Without a choice of calendar, where only the words are kept: a calendar that they name is understood.
    public FuzzyDateField wordsAlone() {
        line.getChildren().remove(calendar);
        return this;
    }

    private void understand(String text) {
        Said said = Said.in(language, text)
                .on(saidOn)
                .meant(calendar.chosenProperty().get());
        Optional<FuzzyDate> date = kept(text).or(() -> SpokenDates.understand(said));
        misunderstood =
                !text.isBlank() && date.filter(FuzzyDateField::saysSomething).isEmpty();
        understood.getStyleClass().remove("field-wrong");
        if (text.isBlank()) {
            understood.setText("");
        } else if (!misunderstood) {
            understood.setText(
                    own.text("field.understood", date.map(words::understood).orElse("")));
        } else {
            boolean kept = asTyped(text).isPresent();
            understood.setText(own.text(
                    kept ? "field.wordsKept" : keepsWords ? "field.wordsTooLong" : "field.notUnderstood", LONGEST));
            if (!kept) {
                understood.getStyleClass().add("field-wrong");
            }
        }
        understood.setManaged(!text.isBlank());
        value.set(misunderstood ? asTyped(text) : date);
    }

    private static boolean saysSomething(FuzzyDate date) {
        return date.earliest().isPresent() || date.latest().isPresent();
    }

    private Optional<FuzzyDate> asTyped(String text) {
        return keepsWords && text.strip().length() <= LONGEST
                ? FuzzyDate.ofEdtf(text.strip(), "../..")
                : Optional.empty();
    }

    /// What was kept before is not understood anew while nobody changes the words: it may say more than they do.
    private Optional<FuzzyDate> kept(String text) {
        return adopting ? value.get().filter(date -> date.verbatim().equals(text.strip())) : Optional.empty();
    }

    private void adopt(Optional<FuzzyDate> date) {
        String text = date.map(FuzzyDate::verbatim).orElse(null);
        if (text != null && !text.equals(typed.getText().strip())) {
            adopting = true;
            calendar.chosenProperty().set(date.flatMap(FuzzyDate::calendar));
            typed.setText(text);
            adopting = false;
        }
    }
}
