package org.cairn.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cairn.pdf.OpenedPdfTest.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What opening a PDF takes: never what is drawn on its pages, and no more than the file is long.
class OpeningCostTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    /// Tells how much of it was read.
    private static final class Counted extends RandomAccessReadBuffer {
        private long read;

        Counted(byte[] pdf) {
            super(pdf);
        }

        @Override
        public int read() throws IOException {
            read++;
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = super.read(into, offset, length);
            read += Math.max(0, some);
            return some;
        }

        @Override
        public RandomAccessReadView createView(long start, long length) {
            return new RandomAccessReadView(this, start, length);
        }
    }

    private static byte[] largePages(boolean locked) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int number = 0; number < 20; number++) {
                PDPage page = new PDPage();
                PDStream content = new PDStream(document);
                try (OutputStream out = content.createOutputStream()) {
                    out.write("q Q ".repeat(50_000).getBytes(StandardCharsets.US_ASCII));
                }
                page.setContents(content);
                document.addPage(page);
            }
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            }
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsNothingOfWhatIsDrawnOnThePages(boolean locked) throws IOException {
        byte[] pdf = largePages(locked);
        Counted counted = new Counted(pdf);

        try (OpenedPdf opened = OpenedPdf.open(counted, "", IOUtils.createMemoryOnlyStreamCache())) {
            assertThat(opened.pages()).hasSize(20).allMatch(page -> page.containsKey(COSName.CONTENTS));
            assertThat(opened.document().isEncrypted()).isEqualTo(locked);
            assertThat(counted.read).isLessThan(pdf.length / 20);
        }
    }

    @Test
    void looksOnceThroughAListThatTenThousandBranchesShare() {
        List<String> objects =
                new ArrayList<>(List.of("(no root)", page(10, ""), "[" + "9999999 0 R ".repeat(10_000) + "]"));
        objects.addAll(Collections.nCopies(10_000, "<</Type/Pages/Count 1/Kids 3 0 R>>"));

        assertThat(Assertions.assertTimeoutPreemptively(
                        LONG,
                        () -> OpenedPdfTest.open(BrokenPdf.written(objects)).widths()))
                .containsExactly(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Catalog", "Page"})
    void endsWhereItsTimeIsOver(String type) {
        byte[] pdf = BrokenPdf.of(3).without(type).bytes();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> OpenedPdfTest.open(pdf)).isInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
