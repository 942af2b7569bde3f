package org.cairn.ui.documents;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.cairn.drawing.Word;
import org.cairn.ui.documents.WordSelection.Spot;
import org.jspecify.annotations.Nullable;

/// Marking words out on pages: pulled over with the mouse, from page to page, or with Shift and the arrows.
final class WordMarking {

    private final PageRoll roll;
    private final OpenPages pages;
    private @Nullable Spot from;

    WordMarking(PageRoll roll, OpenPages pages) {
        this.roll = roll;
        this.pages = pages;
        roll.setCursor(Cursor.DEFAULT);
        roll.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        roll.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::pull);
        roll.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        roll.requestFocus();
        if (!event.isShiftDown() || from == null) {
            from = null;
            pages.selectionProperty().set(null);
            spot(event, spot -> {
                from = spot;
                if (event.getClickCount() == 2) {
                    pages.selectionProperty().set(new WordSelection(spot, spot));
                }
            });
        } else {
            pull(event);
        }
    }

    private void pull(MouseEvent event) {
        Spot start = from;
        if (start != null && event.getButton() == MouseButton.PRIMARY) {
            spot(event, spot -> pages.selectionProperty().set(new WordSelection(start, spot)));
            event.consume();
        }
    }

    /// The word under the mouse, or nearest to it.
    private void spot(MouseEvent event, Consumer<Spot> then) {
        for (PageLeaf leaf : roll.leaves().values()) {
            Point2D at = leaf.sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
            double across = leaf.sheet().getPrefWidth();
            double down = leaf.sheet().getPrefHeight();
            if (at != null && leaf.sheet().contains(at)) {
                pages.words(
                        leaf.page(),
                        words -> WordSelection.at(words, at.getX() / across, at.getY() / down)
                                .ifPresent(word -> then.accept(new Spot(leaf.page(), word))));
                return;
            }
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && pages.selectionProperty().get() != null) {
            pages.selectionProperty().set(null);
            event.consume();
        } else if (event.isShiftDown() && !event.isShortcutDown()) {
            switch (event.getCode()) {
                case LEFT, RIGHT -> {
                    boolean right = event.getCode() == KeyCode.RIGHT;
                    extend(words -> aside(words, right));
                    event.consume();
                }
                case DOWN, UP -> {
                    int by = event.getCode() == KeyCode.DOWN ? 1 : -1;
                    extend(words -> line(words, by));
                    event.consume();
                }
                default -> {
                    // not for marking
                }
            }
        }
    }

    /// Moves the end of what is marked out; begins with the first word of the page where nothing is.
    private void extend(java.util.function.Function<List<Word>, java.util.function.UnaryOperator<Integer>> step) {
        WordSelection before = pages.selectionProperty().get();
        int page = before == null ? pages.pageProperty().get() : before.to().page();
        if (page < 1) {
            return;
        }
        pages.words(page, words -> {
            if (words.isEmpty()) {
                return;
            }
            if (before == null) {
                Spot first = new Spot(page, 0);
                from = first;
                pages.selectionProperty().set(new WordSelection(first, first));
                return;
            }
            int word = step.apply(words).apply(before.to().word());
            Spot to = word < 0 && page > 1
                    ? new Spot(page - 1, Integer.MAX_VALUE / 2)
                    : word >= words.size() && page < pages.countProperty().get()
                            ? new Spot(page + 1, 0)
                            : new Spot(page, Math.clamp(word, 0, words.size() - 1));
            pages.selectionProperty().set(new WordSelection(before.from(), to));
            Optional.of(to)
                    .filter(spot -> spot.page() == page)
                    .ifPresent(spot -> pages.go(page, words.get(spot.word()).box()));
        });
    }

    /// To the right is on where a line runs to the right, and back where it runs to the left.
    private static java.util.function.UnaryOperator<Integer> aside(List<Word> words, boolean right) {
        return at -> {
            int word = Math.clamp(at, 0, words.size() - 1);
            return word + (right == leftwards(words, words.get(word).line()) ? -1 : 1);
        };
    }

    private static boolean leftwards(List<Word> words, int line) {
        List<Word> there = words.stream().filter(word -> word.line() == line).toList();
        return there.size() > 1
                && there.getFirst().box().x() > there.getLast().box().x();
    }

    private static java.util.function.UnaryOperator<Integer> line(List<Word> words, int by) {
        return at -> {
            Word here = words.get(Math.clamp(at, 0, words.size() - 1));
            int wanted = here.line() + by;
            List<Word> there =
                    words.stream().filter(word -> word.line() == wanted).toList();
            if (there.isEmpty()) {
                return by < 0 ? -1 : words.size();
            }
            double x = here.box().x() + here.box().width() / 2;
            double y = there.getFirst().box().y();
            int nearest = WordSelection.at(there, x, y).orElse(0);
            return words.indexOf(there.get(nearest));
        };
    }
}
