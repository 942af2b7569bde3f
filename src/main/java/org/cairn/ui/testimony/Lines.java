package org.cairn.ui.testimony;

import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.kordamp.ikonli.material2.Material2AL;

/// What was added to a list so far, a line each, with the way to take it away again.
final class Lines<T> extends VBox {

    private final ObservableList<T> entries;
    private final Function<? super T, String> said;
    private final Messages area;

    Lines(ObservableList<T> entries, Function<? super T, String> said, Messages area) {
        super(6);
        this.entries = entries;
        this.said = said;
        this.area = area;
        entries.addListener((ListChangeListener<T>) change -> draw());
        draw();
    }

    private void draw() {
        getChildren().setAll(entries.stream().map(this::line).toList());
        setManaged(!entries.isEmpty());
    }

    private HBox line(T entry) {
        String text = said.apply(entry);
        Label label = new Label(text);
        label.setWrapText(true);
        HBox row = new HBox(
                8,
                label,
                Glyphs.quiet("remove-line", Material2AL.CLOSE, area.text("remove", text), () -> entries.remove(entry)));
        row.getStyleClass().add("line-row");
        return row;
    }
}
