package org.cairn.ui.testimony;

import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// The place on the screen where a paragraph is shown: as wide as the paper and as high as its words need.
final class ParagraphCell extends ListCell<ParagraphDraft> {

    private final AccountPaper paper;
    private final Words words;
    /// Made once there is a paragraph to show: the empty places below a short account cost nothing.
    private @Nullable ParagraphRow row;

    ParagraphCell(AccountPaper paper, Words words) {
        this.paper = paper;
        this.words = words;
        getStyleClass().add("paragraph-cell");
    }

    ParagraphRow row() {
        ParagraphRow made = row;
        if (made == null) {
            made = new ParagraphRow(paper, words);
            row = made;
            if (getSkin() instanceof Laid skin) {
                skin.take(made);
            }
        }
        return made;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new Laid(this);
    }

    @Override
    protected void updateItem(@Nullable ParagraphDraft item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null || measuring()) {
            ParagraphRow before = row;
            if (before != null) {
                before.clear();
                before.setVisible(false);
            }
            return;
        }
        present(item);
    }

    /// A cell that was put aside and is taken again may show what it showed before: nobody tells it so.
    private void present(ParagraphDraft item) {
        ParagraphRow shown = row();
        shown.setVisible(true);
        shown.show(item, getIndex() + 1, paper.direction());
        boolean writing = paper.writing() == item;
        shown.write(writing);
        if (writing) {
            paper.shownAgain(shown);
        }
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        ParagraphDraft item = getItem();
        if (item != null && !isEmpty() && !measuring()) {
            present(item);
        }
    }

    /// A list measures with a cell that nobody sees: nothing is made for it.
    private boolean measuring() {
        return getParent() == null || !getParent().isVisible();
    }

    /// Asks the row for its height once, not for each of the least, the usual and the greatest; and never sizes it
    /// otherwise than it will be.
    private static final class Laid extends SkinBase<ParagraphCell> {

        private final ParagraphCell cell;

        Laid(ParagraphCell cell) {
            super(cell);
            this.cell = cell;
            ParagraphRow made = cell.row;
            if (made != null) {
                take(made);
            }
        }

        void take(ParagraphRow made) {
            getChildren().setAll(made);
        }

        @Override
        protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
            ParagraphDraft item = cell.getItem();
            if (item == null || cell.isEmpty()) {
                // of places without any height a list would make as many as it can
                return AccountPaper.LINE;
            }
            return cell.measuring()
                    ? cell.paper.estimate(item)
                    : Math.ceil(cell.row().highAt(wide(left, right))) + top + bottom;
        }

        @Override
        protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
            return 0;
        }

        @Override
        protected double computeMaxHeight(double width, double top, double right, double bottom, double left) {
            return Double.MAX_VALUE;
        }

        @Override
        protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
            return cell.paper.room();
        }

        @Override
        protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
            return 0;
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            ParagraphRow made = cell.row;
            if (made != null && made.isVisible()) {
                made.resizeRelocate(x, y, width, height);
            }
        }

        private double wide(double left, double right) {
            return Math.max(60, cell.paper.room() - left - right);
        }
    }
}
