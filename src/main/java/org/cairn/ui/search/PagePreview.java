package org.cairn.ui.search;

import javafx.scene.Node;
import org.cairn.drawing.NotDrawable;
import org.cairn.i18n.Messages;
import org.cairn.ui.documents.PageSheet;
import org.cairn.ui.documents.PageSource;

/// The page a find stands on, as it looks, with the find boxed.
final class PagePreview implements PreviewPane.Showing {

    private final PreviewViewModel model;
    private final PageSource pages;
    private final PageSheet sheet;
    private final Messages shell;
    private boolean opened;

    PagePreview(Messages own, Messages shell, PreviewViewModel model) {
        this.model = model;
        this.shell = shell;
        this.pages = model.pages();
        this.sheet = new PageSheet(
                "preview-page",
                own.text("preview.page"),
                shell.text("page.drawing"),
                width -> pages.picture(width, this::picture, this::cannot));
    }

    @Override
    public Node node() {
        return sheet;
    }

    @Override
    public void moved() {
        if (!opened) {
            opened = true;
            model.openPages(this::face);
            return;
        }
        model.place().ifPresent(place -> {
            int page = place.pinpoint().ordinal();
            if (pages.countProperty().get() > 0) {
                pages.pageProperty()
                        .set(Math.clamp(page, 1, pages.countProperty().get()));
                face();
            }
        });
    }

    private void face() {
        pages.face(face -> sheet.show(face.size().width(), face.size().height(), face.marks()), this::cannot);
    }

    private void cannot(NotDrawable why) {
        sheet.cannot(shell.text("page.cannot." + why.reason()));
    }

    private void picture(javafx.scene.image.Image image) {
        sheet.picture(image);
    }
}
