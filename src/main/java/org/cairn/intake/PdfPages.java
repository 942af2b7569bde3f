package org.cairn.intake;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/// The words of a PDF in one walk through it, handed over page by page; of a page that breaks, those that can be read.
final class PdfPages extends PDFTextStripper {

    /// No page is drawn of so many forms, and no document has so many pages: one that says so leads in a circle.
    private static final int MOST_FORMS = 100_000;

    static final int MOST_PAGES = 50_000;

    /// So many letters of a page are held with their places before they are written.
    private static final int MOST_LETTERS = 200_000;

    /// No honest page keeps so many states of its pen.
    private static final int MOST_STATES = 5_000;

    /// What writes words, or says where they stand.
    private static final Set<String> WORDS = Set.of("Tj", "TJ", "'", "\"", "Td", "TD", "Tm", "T*");

    private final Listener listener;
    private StringWriter page = new StringWriter();
    private int said;
    private int forms;
    private int letters;
    /// Whether letters of this page are gathered and not written yet.
    private boolean gathering;

    private boolean sound = true;
    private final PdfStreams streams;
    /// Forms of this page that were asked about.
    private final Set<COSStream> looked = Collections.newSetFromMap(new IdentityHashMap<>());

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

    /// A page that is drawn without end.
    private static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// @param streams is asked about what draws each page
    PdfPages(PdfStreams streams, Listener listener) {
        this.streams = streams;
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
                tell(broken, untilItBroke(), false, Optional.empty());
            }
        }
    }

    /// What was gathered of a page when it broke off.
    private String untilItBroke() {
        try {
            if (gathering) {
                writePage();
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // what is written until here is all
        }
        return page.toString();
    }

    /// What is being written was gathered, and is not written once more.
    @Override
    protected void writePage() throws IOException {
        gathering = false;
        super.writePage();
    }

    @Override
    protected void startPage(PDPage begun) {
        forms = 0;
        looked.clear();
        letters = 0;
        sound = streams.sound(begun);
        gathering = true;
    }

    /// A page of a whole library is written piece by piece.
    @Override
    protected void processTextPosition(TextPosition letter) {
        super.processTextPosition(Upright.of(letter));
        letters++;
        if (letters >= MOST_LETTERS) {
            letters = 0;
            try {
                writePage();
            } catch (IOException e) {
                sound = false;
            }
            charactersByArticle.forEach(List::clear);
            gathering = true;
        }
    }

    @Override
    public void saveGraphicsState() {
        if (getGraphicsStackSize() < MOST_STATES) {
            super.saveGraphicsState();
        } else {
            sound = false;
        }
    }

    /// One sign or picture that cannot be drawn does not take the rest of the page with it. Words stand where others
    /// begin although the sign for that is lost.
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        try {
            if (WORDS.contains(operator.getName()) && getTextMatrix() == null) {
                setTextMatrix(new Matrix());
                setTextLineMatrix(new Matrix());
                sound = false;
            }
            super.processOperator(operator, operands);
        } catch (Endless e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            sound = false;
        }
    }

    /// Forms are drawn in forms: ten in each of ten in each of ten are soon more than anybody can wait for.
    @Override
    public void showForm(PDFormXObject form) throws IOException {
        forms++;
        if (forms > MOST_FORMS) {
            throw new Endless();
        }
        if (looked.add(form.getCOSObject())) {
            sound &= streams.sound(form.getCOSObject());
        }
        super.showForm(form);
    }

    @Override
    protected void endPage(PDPage ended) throws IOException {
        silent(getCurrentPageNo() - 1);
        String text = page.toString();
        page.getBuffer().setLength(0);
        tell(getCurrentPageNo(), text, sound, Optional.of(ended));
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
