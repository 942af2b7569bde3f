package org.cairn.ui.testimony;

import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.cairn.archive.Differences;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.DifferingText;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;

/// Two statements of a witness side by side: the earlier one, and what the later one says otherwise.
final class ComparedView extends GridPane {

    private final Words words;
    private final Messages area;
    private final LanguageTag language;

    ComparedView(Reference earlier, Reference later, List<Differences.Pair> pairs, LanguageTag language, Words words) {
        this.words = words;
        this.area = words.of("testimony");
        this.language = language;
        setId("compared");
        getStyleClass().addAll("statement-text", "compared");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        getColumnConstraints().addAll(half, half);
        add(named(earlier), 0, 0);
        add(named(later), 1, 0);
        for (int i = 0; i < pairs.size(); i++) {
            Differences.Pair pair = pairs.get(i);
            String style = pair.same() ? "same" : "changed";
            add(side(pair.earlier(), style, "gone", "compare.added"), 0, i + 1);
            add(side(pair.later(), style, "come", "compare.removed"), 1, i + 1);
        }
    }

    private static Label named(Reference reference) {
        Label name = new Label(reference.toString());
        name.getStyleClass().add("field-name");
        return name;
    }

    private Node side(Optional<Differences.Side> side, String style, String changed, String absent) {
        return side.<Node>map(there -> paragraph(there, style, changed))
                .orElseGet(() -> Headed.quiet(area.text(absent)));
    }

    private HBox paragraph(Differences.Side side, String style, String changed) {
        Label count = new Label(words.number(side.number()));
        count.getStyleClass().add("paragraph-number");
        DifferingText flow = new DifferingText(side.pieces(), changed);
        HBox.setHgrow(flow, Priority.ALWAYS);
        HBox row = new HBox(12, count, flow);
        row.getStyleClass().addAll("statement-paragraph", style);
        NodeOrientation own = Direction.of(flow.whole());
        row.setNodeOrientation(own == NodeOrientation.INHERIT ? Direction.of(language) : own);
        row.setAccessibleText(flow.whole());
        return row;
    }
}
