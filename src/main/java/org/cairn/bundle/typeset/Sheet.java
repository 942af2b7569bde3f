package org.cairn.bundle.typeset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// One page while it is being set.
final class Sheet {

    private final PDDocument document;
    private final PDPage page;
    private final PDResources resources = new PDResources();
    private final StringBuilder operators = new StringBuilder(4096);
    private final boolean empty;

    /// @param empty whether nothing is to be put on it, whatever is set
    Sheet(PDDocument document, Paper paper, boolean empty) {
        this.document = document;
        this.empty = empty;
        this.page = new PDPage(new PDRectangle(paper.width(), paper.height()));
        page.setResources(resources);
    }

    PDPage page() {
        return page;
    }

    void line(Line line, float x, float baseline) {
        if (!empty) {
            operators.append(line.draw(resources, x, baseline));
        }
    }

    void hairline(float x, float y, float width, Style.Ink ink, float thickness) {
        if (empty) {
            return;
        }
        operators.append(ink.stroke()).append(Ops.number(thickness)).append(" w ");
        operators.append(Ops.number(x)).append(' ').append(Ops.number(y)).append(" m ");
        operators
                .append(Ops.number(x + width))
                .append(' ')
                .append(Ops.number(y))
                .append(" l S\n");
    }

    /// Operators that stand for themselves.
    void draw(String own) {
        if (!empty) {
            operators.append("q\n").append(own).append("Q\n");
        }
    }

    void picture(PDImageXObject picture, float x, float bottom, float width, float height) {
        if (empty) {
            return;
        }
        draw(Ops.number(width) + " 0 0 " + Ops.number(height) + " " + Ops.number(x) + " " + Ops.number(bottom)
                + " cm\n/" + resources.add(picture).getName() + " Do\n");
    }

    PDPage finish() {
        byte[] content = ("q\n" + operators + "Q\n").getBytes(StandardCharsets.US_ASCII);
        try {
            page.setContents(new PDStream(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page;
    }
}
