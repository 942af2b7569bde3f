package org.cairn.ui.evidence;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;

/// A record that is a filled-in form: a person spoken of, a place, an event, a payment, an examination.
final class FieldsPane extends ScrollPane {

    FieldsPane(Words words, Item item) {
        Messages own = words.of("evidence");
        Facts facts = new Facts("field");
        item.record().when().ifPresent(date -> facts.with(own.text("column.date"), words.date(date)));
        item.record().concerns().ifPresent(witness -> facts.with(own.text("intake.witness"), witness.toString()));
        item.facts().forEach(facts::with);
        VBox page = new VBox(Headed.card(
                item.evidence().isPresent()
                        ? own.text("thing.title")
                        : own.text("kind." + item.revision().reference().kind().code()),
                facts));
        page.getStyleClass().add("tab-page");
        setId("fields");
        setContent(page);
        setFitToWidth(true);
        getStyleClass().add("page-scroll");
    }
}
