package org.cairn.ui.common;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The same thing shown in one of several ways, such as a table and the text that was read of it; each made when it is
/// first asked for.
public final class Ways extends BorderPane {

    private final ToggleGroup choice = new ToggleGroup();
    private final HBox row = new HBox(16);

    /// One of them.
    public record Way(String id, String name, Supplier<? extends Node> shown) {}

    /// @param first which of them is shown first, from 0
    public Ways(List<Way> ways, int first) {
        getStyleClass().add("two-ways");
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("ways-row");
        ways.forEach(way -> row.getChildren().add(button(way)));
        setTop(row);
        choice.selectToggle(choice.getToggles().get(first));
    }

    private RadioButton button(Way way) {
        RadioButton button = new RadioButton(way.name());
        button.setId(way.id());
        button.setToggleGroup(choice);
        @Nullable Node[] made = new Node[1];
        button.selectedProperty().subscribe((from, to) -> {
            if (to) {
                Node node = made[0] == null ? way.shown().get() : made[0];
                made[0] = node;
                setCenter(node);
            }
        });
        return button;
    }
}
