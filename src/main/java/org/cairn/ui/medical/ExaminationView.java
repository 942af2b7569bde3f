package org.cairn.ui.medical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.archive.Kept;
import org.cairn.domain.FormRecord;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/// Writing a medical record: the steps at the side, in any order; the step in the middle; what is missing below.
final class ExaminationView extends BorderPane {

    private static final List<String> STEPS =
            List.of("case", "history", "body", "mind", "tests", "inside", "special", "judgement", "print");
    /// Which step mends what is missing.
    private static final Map<String, String> MENDED_AT = Map.ofEntries(
            Map.entry("ALLEGATIONS", "history"),
            Map.entry("INTERPRETATION", "judgement"),
            Map.entry("CONCLUSIONS", "judgement"),
            Map.entry("overall", "judgement"),
            Map.entry("signature", "judgement"),
            Map.entry("consistency", "body"),
            Map.entry("marks", "body"),
            Map.entry("agenesis", "inside"),
            Map.entry("notTested", "tests"));

    private final ExaminationViewModel model;
    private final Desk desk;
    private final Messages area;
    private final StackPane middle = new StackPane();
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private @Nullable ReportPages pages;
    private String current = "body";

    ExaminationView(ExaminationViewModel model, Desk desk, Runnable leave, Consumer<Kept> kept) {
        this.model = model;
        this.desk = desk;
        this.area = desk.words().of("medical");
        setId("examination");
        getStyleClass().add("record");
        Notice notice = new Notice(
                "examination-notice", model.toldProperty(), desk.words().of("shell"));
        VBox.setMargin(notice, new Insets(14, 32, 0, 32));
        VBox.setVgrow(middle, Priority.ALWAYS);
        setLeft(side(leave, kept));
        setCenter(new VBox(notice, middle));
        go("case");
    }

    String step() {
        return current;
    }

    void go(String step) {
        close();
        current = STEPS.contains(step) ? step : "case";
        Optional.ofNullable(buttons.get(current)).ifPresent(button -> button.setSelected(true));
        model.look();
        middle.getChildren().setAll(content());
    }

    private Node content() {
        return switch (current) {
            case "body" -> new BodyStep(desk, model.entries());
            case "print" -> {
                FormRecord now = model.record();
                ReportPages fresh = new ReportPages(desk, () -> now, model.toldProperty());
                pages = fresh;
                yield fresh;
            }
            default -> new Steps(desk, model).of(current);
        };
    }

    /// Lets go of the pages.
    void close() {
        ReportPages open = pages;
        pages = null;
        if (open != null) {
            open.close();
        }
    }

    private VBox side(Runnable leave, Consumer<Kept> kept) {
        ToggleGroup group = new ToggleGroup();
        VBox steps = new VBox(2);
        for (int i = 0; i < STEPS.size(); i++) {
            String step = STEPS.get(i);
            Label number = new Label(String.valueOf(i + 1));
            number.getStyleClass().add("step-number");
            ToggleButton button = new ToggleButton(area.text("step." + step), number);
            button.setId("med-step-" + step);
            button.setAccessibleText(area.text("step.numbered", i + 1, area.text("step." + step)));
            button.getStyleClass().add("step-entry");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setWrapText(true);
            button.setToggleGroup(group);
            button.setOnAction(event -> go(step));
            buttons.put(step, button);
            steps.getChildren().add(button);
        }
        Label whose = new Label();
        whose.textProperty().bind(model.witnessProperty());
        whose.getStyleClass().add("record-witness");
        HBox head = new HBox(6, Glyphs.back("examination-leave", area.text("screen.back"), leave), whose);
        head.setAlignment(Pos.CENTER_LEFT);
        Label saved = new Label();
        saved.getStyleClass().add("field-help");
        saved.textProperty().bind(model.savedProperty());
        Button keep =
                Glyphs.button("examination-keep", Material2MZ.SAVE, area.text("screen.keep"), () -> model.keep(kept));
        keep.getStyleClass().add("accent");
        keep.setMaxWidth(Double.MAX_VALUE);
        keep.disableProperty().bind(model.busyProperty());
        VBox side = new VBox(head, steps, missing(), Headed.room(), saved, keep);
        side.getStyleClass().add("record-side");
        return side;
    }

    private VBox missing() {
        Label title = new Label();
        title.getStyleClass().add("field-name");
        VBox list = new VBox(1);
        list.setId("examination-missing");
        Runnable redraw = () -> {
            title.setText(area.text(model.missing().isEmpty() ? "screen.complete" : "screen.missing"));
            list.getChildren()
                    .setAll(model.missing().stream().map(this::missingLine).toList());
        };
        model.missing().addListener((ListChangeListener<String>) change -> redraw.run());
        redraw.run();
        VBox box = new VBox(6, title, list);
        box.getStyleClass().add("missing-box");
        return box;
    }

    private Button missingLine(String code) {
        Button line = Glyphs.button(
                "med-missing-" + code, area.text("missing." + code), () -> go(MENDED_AT.getOrDefault(code, "case")));
        line.getStyleClass().addAll("flat", "missing-line");
        line.setWrapText(true);
        return line;
    }
}
