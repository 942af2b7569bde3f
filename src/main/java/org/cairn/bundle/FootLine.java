package org.cairn.bundle;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.cairn.bundle.insert.MarkedContent;
import org.cairn.bundle.typeset.Direction;
import org.cairn.bundle.typeset.Fonts;

/// A line at the foot of every page that says which of how many it is: pages that are signed must not be exchanged.
final class FootLine {

    private static final float SIZE = 9;
    private static final float HEIGHT = 44;

    private final Fonts fonts;
    private final Direction direction;

    FootLine(Fonts fonts, Direction direction) {
        this.fonts = fonts;
        this.direction = direction;
    }

    /// What stands at the foot.
    interface Said {
        String of(int page, int pages);
    }

    void put(PDDocument document, Said said) throws IOException {
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            PDPage page = document.getPage(i);
            RunningHead line = new RunningHead(fonts, page, said.of(i + 1, pages), direction);
            float x = (page.getMediaBox().getWidth() - line.width(SIZE)) / 2;
            try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                MarkedContent.artifact(content);
                line.show(content, SIZE, x, HEIGHT);
                content.endMarkedContent();
            }
        }
    }
}
