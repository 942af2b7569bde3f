package org.cairn.ui.evidence;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Copied;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.OpenPages;
import org.cairn.ui.documents.PageRoll;
import org.cairn.ui.documents.ThumbnailStrip;
import org.cairn.ui.documents.Zoom;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// The pages of a file one below another, with small ones beside them; what is sought is boxed, words can be copied.
final class PagesPane extends BorderPane {

    private final Messages own;
    private final ItemViewModel model;
    private final OpenPages pages;
    private final FindViewModel find;
    private final PageRoll roll;
    private final ThumbnailStrip strip;
    private final PageTools tools;

    PagesPane(Words words, ItemViewModel model, Item item) {
        this(words, model, false);
        model.viewing().openPages(item, () -> opened(null));
    }

    /// The pages that a program of others made of an item: its text does not know them, they know their words.
    ///
    /// @param opened given them once they can be shown
    /// @param cannot told where there are none
    static void laidOut(
            Words words, ItemViewModel model, Item item, Consumer<PagesPane> opened, Consumer<Throwable> cannot) {
        PagesPane pane = new PagesPane(words, model, true);
        model.viewing()
                .openLaidOut(
                        item,
                        places -> {
                            pane.opened(places);
                            opened.accept(pane);
                        },
                        cannot);
    }

    private PagesPane(Words words, ItemViewModel model, boolean apart) {
        this.own = words.of("evidence");
        this.model = model;
        this.pages = model.viewing().pages();
        this.find = model.find();
        Messages shell = words.of("shell");
        this.roll = new PageRoll(
                "page-roll",
                pages,
                page -> own.text("page.one", page),
                shell.text("page.drawing"),
                why -> shell.text("page.cannot." + why.reason()));
        this.strip = new ThumbnailStrip(
                "page-strip", pages, own.text("page.thumbnails"), page -> own.text("page.one", page));
        this.tools = new PageTools(own, pages, roll, this::showStrip, this::copy, new FindBar(own, find));
        setTop(new VBox(tools, searched()));
        setCenter(apart ? roll : new StackPane(roll, opening()));
        strip.setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setId(apart ? "laid-out-pages" : "pages-pane");
    }

    /// That the way to the pages was broken: which of them there are, and in which order, is not as certain then.
    private Label searched() {
        Label line = Headed.quiet(own.text("page.searched"));
        line.setId("pages-searched");
        line.setGraphic(Glyphs.of(Material2AL.INFO));
        line.getStyleClass().add("pages-line");
        line.setMaxWidth(Double.MAX_VALUE);
        line.visibleProperty().bind(pages.searchedProperty());
        line.managedProperty().bind(pages.searchedProperty());
        return line;
    }

    /// What goes on while nothing is seen yet.
    private Label opening() {
        Label line = Headed.quiet(own.text("page.opening"));
        line.setId("pages-opening");
        line.visibleProperty().bind(pages.waitingProperty());
        return line;
    }

    private void showStrip(boolean shown) {
        strip.setVisible(shown);
        setLeft(shown ? strip : null);
    }

    /// @param places where words are looked for; null for the text that was read
    private void opened(FindViewModel.@Nullable Places places) {
        tools.opened();
        if (places == null) {
            find.lookInText();
        } else {
            // another way of looking at the item looks elsewhere, and this one here again
            sceneProperty().subscribe(scene -> {
                if (scene != null) {
                    find.lookIn(places);
                }
            });
        }
        find.atProperty().subscribe((from, to) -> toHit());
        find.soughtProperty().subscribe((from, to) -> pages.seek(to));
        boolean elsewhere = model.pinpoint().isPresent()
                && find.hit()
                        .filter(hit ->
                                hit.in().ordinal() != pages.pageProperty().get())
                        .isPresent();
        if (!elsewhere) {
            toHit();
        }
    }

    private void toHit() {
        find.hit()
                .ifPresent(hit ->
                        pages.goToHit(hit.in().ordinal(), hit.nth(), hit.in().times()));
    }

    /// Copies the words that are marked out; those of the whole page where none are.
    private void copy() {
        pages.text(text -> {
            if (text.isEmpty()) {
                model.toldProperty().set(Told.info(own.text("page.nothingToCopy")));
                return;
            }
            Copied.put(text);
            model.toldProperty().set(Told.success(own.text("page.copied")));
        });
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextField;
        if (event.isShortcutDown() ? withShortcut(event, typing) : plain(event, typing)) {
            event.consume();
        }
    }

    private boolean withShortcut(KeyEvent event, boolean typing) {
        switch (event.getCode()) {
            case G -> tools.toNumber();
            case PLUS, EQUALS, ADD -> roll.larger();
            case MINUS, SUBTRACT -> roll.smaller();
            case DIGIT0, NUMPAD0 -> pages.zoomProperty().set(Zoom.FIT_WIDTH);
            case DIGIT9, NUMPAD9 -> pages.zoomProperty().set(Zoom.FIT_PAGE);
            case DIGIT1, NUMPAD1 -> pages.zoomProperty().set(Zoom.percent(100));
            case R -> tools.turn(event.isShiftDown() ? -1 : 1);
            case HOME -> pages.go(1);
            case END -> pages.go(Integer.MAX_VALUE);
            case C -> {
                if (typing) {
                    return false;
                }
                copy();
            }
            case A -> {
                if (typing) {
                    return false;
                }
                pages.markPage();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event, boolean typing) {
        KeyCode code = event.getCode();
        int page = pages.pageProperty().get();
        if (code == KeyCode.PAGE_DOWN) {
            pages.go(page + 1);
        } else if (code == KeyCode.PAGE_UP) {
            pages.go(page - 1);
        } else if (code == KeyCode.F4) {
            tools.toggleStrip();
        } else if (!typing && !onAButton(event) && code == KeyCode.SPACE) {
            roll.screen(event.isShiftDown() ? -1 : 1);
        } else if (!typing
                && !inTheStrip(event)
                && List.of(KeyCode.HOME, KeyCode.END).contains(code)) {
            pages.go(code == KeyCode.HOME ? 1 : Integer.MAX_VALUE);
        } else {
            return false;
        }
        return true;
    }

    private static boolean onAButton(KeyEvent event) {
        return event.getTarget() instanceof javafx.scene.control.ButtonBase
                || event.getTarget() instanceof javafx.scene.control.ComboBoxBase;
    }

    private boolean inTheStrip(KeyEvent event) {
        return strip.equals(event.getTarget());
    }
}
