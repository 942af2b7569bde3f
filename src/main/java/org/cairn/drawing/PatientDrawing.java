package org.cairn.drawing;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/// Draws what can be drawn of a page: a font or a colour that is broken does not take the rest with it.
final class PatientDrawing extends PDFRenderer {

    /// What leaves something on the page.
    private static final Set<String> PAINTING =
            Set.of("Tj", "TJ", "'", "\"", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "BI");

    private int painted;
    private int broken;

    PatientDrawing(PDDocument document) {
        super(document);
    }

    /// It ended before the page did.
    void brokeOff() {
        broken++;
    }

    boolean drewAll() {
        return broken == 0;
    }

    boolean paintedSomething() {
        return painted > 0;
    }

    /// Whether something was painted, or there was nothing to paint.
    boolean showsSomething() {
        return painted > 0 || broken == 0;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Pen(parameters);
    }

    private final class Pen extends PageDrawer {

        private int depth;

        Pen(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            depth++;
            try {
                super.processOperator(operator, operands);
                painted += PAINTING.contains(operator.getName()) ? 1 : 0;
            } catch (IOException | RuntimeException e) {
                broken++;
            } catch (StackOverflowError e) {
                // what leads in a circle is left where it began: in between there would be no end of it
                if (depth > 1) {
                    throw e;
                }
                broken++;
            } finally {
                depth--;
            }
        }
    }
}
