package org.cairn.ui.evidence;

import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.EventCell;

/// What happened to an item, line by signed line.
final class CustodyView extends VBox {

    CustodyView(
            Words words,
            ObservableList<CustodyEvent> events,
            java.util.Optional<WorkViewModel> work,
            Consumer<Reference> open) {
        Messages own = words.of("evidence");
        setId("item-custody");
        getStyleClass().add("tab-page");
        ListView<CustodyEvent> list = new ListView<>(events);
        list.setId("custody-lines");
        list.getStyleClass().add("timeline");
        list.setAccessibleText(own.text("tab.custody"));
        list.setCellFactory(view -> new EventCell(
                words,
                view,
                open,
                line -> work.filter(model -> model.mayCorrect(line)).map(model -> correct(own, model, line))));
        VBox.setVgrow(list, Priority.ALWAYS);
        work.ifPresent(model -> getChildren().add(new HandlingForm(words, model)));
        getChildren().addAll(Headed.quiet(own.text("custody.line")), list);
    }

    private static Node correct(Messages own, WorkViewModel model, CustodyEvent line) {
        Button button = Glyphs.button(
                "correct-" + line.sequence(),
                own.text("handle.correct"),
                () -> model.correctingProperty().set(line));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
