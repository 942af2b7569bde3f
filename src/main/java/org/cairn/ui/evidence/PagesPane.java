package org.cairn.ui.evidence;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.cairn.drawing.Box;
import org.cairn.drawing.NotDrawable;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.PageSheet;
import org.cairn.ui.documents.PageSource;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The pages of a PDF, one at a time: back and on, to a number, larger, turned, and what is sought boxed.
final class PagesPane extends BorderPane {

    private final Messages own;
    private final Messages shell;
    private final ItemViewModel model;
    private final PageSource pages;
    private final FindViewModel find;
    private final PageSheet sheet;
    private final TextField number = new TextField();

    PagesPane(Words words, ItemViewModel model) {
        this.own = words.of("evidence");
        this.shell = words.of("shell");
        this.pages = model.viewing().pages();
        this.find = model.find();
        this.sheet = new PageSheet(
                "page-sheet",
                own.text("page.name"),
                shell.text("page.drawing"),
                width -> pages.picture(width, this::picture, this::cannot));
        this.model = model;
        sheet.selectable();
        setId("pages-pane");
        setTop(tools());
        setCenter(sheet);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.viewing().openPages(this::opened);
        model.toldProperty().subscribe((from, to) -> {
            if (to != null && to.kind() != Told.Kind.SUCCESS) {
                sheet.giveUp();
            }
        });
    }

    private void opened() {
        face();
        pages.pageProperty().subscribe((from, to) -> face());
        find.atProperty().subscribe((from, to) -> toFound(to.intValue()));
        find.soughtProperty().subscribe((from, to) -> {
            pages.seek(to);
            face();
        });
        if (find.atProperty().get() >= 0 && pages.pageProperty().get() <= 1) {
            toFound(find.atProperty().get());
        }
    }

    private void face() {
        number.setText(String.valueOf(pages.pageProperty().get()));
        pages.face(face -> sheet.show(face.size().width(), face.size().height(), face.marks()), this::cannot);
    }

    private void cannot(NotDrawable why) {
        sheet.cannot(shell.text("page.cannot." + why.reason()));
    }

    private void picture(javafx.scene.image.Image image) {
        sheet.picture(image);
    }

    private void toFound(int at) {
        if (at >= 0 && at < find.found().size()) {
            go(find.found().get(at).ordinal());
        }
    }

    private void go(int page) {
        if (pages.countProperty().get() > 0) {
            pages.pageProperty().set(Math.clamp(page, 1, pages.countProperty().get()));
        }
    }

    private HBox tools() {
        number.setId("page-number");
        number.setPrefColumnCount(3);
        number.setAccessibleText(own.text("page.number"));
        number.setOnAction(event -> typed());
        Label of = new Label();
        of.setId("page-count");
        pages.countProperty().subscribe(count -> of.setText(own.text("page.of", count.intValue())));
        HBox row = new HBox(
                6,
                Glyphs.quiet("page-previous", Material2AL.CHEVRON_LEFT, own.text("page.previous"), () -> step(-1)),
                number,
                of,
                Glyphs.quiet("page-next", Material2AL.CHEVRON_RIGHT, own.text("page.next"), () -> step(1)),
                gap(),
                Glyphs.quiet("page-smaller", Material2MZ.ZOOM_OUT, own.text("page.smaller"), () -> sheet.zoomBy(0.8)),
                Glyphs.quiet("page-larger", Material2MZ.ZOOM_IN, own.text("page.larger"), () -> sheet.zoomBy(1.25)),
                Glyphs.quiet("page-turn", Material2MZ.ROTATE_RIGHT, own.text("page.turn"), sheet::turnRight),
                Glyphs.quiet("page-copy", Material2AL.CONTENT_COPY, own.text("page.copy"), this::copy),
                Headed.room(),
                new FindBar(own, find));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tool-row");
        return row;
    }

    static javafx.scene.layout.Region gap() {
        javafx.scene.layout.Region gap = new javafx.scene.layout.Region();
        gap.setMinWidth(14);
        return gap;
    }

    private void typed() {
        try {
            go(Integer.parseInt(number.getText().strip()));
        } catch (NumberFormatException e) {
            // not a number: the field shows again where one is
        }
        number.setText(String.valueOf(pages.pageProperty().get()));
    }

    private void step(int by) {
        go(pages.pageProperty().get() + by);
    }

    /// Copies the text of the part that is marked out; of the whole page where none is.
    private void copy() {
        Box marked = sheet.selectedProperty().get();
        pages.text(marked == null ? Box.WHOLE : marked, text -> {
            if (text.isEmpty()) {
                model.toldProperty().set(Told.info(own.text("page.nothingToCopy")));
                return;
            }
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            model.toldProperty().set(Told.success(own.text("page.copied")));
        });
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextField;
        if (event.getCode() == KeyCode.PAGE_DOWN) {
            step(1);
        } else if (event.getCode() == KeyCode.PAGE_UP) {
            step(-1);
        } else if (!typing && event.getCode() == KeyCode.HOME) {
            go(1);
        } else if (!typing && event.getCode() == KeyCode.END) {
            go(Integer.MAX_VALUE);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            lookup("#find-field").requestFocus();
        } else if (event.isShortcutDown() && (event.getCode() == KeyCode.PLUS || event.getCode() == KeyCode.EQUALS)) {
            sheet.zoomBy(1.25);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.MINUS) {
            sheet.zoomBy(0.8);
        } else if (!typing && event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
        } else if (!typing && event.isShortcutDown() && event.getCode() == KeyCode.A) {
            sheet.selectedProperty().set(Box.WHOLE);
        } else {
            return;
        }
        event.consume();
    }
}
