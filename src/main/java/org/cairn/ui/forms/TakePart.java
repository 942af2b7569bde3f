package org.cairn.ui.forms;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.cairn.archive.SubmissionReport;
import org.cairn.archive.SubmissionReport.Line;
import org.cairn.archive.SubmissionReport.Outcome;
import org.cairn.archive.SubmissionText;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// Files of other tools: choose or drop them, say where they come from, read what became of each.
final class TakePart extends VBox {

    private static final int MOST_LINES = 300;

    private final TakeViewModel model;
    private final Desk desk;
    private final Words words;
    private final Messages own;
    private final Messages exchange;
    private final VBox chosen = new VBox(2);
    private final VBox report = new VBox(8);

    TakePart(TakeViewModel model, Desk desk) {
        super(16);
        this.model = model;
        this.desk = desk;
        this.words = desk.words();
        this.own = words.of("questions");
        this.exchange = words.of("exchange");
        report.setId("take-report");
        getChildren()
                .addAll(
                        new Notice("take-notice", model.toldProperty(), words.of("shell")),
                        Headed.card(own.text("take.what"), Headed.quiet(own.text("take.line")), choosing(), chosen),
                        Headed.card(own.text("take.where"), terms(), start()),
                        report);
        model.paths().addListener((ListChangeListener<Path>) change -> draw());
        model.reportProperty().subscribe((was, is) -> show(is));
        draw();
    }

    private Node choosing() {
        return new HBox(
                8,
                Glyphs.button("take-files", Material2AL.INSERT_DRIVE_FILE, own.text("take.files"), this::chooseFiles),
                Glyphs.button("take-folder", Material2AL.FOLDER, own.text("take.folder"), this::chooseFolder));
    }

    private @Nullable Window window() {
        return getScene() == null ? null : getScene().getWindow();
    }

    private void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(own.text("take.files"));
        List<File> files = chooser.showOpenMultipleDialog(window());
        if (files != null) {
            model.paths().addAll(files.stream().map(File::toPath).toList());
        }
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(own.text("take.folder"));
        File folder = chooser.showDialog(window());
        if (folder != null) {
            model.paths().add(folder.toPath());
        }
    }

    private void draw() {
        chosen.getChildren().clear();
        for (Path path : model.paths()) {
            Path name = path.getFileName();
            String shown = name == null ? path.toString() : name.toString();
            HBox row = new HBox(
                    8,
                    new Label(shown),
                    Headed.room(),
                    Glyphs.quiet(
                            "take-leave-" + model.paths().indexOf(path),
                            Material2AL.CLOSE,
                            own.text("take.leave", shown),
                            () -> model.paths().remove(path)));
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            chosen.getChildren().add(row);
        }
    }

    private Node terms() {
        TextField source = new TextField();
        source.setId("take-source");
        source.setPrefColumnCount(24);
        source.textProperty().bindBidirectional(model.sourceProperty());
        CodePicker<String> how = new CodePicker<>(
                "take-how", Vocabulary.codes("acquisition"), code -> words.vocabulary("acquisition", code));
        how.valueProperty().bindBidirectional(model.howProperty());
        CodePicker<Protection> protection =
                new CodePicker<>("take-protection", List.of(Protection.values()), words::protection);
        protection.valueProperty().bindBidirectional(model.protectionProperty());
        return new HBox(
                16,
                FieldRow.of(own.text("take.source"), source).helped(own.text("take.sourceHelp")),
                FieldRow.of(own.text("take.how"), how),
                FieldRow.of(own.text("take.protection"), protection));
    }

    private Node start() {
        var start = Glyphs.primary("take-start", own.text("take.start"), model::take);
        start.disableProperty()
                .bind(model.busyProperty()
                        .or(Bindings.isEmpty(model.paths()))
                        .or(Bindings.createBooleanBinding(
                                () -> model.sourceProperty().get().isBlank(), model.sourceProperty())));
        return start;
    }

    private void show(@Nullable SubmissionReport done) {
        report.getChildren().clear();
        if (done == null) {
            return;
        }
        Label sum = new Label(SubmissionText.sum(done, exchange::text));
        sum.setId("take-sum");
        sum.setWrapText(true);
        sum.getStyleClass().add("field-name");
        HBox head = new HBox(
                12,
                sum,
                Headed.room(),
                Glyphs.button("take-save", Material2AL.GET_APP, own.text("take.save"), this::save));
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox card = Headed.card(exchange.text("report.title"), head);
        done.lines().stream().limit(MOST_LINES).map(this::line).forEach(card.getChildren()::add);
        if (done.lines().size() > MOST_LINES) {
            card.getChildren()
                    .add(Headed.quiet(own.text("forms.more", done.lines().size() - MOST_LINES)));
        }
        report.getChildren().add(card);
    }

    private Node line(Line line) {
        VBox box = new VBox(3);
        box.getStyleClass().add("report-line");
        Label what = new Label(named(line));
        what.setWrapText(true);
        HBox head = new HBox(8, badge(line.outcome()), what, Headed.room());
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        line.testimony().ifPresent(statement -> head.getChildren().add(link(statement)));
        line.source().ifPresent(source -> head.getChildren().add(link(source)));
        box.getChildren().add(head);
        line.reasons().forEach(reason -> box.getChildren().add(plain(SubmissionText.reason(reason, exchange::text))));
        line.attachments().stream()
                .filter(file -> file.reference().isEmpty())
                .forEach(file -> box.getChildren().add(plain(exchange.text("report.notAttached", file.name()))));
        line.notMapped()
                .forEach(one -> box.getChildren().add(Headed.quiet(SubmissionText.notMapped(one, exchange::text))));
        return box;
    }

    private static String named(Line line) {
        String which = line.place() > 0 ? line.file() + " #" + line.place() : line.file();
        return line.title().isBlank() ? which : which + " – " + line.title();
    }

    private Label badge(Outcome outcome) {
        String word = exchange.text("outcome." + outcome.name());
        return switch (outcome) {
            case TAKEN, CORRECTION -> Badge.good(word);
            case REFUSED, STOPPED -> Badge.bad(word);
            case ALREADY_HERE, UNUSED -> Badge.neutral(word);
        };
    }

    private static Label plain(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private Node link(Reference reference) {
        var link = Glyphs.button("take-open-" + reference, reference.toString(), () -> desk.go(Place.to(reference)));
        link.getStyleClass().addAll("flat", "small");
        return link;
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(own.text("take.save"));
        chooser.setInitialFileName("report.txt");
        Optional.ofNullable(chooser.showSaveDialog(window())).ifPresent(file -> model.save(file.toPath()));
    }
}
