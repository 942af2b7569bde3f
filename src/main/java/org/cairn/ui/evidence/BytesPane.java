package org.cairn.ui.evidence;

import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Copied;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// What cannot be shown: why, and its bytes, of which only those in sight are read.
final class BytesPane extends VBox {

    /// States in which it was read, and has no text of its own.
    private static final List<String> NOT_ITSELF = List.of("COMPLETE", "NO_TEXT");

    private final Messages own;
    private final ItemViewModel model;
    private final ListView<@Nullable String> list = new ListView<>();
    private @Nullable ByteWindow window;
    private long from;

    BytesPane(Words words, ItemViewModel model, Item item) {
        this.own = words.of("evidence");
        this.model = model;
        setId("bytes-pane");
        getStyleClass().add("tab-page");
        prepareList();
        VBox bytes = Headed.card(own.text("bytes.all"), tools(), list);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(bytes, Priority.ALWAYS);
        getChildren().addAll(Headed.card(own.text("bytes.title"), Headed.quiet(why(item)), more(words, item)), bytes);
        model.viewing()
                .lines()
                .open(
                        () -> model.viewing().bytes(item.reference()),
                        channel -> {
                            ByteWindow opened = new ByteWindow(channel);
                            return new ReadThrough.Made<>(opened::lines, opened.lines(), opened);
                        },
                        opened -> window = opened);
    }

    /// Of what others were packed in, where they can be looked at.
    private String why(Item item) {
        String state = item.reading().map(read -> read.status().name()).orElse("WAITING");
        return item.inside().isEmpty() || !NOT_ITSELF.contains(state)
                ? own.text("bytes." + state)
                : own.text(
                        "bytes.inside",
                        own.text("tab.insideCount", item.inside().size()));
    }

    private void prepareList() {
        list.setId("bytes-lines");
        list.getStyleClass().addAll("mono", "hex");
        list.setFixedCellSize(22);
        list.setAccessibleText(own.text("bytes.all"));
        list.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setItems(model.viewing().lines().rows());
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable String line, boolean nothing) {
                super.updateItem(line, nothing);
                setText(line == null || nothing ? "" : line);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                Copied.put(String.join(
                        "\n",
                        list.getSelectionModel().getSelectedItems().stream()
                                .map(String::valueOf)
                                .toList()));
                model.toldProperty().set(Told.success(own.text("page.copied")));
                event.consume();
            }
        });
    }

    private HBox tools() {
        TextField place = field("bytes-place", "bytes.place", 12);
        place.setOnAction(event -> ByteWindow.place(place.getText())
                .ifPresentOrElse(this::show, () -> model.toldProperty().set(Told.info(own.text("bytes.place.how")))));
        TextField sought = field("bytes-find", "bytes.find", 18);
        sought.textProperty().subscribe((was, now) -> from = 0);
        sought.setOnAction(event -> find(sought.getText()));
        HBox row = new HBox(10, place, sought);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private TextField field(String id, String key, int columns) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(own.text(key));
        field.setAccessibleText(own.text(key));
        field.setPrefColumnCount(columns);
        return field;
    }

    private void find(String text) {
        ByteWindow open = window;
        if (open == null || text.isEmpty()) {
            return;
        }
        long start = from;
        model.viewing().look(() -> open.find(ByteWindow.typed(text), start), this::found);
    }

    private void found(Optional<Long> place) {
        place.ifPresentOrElse(
                at -> {
                    from = at + 1;
                    show(at);
                },
                () -> {
                    model.toldProperty().set(Told.info(own.text("bytes.notFound")));
                    from = 0;
                });
    }

    private void show(long place) {
        int line = (int) Math.min(list.getItems().size() - 1L, place / HexLines.ACROSS);
        if (line >= 0) {
            list.scrollTo(Math.max(0, line - 3));
            list.getSelectionModel().clearAndSelect(line);
        }
    }

    private static Label more(Words words, Item item) {
        Messages reading = words.of("reading");
        String reason = item.reading().map(read -> read.reason()).orElse("");
        String told = reading.has("reason." + reason) ? reading.text("reason." + reason) : "";
        Label label = Headed.quiet(told);
        label.setManaged(!told.isEmpty());
        return label;
    }
}
