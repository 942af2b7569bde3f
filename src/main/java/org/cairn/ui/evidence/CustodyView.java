package org.cairn.ui.evidence;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/// What happened to an item, line by signed line.
final class CustodyView extends VBox {

    /// Details that are hashes or repeat what the line says already.
    private static final Set<String> SILENT = Set.of("sha256", "hash", "revision");

    private static final int SHORT = 16;

    private final Words words;
    private final Messages own;

    CustodyView(Words words, ObservableList<CustodyEvent> events) {
        this.words = words;
        this.own = words.of("evidence");
        setId("item-custody");
        getStyleClass().add("tab-page");
        ListView<CustodyEvent> list = new ListView<>(events);
        list.setId("custody-lines");
        list.setAccessibleText(own.text("tab.custody"));
        list.setCellFactory(view -> new Line());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(Headed.quiet(own.text("custody.line")), list);
    }

    private String action(CustodyEvent event) {
        String key = "event." + event.action();
        return own.has(key) ? own.text(key) : event.action();
    }

    private String details(CustodyEvent event) {
        return event.details().entrySet().stream()
                .filter(detail ->
                        !SILENT.contains(detail.getKey()) && !detail.getValue().isBlank())
                .map(this::detail)
                .collect(Collectors.joining("   ·   "));
    }

    private String detail(Map.Entry<String, String> detail) {
        String key = "detail." + detail.getKey();
        String name = own.has(key) ? own.text(key) : detail.getKey();
        String value = switch (detail.getKey()) {
            case "acquired" -> words.vocabulary("acquisition", detail.getValue());
            case "status" -> own.text("state." + detail.getValue());
            default -> Direction.isolate(detail.getValue());
        };
        return name + ": " + value;
    }

    private final class Line extends ListCell<CustodyEvent> {
        @Override
        protected void updateItem(@Nullable CustodyEvent event, boolean nothing) {
            super.updateItem(event, nothing);
            setGraphic(event == null || nothing ? null : line(event));
        }

        private Node line(CustodyEvent event) {
            Label when = new Label(words.moment(event.at()));
            when.setMinWidth(170);
            when.getStyleClass().add("quiet");
            Label what = new Label(own.text("custody.by", action(event), Direction.isolate(event.actor())));
            what.getStyleClass().add("event-what");
            Label more = Headed.quiet(details(event));
            more.setManaged(!more.getText().isEmpty());
            VBox middle = new VBox(2, what, more);
            middle.setMinWidth(0);
            HBox.setHgrow(middle, Priority.ALWAYS);
            Label signed = Glyphs.label(
                    Material2MZ.VERIFIED_USER,
                    own.text(
                            "custody.signed",
                            event.sequence(),
                            Direction.isolate(event.hash().hex().substring(0, SHORT))),
                    "quiet");
            signed.setTooltip(new Tooltip(event.hash().hex()));
            signed.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(12, when, middle, signed);
            row.getStyleClass().add("event");
            return row;
        }
    }
}
