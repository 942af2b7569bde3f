package org.cairn.ui.evidence;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.cairn.archive.Encodings;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.Fitted;
import org.cairn.ui.documents.FittedCell;
import org.cairn.ui.documents.MarkedText;
import org.jspecify.annotations.Nullable;

/// A text as its bytes say, in the encoding it is taken for or in another one that somebody tries: for looking only.
final class DecodedPane extends BorderPane {

    /// So many lines stay in sight above one that was found.
    private static final int ABOVE = 3;

    private final Messages own;
    private final ItemViewModel model;
    private final Item item;
    private final ReadThrough lines;
    private final FindViewModel find;
    private final ComboBox<Charset> choice = new ComboBox<>();
    private final Label said = Headed.quiet("");
    private final ListView<@Nullable String> list = new ListView<>();
    private @Nullable Charset guessed;

    /// What is told of a text besides its lines.
    private record About(Charset charset, Optional<Charset> guess, boolean cut) {}

    DecodedPane(Words words, ItemViewModel model, Item item) {
        this.own = words.of("evidence");
        this.model = model;
        this.item = item;
        this.lines = model.viewing().lines();
        this.find = model.find();
        setId("decoded-pane");
        choice.setId("decoded-choice");
        choice.setAccessibleText(own.text("decoded.choice"));
        choice.getItems().setAll(Encodings.choices());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Charset charset) {
                return charset == null
                        ? ""
                        : charset.equals(guessed) ? own.text("decoded.guessed", charset.name()) : charset.name();
            }

            @Override
            public Charset fromString(String name) {
                return StandardCharsets.UTF_8; // nothing is typed here
            }
        });
        Label label = new Label(own.text("decoded.choice"));
        label.setLabelFor(choice);
        label.setMinWidth(USE_PREF_SIZE);
        HBox tools = new HBox(10, label, choice, said, Headed.room(), new FindBar(own, find));
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("tool-row");
        list.setId("decoded-lines");
        list.getStyleClass().add("plain-lines");
        list.setAccessibleText(own.text("decoded.name"));
        list.setItems(lines.rows());
        list.setCellFactory(view -> new Line());
        setTop(tools);
        setCenter(list);
        choice.setOnAction(event -> {
            if (choice.getValue() != null) {
                show(Optional.of(choice.getValue()));
            }
        });
        FindViewModel.Places inLines = (reference, sought, wanted) -> lines.found(sought, wanted);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                find.lookIn(inLines);
            }
        });
        find.atProperty().subscribe(this::showHit);
        find.soughtProperty().subscribe((from, to) -> list.refresh());
        show(Optional.empty());
    }

    private void showHit() {
        find.hit().filter(hit -> getScene() != null).ifPresent(hit -> {
            list.getSelectionModel().select(hit.in().place());
            list.scrollTo(Math.max(0, hit.in().place() - ABOVE));
            list.refresh();
        });
    }

    private void show(Optional<Charset> wanted) {
        lines.open(
                () -> model.viewing().bytes(item.reference()),
                bytes -> {
                    Optional<Charset> guess = guess(bytes);
                    Charset charset = wanted.or(() -> guess).orElse(StandardCharsets.UTF_8);
                    TextLines text = new TextLines(bytes, charset);
                    return new ReadThrough.Made<>(text::lines, text.count(), new About(charset, guess, text.cut()));
                },
                this::tell);
    }

    private void tell(About about) {
        guessed = about.guess().orElse(null);
        if (!choice.getItems().contains(about.charset())) {
            choice.getItems().addFirst(about.charset());
        }
        if (!about.charset().equals(choice.getValue())) {
            var action = choice.getOnAction();
            choice.setOnAction(null);
            choice.setValue(about.charset());
            choice.setOnAction(action);
        }
        if (getScene() != null && !find.sought().isEmpty()) {
            find.again(); // in another encoding other words stand there
        }
        said.setText(own.text(about.cut() ? "decoded.cut" : "decoded.line"));
    }

    private static Optional<Charset> guess(SeekableByteChannel bytes) throws java.io.IOException {
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(Encodings.HEAD, bytes.size()));
        bytes.position(0);
        while (head.hasRemaining() && bytes.read(head) >= 0) {
            // until it is full or there is no more
        }
        return Encodings.guess(Arrays.copyOf(head.array(), head.position()));
    }

    /// A line, in the direction of what is written in it, with what is sought marked.
    private final class Line extends FittedCell<@Nullable String> {

        private final MarkedText text = new MarkedText();
        private final Fitted box = new Fitted(0, list.widthProperty().subtract(64), text);

        @Override
        protected void updateItem(@Nullable String line, boolean nothing) {
            super.updateItem(line, nothing);
            if (line == null || nothing) {
                setGraphic(null);
                return;
            }
            text.show(line, find.sought().marksIn(line), find.hereIn(getIndex()));
            setGraphic(box);
        }
    }
}
