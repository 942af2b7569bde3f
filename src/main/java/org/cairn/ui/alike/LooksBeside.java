package org.cairn.ui.alike;

import java.nio.channels.SeekableByteChannel;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import org.cairn.drawing.NotDrawable;
import org.cairn.i18n.Messages;
import org.cairn.ui.alike.PairViewModel.Pair;
import org.cairn.ui.alike.PairViewModel.Side;
import org.cairn.ui.common.Desk;
import org.cairn.ui.documents.PageSheet;
import org.cairn.ui.pages.PdfPages;
import org.cairn.ui.pages.Pictures;

/// The first page, or the picture, of two items beside each other.
final class LooksBeside extends StackPane {

    private static final int WIDTH = 1_000;
    private static final String PDF = "application/pdf";

    private final Desk desk;
    private final Messages shell;

    /// What was drawn.
    private record Drawn(Image image, int turn) {}

    LooksBeside(Desk desk, Pair pair) {
        this.desk = desk;
        this.shell = desk.words().of("shell");
        setId("pair-looks-beside");
        getChildren().add(new Beside(sheet(pair.earlier(), "earlier"), sheet(pair.later(), "later")));
    }

    private PageSheet sheet(Side side, String id) {
        PageSheet sheet = new PageSheet("pair-" + id, side.item().title(), shell.text("page.drawing"), width -> {});
        desk.tasks()
                .look(
                        () -> draw(side),
                        drawn -> {
                            sheet.turnProperty().set(drawn.turn());
                            sheet.show(drawn.image().getWidth(), drawn.image().getHeight(), java.util.List.of());
                            sheet.picture(drawn.image());
                        },
                        failure -> sheet.cannot(
                                failure instanceof NotDrawable why ? shell.text("page.cannot." + why.reason()) : ""));
        return sheet;
    }

    private Drawn draw(Side side) {
        SeekableByteChannel bytes = desk.archive().evidence().bytes(side.item().reference());
        if (side.look().filter(PDF::equals).isPresent()) {
            try (PdfPages pages = PdfPages.of(desk.tasks().drawing(), bytes)) {
                return new Drawn(pages.picture(1, WIDTH), 0);
            }
        }
        try (Pictures pictures = Pictures.of(desk.tasks().drawing(), bytes)) {
            Pictures.Drawn drawn = pictures.draw(1);
            return new Drawn(drawn.image(), drawn.turn());
        }
    }
}
