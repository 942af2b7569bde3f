package org.cairn.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.effect.GaussianBlur;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.kordamp.ikonli.material2.Material2MZ;

/// Something that stays unrecognisable until somebody asks to see it: graphic pictures.
public final class Veil extends StackPane {

    private static final double UNRECOGNISABLE = 60;

    private final Node content;
    private final VBox cover;

    public Veil(String id, Node content, Messages shell) {
        this.content = content;
        setId(id);
        getStyleClass().add("veil");
        Label why = new Label(shell.text("veil.why"));
        why.setWrapText(true);
        Button show = Glyphs.button(id + "-show", Material2MZ.VISIBILITY, shell.text("veil.show"), this::lift);
        cover = new VBox(12, why, show);
        cover.getStyleClass().add("veil-cover");
        getChildren().addAll(content, cover);
        lower();
    }

    /// Hides it again.
    public void lower() {
        content.setEffect(new GaussianBlur(UNRECOGNISABLE));
        content.setMouseTransparent(true);
        content.setDisable(true); // nor can a recording in it be started by a key
        cover.setVisible(true);
    }

    private void lift() {
        content.setEffect(null);
        content.setMouseTransparent(false);
        content.setDisable(false);
        cover.setVisible(false);
    }
}
