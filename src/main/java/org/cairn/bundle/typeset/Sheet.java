package org.cairn.bundle.typeset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/// One page while it is being set.
final class Sheet {

    private final PDDocument document;
    private final PDPage page;
    private final PDResources resources = new PDResources();
    private final StringBuilder operators = new StringBuilder(4096);
    private final Part part;
    private final boolean empty;
    private @Nullable Element open;
    private boolean artifact;

    /// @param part of the structure that what it shows belongs to
    /// @param empty whether nothing is to be put on it, whatever is set
    Sheet(PDDocument document, Margins margins, Part part, boolean empty) {
        this.document = document;
        this.part = part;
        this.empty = empty;
        this.page = new PDPage(new PDRectangle(margins.width(), margins.height()));
        page.setResources(resources);
    }

    PDPage page() {
        return page;
    }

    /// What follows is shown for an element of the structure.
    private void in(Element element) {
        if (element != open) {
            end();
            operators.append('/').append(marking(element)).append(" <</MCID ");
            operators.append(part.mark(page, element)).append(">> BDC\n");
            open = element;
        }
    }

    /// Headings are named when it is known how deep they are.
    private static String marking(Element element) {
        return element.type().matches("H\\d") ? "H" : element.type();
    }

    /// What follows says nothing: lines, and heads of columns that come again.
    private void inArtifact() {
        if (!artifact) {
            end();
            operators.append("/Artifact BMC\n");
            artifact = true;
        }
    }

    private void end() {
        operators.append(open != null || artifact ? "EMC\n" : "");
        open = null;
        artifact = false;
    }

    void line(Line line, float x, float baseline, Element element) {
        if (empty) {
            return;
        }
        in(element);
        operators.append(line.draw(resources, x, baseline, element.language()));
    }

    /// A line that was told already.
    void again(Line line, float x, float baseline) {
        if (empty) {
            return;
        }
        inArtifact();
        operators.append(line.draw(resources, x, baseline));
    }

    void hairline(float x, float y, float width, Style.Ink ink, float thickness) {
        if (empty) {
            return;
        }
        inArtifact();
        operators.append(ink.stroke()).append(Ops.number(thickness)).append(" w ");
        operators.append(Ops.number(x)).append(' ').append(Ops.number(y)).append(" m ");
        operators
                .append(Ops.number(x + width))
                .append(' ')
                .append(Ops.number(y))
                .append(" l S\n");
    }

    /// Operators that stand for themselves.
    void draw(String own, Element element) {
        if (empty) {
            return;
        }
        in(element);
        operators.append("q\n").append(own).append("Q\n");
    }

    void picture(
            Function<PDDocument, PDImageXObject> picture,
            float x,
            float bottom,
            float width,
            float height,
            Element element) {
        if (empty) {
            return;
        }
        draw(
                Ops.number(width) + " 0 0 " + Ops.number(height) + " " + Ops.number(x) + " " + Ops.number(bottom)
                        + " cm\n/" + resources.add(picture.apply(document)).getName() + " Do\n",
                element);
    }

    PDPage finish() {
        end();
        byte[] content = ("q\n" + operators + "Q\n").getBytes(StandardCharsets.US_ASCII);
        try {
            page.setContents(new PDStream(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page;
    }
}
