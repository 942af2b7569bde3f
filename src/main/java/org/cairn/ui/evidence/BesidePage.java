package org.cairn.ui.evidence;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cairn.domain.LanguageTag;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Words;
import org.cairn.ui.evidence.PageTextModel.PageText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// A page with its text beside it: as a machine made it out, or as somebody typed it.
final class BesidePage extends BorderPane {

    private static final double WIDTH = 340;

    private final Words words;
    private final Messages own;
    private final PageTextModel model;
    private final HBox line = new HBox(10);
    private final VBox side = new VBox(10);
    private boolean open;
    private boolean typing;

    /// @param page the page that is looked at, from 1
    BesidePage(Words words, PageTextModel model, Node shown, ObservableValue<Number> page) {
        this.words = words;
        this.own = words.of("evidence");
        this.model = model;
        setId("beside-page");
        line.setId("page-text-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("tool-row");
        side.setId("page-text");
        side.getStyleClass().add("page-text");
        side.setPrefWidth(WIDTH);
        side.setMinWidth(WIDTH);
        setTop(line);
        setCenter(shown);
        model.shownProperty().subscribe(text -> show(text));
        page.subscribe(number -> {
            if (number.intValue() > 0) {
                typing = false;
                model.look(number.intValue());
            }
        });
    }

    private void show(@Nullable PageText text) {
        line.getChildren().clear();
        boolean said = text != null && !said(text).isEmpty();
        line.setVisible(said);
        line.setManaged(said);
        if (text == null) {
            setRight(null);
            return;
        }
        Label label = new Label(said(text));
        label.setId("page-text-said");
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.getStyleClass().add("quiet");
        line.getChildren().add(label);
        if (text.waiting() > 0 && text.status().engine().isPresent() && model.mayWrite()) {
            line.getChildren()
                    .add(steady(Glyphs.button(
                            "page-recognise", Material2AL.AUTORENEW, own.text("ocr.now"), model::recognise)));
        }
        if (model.mayWrite()) {
            line.getChildren()
                    .add(steady(Glyphs.button("page-type", Material2AL.EDIT, own.text("ocr.type"), () -> type(text))));
        }
        if (!text.text().isBlank()) {
            line.getChildren()
                    .add(steady(Glyphs.button(
                            "page-text-show",
                            Material2MZ.SUBJECT,
                            own.text(open ? "ocr.hide" : "ocr.show"),
                            () -> toggle(text))));
        }
        beside(text);
    }

    private static Button steady(Button button) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// Who read the page; nothing where it has a text of its own.
    private String said(PageText text) {
        if (text.typed().isPresent()) {
            return own.text("ocr.typed", text.typed().get().by());
        }
        if (text.recognised().isPresent()) {
            var page = text.recognised().get();
            return switch (page.outcome()) {
                case READ -> own.text(page.doubtful() ? "ocr.doubtful" : "ocr.read", page.confidence());
                case SILENT -> own.text("ocr.silent");
                case UNREADABLE ->
                    own.text("ocr.unreadable", words.of("reading").text("page." + page.reason()));
            };
        }
        if (text.waiting() == 0) {
            return "";
        }
        return text.status().engine().isEmpty()
                ? own.text("ocr.notInstalled") + " " + own.text("ocr.install")
                : own.text(text.status().paused() ? "ocr.waitingPaused" : "ocr.waiting", text.waiting());
    }

    private void toggle(PageText text) {
        open = !open;
        show(text);
    }

    private void type(PageText text) {
        typing = true;
        beside(text);
    }

    private void beside(PageText text) {
        if (typing) {
            setRight(typing(text));
        } else if (open && !text.text().isBlank()) {
            setRight(reading(text));
        } else {
            setRight(null);
        }
    }

    private Node reading(PageText text) {
        TextArea written = new TextArea(text.text()); // can be marked out and copied
        written.setId("page-text-read");
        written.setEditable(false);
        written.setWrapText(true);
        written.setAccessibleText(own.text("ocr.page", text.page()));
        written.setNodeOrientation(Direction.of(text.text()));
        VBox.setVgrow(written, Priority.ALWAYS);
        side.getChildren().setAll(Headed.quiet(own.text("ocr.page", text.page())), written);
        return side;
    }

    private Node typing(PageText text) {
        // a guess at a hand is more work to mend than to leave
        TextArea area = new TextArea(text.offered() ? "" : text.text());
        area.setId("page-type-text");
        area.setWrapText(true);
        area.setAccessibleText(own.text("ocr.type"));
        area.textProperty().subscribe(now -> area.setNodeOrientation(Direction.of(now)));
        VBox.setVgrow(area, Priority.ALWAYS);
        LanguagePicker language = new LanguagePicker("page-type-language", words);
        language.setMaxWidth(Double.MAX_VALUE);
        language.setAccessibleText(own.text("ocr.language"));
        language.setValue(
                text.offered() ? LanguageTag.UNDETERMINED : text.language().orElse(LanguageTag.UNDETERMINED));
        Button keep = Glyphs.primary("page-type-keep", own.text("ocr.keep"), () -> {
            LanguageTag chosen = language.getValue();
            model.keep(text.page(), area.getText(), chosen == null ? LanguageTag.UNDETERMINED : chosen);
        });
        keep.disableProperty().bind(area.textProperty().map(String::isBlank));
        HBox row =
                new HBox(8, keep, Glyphs.button("page-type-cancel", Material2AL.CLOSE, own.text("ocr.cancel"), () -> {
                    typing = false;
                    beside(text);
                }));
        Label hint = Headed.quiet(own.text("ocr.prevails"));
        hint.setWrapText(true);
        side.getChildren().setAll(Headed.quiet(own.text("ocr.page", text.page())), area, language, hint, row);
        return side;
    }
}
