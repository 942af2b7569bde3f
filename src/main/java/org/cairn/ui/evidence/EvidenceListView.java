package org.cairn.ui.evidence;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.i18n.Messages;
import org.cairn.ui.alike.AlikeScreen;
import org.cairn.ui.batch.BatchPane;
import org.cairn.ui.batch.BatchViewModel;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// The list of evidence, with taking in above it.
final class EvidenceListView extends StackPane {

    /// Of the list, however much is asked above it.
    private static final double LOWEST = 120;

    private final Words words;
    private final Messages own;
    private final EvidenceListViewModel model;
    private final IntakeViewModel intake;
    private final Consumer<Reference> open;
    private final TableView<@Nullable Summary> table = new TableView<>();
    private final Headed page;
    private final ThingPane thing;
    private final IntakesViewModel intakes;
    private final BatchViewModel batch;

    EvidenceListView(Desk desk, EvidenceListViewModel model, IntakeViewModel intake, Consumer<Reference> open) {
        this.words = desk.words();
        this.own = words.of("evidence");
        this.model = model;
        this.intake = intake;
        this.open = open;
        Messages shell = words.of("shell");
        this.thing = new ThingPane(desk, open);
        this.intakes = new IntakesViewModel(desk);
        this.batch = new BatchViewModel(desk, model::reload);
        furnishTable();
        model.onRefreshed(table::refresh);
        VBox empty = Headed.empty("evidence-empty", own.text("list.empty"), takeFolder("empty-take-folder"));
        StackPane below = new StackPane(table, empty);
        VBox.setVgrow(below, Priority.ALWAYS);
        table.setMinHeight(0);
        below.setMinHeight(LOWEST);
        // it takes the room that is left; what it would like must take none from what is asked above it
        below.setPrefHeight(LOWEST);
        WaitingPages recognition = new WaitingPages(desk);
        page = new Headed(
                own.text("list.title"),
                "",
                new Notice("evidence-notice", model.toldProperty(), shell),
                new LowPane(new IntakeView(desk, intake, intakes, open)),
                new IntakesPane(words, intakes),
                thing,
                new BatchPane(words, batch),
                recognition,
                filters(desk),
                below);
        page.with(recordThing(desk), takeFolder("take-folder"), takeFiles());
        getChildren().add(page);
        model.totalProperty().subscribe(total -> {
            counted(total.longValue(), empty);
            recognition.refresh();
        });
    }

    private Node recordThing(Desk desk) {
        var button = Glyphs.button("thing-new", Material2AL.ADD, own.text("thing.begin"), () -> thing.shown(true));
        button.setVisible(desk.archive().things().mayRecord());
        button.setManaged(desk.archive().things().mayRecord());
        return button;
    }

    private void counted(long total, Node empty) {
        boolean evidence = model.kindProperty().get() == RecordKind.EVIDENCE;
        boolean none = total == 0
                && evidence
                && model.typeProperty().get().isEmpty()
                && intake.stageProperty().get() == IntakeViewModel.Stage.IDLE;
        empty.setVisible(none);
        table.setVisible(!none);
        page.say(total < 0 ? "" : own.text("list.count", total));
    }

