package org.cairn.ui.search;

import java.util.List;
import javafx.scene.Node;
import org.cairn.archive.Archive;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit.Snippet;
import org.cairn.drawing.Box;
import org.cairn.drawing.NotDrawable;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.documents.PageSheet;
import org.cairn.ui.documents.RecognisedBoxes;
import org.cairn.ui.documents.Sought;
import org.cairn.ui.pages.Pictures;
import org.cairn.ui.search.PreviewViewModel.Shown;

/// The picture a find stands on, with the find boxed where a machine made it out.
final class PicturePreview implements PreviewPane.Showing {

    private final Desk desk;
    private final PreviewViewModel model;
    private final Reference reference;
    private final Sought sought;
    private final PageSheet sheet;
    private final Messages shell;
    private int wanted;

    PicturePreview(Desk desk, PreviewViewModel model, Shown shown) {
        this.desk = desk;
        this.model = model;
        this.reference = shown.hit().reference();
        this.sought = shown.sought();
        this.shell = desk.words().of("shell");
        this.sheet = new PageSheet(
                "preview-picture",
                desk.words().of("search").text("preview.page"),
                shell.text("page.drawing"),
                width -> {});
    }

    /// A picture, drawn, with what is boxed on it.
    private record Drawn(Pictures.Drawn picture, List<Box> marks) {}

    @Override
    public Node node() {
        return sheet;
    }

    @Override
    public void moved() {
        int number = model.place()
                .map(Snippet::pinpoint)
                .filter(Pinpoint.OfPage.class::isInstance)
                .map(Pinpoint::ordinal)
                .orElse(1);
        if (number == wanted) {
            return;
        }
        wanted = number;
        desk.tasks()
                .look(
                        () -> draw(number),
                        drawn -> {
                            if (number == wanted) {
                                show(drawn);
                            }
                        },
                        failure -> sheet.cannot(
                                failure instanceof NotDrawable why ? shell.text("page.cannot." + why.reason()) : ""));
    }

    private Drawn draw(int number) {
        Archive archive = desk.archive();
        try (Pictures pictures =
                Pictures.of(desk.tasks().drawing(), archive.evidence().bytes(reference))) {
            Pictures.Drawn picture = pictures.draw(number);
            return new Drawn(
                    picture,
                    RecognisedBoxes.before(picture.turn(), RecognisedBoxes.of(archive, reference, number, sought)));
        }
    }

    private void show(Drawn drawn) {
        sheet.turnProperty().set(drawn.picture().turn());
        sheet.show(drawn.picture().image().getWidth(), drawn.picture().image().getHeight(), drawn.marks());
        sheet.picture(drawn.picture().image());
    }
}
