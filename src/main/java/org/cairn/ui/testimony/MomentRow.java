package org.cairn.ui.testimony;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Flowing;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// A moment that is noted with one click, and taken away again.
final class MomentRow extends VBox {

    MomentRow(String id, String name, ObjectProperty<Optional<Instant>> moment, Clock clock, Words words) {
        super(4);
        Messages area = words.of("testimony");
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        Label shown = new Label();
        shown.setId(id);
        Button now = Glyphs.button(
                id + "-now",
                Material2MZ.SCHEDULE,
                area.text("moment.now"),
                () -> moment.set(Optional.of(clock.instant())));
        now.setAccessibleText(name + ": " + area.text("moment.now"));
        Button clear = Glyphs.quiet(
                id + "-clear", Material2AL.CLOSE, area.text("remove", name), () -> moment.set(Optional.empty()));
        moment.subscribe(at -> {
            shown.setText(at.map(words::moment).orElse(area.text("moment.none")));
            clear.setVisible(at.isPresent());
        });
        Flowing row = new Flowing(10, shown, now, clear);
        getChildren().addAll(label, row);
    }
}
