package org.cairn.ui.bundles;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.CheckViewModel.Line;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Notice;

/// A finished bundle read back, wherever it is: chosen, then how it stands to each rule, and the report of it.
final class CheckView extends VBox {

    private final Desk desk;
    private final Messages own;
    private final CheckViewModel model;
    private final WrittenPlaces places;
    private final Picking picking;
    private final VBox page = new VBox(14);
    private final Button choose;

    CheckView(Desk desk, CheckViewModel model, WrittenPlaces places, Runnable back) {
        this.desk = desk;
        this.own = desk.words().of("bundles");
        this.model = model;
        this.places = places;
        this.picking = new Picking(own);
        setId("check");
        page.getStyleClass().add("finished-page");
        choose = Glyphs.primary("check-file", own.text("check.file"), this::file);
        Button folder = Glyphs.button("check-folder", own.text("check.folder"), this::folder);
        List.of(choose, folder).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        Headed head = new Headed(
                        own.text("check.title"),
                        own.text("check.line"),
                        new Notice(
                                "check-notice",
                                model.toldProperty(),
                                desk.words().of("shell")),
                        Headed.scrolling(page))
                .with(folder, choose)
                .from(Glyphs.back("check-back", own.text("draft.back"), back));
        VBox.setVgrow(head, javafx.scene.layout.Priority.ALWAYS);
        getChildren().add(head);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                back.run();
            }
        });
        model.lines().subscribe(this::draw);
        model.jobProperty().subscribe(this::draw);
        draw();
        Focus.on(choose);
    }

    private void draw() {
        Focus.kept(page, this::lay);
    }

    private void lay() {
        page.getChildren().clear();
        model.lines().forEach(line -> page.getChildren().add(card(line)));
        Job job = model.jobProperty().get();
        if (job != null) {
            page.getChildren().add(working(job));
        } else if (model.lines().isEmpty()) {
            page.getChildren().add(Headed.card(own.text("check.how"), Headed.quiet(own.text("check.how.line"))));
        }
    }

    private Node card(Line line) {
        int number = model.lines().indexOf(line) + 1;
        return switch (line) {
            case Line.Read read -> new CheckedCard(desk, model, places, picking, read, number);
            case Line.Unread unread -> unread(unread, number);
        };
    }

    private Node unread(Line.Unread unread, int number) {
        VBox card = Headed.card("", CheckedCard.name(unread.pdf()));
        card.setId("check-unread-" + number);
        Label what = new Label(unread.told().what());
        what.setWrapText(true);
        what.getStyleClass().addAll("preflight-standing", "standing-bad");
        card.getChildren().addAll(what, Headed.quiet(unread.told().advice()));
        if (unread.list()) {
            card.getChildren().add(new HBox(CheckedCard.list(own, picking, model, unread.pdf(), number)));
        }
        return card;
    }

    private Node working(Job job) {
        ProgressBar bar = new ProgressBar();
        bar.setId("check-progress");
        bar.setAccessibleText(own.text("check.job"));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(job.fractionProperty());
        VBox card = Headed.card(
                own.text("check.working"),
                Headed.quiet(own.text("check.working.line")),
                bar,
                new HBox(Glyphs.button("check-cancel", own.text("write.cancel"), model::cancel)));
        card.setId("check-now");
        return card;
    }

    private void file() {
        picking.file(getScene().getWindow(), "check.file", "file.pdf", Optional.<Path>empty(), ".pdf", ".PDF")
                .ifPresent(model::check);
    }

    private void folder() {
        picking.folder(getScene().getWindow(), "check.folder").ifPresent(model::check);
    }
}
