package org.cairn.ui.evidence;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.cairn.archive.IntakeReport;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// Taking in, above the list: what is asked, how far it is, what became of every file.
final class IntakeView extends VBox {

    private static final int NAMED = 4;

    private final Words words;
    private final Messages own;
    private final IntakeViewModel model;
    private final IntakesViewModel intakes;
    private final Consumer<Reference> open;
    private final Notice notice;
    /// The look at what waits, of the card that is shown now.
    private Subscription waited = Subscription.EMPTY;

    IntakeView(Desk desk, IntakeViewModel model, IntakesViewModel intakes, Consumer<Reference> open) {
        this.words = desk.words();
        this.own = words.of("evidence");
        this.model = model;
        this.intakes = intakes;
        this.open = open;
        this.notice = new Notice("intake-notice", model.toldProperty(), words.of("shell"));
        setId("intake");
        setSpacing(12);
        Node asking = asking(desk, model.terms());
        model.stageProperty().subscribe(stage -> show(asking));
        model.jobProperty().subscribe(job -> show(asking));
        model.reportProperty().subscribe(report -> show(asking));
        notice.managedProperty().subscribe(this::takeRoom);
        model.stageProperty().subscribe(this::takeRoom);
        takeRoom();
    }

    /// What is being asked stands above the report of the files before.
    private void show(Node asking) {
        getChildren().setAll(notice);
        switch (model.stageProperty().get()) {
            case IDLE -> {}
            case ASKING -> getChildren().add(asking);
            case WORKING, STOPPING -> getChildren().add(working());
            case TOLD -> {}
        }
        IntakeReport report = model.reportProperty().get();
        if (report != null) {
            getChildren().add(new IntakeReportView(words, report, intakes, model::read, open));
        }
    }

    private void takeRoom() {
        boolean any = notice.isManaged() || model.stageProperty().get() != IntakeViewModel.Stage.IDLE;
        setManaged(any);
        setVisible(any);
    }

    private Node asking(Desk desk, AskedTerms terms) {
        Label offered = Headed.quiet("");
        offered.setId("intake-offered");
        model.offered().subscribe(() -> offered.setText(offered()));
        TextField source = new TextField();
        source.setId("intake-source");
        source.textProperty().bindBidirectional(terms.sourceProperty());
        model.stageProperty().subscribe((was, is) -> {
            if (is == IntakeViewModel.Stage.ASKING) {
                Focus.on(source); // whoever dropped files goes on writing
            }
        });
        CodePicker<String> how = new CodePicker<>(
                "intake-how", Vocabulary.codes("acquisition"), code -> words.vocabulary("acquisition", code));
        how.valueProperty().bindBidirectional(terms.howProperty());
        TextField by = field("intake-by", terms.byProperty());
        FuzzyDateField at = new FuzzyDateField("intake-at", words);
        at.valueProperty().bindBidirectional(terms.atProperty());
        at.typing().textProperty().subscribe(() -> terms.atUnclearProperty().set(at.misunderstood()));
        CodePicker<Protection> protection = new CodePicker<>(
                "intake-protection", levels(desk.archive().user().clearance()), words::protection);
        protection.valueProperty().bindBidirectional(terms.protectionProperty());
        TextField witness = field("intake-witness", terms.witnessProperty());
        TextField tags = field("intake-tags", terms.tagsProperty());
        CheckBox graphic = new CheckBox(own.text("intake.graphic"));
        graphic.setId("intake-graphic");
        graphic.selectedProperty().bindBidirectional(terms.graphicProperty());
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
        return own.text(
                "intake.offered",
                some(model.offered()),
                Math.max(0, model.offered().size() - NAMED));
    }

    /// The names of the first few.
    private static String some(List<Path> paths) {
        return paths.stream()
                .map(path -> path.getFileName() == null
                        ? path.toString()
                        : path.getFileName().toString())
                .limit(NAMED)
                .map(Direction::isolate)
                .collect(Collectors.joining(" · "));
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
        boolean stopping = model.stageProperty().get() == IntakeViewModel.Stage.STOPPING;
        ProgressBar bar = new ProgressBar();
        bar.setId("intake-progress");
        bar.setAccessibleText(own.text("intake.job"));
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label stage = new Label(own.text(stopping ? "intake.stopping" : "intake.stage.begin"));
        stage.setId("intake-stage");
        stage.setMinWidth(220);
        Job job = model.jobProperty().get();
        if (job != null && !stopping) {
            bar.progressProperty().bind(job.fractionProperty());
            stage.textProperty().bind(job.stageProperty().map(this::stage));
        }
        HBox row = new HBox(14, stage, bar);
        if (!stopping) {
            row.getChildren().add(Glyphs.button("intake-cancel", own.text("intake.cancel"), model::cancel));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        VBox card =
                Headed.card(own.text("intake.working"), Headed.quiet(own.text("intake.workingLine")), row, waiting());
        card.setId("intake-working");
        return card;
    }

    /// What was dropped meanwhile: seen, and asked about next.
    private Node waiting() {
        Label names = new Label();
        names.setId("intake-waiting");
        names.setWrapText(true);
        HBox.setHgrow(names, Priority.ALWAYS);
        names.setMaxWidth(Double.MAX_VALUE);
        Button leave = Glyphs.button("intake-leave", own.text("intake.leave"), model::leaveWaiting);
        leave.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(14, names, leave);
        row.setAlignment(Pos.CENTER_LEFT);
        Runnable tell = () -> {
            int count = model.waiting().size();
            row.setManaged(count > 0);
            row.setVisible(count > 0);
            names.setText(own.text("intake.waiting", count, some(model.waiting())));
        };
        waited.unsubscribe();
        waited = model.waiting().subscribe(tell);
        tell.run();
        return row;
    }

    private String stage(@Nullable String code) {
        String key = "intake.stage." + code;
        return own.has(key) ? own.text(key) : own.text("intake.stage.begin");
    }
}
