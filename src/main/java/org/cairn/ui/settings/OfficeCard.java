package org.cairn.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.cairn.archive.Renditions.Office;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Told;
import org.kordamp.ikonli.material2.Material2MZ;

/// Whether office documents can be shown as pages on this computer, and by which program.
final class OfficeCard extends VBox {

    private final Desk desk;
    private final Messages area;

    OfficeCard(Desk desk) {
        super(10);
        this.desk = desk;
        this.area = desk.words().of("evidence");
        setId("settings-office");
    }

    /// Looks how it stands.
    void look() {
        desk.tasks().fetch(() -> desk.archive().renditions().status(), this::show, this::fail);
    }

    private void show(Optional<Office> office) {
        List<Node> lines = new ArrayList<>();
        if (office.isEmpty()) {
            lines.add(Headed.quiet(area.text("office.notInstalled")));
            lines.add(Headed.quiet(area.text("office.install")));
        } else {
            Office found = office.get();
            lines.add(Headed.quiet(
                    area.text("office.installed", Direction.isolate(found.name()), Direction.isolate(found.place()))));
            lines.add(Headed.quiet(area.text(found.withoutNetwork() ? "office.apart" : "office.apartMostly")));
        }
        lines.add(Glyphs.button("settings-office-again", Material2MZ.REFRESH, area.text("ocr.lookAgain"), this::again));
        getChildren().setAll(lines);
    }

    private void again() {
        desk.archive().renditions().lookAgain();
        look();
    }

    private void fail(Throwable failure) {
        Told told = desk.errors().tell(failure);
        getChildren().setAll(Headed.quiet(told.what()), Headed.quiet(told.advice()));
    }
}
