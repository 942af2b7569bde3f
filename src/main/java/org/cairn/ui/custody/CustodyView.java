package org.cairn.ui.custody;

import java.io.File;
import java.util.HexFormat;
import java.util.List;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.cairn.archive.Receipt;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Finding;
import org.cairn.domain.custody.VerificationReport;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.EventCell;
import org.kordamp.ikonli.material2.Material2MZ;

/// A timeline to read, and beside it whether it holds.
final class CustodyView extends VBox {

    private final CustodyViewModel model;
    private final Desk desk;
    private final Words words;
    private final Messages area;
    private final Messages verify;
    private final VBox proof = new VBox(18);
    private final ToggleGroup sides = new ToggleGroup();
    private final ToggleButton events;
    private final ToggleButton searched;

    CustodyView(CustodyViewModel model, SearchLogViewModel searches, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.words = desk.words();
        this.area = words.of("custody");
        this.verify = words.of("verify");
        this.events = side("events");
        this.searched = side("searches");
        events.setSelected(true);
        TextField subject = new TextField();
        subject.setId("custody-subject");
        subject.setPromptText(area.text("subject"));
        subject.setAccessibleText(area.text("subject"));
        subject.setPrefColumnCount(14);
        subject.textProperty().bindBidirectional(model.subjectProperty());
        Button check = Glyphs.primary("custody-verify", area.text("verify"), model::verify);
        check.disableProperty().bind(model.verifyingProperty());
        Headed page = new Headed(area.text("title"), "")
                .with(
                        subject,
                        Glyphs.button("custody-receipt", Material2MZ.RECEIPT, area.text("receipt"), model::draw),
                        check);
        page.setId("custody");
        VBox.setVgrow(page, Priority.ALWAYS);
        model.totalProperty().subscribe(total -> page.say(area.text("line", total.longValue())));
        HBox body = new HBox(18, timeline(), side());
        Node log = new SearchLogPane(desk, searches);
        for (Node part : List.of(body, log)) {
            VBox.setVgrow(part, Priority.ALWAYS);
            part.managedProperty().bind(part.visibleProperty());
        }
        body.visibleProperty().bind(events.selectedProperty());
        log.visibleProperty().bind(searched.selectedProperty());
        subject.visibleProperty().bind(events.selectedProperty());
        subject.managedProperty().bind(events.selectedProperty());
        searched.selectedProperty().subscribe(on -> {
            if (on) {
                searches.refresh();
            }
        });
        page.getChildren()
                .addAll(
                        new Notice("custody-notice", model.toldProperty(), words.of("shell")),
                        new HBox(6, events, searched),
                        body,
                        log);
        getChildren().add(page);
        model.reportProperty().subscribe(report -> redraw());
        model.receiptProperty().subscribe(receipt -> redraw());
    }

    private ToggleButton side(String name) {
        ToggleButton button = new ToggleButton(area.text("side." + name));
        button.setId("custody-side-" + name);
        button.setToggleGroup(sides);
        // one of the two is always shown
        button.setOnAction(event -> button.setSelected(true));
        return button;
    }

    /// Shows what was searched for, or the ledger.
    void turn(boolean toSearches) {
        (toSearches ? searched : events).setSelected(true);
    }

    /// Whether it shows what was searched for.
    boolean onSearches() {
        return searched.isSelected();
    }

    private Node timeline() {
        ListView<CustodyEvent> list = new ListView<>(model.events());
        list.setId("custody-events");
        list.getStyleClass().add("timeline");
        list.setAccessibleText(area.text("title"));
        list.setCellFactory(view -> new EventCell(words, view, to -> desk.go(Place.to(to))));
        VBox.setVgrow(list, Priority.ALWAYS);
        Button earlier = Glyphs.button("custody-earlier", area.text("earlier"), model::earlier);
        earlier.visibleProperty().bind(model.moreProperty());
        earlier.managedProperty().bind(model.moreProperty());
        VBox column = new VBox(10, list, earlier);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private Node side() {
        proof.setId("custody-proof");
        proof.getStyleClass().add("custody-side");
        return proof;
    }

    private void redraw() {
        proof.getChildren().clear();
        VerificationReport report = model.reportProperty().get();
        Receipt receipt = model.receiptProperty().get();
        proof.getChildren()
                .add(
                        report == null
                                ? Headed.card(area.text("verify.title"), Headed.quiet(area.text("verify.line")))
                                : report(report));
        if (receipt != null) {
            proof.getChildren().add(receipt(receipt));
        }
    }

    private Node report(VerificationReport report) {
        VBox found = new VBox(8);
        found.setId("custody-findings");
        if (report.clean()) {
            found.getChildren().add(Badge.good(area.text("verify.clean")));
        } else {
            found.getChildren()
                    .add(Badge.bad(
                            area.text("verify.findings", report.findings().size())));
            report.findings().forEach(finding -> found.getChildren().add(Headed.quiet(sentence(finding))));
        }
        Label looked = Headed.quiet(area.text(
                "verify.looked",
                report.records(),
                report.revisions(),
                report.events(),
                report.files(),
                report.passages()));
        return Headed.card(area.text("verify.title"), found, looked);
    }

    private String sentence(Finding finding) {
        Object[] arguments = finding.arguments().toArray();
        for (String key : new String[] {finding.code(), "finding." + finding.code()}) {
            if (verify.has(key)) {
                return verify.text(key, arguments);
            }
        }
        return finding.code() + " " + String.join(" ", finding.arguments());
    }

    private Node receipt(Receipt receipt) {
        VBox lines = new VBox(
                6,
                Headed.quiet(area.text("receipt.line")),
                fact("receipt.events", words.number(receipt.events())),
                fact("receipt.at", words.moment(receipt.at())),
                fact("receipt.actor", receipt.actor()),
                mono("receipt.head", receipt.head().toString()),
                mono("receipt.signer", HexFormat.of().formatHex(receipt.signer())));
        VBox card = Headed.card(area.text("receipt.title"), lines);
        card.setId("receipt-card");
        HBox buttons = new HBox(
                8,
                Glyphs.button("receipt-save", Material2MZ.SAVE_ALT, area.text("receipt.save"), this::save),
                Glyphs.button("receipt-print", Material2MZ.PRINT, area.text("receipt.print"), () -> print(lines)));
        return new VBox(10, card, buttons);
    }

    private Node fact(String key, String value) {
        return new VBox(1, named(key), new Label(value));
    }

    private Node mono(String key, String value) {
        Label label = new Label(Direction.isolate(value));
        label.getStyleClass().add("mono");
        label.setWrapText(true);
        return new VBox(1, named(key), label);
    }

    private Label named(String key) {
        Label name = new Label(area.text(key));
        name.getStyleClass().add("field-help");
        return name;
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(area.text("receipt.save"));
        chooser.setInitialFileName("receipt.json");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.save(file.toPath());
        }
    }

    private void print(Node lines) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            model.toldProperty()
                    .set(org.cairn.ui.common.Told.warning(
                            area.text("receipt.noPrinter"), area.text("receipt.noPrinter.do")));
        } else if (job.showPrintDialog(getScene().getWindow()) && job.printPage(lines)) {
            job.endJob();
        }
    }
}
