package org.cairn.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.kordamp.ikonli.material2.Material2AL;

/// Files and folders dropped anywhere on the window; while they hover, it says what will happen.
final class DroppedFiles {

    private DroppedFiles() {}

    /// @param window where files may be dropped
    /// @param dropped takes them
    /// @return what is to lie over the window's middle, seen only while files hover
    static Node welcome(Node window, Messages words, Consumer<List<Path>> dropped) {
        Label what = Glyphs.label(Material2AL.ARCHIVE, words.text("drop.here"), "drop-words");
        VBox curtain = new VBox(what);
        curtain.setId("drop-curtain");
        curtain.getStyleClass().add("drop-curtain");
        curtain.setMouseTransparent(true);
        curtain.setVisible(false);
        window.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                curtain.setVisible(true);
                event.consume();
            }
        });
        window.setOnDragExited(event -> curtain.setVisible(false));
        window.setOnDragDropped(event -> accept(event, dropped));
        return curtain;
    }

    private static void accept(DragEvent event, Consumer<List<Path>> dropped) {
        boolean any = event.getDragboard().hasFiles();
        if (any) {
            dropped.accept(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(any);
        event.consume();
    }
}
