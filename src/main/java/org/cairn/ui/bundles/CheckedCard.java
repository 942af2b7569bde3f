package org.cairn.ui.bundles;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import org.cairn.archive.ServedAs;
import org.cairn.domain.served.CheckedBundle;
import org.cairn.domain.served.RuleResult;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.CheckViewModel.Line;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Words;

/// One finished file that was read back: what it is, how it stands to each rule, what its signatures say.
final class CheckedCard extends VBox {

    private final Desk desk;
    private final Words words;
    private final Messages own;
    private final Messages bundle;
    private final CheckViewModel model;
    private final Picking picking;
    private final Line.Read line;
    private final int number;

    CheckedCard(Desk desk, CheckViewModel model, WrittenPlaces places, Picking picking, Line.Read line, int number) {
        this.desk = desk;
        this.words = desk.words();
        this.own = words.of("bundles");
        this.bundle = words.of("bundle");
        this.model = model;
        this.picking = picking;
        this.line = line;
        this.number = number;
        setId("checked-" + number);
        getStyleClass().add("card-box");
        CheckedBundle checked = line.checked();
        FolderButton folder = new FolderButton(
                words, "checked-folder-" + number, new FolderViewModel(desk, places.window(), folder(line.pdf())));
        getChildren()
                .addAll(
                        name(line.pdf()),
                        standing(checked),
                        steps(folder),
                        folder.otherwise(),
                        new Notice("checked-saved-" + number, model.savedProperty(line.pdf()), words.of("shell")),
                        new Exact(
                                own,
                                "checked-path-" + number,
                                own.text("written.where"),
                                line.pdf().toString()),
                        new Exact(
                                own,
                                "checked-hash-" + number,
                                own.text("written.hash"),
                                checked.fingerprint().hex()),
                        served(),
                        compared(checked),
                        rules(checked),
                        heading(own.text("check.signatures")),
                        new SignatureFacts(words, checked.signatures()),
                        Headed.quiet(bundle.text("checked.note")));
    }

    /// What a file is called, as it is written.
    static Label name(Path pdf) {
        Label name = new Label(String.valueOf(pdf.getFileName()));
        name.getStyleClass().add("card-title");
        name.setWrapText(true);
        return Direction.own(name);
    }

    /// Asks which list of hashes a file is to be compared with.
    static Button list(Messages own, Picking picking, CheckViewModel model, Path pdf, int number) {
        Button button = Glyphs.button("check-list-" + number, own.text("check.list"), () -> {});
        button.setOnAction(event -> picking.file(
                        button.getScene().getWindow(), "check.list", "file.list", Optional.of(pdf), ".txt")
                .ifPresent(list -> model.against(pdf, list)));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Path folder(Path pdf) {
        return Optional.ofNullable(pdf.toAbsolutePath().getParent()).orElse(pdf);
    }

    private Node standing(CheckedBundle checked) {
        int of = checked.results().size();
        boolean good = checked.broken() == 0;
        Label standing = new Label(
                good ? bundle.text("checked.allMet", of) : bundle.text("checked.notMet", checked.broken(), of));
        standing.setId("checked-standing-" + number);
        standing.setWrapText(true);
        standing.getStyleClass().addAll("preflight-standing", good ? "standing-good" : "standing-bad");
        return standing;
    }

    private Node steps(FolderButton folder) {
        Button report = Glyphs.button("checked-report-" + number, own.text("check.report"), this::save);
        Button time = Glyphs.button(
                "checked-time-" + number, own.text("time.go"), () -> desk.go(FinishedPlace.time(line.pdf())));
        List.of(report, time).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        return new FlowPane(8, 8, report, folder.button(), time);
    }

    /// Whether this is, to the last byte, something that this archive served.
    private Node served() {
        Label said = new Label(line.served()
                .map(served -> own.text(
                        "check.served", Direction.isolate(served.serving().toString()), served.volume()))
                .orElseGet(() -> own.text("check.notServed")));
        said.setId("checked-served-" + number);
        said.setWrapText(true);
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(10, said);
        row.setAlignment(Pos.CENTER_LEFT);
        line.served().map(ServedAs::serving).ifPresent(serving -> {
            Button go = Glyphs.button(
                    "checked-serving-" + number,
                    own.text("serving.followed.go", Direction.isolate(serving.toString())),
                    () -> desk.go(Place.to(serving)));
            go.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(go);
        });
        return row;
    }

    private Node compared(CheckedBundle checked) {
        Label said = new Label(checked.manifest()
                .map(list -> own.text("check.compared", Direction.isolate(list)))
                .orElseGet(() -> own.text("check.notCompared")));
        said.setId("checked-compared-" + number);
        said.setWrapText(true);
        said.setMinWidth(0);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(10, said, list(own, picking, model, line.pdf(), number));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// What is not met comes first.
    private Node rules(CheckedBundle checked) {
        GridPane rules = new GridPane(10, 6);
        rules.setId("checked-rules-" + number);
        Stream.concat(
                        checked.results().stream().filter(CheckedCard::broken),
                        checked.results().stream().filter(result -> !broken(result)))
                .forEach(result -> rule(rules, result));
        return new VBox(6, heading(own.text("check.rules")), rules);
    }

    private static boolean broken(RuleResult result) {
        return result.outcome() == RuleResult.Outcome.BROKEN;
    }

    private void rule(GridPane rules, RuleResult result) {
        String outcome = bundle.text(broken(result) ? "checked.broken" : "checked.met");
        Badge badge = broken(result) ? Badge.bad(outcome) : Badge.good(outcome);
        Label sentence = new Label(RuleSentence.of(words, result));
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setAccessibleText(outcome + ": " + sentence.getText());
        GridPane.setHgrow(sentence, Priority.ALWAYS);
        GridPane.setValignment(badge, VPos.TOP);
        rules.addRow(rules.getRowCount(), badge, sentence);
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("field-name");
        return heading;
    }

    private void save() {
        String name = String.valueOf(line.pdf().getFileName()).replaceFirst("(?i)\\.pdf$", "");
        picking.fresh(
                        getScene().getWindow(),
                        "check.report",
                        Optional.of(line.pdf()),
                        own.text("check.report.name", name) + ".pdf",
                        new ExtensionFilter(own.text("file.pdf"), "*.pdf"),
                        new ExtensionFilter(own.text("file.text"), "*.txt"))
                .ifPresent(file -> model.save(line, file));
    }
}
