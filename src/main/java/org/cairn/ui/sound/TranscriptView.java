package org.cairn.ui.sound;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// What is said in a recording, piece by piece, with the translation beside it.
public final class TranscriptView extends VBox {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final TranscriptViewModel model;
    private final PlayerViewModel player;
    private final Words words;
    private final Messages own;
    private final VBox rows = new VBox(10);
    private final ScrollPane scroll;
    private final Map<SegmentDraft, SegmentRow> known = new HashMap<>();

    public TranscriptView(TranscriptViewModel model, PlayerViewModel player, Words words) {
        this.model = model;
        this.player = player;
        this.words = words;
        this.own = words.of("sound");
        setId("transcript");
        getStyleClass().add("transcript");
        setSpacing(10);
        rows.getStyleClass().add("transcript-rows");
        scroll = Headed.scrolling(rows);
        getChildren().add(new Notice("transcript-notice", model.toldProperty(), words.of("shell")));
        if (model.mayWrite()) {
            getChildren().addAll(about(), tools());
        }
        getChildren().add(scroll);
        model.segments().subscribe(this::show);
        show();
        player.opensAt().ifPresent(second -> Platform.runLater(() -> point(second)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private FlowPane about() {
        LanguagePicker language = new LanguagePicker("transcript-language", words);
        language.valueProperty().bindBidirectional(model.languageProperty());
        LanguagePicker into = new LanguagePicker("transcript-into", words);
        into.valueProperty().bindBidirectional(model.intoProperty());
        FlowPane fields = new FlowPane(
                14,
                8,
                FieldRow.of(own.text("transcript.language"), language),
                FieldRow.of(own.text("transcript.by"), field("transcript-by", model.byProperty())),
                FieldRow.of(own.text("transcript.into"), into),
                FieldRow.of(
                        own.text("transcript.translator"), field("transcript-translator", model.translatorProperty())));
        fields.getStyleClass().add("transcript-about");
        return fields;
    }

    private static TextField field(String id, javafx.beans.property.StringProperty bound) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(12);
        field.textProperty().bindBidirectional(bound);
        return field;
    }

    private FlowPane tools() {
        Label keys = Headed.quiet(own.text("transcript.keys"));
        FlowPane row = new FlowPane(
                8,
                6,
                Glyphs.button("transcript-add", Material2AL.ADD, own.text("transcript.add"), this::add),
                Glyphs.button("transcript-keep", Material2MZ.SAVE, own.text("transcript.keep"), model::keep),
                keys);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER && model.mayWrite()) {
            event.consume();
            add();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.S && model.mayWrite()) {
            event.consume();
            model.keep();
        }
    }

    /// A piece begins at the second that is heard.
    private void add() {
        SegmentDraft fresh = model.begin((int) player.positionProperty().get());
        SegmentRow row = known.get(fresh);
        if (row != null) {
            Platform.runLater(row::write);
        }
    }

    private void show() {
        List<SegmentRow> now = model.segments().stream()
                .map(segment -> known.computeIfAbsent(segment, this::row))
                .toList();
        known.keySet().retainAll(List.copyOf(model.segments()));
        rows.getChildren().setAll(now);
        if (now.isEmpty()) {
            rows.getChildren().add(Headed.quiet(own.text(model.mayWrite() ? "transcript.empty" : "transcript.none")));
        }
        for (int i = 0; i < now.size(); i++) {
            now.get(i).number(i + 1);
        }
    }

    /// Shows what is said at a second, where one was led to it.
    private void point(double second) {
        Optional<SegmentDraft> said = model.segments().stream()
                .filter(segment -> segment.second.get() <= second)
                .max(Comparator.comparingInt(segment -> segment.second.get()));
        said.map(known::get).ifPresent(row -> {
            row.pseudoClassStateChanged(HERE, true);
            applyCss();
            layout();
            double hidden = rows.getHeight() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(
                    hidden <= 0 ? 0 : Math.clamp(row.getBoundsInParent().getMinY() / hidden, 0, 1));
        });
    }

    private SegmentRow row(SegmentDraft segment) {
        return new SegmentRow(segment, model, player, words);
    }
}
