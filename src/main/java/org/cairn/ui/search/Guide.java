package org.cairn.ui.search;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Headed;

/// What can be written into the search field, by example.
final class Guide extends VBox {

    private static final List<String> EXAMPLES = List.of(
            "all",
            "stem",
            "phrase",
            "exact",
            "or",
            "not",
            "brackets",
            "near",
            "then",
            "wild",
            "fuzzy",
            "pattern",
            "title",
            "date",
            "kind",
            "language",
            "tag",
            "witness",
            "place",
            "has",
            "reviewed",
            "source",
            "element",
            "ref");

    Guide(Messages own) {
        setId("guide");
        GridPane grid = new GridPane(14, 5);
        for (int i = 0; i < 4; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(i % 2 == 0 ? 19 : 31);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < EXAMPLES.size(); i++) {
            Label example = new Label(own.text("guide." + EXAMPLES.get(i) + ".example"));
            example.getStyleClass().add("mono");
            int half = (EXAMPLES.size() + 1) / 2;
            grid.add(example, i < half ? 0 : 2, i % half);
            grid.add(Headed.quiet(own.text("guide." + EXAMPLES.get(i))), i < half ? 1 : 3, i % half);
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
