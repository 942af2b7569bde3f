package org.cairn.ui.testimony;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.sound.Clock;
import org.cairn.ui.sound.PlayerView;
import org.cairn.ui.sound.PlayerViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/// The recordings of a statement that is read: one of them is heard above the text, from where a paragraph begins.
///
/// Takes no room where none were made.
final class HeardStatement extends VBox {

    private final Desk desk;
    private final Testimony statement;
    private final Messages own;
    private final FlowPane all = new FlowPane(8, 6);
    private final VBox place = new VBox();
    private @Nullable PlayerViewModel model;
    private @Nullable PlayerView view;

    HeardStatement(Reference reference, Testimony statement, Desk desk) {
        this.desk = desk;
        this.statement = statement;
        this.own = desk.words().of("sound");
        setId("read-recordings");
        setSpacing(8);
        setManaged(false);
        setVisible(false);
        all.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(all, place);
        desk.tasks()
                .fetch(
                        () -> desk.archive().recordings().of(statement.witness(), reference),
                        this::offer,
                        failure -> {});
        // whoever leaves the statement hears no more of it
        sceneProperty().subscribe((was, is) -> {
            if (is == null) {
                stop();
            }
        });
    }

    private void offer(List<Revision> recordings) {
        if (recordings.isEmpty()) {
            return;
        }
        all.getChildren().setAll(Headed.quiet(own.text("statement.recordings")));
        for (Revision recording : recordings) {
            Reference reference = recording.reference();
            all.getChildren()
                    .add(Glyphs.button(
                            "hear-" + reference,
                            Material2MZ.PLAY_ARROW,
                            reference.toString(),
                            () -> hear(reference, 0)));
        }
        setManaged(true);
        setVisible(true);
    }

    /// What plays a recording from a second.
    Node button(int number, Reference recording, int second) {
        var button = Glyphs.button(
                "moment-" + number, Material2MZ.PLAY_ARROW, Clock.of(second), () -> hear(recording, second));
        button.setAccessibleText(own.text("paragraph.at", own.text("transcript.playFrom"), Clock.of(second)));
        button.getStyleClass().addAll("flat", "small", "moment");
        return button;
    }

    private void hear(Reference recording, int second) {
        PlayerViewModel open = model;
        if (open == null || !open.recording().equals(recording)) {
            stop();
            open = new PlayerViewModel(desk, recording);
            PlayerView shown = new PlayerView(open, desk.words());
            shown.marks().setAll(seconds(recording));
            place.getChildren().setAll(shown);
            setManaged(true);
            setVisible(true);
            model = open;
            view = shown;
        }
        open.playFrom(second);
    }

    private List<Integer> seconds(Reference recording) {
        return statement.paragraphs().stream()
                .filter(paragraph -> paragraph.recording().equals(Optional.of(recording)))
                .map(Paragraph::second)
                .flatMap(Optional::stream)
                .toList();
    }

    /// Hears the player's keys wherever one is in the statement.
    void hearKeysIn(Node around) {
        around.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            PlayerView shown = view;
            if (shown != null && shown.hears(event)) {
                event.consume();
            }
        });
    }

    private void stop() {
        PlayerViewModel open = model;
        if (open != null) {
            open.close();
        }
        model = null;
        view = null;
        place.getChildren().clear();
    }
}
