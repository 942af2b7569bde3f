package org.cairn.intake;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;

/// The words of a PDF in one walk through it, handed over page by page; a page that breaks is passed over.
final class PdfPages extends PDFTextStripper {

    /// No page is drawn of so many forms, and no document has so many pages: one that says so leads in a circle.
    private static final int MOST_FORMS = 100_000;

    static final int MOST_PAGES = 50_000;

    private final Listener listener;
    private StringWriter page = new StringWriter();
    private int said;
    private int forms;

    /// Hears of every page once, in order.
    @FunctionalInterface
    interface Listener {
        /// @param sound whether it could be read
        /// @param walked the page, where something is drawn on it
        void page(int number, String text, boolean sound, Optional<PDPage> walked) throws IOException;
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
        int total = Math.min(document.getNumberOfPages(), MOST_PAGES);
        setEndPage(total);
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
                tell(broken, "", false, Optional.empty());
            }
        }
    }

    @Override
    protected void startPage(PDPage begun) {
        forms = 0;
    }

    /// Forms are drawn in forms: ten in each of ten in each of ten are soon more than anybody can wait for.
    @Override
    public void showForm(PDFormXObject form) throws IOException {
        forms++;
        if (forms > MOST_FORMS) {
            // what is checked would be passed over as one form that could not be drawn
            throw new IllegalStateException("endless");
        }
        super.showForm(form);
    }

    @Override
    protected void endPage(PDPage ended) throws IOException {
        silent(getCurrentPageNo() - 1);
        String text = page.toString();
        page.getBuffer().setLength(0);
        tell(getCurrentPageNo(), text, true, Optional.of(ended));
    }

    /// Pages without any content are not walked through.
    private void silent(int last) throws IOException {
        while (said < last) {
            tell(said + 1, "", true, Optional.empty());
        }
    }

    private void tell(int number, String text, boolean sound, Optional<PDPage> walked) throws IOException {
        said = number;
        listener.page(number, text, sound, walked);
    }
}
