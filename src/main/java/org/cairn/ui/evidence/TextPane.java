package org.cairn.ui.evidence;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Passage;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.Fitted;
import org.cairn.ui.documents.FittedCell;
import org.cairn.ui.documents.MarkedText;
import org.jspecify.annotations.Nullable;

/// An item as the text that was read of it, part by part, with what is sought marked.
final class TextPane extends BorderPane {

    private final Words words;
    private final Messages own;
    private final ItemViewModel model;
    private final Reference reference;
    private final ListView<@Nullable Passage> list = new ListView<>();

    TextPane(Words words, ItemViewModel model, Item item) {
        this.words = words;
        this.own = words.of("evidence");
        this.model = model;
        this.reference = item.revision().reference();
        setId("text-pane");
        list.setId("text-passages");
        list.getStyleClass().add("text-passages");
        list.setAccessibleText(own.text("text.name"));
        list.setItems(model.passages());
        list.setCellFactory(view -> new Part());
        HBox tools = new HBox(6, Headed.quiet(own.text("text.asRead")), Headed.room(), new FindBar(own, model.find()));
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("tool-row");
        setTop(tools);
        setCenter(list);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                model.find().lookInText();
            }
        });
        model.find().atProperty().subscribe(this::show);
        model.find().soughtProperty().subscribe((from, to) -> list.refresh());
        if (model.find().atProperty().get() < 0) {
            model.pinpoint().ifPresent(place -> list.scrollTo(Math.max(0, place.ordinal() - 1)));
        }
    }

    private void show() {
        model.find().hit().filter(hit -> hit.in().column() < 0).ifPresent(hit -> {
            int place = hit.in().place();
            list.getSelectionModel().select(place);
            list.refresh();
            list.scrollTo(place);
            Platform.runLater(() -> showMark(place));
        });
    }

    /// A part may be longer than what is seen of it at once.
    private void showMark(int place) {
        list.applyCss();
        list.layout();
        if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
                || flow.getCell(place).getIndex() != place) {
            return;
        }
        Node cell = flow.getCell(place);
        if (cell.lookup(".marked-text") instanceof MarkedText text
                && text.here().isPresent()) {
            Bounds mark = flow.sceneToLocal(text.localToScene(text.here().get()));
            double seen = flow.getHeight();
            if (mark.getMinY() < 0 || mark.getMaxY() > seen) {
                flow.scrollPixels(mark.getMinY() - seen / 3);
            }
        }
    }

    private Pinpoint pinpoint(Passage passage) {
        return switch (passage.unit()) {
            case PAGE -> new Pinpoint.OfPage(reference, passage.ordinal());
            case PARAGRAPH -> new Pinpoint.OfParagraph(reference, passage.ordinal());
            case SECOND -> new Pinpoint.OfMoment(reference, passage.ordinal());
        };
    }

    private String heading(Passage passage) {
        return switch (passage.unit()) {
            case PAGE -> own.text("text.page", passage.ordinal());
            case PARAGRAPH -> own.text("text.part", passage.ordinal()) + extent(passage);
            case SECOND ->
                pinpoint(passage).toString().substring(reference.toString().length() + 1);
        };
    }

    /// What of a sheet or a chat the part holds, as its own program counts.
    private String extent(Passage passage) {
        return passage.extent().map(held -> " · " + words.extent(held)).orElse("");
    }

    /// One page, part or moment.
    private final class Part extends FittedCell<@Nullable Passage> {

        private final Label heading = new Label();
        private final MarkedText text = new MarkedText();
        private final Fitted box = new Fitted(4, list.widthProperty().subtract(64), heading, text);

        Part() {
            heading.getStyleClass().add("part-heading");
            box.getStyleClass().add("part");
        }

        @Override
        protected void updateItem(@Nullable Passage passage, boolean nothing) {
            super.updateItem(passage, nothing);
            if (passage == null || nothing) {
                setGraphic(null);
                return;
            }
            heading.setText(heading(passage));
            String written = passage.text().strip();
            text.show(
                    written,
                    model.find().sought().marksIn(written),
                    model.find().hereIn(getIndex()));
            setGraphic(box);
        }
    }
}
