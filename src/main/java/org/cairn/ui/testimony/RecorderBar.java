package org.cairn.ui.testimony;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.cairn.archive.RecordingTerms.Answer;
import org.cairn.audio.Level;
import org.cairn.audio.Microphone;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.sound.Clock;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// One line above the account: record, pause, with what, how loud, how long.
final class RecorderBar extends VBox {

    private static final double METER = 120;

    private final RecorderViewModel model;
    private final Messages own;
    private final Words words;

    RecorderBar(RecorderViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.own = words.of("sound");
        setId("recorder");
        getStyleClass().add("recorder");
        setSpacing(8);
        HBox row = new HBox(10, record(), pause(), elapsed(), meter(), remark(), Headed.room(), devices(), none());
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, conditions(), question(), conditional());
        model.look();
    }

    private Button record() {
        Button record = Glyphs.button(
                "recorder-record", Material2AL.FIBER_MANUAL_RECORD, own.text("recorder.start"), model::startOrStop);
        record.getStyleClass().add("record-button");
        record.setMinWidth(USE_PREF_SIZE);
        model.recordingProperty().subscribe(on -> {
            String name = own.text(on ? "recorder.stop" : "recorder.start");
            record.setText(name);
            record.setAccessibleText(name);
            record.setGraphic(Glyphs.of(on ? Material2MZ.STOP : Material2AL.FIBER_MANUAL_RECORD));
        });
        record.disableProperty()
                .bind(model.busyProperty()
                        .or(model.chosenProperty()
                                .isNull()
                                .and(model.recordingProperty().not())));
        return record;
    }

    private Button pause() {
        Button pause =
                Glyphs.quiet("recorder-pause", Material2MZ.PAUSE, own.text("recorder.pause"), model::pauseOrResume);
        model.pausedProperty().subscribe(paused -> {
            String name = own.text(paused ? "recorder.resume" : "recorder.pause");
            pause.setGraphic(Glyphs.of(paused ? Material2MZ.PLAY_ARROW : Material2MZ.PAUSE));
            pause.setTooltip(new Tooltip(name));
            pause.setAccessibleText(name);
        });
        shownWhileRecording(pause);
        return pause;
    }

    private Label elapsed() {
        Label elapsed = new Label();
        elapsed.setId("recorder-time");
        elapsed.getStyleClass().add("player-time");
        elapsed.setMinWidth(USE_PREF_SIZE);
        elapsed.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Clock.of(model.secondsProperty().get()), model.secondsProperty()));
        shownWhileRecording(elapsed);
        return elapsed;
    }

    /// A bar that grows with what an ear hears, with a line at the loudest; said in words every time it is asked.
    private Node meter() {
        Region loud = new Region();
        loud.getStyleClass().add("meter-level");
        Region peak = new Region();
        peak.getStyleClass().add("meter-peak");
        loud.setManaged(false);
        peak.setManaged(false);
        StackPane meter = new StackPane(loud, peak);
        meter.setId("recorder-level");
        meter.getStyleClass().add("meter");
        meter.setMinSize(METER, 10);
        meter.setPrefSize(METER, 10);
        meter.setMaxSize(METER, 10);
        meter.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        meter.setAccessibleRole(AccessibleRole.TEXT);
        model.levelProperty().subscribe(level -> {
            double width = part(level.rmsDecibels()) * METER;
            loud.resizeRelocate(0, 0, width, 10);
            peak.resizeRelocate(Math.max(0, part(level.peakDecibels()) * METER - 2), 0, 2, 10);
            meter.setAccessibleText(own.text("recorder.level", Math.round(level.rmsDecibels())));
        });
        shownWhileRecording(meter);
        return meter;
    }

    private static double part(double decibels) {
        return 1 - decibels / Level.QUIETEST_DECIBELS;
    }

    private Label remark() {
        Label remark = new Label();
        remark.setId("recorder-remark");
        remark.getStyleClass().add("quiet");
        remark.textProperty()
                .bind(Bindings.createStringBinding(
                        this::remarked,
                        model.levelProperty(),
                        model.pausedProperty(),
                        model.recordingProperty(),
                        model.secondsProperty()));
        return remark;
    }

    private String remarked() {
        if (!model.recordingProperty().get()) {
            return "";
        }
        if (model.pausedProperty().get()) {
            return own.text("recorder.paused");
        }
        Level level = model.levelProperty().get();
        if (level.clipping()) {
            return own.text("recorder.clipping");
        }
        boolean silent = level.peakDecibels() <= Level.QUIETEST_DECIBELS
                && model.secondsProperty().get() > 1;
        return silent ? own.text("recorder.silent") : "";
    }

    private Node devices() {
        ComboBox<@Nullable Microphone> picker = new ComboBox<>();
        picker.setId("recorder-device");
        picker.setAccessibleText(own.text("recorder.device"));
        picker.setTooltip(new Tooltip(own.text("recorder.device")));
        picker.setMaxWidth(220);
        model.devices().subscribe(() -> picker.getItems().setAll(model.devices()));
        picker.getItems().setAll(model.devices());
        picker.valueProperty().bindBidirectional(model.chosenProperty());
        picker.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Microphone device) {
                return device == null ? "" : device.name();
            }

            @Override
            public @Nullable Microphone fromString(String text) {
                return picker.getValue();
            }
        });
        picker.disableProperty().bind(model.recordingProperty());
        var some = Bindings.isNotEmpty(model.devices());
        picker.visibleProperty().bind(some);
        picker.managedProperty().bind(some);
        return picker;
    }

    /// Said in words, and no reason to stop anybody.
    private Node none() {
        Label none = Headed.quiet(own.text("recorder.none"));
        none.setId("recorder-none");
        none.setMinHeight(USE_PREF_SIZE);
        HBox row = new HBox(
                8,
                none,
                Glyphs.quiet("recorder-look", Material2MZ.REFRESH, own.text("recorder.lookAgain"), model::look));
        row.setAlignment(Pos.CENTER_LEFT);
        var nothing = model.lookedProperty().and(Bindings.isEmpty(model.devices()));
        row.visibleProperty().bind(nothing);
        row.managedProperty().bind(nothing);
        return row;
    }

    /// What the witness agreed on stands there before it begins, and as long as it goes on.
    private Node conditions() {
        Label said = Glyphs.label(Material2AL.INFO, "");
        said.setId("recorder-conditions");
        said.setWrapText(true);
        model.conditions()
                .subscribe(() -> said.setText(own.text(
                        "recorder.conditions",
                        model.conditions().stream()
                                .map(code -> words.vocabulary("consent-condition", code))
                                .collect(Collectors.joining(" · ")))));
        shownWhere(
                said,
                Bindings.isNotEmpty(model.conditions())
                        .and(model.askingProperty().or(model.busyProperty()).or(model.recordingProperty())));
        return said;
    }

    private Node conditional() {
        FlowPane answers = new FlowPane(
                8,
                6,
                Glyphs.primary(
                        "recorder-conditions-met",
                        own.text("recorder.conditions.met"),
                        () -> model.answer(Optional.of(Answer.NOT_ASKED))),
                Glyphs.button(
                        "recorder-conditions-not", own.text("recorder.ask.not"), () -> model.answer(Optional.empty())));
        shownWhere(answers, model.askingProperty().and(Bindings.isNotEmpty(model.conditions())));
        return answers;
    }

    private Node question() {
        Label ask = Glyphs.label(Material2AL.HELP_OUTLINE, own.text("recorder.ask"));
        ask.setId("recorder-ask");
        ask.setWrapText(true);
        FlowPane answers = new FlowPane(
                8,
                6,
                Glyphs.primary(
                        "recorder-ask-now",
                        own.text("recorder.ask.now"),
                        () -> model.answer(Optional.of(Answer.AGREES_NOW))),
                Glyphs.button(
                        "recorder-ask-without",
                        own.text("recorder.ask.without"),
                        () -> model.answer(Optional.of(Answer.WITHOUT))),
                Glyphs.button("recorder-ask-not", own.text("recorder.ask.not"), () -> model.answer(Optional.empty())));
        VBox box = new VBox(8, ask, answers);
        box.getStyleClass().add("recorder-question");
        shownWhere(box, model.askingProperty().and(Bindings.isEmpty(model.conditions())));
        return box;
    }

    private void shownWhileRecording(Node node) {
        shownWhere(node, model.recordingProperty());
    }

    private static void shownWhere(Node node, ObservableValue<Boolean> where) {
        node.visibleProperty().bind(where);
        node.managedProperty().bind(where);
    }
}
