package org.cairn.ui.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.BundlesViewModel.DraftLine;
import org.cairn.ui.bundles.BundlesViewModel.KeptLine;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;

/// Drafts on the desk, then what was served, then bundles kept in the archive.
final class BundlesView extends StackPane {

    private final Desk desk;
    private final Words words;
    private final Messages own;
    private final BundlesViewModel model;
    private final WrittenPlaces places;
    private final Consumer<String> open;
    private final VBox lines = new VBox(14);
    private final ScrollPane scroll = Headed.scrolling(lines);
    private final BeginPane beginning;
    private final Headed page;
    private Optional<Reference> wanted = Optional.empty();

    BundlesView(Desk desk, BundlesViewModel model, WrittenPlaces places, Consumer<String> open) {
        this.desk = desk;
        this.words = desk.words();
        this.places = places;
        this.own = words.of("bundles");
        this.model = model;
        this.open = open;
        setId("bundles");
        beginning = new BeginPane(words, model, open, () -> begin(false));
        begin(false);
        page = new Headed(
                own.text("list.title"),
                own.text("list.line"),
                new Notice("bundles-notice", model.toldProperty(), words.of("shell")),
                beginning,
                scroll);
        page.with(
                whole(Glyphs.button("bundle-check", own.text("check.other"), () -> desk.go(FinishedPlace.check()))),
                whole(Glyphs.button("bundle-time", own.text("time.other"), () -> desk.go(FinishedPlace.time()))),
                begin("bundle-new"));
        getChildren().add(page);
        model.drafts().subscribe(this::draw);
        model.servings().shownProperty().subscribe(this::draw);
        model.servings().openedProperty().subscribe(this::draw);
        model.kept().subscribe(this::draw);
        model.loadedProperty().subscribe(this::draw);
    }

    /// Its words are never cut short.
    private static Button whole(Button button) {
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /// Shows one kept bundle foremost.
    void showWhenLoaded(Reference reference) {
        wanted = Optional.of(reference);
        draw();
    }

    private Node begin(String id) {
        return whole(Glyphs.primary(id, own.text("list.new"), () -> begin(true)));
    }

    private void begin(boolean shown) {
        beginning.setVisible(shown);
        beginning.setManaged(shown);
        if (shown) {
            beginning.face();
        }
    }

    private void draw() {
        Focus.kept(lines, this::lay);
    }

    private void lay() {
        lines.getChildren().clear();
        if (!model.loadedProperty().get()) {
            return;
        }
        boolean served = model.servings().shownProperty().get().total() > 0;
        if (model.drafts().isEmpty() && model.kept().isEmpty() && !served) {
            lines.getChildren().add(Headed.empty("bundles-empty", own.text("list.empty"), begin("bundle-new-first")));
            return;
        }
        if (!model.drafts().isEmpty()) {
            VBox card = Headed.card(own.text("list.drafts"));
            model.drafts().forEach(line -> card.getChildren().add(draft(line)));
            lines.getChildren().add(card);
        }
        if (served) {
            lines.getChildren()
                    .add(new ServingsPane(desk, places, model.servings(), line -> model.late(line, open), this::face));
        }
        if (!model.kept().isEmpty()) {
            VBox card = Headed.card(own.text("list.kept"));
            model.kept().forEach(line -> card.getChildren().add(kept(line)));
            lines.getChildren().add(card);
        }
    }

    private Node draft(DraftLine line) {
        VBox what = what(
                line.draft().title(),
                own.text(
                        "list.draftLine",
                        line.draft().references().size(),
                        line.draft().sections().size(),
                        words.moment(line.savedAt())));
        String number = line.id().substring(line.id().indexOf('/') + 1);
        return row(
                what,
                Badge.of(line.draft().confidentiality(), words),
                Glyphs.button("draft-open-" + number, own.text("list.open"), () -> open.accept(line.id())),
                Glyphs.quiet(
                        "draft-discard-" + number,
                        Material2AL.DELETE_OUTLINE,
                        own.text("list.discard", line.draft().title()),
                        () -> model.discard(line.id())));
    }

    private Node kept(KeptLine line) {
        String reference = line.summary().reference().toString();
        VBox what = what(line.draft().title(), line.written().isEmpty() ? own.text("list.notWritten") : "");
        line.written().forEach(event -> what.getChildren().addAll(written(event)));
        Label number = new Label(reference);
        number.getStyleClass().add("reference");
        number.setMinWidth(72);
        HBox row = row(
                what,
                !line.written().isEmpty()
                        ? Badge.good(own.text("list.written"))
                        : Badge.neutral(own.text("list.keptOnly")),
                Badge.of(line.draft().confidentiality(), words),
                Glyphs.button(
                        "kept-again-" + reference, own.text("list.again"), () -> model.again(line.draft(), open)));
        row.getChildren().addFirst(number);
        if (wanted.equals(Optional.of(line.summary().reference()))) {
            row.getStyleClass().add("line-wanted");
        }
        return row;
    }

    /// When it was written, and the hash of each file.
    private List<Node> written(CustodyEvent event) {
        List<Node> lines = new ArrayList<>();
        Label when = Headed.quiet(own.text(
                "list.writtenLine",
                words.moment(event.at()),
                event.actor(),
                event.details().getOrDefault("pages", "0")));
        String serving = event.details().getOrDefault("serving", "");
        Label number = new Label(serving);
        number.getStyleClass().add("reference");
        number.setMinWidth(USE_PREF_SIZE);
        lines.add(serving.isEmpty() ? when : new HBox(8, number, when));
        for (String hash : event.details().getOrDefault("sha256", "").split(",", -1)) {
            Label exact = new Label(hash);
            exact.getStyleClass().addAll("mono", "quiet");
            exact.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
            lines.add(exact);
        }
        return lines;
    }

    /// Brings a line that was opened into sight.
    private void face(Node line) {
        Platform.runLater(() -> {
            scroll.applyCss();
            scroll.layout();
            double room = lines.getHeight() - scroll.getViewportBounds().getHeight();
            if (line.getScene() != null && room > 0) {
                double top = lines.sceneToLocal(line.localToScene(0, 0)).getY();
                double bottom = top + line.getBoundsInLocal().getHeight();
                double seen = scroll.getVvalue() * room;
                if (top < seen || bottom > seen + scroll.getViewportBounds().getHeight()) {
                    scroll.setVvalue(Math.clamp(top / room, 0, 1));
                }
            }
        });
    }

    private static VBox what(String title, String line) {
        Label name = new Label(title);
        name.getStyleClass().add("result-title");
        name.setNodeOrientation(Direction.of(title));
        VBox what = new VBox(2, name);
        if (!line.isEmpty()) {
            what.getChildren().add(Headed.quiet(line));
        }
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        return what;
    }

    private static HBox row(Node... parts) {
        HBox row = new HBox(10, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("list-line");
        return row;
    }
}
