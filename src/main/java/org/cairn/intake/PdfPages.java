package org.cairn.intake;

import java.io.IOException;
import java.io.StringWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;

/// The words of a PDF in one walk through it, handed over page by page; a page that breaks is passed over.
final class PdfPages extends PDFTextStripper {

    private final Listener listener;
    private StringWriter page = new StringWriter();
    private int said;

    /// Hears of every page once, in order.
    @FunctionalInterface
    interface Listener {
        /// @param sound whether it could be read
        void page(int number, String text, boolean sound) throws IOException;
    }

    /// What the listener failed of, not the page.
    static final class NotHeard extends IOException {
        private static final long serialVersionUID = 1L;

        NotHeard(Exception cause) {
            super("not heard", cause);
        }
    }

    PdfPages(Listener listener) {
        this.listener = listener;
        setSortByPosition(false);
    }

    void read(PDDocument document) throws IOException {
        int total = document.getNumberOfPages();
        while (said < total) {
            setStartPage(said + 1);
            try {
                page = new StringWriter();
                writeText(document, page);
                silent(total);
            } catch (NotHeard e) {
                throw e;
            } catch (IOException | RuntimeException | StackOverflowError e) {
                int broken = Math.clamp(getCurrentPageNo(), said + 1, total);
                silent(broken - 1);
                tell(broken, "", false);
            }
        }
    }

    @Override
    protected void endPage(PDPage ended) throws IOException {
        silent(getCurrentPageNo() - 1);
        String text = page.toString();
        page.getBuffer().setLength(0);
        tell(getCurrentPageNo(), text, true);
    }

    /// Pages without any content are not walked through.
    private void silent(int last) throws IOException {
        while (said < last) {
            tell(said + 1, "", true);
        }
    }

    private void tell(int number, String text, boolean sound) throws IOException {
        said = number;
        listener.page(number, text, sound);
    }
}
