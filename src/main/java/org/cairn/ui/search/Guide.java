package org.cairn.ui.search;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.cairn.domain.query.QueryExamples;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Headed;

/// What can be written into the search field, by example.
final class Guide extends VBox {

    Guide(Messages own) {
        setId("guide");
        GridPane grid = new GridPane(14, 5);
        for (int i = 0; i < 4; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(i % 2 == 0 ? 19 : 31);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < QueryExamples.CODES.size(); i++) {
            Label example = new Label(own.text("guide." + QueryExamples.CODES.get(i) + ".example"));
            example.getStyleClass().add("mono");
            example.setWrapText(true);
            example.setMinHeight(USE_PREF_SIZE);
            int half = (QueryExamples.CODES.size() + 1) / 2;
            grid.add(example, i < half ? 0 : 2, i % half);
            grid.add(Headed.quiet(own.text("guide." + QueryExamples.CODES.get(i))), i < half ? 1 : 3, i % half);
        }
        getChildren().add(Headed.card("", grid, Headed.quiet(own.text("guide.keys"))));
        setManaged(false);
        setVisible(false);
    }

    void toggle() {
        setManaged(!isManaged());
        setVisible(isManaged());
    }
}
