package org.cairn.ui.sound;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The player: waveform, play and pause, five seconds back and on, speed. Everything by keys too, also while typing.
public final class PlayerView extends VBox {

    private static final List<Double> SPEEDS = List.of(0.5, 0.75, 1.0, 1.25, 1.5, 2.0);

    private final PlayerViewModel model;
    private final Messages own;
    private final WaveformView waveform;
    private final ComboBox<@Nullable Double> speed = new ComboBox<>();

    public PlayerView(PlayerViewModel model, Words words) {
        this.model = model;
        this.own = words.of("sound");
        this.waveform = new WaveformView(model, own);
        setId("player");
        getStyleClass().add("player");
        Label trouble = Headed.quiet("");
        trouble.setId("player-trouble");
        trouble.textProperty()
                .bind(model.troubleProperty().map(code -> code.isEmpty() ? "" : own.text("trouble." + code)));
        trouble.managedProperty().bind(model.troubleProperty().isNotEmpty());
        trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        getChildren().addAll(waveform, controls(), trouble);
    }

    /// The seconds that are marked on the waveform.
    public ObservableList<Integer> marks() {
        return waveform.marks();
    }

    /// Hears the player's keys wherever one is within a node: Ctrl+Space plays and pauses, Ctrl+Left and Ctrl+Right go
    /// five seconds, Ctrl+Up and Ctrl+Down change the speed.
    public void hearKeysIn(Node around) {
        around.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (hears(event)) {
                event.consume();
            }
        });
    }

    private HBox controls() {
        Button play = Glyphs.quiet("player-play", Material2MZ.PLAY_ARROW, own.text("player.play"), model::playOrPause);
        model.playingProperty().subscribe(playing -> {
            String name = own.text(playing ? "player.pause" : "player.play");
            play.setGraphic(Glyphs.of(playing ? Material2MZ.PAUSE : Material2MZ.PLAY_ARROW));
            play.setTooltip(new Tooltip(name));
            play.setAccessibleText(name);
        });
        Button back = Glyphs.quiet("player-back", Material2MZ.REPLAY_5, own.text("player.back"), model::back);
        Button on = Glyphs.quiet("player-on", Material2AL.FORWARD_5, own.text("player.on"), model::on);
        List.of(play, back, on)
                .forEach(button ->
                        button.disableProperty().bind(model.readyProperty().not()));
        Label time = new Label();
        time.setId("player-time");
        time.getStyleClass().add("player-time");
        time.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Clock.of(model.positionProperty().get()) + " / "
                                + Clock.of(model.secondsProperty().get()),
                        model.positionProperty(),
                        model.secondsProperty()));
        HBox row = new HBox(6, play, back, on, time, Headed.room(), speed());
        row.setAlignment(Pos.CENTER_LEFT);
        row.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        row.getStyleClass().add("player-controls");
        return row;
    }

    private Node speed() {
        speed.setId("player-speed");
        speed.getItems().setAll(SPEEDS);
        speed.setValue(model.speedProperty().get());
        speed.setAccessibleText(own.text("player.speed"));
        speed.setTooltip(new Tooltip(own.text("player.speed")));
        speed.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Double factor) {
                return factor == null ? "" : own.text("player.times", factor);
            }

            @Override
            public Double fromString(String text) {
                return 1.0;
            }
        });
        speed.valueProperty().subscribe(factor -> {
            if (factor != null) {
                model.speedProperty().set(factor);
            }
        });
        return speed;
    }

    /// Does what a key means to the player.
    ///
    /// @return whether it means anything to it
    public boolean hears(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return false;
        }
        @Nullable
        Runnable meant = switch (event.getCode()) {
            case SPACE -> model::playOrPause;
            case LEFT -> model::back;
            case RIGHT -> model::on;
            case UP -> () -> faster(1);
            case DOWN -> () -> faster(-1);
            default -> null;
        };
        if (meant != null) {
            meant.run();
        }
        return meant != null;
    }

    private void faster(int by) {
        int at = SPEEDS.indexOf(model.speedProperty().get()) + by;
        if (at >= 0 && at < SPEEDS.size()) {
            speed.setValue(SPEEDS.get(at));
        }
    }
}
