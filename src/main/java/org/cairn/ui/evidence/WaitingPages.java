package org.cairn.ui.evidence;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cairn.archive.RecognitionStatus;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.ErrorMessages;
import org.cairn.ui.common.Glyphs;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// One quiet line above the list: how many pages wait to be recognised, and a way to hold that up or let it go on.
final class WaitingPages extends HBox {

    private final Desk desk;
    private final Messages own;

    WaitingPages(Desk desk) {
        super(10);
        this.desk = desk;
        this.own = desk.words().of("evidence");
        setId("waiting-pages");
        setAlignment(Pos.CENTER_LEFT);
        hide();
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
    }

    /// Looks how it stands.
    void refresh() {
        desk.tasks().fetch(() -> desk.archive().recognition().status(), this::show, ErrorMessages::note);
    }

    private void show(RecognitionStatus status) {
        getChildren().clear();
        if (status.waiting() == 0) {
            hide();
            return;
        }
        setVisible(true);
        setManaged(true);
        Label said = Glyphs.label(Material2AL.FIND_IN_PAGE, said(status));
        said.setId("waiting-pages-said");
        said.setWrapText(true);
        said.setMinWidth(0);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        getChildren().add(said);
        if (status.engine().isEmpty() || !desk.archive().evidence().mayDescribe()) {
            return;
        }
        Button button = status.paused()
                ? Glyphs.button("ocr-resume", Material2MZ.PLAY_ARROW, own.text("ocr.resume"), () -> pause(false))
                : Glyphs.button("ocr-pause", Material2MZ.PAUSE, own.text("ocr.pause"), () -> pause(true));
        button.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(button);
    }

    private String said(RecognitionStatus status) {
        if (status.engine().isEmpty()) {
            return own.text("ocr.waiting", status.waiting()) + " " + own.text("ocr.notInstalled") + " "
                    + own.text("ocr.install");
        }
        return own.text(status.paused() ? "ocr.waitingPaused" : "ocr.waiting", status.waiting());
    }

    private void pause(boolean paused) {
        desk.tasks()
                .run(
                        () -> {
                            if (paused) {
                                desk.archive().recognition().pause();
                            } else {
                                desk.archive().recognition().resume();
                            }
                        },
                        this::refresh,
                        ErrorMessages::note);
    }
}
