package org.cairn.ui.bundles;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;

/// Opens a folder; and where that cannot be done, says why, and the place letter for letter, to be copied.
final class FolderButton {

    private final Button button;
    private final VBox otherwise;

    FolderButton(Words words, String id, FolderViewModel model) {
        Messages own = words.of("bundles");
        this.button = Glyphs.button(id, Material2AL.FOLDER_OPEN, own.text("folder.open"), model::open);
        button.setMinWidth(Button.USE_PREF_SIZE);
        Exact place = new Exact(
                own, id + "-place", own.text("folder.where"), model.folder().toString());
        this.otherwise = new VBox(8, new Notice(id + "-notice", model.toldProperty(), words.of("shell")), place);
        otherwise.visibleProperty().bind(model.toldProperty().isNotNull());
        otherwise.managedProperty().bind(otherwise.visibleProperty());
    }

    Button button() {
        return button;
    }

    /// Stands below the button; takes no room while there is nothing to say.
    VBox otherwise() {
        return otherwise;
    }
}
