package org.cairn.ui.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// Taking in, above the list: what is asked, how far it is, what became of every file.
final class IntakeView extends VBox {

    private final Words words;
    private final Messages own;
    private final IntakeViewModel model;
    private final Consumer<Reference> open;
    private final Notice notice;

    IntakeView(Desk desk, IntakeViewModel model, Consumer<Reference> open) {
        this.words = desk.words();
        this.own = words.of("evidence");
        this.model = model;
        this.open = open;
        this.notice = new Notice("intake-notice", model.toldProperty(), words.of("shell"));
        setId("intake");
        setSpacing(12);
        Node asking = asking(desk);
        model.stageProperty().subscribe(stage -> {
            Node shown = switch (stage) {
                case IDLE -> null;
                case ASKING -> asking;
                case WORKING -> working();
                case TOLD -> told();
            };
            getChildren().setAll(notice);
            if (shown != null) {
                getChildren().add(shown);
            }
        });
        model.jobProperty().subscribe(job -> {
            if (job != null) {
                getChildren().setAll(notice, working());
            }
        });
        notice.managedProperty().subscribe(this::takeRoom);
        model.stageProperty().subscribe(this::takeRoom);
        takeRoom();
    }

    private void takeRoom() {
        boolean any = notice.isManaged() || model.stageProperty().get() != IntakeViewModel.Stage.IDLE;
        setManaged(any);
        setVisible(any);
    }

    private Node asking(Desk desk) {
        Label offered = Headed.quiet("");
        offered.setId("intake-offered");
        model.offered().subscribe(() -> offered.setText(offered()));
        TextField source = new TextField();
        source.setId("intake-source");
        source.textProperty().bindBidirectional(model.sourceProperty());
        CodePicker<String> how = new CodePicker<>(
                "intake-how", Vocabulary.codes("acquisition"), code -> words.vocabulary("acquisition", code));
        how.valueProperty().bindBidirectional(model.howProperty());
        TextField by = field("intake-by", model.byProperty());
        FuzzyDateField at = new FuzzyDateField("intake-at", words);
        at.valueProperty().bindBidirectional(model.atProperty());
        CodePicker<Protection> protection = new CodePicker<>(
                "intake-protection", levels(desk.archive().user().clearance()), words::protection);
        protection.valueProperty().bindBidirectional(model.protectionProperty());
        TextField witness = field("intake-witness", model.witnessProperty());
        TextField tags = field("intake-tags", model.tagsProperty());
        CheckBox graphic = new CheckBox(own.text("intake.graphic"));
        graphic.setId("intake-graphic");
        graphic.selectedProperty().bindBidirectional(model.graphicProperty());
        GridPane grid = grid();
        grid.add(
                FieldRow.of(own.text("intake.source"), source).prompting(source, own.text("intake.source.example")),
                0,
                0);
        grid.add(FieldRow.of(own.text("intake.how"), how), 1, 0);
        grid.add(FieldRow.of(own.text("intake.by"), by), 2, 0);
        grid.add(FieldRow.of(own.text("intake.at"), at, at.typing()), 0, 1);
        grid.add(FieldRow.of(own.text("intake.protection"), protection), 1, 1);
        grid.add(FieldRow.of(own.text("intake.witness"), witness).prompting(witness, "W-0001"), 2, 1);
        grid.add(FieldRow.of(own.text("intake.tags"), tags).prompting(tags, own.text("intake.tags.example")), 0, 2);
        GridPane.setColumnSpan(graphic, 2);
        GridPane.setValignment(graphic, javafx.geometry.VPos.BOTTOM);
        grid.add(graphic, 1, 2);
        HBox buttons = new HBox(
                8,
                Glyphs.primary("intake-begin", own.text("intake.begin"), model::begin),
                Glyphs.button("intake-dismiss", own.text("intake.dismiss"), model::dismiss));
        VBox card = Headed.card(own.text("intake.title"), offered, grid, buttons);
        card.setId("intake-card");
        return card;
    }

    private String offered() {
        List<String> names = model.offered().stream()
                .map(path -> path.getFileName() == null
                        ? path.toString()
                        : path.getFileName().toString())
                .limit(4)
                .map(Direction::isolate)
                .toList();
        String some = String.join(" · ", names);
        int more = model.offered().size() - names.size();
        return own.text("intake.offered", some, more);
    }

    private static TextField field(String id, javafx.beans.property.StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static List<Protection> levels(Protection clearance) {
        return Arrays.stream(Protection.values()).filter(clearance::covers).toList();
    }

    private static GridPane grid() {
        GridPane grid = new GridPane(16, 12);
        for (int i = 0; i < 3; i++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / 3);
            third.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(third);
        }
        return grid;
    }

    private Node working() {
        ProgressBar bar = new ProgressBar();
        bar.setId("intake-progress");
        bar.setAccessibleText(own.text("intake.job"));
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label stage = new Label(own.text("intake.stage.begin"));
        stage.setId("intake-stage");
        stage.setMinWidth(220);
        Job job = model.jobProperty().get();
        if (job != null) {
            bar.progressProperty().bind(job.fractionProperty());
            stage.textProperty().bind(job.stageProperty().map(this::stage));
        }
        HBox row = new HBox(14, stage, bar, Glyphs.button("intake-cancel", own.text("intake.cancel"), model::cancel));
        row.setAlignment(Pos.CENTER_LEFT);
        VBox card = Headed.card(own.text("intake.working"), Headed.quiet(own.text("intake.workingLine")), row);
        card.setId("intake-working");
        return card;
    }

    private String stage(@Nullable String code) {
        String key = "intake.stage." + code;
        return own.has(key) ? own.text(key) : own.text("intake.stage.begin");
    }

    private Node told() {
        return new IntakeReportView(words, model, open);
    }
}