    private VBox filters(Desk desk) {
        CodePicker<RecordKind> kind =
                new CodePicker<>("list-kind", EvidenceListViewModel.KINDS, what -> own.text("kind." + what.code()));
        kind.setAccessibleText(own.text("list.kind"));
        kind.valueProperty().bindBidirectional(model.kindProperty());
        CodePicker<String> type = new CodePicker<>("list-type", types(), this::typeName);
        type.setAccessibleText(own.text("list.type"));
        type.setValue("");
        type.valueProperty()
                .subscribe(code ->
                        model.typeProperty().set(Optional.ofNullable(code).filter(chosen -> !chosen.isEmpty())));
        model.kindProperty().subscribe(chosen -> {
            type.setVisible(chosen == RecordKind.EVIDENCE);
            type.setValue("");
        });
        CodePicker<ListQuery.Sort> sort =
                new CodePicker<>("list-sort", List.of(ListQuery.Sort.values()), by -> own.text("sort." + by.name()));
        sort.setAccessibleText(own.text("list.sort"));
        sort.valueProperty().bindBidirectional(model.sortProperty());
        var waiting =
                Glyphs.button("read-waiting", Material2AL.AUTORENEW, own.text("list.readWaiting"), intake::readWaiting);
        waiting.setMinWidth(USE_PREF_SIZE);
        intake.stageProperty().subscribe(stage -> waiting.setDisable(intake.working()));
        var medical = Glyphs.button(
                "list-new-medical",
                Material2AL.ADD,
                words.of("medical").text("screen.new"),
                () -> desk.go(Place.of("medical", "new")));
        medical.setMinWidth(USE_PREF_SIZE);
        model.kindProperty().subscribe(chosen -> {
            medical.setVisible(chosen == RecordKind.MEDICAL);
            medical.setManaged(chosen == RecordKind.MEDICAL);
        });
        CodePicker<ListQuery.Review> review = new CodePicker<>(
                "list-review", List.of(ListQuery.Review.values()), by -> own.text("list.review." + by.name()));
        review.setAccessibleText(own.text("list.review"));
        review.valueProperty().bindBidirectional(model.reviewProperty());
        var many =
                Glyphs.button("list-batch", Material2AL.DONE_ALL, own.text("batch.begin"), () -> batch.begin(chosen()));
        many.setMinWidth(USE_PREF_SIZE);
        many.setVisible(batch.mayRun());
        many.setManaged(batch.mayRun());
        many.disableProperty()
                .bind(javafx.beans.binding.Bindings.isEmpty(
                        table.getSelectionModel().getSelectedIndices()));
        var reports = Glyphs.button("intakes-begin", own.text("intakes.begin"), intakes::open);
        reports.setMinWidth(USE_PREF_SIZE);
        reports.setVisible(intakes.mayReport());
        reports.setManaged(intakes.mayReport());
        var alike = Glyphs.button("alike-begin", own.text("alike.begin"), () -> desk.go(AlikeScreen.all()));
        alike.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, kind, type, sort, Headed.room(), medical, reports, waiting);
        row.getStyleClass().add("filter-row");
        HBox worked = new HBox(8, review, assessment(), Headed.room(), alike, many);
        worked.getStyleClass().add("filter-row");
        return new VBox(8, row, worked);
    }

    private Node assessment() {
        List<String> codes = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(""),
                        java.util.stream.Stream.concat(
                                Vocabulary.codes("authenticity").stream(),
                                Vocabulary.codes("grade-source").stream()
                                        .flatMap(source -> Vocabulary.codes("grade-information").stream()
                                                .map(source::concat))))
                .toList();
        CodePicker<String> assessed = new CodePicker<>(
                "list-assessment",
                codes,
                code -> code.isEmpty() ? own.text("list.anyAssessment") : words.vocabulary("authenticity", code));
        assessed.setAccessibleText(own.text("list.assessment"));
        assessed.setValue("");
        assessed.valueProperty()
                .subscribe(code ->
                        model.assessmentProperty().set(Optional.ofNullable(code).filter(chosen -> !chosen.isEmpty())));
        model.kindProperty().subscribe(chosen -> {
            assessed.setVisible(chosen == RecordKind.EVIDENCE);
            assessed.setManaged(chosen == RecordKind.EVIDENCE);
            assessed.setValue("");
        });
        return assessed;
    }

    /// The lines that were marked out, as far as they were fetched.
    private List<Reference> chosen() {
        return table.getSelectionModel().getSelectedItems().stream()
                .flatMap(line -> Optional.ofNullable(line).stream())
                .map(Summary::reference)
                .toList();
    }

    private static List<String> types() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(""), Vocabulary.codes("evidence-type").stream())
                .toList();
    }

    private String typeName(String code) {
        return code.isEmpty() ? own.text("list.allTypes") : words.vocabulary("evidence-type", code);
    }

    private void furnishTable() {
        table.setId("evidence-table");
        table.setAccessibleText(own.text("list.title"));
        table.setItems(model.rows());
        table.getSelectionModel().setSelectionMode(javafx.scene.control.SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Headed.quiet(own.text("list.none")));
        table.getColumns().add(column("reference", 94, 80, line -> reference(line.reference())));
        table.getColumns().add(column("title", 268, 140, this::title));
        table.getColumns().add(column("type", 142, 80, line -> new Label(typeOf(line))));
        table.getColumns()
                .add(column(
                        "date",
                        170,
                        90,
                        line -> written(line.date().map(words.dates()::brief).orElse(""))));
        table.getColumns().add(column("state", 108, 96, line -> StateBadge.of(line.state(), own)));
        table.getColumns().add(column("work", 130, 52, line -> {
            HBox marks = new HBox(6);
            marks.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            marks.getChildren().setAll(GlanceBadges.of(model.glance(line.reference()), words));
            return marks;
        }));
        table.getColumns().add(column("protection", 128, 112, line -> Badge.of(line.protection(), words)));
        table.setRowFactory(view -> {
            javafx.scene.control.TableRow<@Nullable Summary> row = new javafx.scene.control.TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2) {
                    openSelected();
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            } else if (event.getCode() == KeyCode.R && !event.isShortcutDown() && batch.mayRun()) {
                model.toggleReview(chosen());
                event.consume();
            }
        });
    }

    private void openSelected() {
        Summary line = table.getSelectionModel().getSelectedItem();
        if (line != null) {
            open.accept(line.reference());
        }
    }

    private String typeOf(Summary line) {
        return line.reference().kind() == RecordKind.EVIDENCE
                ? words.vocabulary("evidence-type", line.type())
                : own.text("kind." + line.reference().kind().code());
    }

    private TableColumn<@Nullable Summary, @Nullable Summary> column(
            String key, double width, double least, Function<Summary, Node> cell) {
        TableColumn<@Nullable Summary, @Nullable Summary> column = new TableColumn<>(own.text("column." + key));
        column.setId("column-" + key);
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new javafx.beans.property.SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(view -> new javafx.scene.control.TableCell<>() {
            @Override
            protected void updateItem(@Nullable Summary line, boolean nothing) {
                super.updateItem(line, nothing);
                setGraphic(line == null || nothing ? null : cell.apply(line));
            }
        });
        return column;
    }

    private static Label reference(Reference reference) {
        Label label = new Label(reference.toString());
        label.getStyleClass().add("reference");
        return label;
    }

    /// What a message says of itself is told as that, with what its file is called.
    private Label title(Summary line) {
        Label label = written(words.called(line));
        line.said()
                .ifPresent(subject ->
                        label.setTooltip(new Tooltip(subject + "\n" + own.text("title.said", line.title()))));
        return label;
    }

    private static Label written(String title) {
        Label label = new Label(title);
        label.setNodeOrientation(Direction.of(title));
        label.setTooltip(new Tooltip(title)); // a long one is cut by the column
        return label;
    }

    private Node takeFiles() {
        return Glyphs.primary("take-files", own.text("take.files"), () -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(own.text("take.files"));
            List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
            if (chosen != null) {
                intake.offer(chosen.stream().map(File::toPath).toList());
            }
        });
    }

    private Node takeFolder(String id) {
        return Glyphs.button(id, Material2AL.FOLDER_OPEN, own.text("take.folder"), () -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(own.text("take.folder"));
            Optional<Path> chosen = Optional.ofNullable(
                            chooser.showDialog(getScene().getWindow()))
                    .map(File::toPath);
            chosen.ifPresent(folder -> intake.offer(List.of(folder)));
        });
    }
}
