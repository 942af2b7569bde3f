package org.cairn.ui.settings;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Told;

/// What the archive's owner decided for everybody; others see it and cannot change it.
final class PolicyCard extends VBox {

    private final Desk desk;
    private final CheckBox searches;
    private final Label fault = Headed.quiet("");

    PolicyCard(Desk desk) {
        super(8);
        this.desk = desk;
        Messages area = desk.words().of("shell");
        setId("settings-policies");
        searches = new CheckBox(area.text("settings.searchesInLedger"));
        searches.setId("policy-searches");
        searches.setWrapText(true);
        searches.setDisable(!desk.archive().policies().mayChange());
        searches.setOnAction(event -> change());
        Label help = Headed.quiet(area.text("settings.searchesInLedger.help"));
        help.setWrapText(true);
        fault.setWrapText(true);
        fault.visibleProperty().bind(fault.textProperty().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        getChildren()
                .addAll(
                        searches,
                        help,
                        fault,
                        Glyphs.button(
                                "policy-log",
                                area.text("settings.searchesInLedger.read"),
                                () -> desk.go(Place.of("custody", "searches"))));
    }

    /// Looks how it stands.
    void look() {
        desk.tasks().fetch(() -> desk.archive().policies().searchesInLedger(), searches::setSelected, this::fail);
    }

    private void change() {
        boolean on = searches.isSelected();
        desk.tasks()
                .fetch(
                        () -> {
                            desk.archive().policies().putSearchesInLedger(on);
                            return on;
                        },
                        done -> look(),
                        this::fail);
    }

    private void fail(Throwable failure) {
        Told told = desk.errors().tell(failure);
        fault.setText(told.what() + " " + told.advice());
    }
}
