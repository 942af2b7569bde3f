package org.cairn.ui.alike;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.AlikeTexts;
import org.cairn.archive.Differences;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.DifferingText;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// Two texts sentence beside sentence, with what differs marked; long stretches that are the same are folded away.
final class TextsBeside extends VBox {

    /// So many sentences around a difference stay, so that it can be understood.
    private static final int AROUND = 1;

    private static final Insets ROOM = new Insets(4, 2, 4, 2);

    private final Messages own;
    private final ListView<Row> rows = new ListView<>();

    /// A line of the comparison.
    sealed interface Row {
        /// Two sentences.
        record Sentences(Differences.Pair pair) implements Row {}

        /// Sentences that are the same, folded away.
        record Folded(List<Differences.Pair> pairs) implements Row {}
    }

    TextsBeside(Words words, AlikeTexts texts) {
        super(8);
        this.own = words.of("evidence");
        setId("pair-texts-beside");
        rows.setId("pair-rows");
        rows.getStyleClass().add("compared");
        rows.setAccessibleText(own.text("alike.texts"));
        rows.getItems().setAll(rows(texts.pairs()));
        rows.setCellFactory(view -> new Line());
        rows.setPlaceholder(Headed.quiet(own.text("alike.noText")));
        rows.setFocusTraversable(true);
        VBox.setVgrow(rows, Priority.ALWAYS);
        if (texts.cut()) {
            getChildren().add(Headed.quiet(own.text("alike.cut")));
        }
        getChildren().add(rows);
    }

    /// What is shown of two texts at first.
    static List<Row> rows(List<Differences.Pair> pairs) {
        boolean[] shown = new boolean[pairs.size()];
        for (int i = 0; i < shown.length; i++) {
            if (!pairs.get(i).same()) {
                for (int near = Math.max(0, i - AROUND); near <= Math.min(shown.length - 1, i + AROUND); near++) {
                    shown[near] = true;
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < shown.length; ) {
            int from = i;
            while (i < shown.length && !shown[i]) {
                i++;
            }
            if (i - from > 1) {
                rows.add(new Row.Folded(pairs.subList(from, i)));
            } else if (i > from) {
                rows.add(new Row.Sentences(pairs.get(from)));
            } else {
                rows.add(new Row.Sentences(pairs.get(i++)));
            }
        }
        return rows;
    }

    private void unfold(Row.Folded folded) {
        int at = rows.getItems().indexOf(folded);
        rows.getItems().remove(at);
        rows.getItems()
                .addAll(at, folded.pairs().stream().map(Row.Sentences::new).toList());
    }

    private final class Line extends ListCell<Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean nothing) {
            super.updateItem(row, nothing);
            setGraphic(row == null || nothing ? null : node(row));
        }

        private Node node(Row row) {
            return switch (row) {
                case Row.Folded folded -> folded(folded);
                case Row.Sentences two -> sentences(two.pair());
            };
        }

        private Node folded(Row.Folded folded) {
            Hyperlink open = new Hyperlink(own.text("alike.same", folded.pairs().size()));
            open.getStyleClass().add("quiet");
            open.setOnAction(any -> unfold(folded));
            HBox row = new HBox(open);
            row.setAlignment(Pos.CENTER);
            return row;
        }

        private Node sentences(Differences.Pair pair) {
            String style = pair.same() ? "same" : "changed";
            Beside row = new Beside(side(pair.earlier(), style, "gone"), side(pair.later(), style, "come"));
            row.prefWidthProperty().bind(rows.widthProperty().subtract(46));
            row.maxWidthProperty().bind(rows.widthProperty().subtract(46));
            return row;
        }

        private Node side(Optional<Differences.Side> side, String style, String changed) {
            if (side.isEmpty()) {
                HBox absent = new HBox(Headed.quiet(own.text("alike.absent")));
                absent.setPadding(ROOM);
                return absent;
            }
            DifferingText text = new DifferingText(side.get().pieces(), changed);
            text.setPadding(ROOM);
            text.getStyleClass().add(style);
            text.setNodeOrientation(Direction.of(text.whole()));
            text.setAccessibleText(text.whole());
            return text;
        }
    }
}
