package org.cairn.bundle.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.cairn.bundle.check.Leak.Kind;
import org.cairn.progress.Progress;
import org.jspecify.annotations.Nullable;

/// Looks through the text of every page as a reader would copy it, in the order in which it is written and in the order
/// in which it stands, and letter by letter as one follows the other, whichever way a line runs; then through the text
/// of forms that no page shows.
final class ShownText {

    private static final int TAIL = 400;
    /// So far apart, in parts of their size, two letters belong to two words.
    private static final double PARTED = 0.25;

    private final PDDocument document;
    private final ByteWords words;
    private final Leaks leaks;
    private final Progress progress;
    private final Set<COSStream> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final BitSet letters = new BitSet(0x110000);

    ShownText(PDDocument document, ByteWords words, Leaks leaks, Progress progress) {
        this.document = document;
        this.words = words;
        this.leaks = leaks;
        this.progress = progress;
    }

    /// Every letter that some page says.
    BitSet letters() {
        return letters;
    }

    void pages() throws IOException {
        Reader written = new Reader(false);
        Reader placed = new Reader(true);
        String before = "";
        int count = document.getNumberOfPages();
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            progress.checkCancelled();
            progress.step("proof", number - 1L, count);
            try {
                String text = written.of(page);
                text.codePoints().forEach(letters::set);
                words.text(before + text, leaks.at(Kind.PAGE_TEXT, number, 0));
                words.text(placed.of(page), leaks.at(Kind.PAGE_TEXT, number, 0));
                words.text(written.followed(), leaks.at(Kind.PAGE_TEXT, number, 0));
                before = text.substring(Math.max(0, text.length() - TAIL));
                if (words.in(before)) {
                    before = ""; // told of already, and not of the page after
                }
            } catch (IOException | RuntimeException e) { // what foreign fonts and contents bring a reader to throw
                leaks.found(Kind.UNREADABLE, -1, number, 0, true);
                before = "";
            }
        }
    }

    void forms(ObjectWords objects) {
        for (COSStream form : objects.forms()) {
            if (shown.contains(form)) {
                continue;
            }
            long number = objects.number(form);
            try (PDDocument alone = new PDDocument()) {
                PDFormXObject drawn = new PDFormXObject(form);
                PDPage page = new PDPage(drawn.getBBox() == null ? PDRectangle.A4 : drawn.getBBox());
                PDResources resources = new PDResources();
                resources.put(COSName.getPDFName("Form"), drawn);
                page.setResources(resources);
                page.setContents(
                        new PDStream(alone, new ByteArrayInputStream("/Form Do".getBytes(StandardCharsets.US_ASCII))));
                alone.addPage(page);
                Reader reader = new Reader(false);
                words.text(reader.of(page), leaks.at(Kind.UNSHOWN_TEXT, leaks.pageOf(number), number));
                words.text(reader.followed(), leaks.at(Kind.UNSHOWN_TEXT, leaks.pageOf(number), number));
            } catch (IOException | RuntimeException e) {
                leaks.wrong(Kind.UNREADABLE, number);
            }
        }
    }

    private final class Reader extends PDFTextStripper {

        private final StringBuilder followed = new StringBuilder();
        private @Nullable TextPosition before;

        Reader(boolean placed) throws IOException {
            setSortByPosition(placed);
            setSuppressDuplicateOverlappingText(false);
            OnePage.begin(this);
        }

        String of(PDPage page) throws IOException {
            output = new StringWriter();
            followed.setLength(0);
            before = null;
            processPage(page);
            return output.toString();
        }

        /// What was read last, letter by letter: of lines that run aslant or in a mirror the library makes as many
        /// lines as they have letters, or reads them from the wrong end.
        String followed() {
            return followed.toString();
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            if (before != null && gap(before, letter) > PARTED * size(letter)) {
                followed.append(' ');
            }
            followed.append(Objects.requireNonNullElse(letter.getUnicode(), ""));
            before = letter;
            super.processTextPosition(letter);
        }

        /// From where one letter ends to where the next begins.
        private static double gap(TextPosition one, TextPosition next) {
            Matrix begins = next.getTextMatrix();
            return Math.hypot(begins.getTranslateX() - one.getEndX(), begins.getTranslateY() - one.getEndY());
        }

        private static double size(TextPosition letter) {
            Matrix place = letter.getTextMatrix();
            return Math.hypot(place.getShearX(), place.getScaleY());
        }

        @Override
        public void showForm(PDFormXObject form) throws IOException {
            shown.add(form.getCOSObject());
            super.showForm(form);
        }

        @Override
        public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
            shown.add(form.getCOSObject());
            super.showTransparencyGroup(form);
        }
    }
}
