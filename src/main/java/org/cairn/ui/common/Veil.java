package org.cairn.ui.common;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.effect.GaussianBlur;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.kordamp.ikonli.material2.Material2MZ;

/// Something that stays unrecognisable, and cannot be heard or moved, until somebody asks for it: graphic material.
public final class Veil extends StackPane {

    private static final double UNRECOGNISABLE = 60;

    private final Node content;
    private final VBox cover;

    public Veil(String id, Node content, Messages shell) {
        this(id, content, shell, new SimpleBooleanProperty(false));
    }

    /// @param asked whether somebody has asked to see it, also before: shown anew, it need not be asked for again
    public Veil(String id, Node content, Messages shell, BooleanProperty asked) {
        this.content = content;
        setId(id);
        getStyleClass().add("veil");
        Label why = new Label(shell.text("veil.why"));
        why.setWrapText(true);
        Button show =
                Glyphs.button(id + "-show", Material2MZ.VISIBILITY, shell.text("veil.show"), () -> asked.set(true));
        cover = new VBox(12, why, show);
        cover.getStyleClass().add("veil-cover");
        getChildren().addAll(content, cover);
        asked.subscribe(this::show);
    }

    private void show(boolean asked) {
        content.setEffect(asked ? null : new GaussianBlur(UNRECOGNISABLE));
        content.setMouseTransparent(!asked);
        content.setDisable(!asked); // nor can a recording in it be started by a key
        cover.setVisible(!asked);
    }
}
