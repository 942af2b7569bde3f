package org.cairn.ui.bundles;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import org.cairn.domain.BundleDraft.Exhibit;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Summary;
import org.cairn.ui.bundles.Outline.Spot;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// A section or an exhibit of the tree, which can be dragged to another place in it.
final class OutlineCell extends TreeCell<Spot> {

    private final Words words;
    private final DraftViewModel model;

    OutlineCell(Words words, DraftViewModel model) {
        this.words = words;
        this.model = model;
        setPrefWidth(0);
        setOnDragDetected(event -> {
            if (getItem() != null) {
                startDragAndDrop(TransferMode.MOVE).setContent(Carried.of(getItem()));
                event.consume();
            }
        });
        setOnDragOver(event -> {
            if (Carried.isIn(event.getDragboard()) && getItem() != null) {
                event.acceptTransferModes(TransferMode.MOVE, TransferMode.COPY);
                event.consume();
            }
        });
        setOnDragDropped(this::drop);
    }

    private void drop(DragEvent event) {
        Spot here = getItem();
        if (here != null && Carried.isIn(event.getDragboard())) {
            Carried.spot(event.getDragboard()).ifPresent(from -> model.move(from, here));
            model.add(Carried.records(event.getDragboard()), here);
            event.setDropCompleted(true);
        }
        event.consume();
    }

    @Override
    protected void updateItem(@Nullable Spot spot, boolean nothing) {
        super.updateItem(spot, nothing);
        setText(null);
        setGraphic(spot == null || nothing || spot.section() < 0 ? null : line(spot));
    }

    private @Nullable Node line(Spot spot) {
        Outline outline = model.outlineProperty().get();
        if (spot.section() >= outline.sections().size()) {
            return null;
        }
        String letter = String.valueOf((char) ('A' + spot.section() % 26));
        if (spot.isSection()) {
            String title = outline.sections().get(spot.section()).title();
            Label section = new Label(letter + "   " + title);
            section.getStyleClass().add("outline-section");
            return section;
        }
        return outline.exhibit(spot).map(exhibit -> exhibit(spot, exhibit)).orElse(null);
    }

    private Node exhibit(Spot spot, Exhibit exhibit) {
        Label mark = new Label(Outline.mark(spot));
        mark.getStyleClass().add("quiet");
        mark.setMinWidth(38);
        Label reference = new Label(exhibit.reference().toString());
        reference.getStyleClass().add("reference");
        reference.setMinWidth(USE_PREF_SIZE);
        Label title = new Label(title(exhibit));
        title.setNodeOrientation(Direction.of(title.getText()));
        title.setMinWidth(0);
        HBox row =
                new HBox(7, DraftView.icon(exhibit.reference().kind() == RecordKind.TESTIMONY), mark, reference, title);
        row.setAlignment(Pos.CENTER_LEFT);
        exhibit.pages()
                .ifPresent(pages -> row.getChildren()
                        .add(Badge.neutral(words.of("bundles").text("outline.pages", pages.toString()))));
        if (exhibit.withheld().isPresent()) {
            row.getChildren().add(Badge.neutral(words.of("bundles").text("outline.withheld")));
        }
        if (!exhibit.parts().isEmpty()) {
            row.getChildren()
                    .add(Badge.neutral(words.of("bundles")
                            .text("outline.blackened", exhibit.parts().size())));
        }
        if (blocked(exhibit)) {
            row.getChildren().add(3, Badge.bad(words.of("bundles").text("outline.blocked")));
        }
        return row;
    }

    private String title(Exhibit exhibit) {
        return exhibit.title().isBlank() ? summary(exhibit).map(Summary::title).orElse("") : exhibit.title();
    }

    private Optional<Summary> summary(Exhibit exhibit) {
        return Optional.ofNullable(model.checkedProperty().get())
                .map(checked -> checked.summaries().get(exhibit.reference()));
    }

    private boolean blocked(Exhibit exhibit) {
        Checked checked = model.checkedProperty().get();
        return checked != null
                && checked.preflight().gaps().stream()
                        .anyMatch(gap -> gap.statement().equals(exhibit.reference()));
    }
}
