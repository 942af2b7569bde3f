package org.cairn.ui.documents;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.ui.common.CustodyWords;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// One event of the ledger, as a sentence: its number, when, what was done to what by whom, and the hash that chains
/// it to the one before.
public final class EventCell extends FittedCell<@Nullable CustodyEvent> {

    private static final int SIDES = 48;
    private static final int NARROW = 520;

    private final Words words;
    private final CustodyWords said;
    private final ListView<?> list;
    private final Consumer<Reference> open;
    private final Function<CustodyEvent, Optional<Node>> more;

    /// @param open leads to what an event is about
    public EventCell(Words words, ListView<?> list, Consumer<Reference> open) {
        this(words, list, open, event -> Optional.empty());
    }

    /// @param more what can be done about an event, beside it
    public EventCell(
            Words words, ListView<?> list, Consumer<Reference> open, Function<CustodyEvent, Optional<Node>> more) {
        this.more = more;
        this.words = words;
        this.said = new CustodyWords(words);
        this.list = list;
        this.open = open;
    }

    @Override
    protected void updateItem(@Nullable CustodyEvent event, boolean nothing) {
        super.updateItem(event, nothing);
        setText(null);
        setGraphic(event == null || nothing ? null : shown(event));
        setAccessibleText(
                event == null || nothing
                        ? null
                        : words.moment(event.at()) + " " + said.action(event) + " " + said.by(event));
    }

    private Node shown(CustodyEvent event) {
        Label number = new Label(words.number(event.sequence()));
        number.getStyleClass().add("event-number");
        number.setMinWidth(USE_PREF_SIZE);
        Label when = new Label(words.moment(event.at()));
        when.getStyleClass().add("quiet");
        when.setMinWidth(USE_PREF_SIZE);
        Label hash = Glyphs.label(Material2AL.LINK, CustodyWords.shortened(event), "mono", "quiet");
        hash.setTooltip(new Tooltip(event.hash().toString()));
        hash.setMinWidth(USE_PREF_SIZE);
        // in a narrow window what happened needs the room; the hash is in the receipt and in the tip of the number
        hash.visibleProperty().bind(list.widthProperty().greaterThan(NARROW));
        hash.managedProperty().bind(hash.visibleProperty());
        number.setTooltip(new Tooltip(event.hash().toString()));
        VBox what = new VBox(1, sentence(event));
        FlowPane details = new FlowPane(16, 1);
        said.details(event).forEach(detail -> {
            Label line = detail(detail);
            // a long one, such as why nothing could be read, wraps within the row
            line.maxWidthProperty().bind(details.widthProperty());
            details.getChildren().add(line);
        });
        if (!details.getChildren().isEmpty()) {
            what.getChildren().add(details);
        }
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox row = new HBox(12, number, when, what);
        more.apply(event).ifPresent(row.getChildren()::add);
        row.getChildren().add(hash);
        row.getStyleClass().add("event-row");
        return new Fitted(0, list.widthProperty().subtract(SIDES), row);
    }

    private static Label detail(String text) {
        Label detail = Headed.quiet(text);
        detail.getStyleClass().add("event-details");
        return detail;
    }

    private Node sentence(CustodyEvent event) {
        Label what = new Label(said.action(event));
        what.getStyleClass().add("event-what");
        FlowPane line = new FlowPane(8, 0, what);
        event.subject().ifPresent(reference -> {
            Hyperlink link = new Hyperlink(reference.toString());
            link.getStyleClass().add("reference");
            link.setId("event-subject-" + event.sequence());
            link.setOnAction(any -> open.accept(reference));
            line.getChildren().add(link);
        });
        line.getChildren().add(Headed.quiet(said.by(event)));
        return line;
    }
}
