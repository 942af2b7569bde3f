package org.cairn.ui.search;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cairn.domain.search.Hit;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Beside;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Veil;
import org.cairn.ui.common.Words;
import org.cairn.ui.search.PreviewViewModel.Shown;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The found place itself, right of the results.
final class PreviewPane extends BorderPane {

    /// What shows a find of one sort.
    interface Showing {
        /// The node.
        Node node();

        /// Another place of the same find is looked at.
        void moved();
    }

    private static final double LEAST_OF_TOOLS = 290;

    private final Desk desk;
    private final Words words;
    private final Messages own;
    private final PreviewViewModel model;
    private final Runnable open;
    private final HitWorkBar work;
    private final Label count = new Label();
    private final TextField inside = new TextField();
    private final Label fault = Headed.quiet("");
    private @Nullable Showing showing;

    /// @param work what can be done with the find
    PreviewPane(Desk desk, PreviewViewModel model, Runnable open, HitWorkBar work) {
        this.desk = desk;
        this.words = desk.words();
        this.own = words.of("search");
        this.model = model;
        this.open = open;
        this.work = work;
        setId("preview");
        getStyleClass().add("preview");
        setMinWidth(280);
        setMinHeight(0);
        inside.setId("preview-inside");
        inside.setPromptText(own.text("inside.prompt"));
        inside.setAccessibleText(own.text("inside.prompt"));
        inside.setPrefColumnCount(12);
        inside.nodeOrientationProperty().bind(inside.textProperty().map(Direction::of));
        inside.setOnAction(event -> model.lookInside(inside.getText()));
        inside.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                inside.clear();
                model.lookInside("");
                event.consume();
            }
        });
        model.insideProperty().subscribe(inside::setText);
        fault.setId("preview-fault");
        fault.setWrapText(true);
        fault.textProperty().bind(model.insideFaultProperty());
        fault.managedProperty().bind(model.insideFaultProperty().isNotEmpty());
        count.setId("preview-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        model.shownProperty().subscribe(this::show);
        model.atProperty().subscribe(this::moved);
    }

    private void show(@Nullable Shown shown) {
        showing = null;
        if (shown == null) {
            setTop(null);
            VBox empty = Headed.empty("preview-empty", own.text("preview.empty"));
            setCenter(empty);
            return;
        }
        setTop(new VBox(heading(shown.hit()), tools(), fault, work));
        Showing fresh = showing(shown);
        showing = fresh;
        boolean veiled = shown.graphic() && (shown.pages() || shown.picture());
        setCenter(veiled ? new Veil("preview-veil", fresh.node(), words.of("shell")) : fresh.node());
        if (shown.places().isEmpty()) {
            moved();
            fresh.moved();
        }
    }

    private Showing showing(Shown shown) {
        if (shown.pages()) {
            return new PagePreview(own, words.of("shell"), model);
        }
        if (shown.picture()) {
            return new PicturePreview(desk, model, shown);
        }
        return shown.testimony()
                .<Showing>map(statement -> new StatementPreview(words, model, shown, statement))
                .orElseGet(() -> new TextPreview(words, model, shown));
    }

    private Node heading(Hit hit) {
        Label reference = new Label(hit.reference().toString());
        reference.setId("preview-reference");
        reference.getStyleClass().add("reference");
        reference.setMinWidth(Region.USE_PREF_SIZE);
        Label title = new Label(ResultCell.title(words, hit));
        title.setId("preview-title");
        title.getStyleClass().add("card-title");
        title.setNodeOrientation(Direction.of(title.getText()));
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, reference, title);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("preview-head");
        return row;
    }

    private Node tools() {
        HBox looking = new HBox(
                4,
                Glyphs.quiet("hit-previous", Material2AL.KEYBOARD_ARROW_UP, own.text("hit.previous"), model::previous),
                Glyphs.quiet("hit-next", Material2AL.KEYBOARD_ARROW_DOWN, own.text("hit.next"), model::next),
                count,
                inside);
        HBox.setHgrow(inside, Priority.SOMETIMES);
        inside.setMinWidth(110);
        looking.setAlignment(Pos.CENTER_LEFT);
        Beside row = new Beside(
                8,
                looking,
                new HBox(steady(
                        Glyphs.button("preview-open", Material2MZ.OPEN_IN_FULL, own.text("preview.open"), open))),
                Beside.Grows.FIRST,
                LEAST_OF_TOOLS);
        row.getStyleClass().add("tool-row");
        return row;
    }

    private static Node steady(javafx.scene.control.Button button) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void moved() {
        Shown shown = model.shownProperty().get();
        int places = shown == null ? 0 : shown.places().size();
        count.setText(
                places == 0
                        ? model.insideProperty().get().isEmpty() ? "" : own.text("inside.none")
                        : own.text(
                                "hit.at",
                                model.atProperty().get() + 1,
                                places,
                                model.place()
                                        .map(place -> SearchView.shortly(place.pinpoint()))
                                        .orElse("")));
        Showing now = showing;
        if (now != null && model.atProperty().get() >= 0) {
            now.moved();
        }
    }
}
