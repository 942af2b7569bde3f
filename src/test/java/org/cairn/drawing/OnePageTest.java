package org.cairn.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

/// A page of a document, seen as if it were all of it.
class OnePageTest {

    @Test
    void showsOnePageAsIfItWereAllAndKeepsWhatItTakesFromTheOthers() throws IOException {
        try (PDDocument document = Loader.loadPDF(ofPages(3))) {
            OnePage second = new OnePage(document, document.getPage(1).getCOSObject());

            assertThat(second.getNumberOfPages()).isEqualTo(1);
            assertThat(second.getPages()).hasSize(1);
            assertThat(second.page().getMediaBox().getWidth()).isEqualTo(102);
            assertThat(second.getResourceCache()).isSameAs(document.getResourceCache());
        }
    }

    private static byte[] ofPages(int count) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int page = 1; page <= count; page++) {
                document.addPage(new PDPage(new PDRectangle(100 + page, 200)));
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
