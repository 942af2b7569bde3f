package org.cairn.ui.common;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.cairn.domain.DateCalendar;
import org.cairn.i18n.Messages;
import org.kordamp.ikonli.material2.Material2AL;

/// The calendar that a date is meant in: an icon alone until another than ours is chosen, then its name beside it.
final class CalendarChoice extends MenuButton {

    private final ObjectProperty<Optional<DateCalendar>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ToggleGroup group = new ToggleGroup();

    CalendarChoice(String id, Words words) {
        Messages own = words.of("dates");
        setId(id);
        setGraphic(Glyphs.of(Material2AL.CALENDAR_TODAY));
        getStyleClass().addAll("button-icon", "flat", "calendar-choice");
        setTooltip(new Tooltip(own.text("field.calendarHelp")));
        setAccessibleHelp(own.text("field.calendarHelp"));
        setMinWidth(USE_PREF_SIZE);
        Stream.concat(
                        Stream.of(Optional.<DateCalendar>empty()),
                        Arrays.stream(DateCalendar.values()).map(Optional::of))
                .map(calendar -> item(calendar, words.dates().calendar(calendar)))
                .forEach(getItems()::add);
        chosen.subscribe(calendar -> show(own, words.dates().calendar(calendar)));
    }

    ObjectProperty<Optional<DateCalendar>> chosenProperty() {
        return chosen;
    }

    private RadioMenuItem item(Optional<DateCalendar> calendar, String name) {
        RadioMenuItem item = new RadioMenuItem(name);
        item.setToggleGroup(group);
        item.setUserData(calendar);
        item.setOnAction(event -> chosen.set(calendar));
        return item;
    }

    private void show(Messages own, String name) {
        setText(chosen.get().isPresent() ? name : "");
        getStyleClass().remove("button-icon");
        if (chosen.get().isEmpty()) {
            getStyleClass().add("button-icon");
        }
        setAccessibleText(own.text("field.calendarIs", name));
        group.getToggles().stream()
                .filter(toggle -> chosen.get().equals(toggle.getUserData()))
                .forEach(group::selectToggle);
    }
}
