package org.cairn.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.pdf.OpenedPdfTest.both;
import static org.cairn.pdf.OpenedPdfTest.open;
import static org.cairn.pdf.OpenedPdfTest.page;
import static org.cairn.pdf.OpenedPdfTest.widths;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

/// What is found in a file, and what in a file within the file.
class ScanTest {

    /// A page within a stream, under that number.
    private static String within(int number) {
        return number + " 0 obj\n" + page(99, "") + "\nendobj\n" + (number + 1)
                + " 0 obj <</Length 3>>stream\nq Q\nendstream\nendobj\n" + (number + 2) + " 0 obj\n" + page(98, "")
                + "\nendobj\n";
    }

    private static String stream(String length, String content) {
        return "<</Length " + length + ">>stream\n" + content + "\nendstream";
    }

    @Test
    void keepsAnObjectWhereTheSameOneStandsInAStreamBehindIt() throws IOException {
        assertThat(widths("(no root)", page(10, ""), "(none)", page(20, ""), stream("9 0 R", within(2))))
                .containsExactly(10, 20);
    }

    @Test
    void takesAnObjectRatherThanTheSameOneInAStreamBeforeIt() throws IOException {
        assertThat(widths("(no root)", stream("9 0 R", within(3)), page(10, ""), "(none)", page(20, "")))
                .containsExactly(10, 20);
    }

    @Test
    void leapsOverAStreamOfWhichTheLengthStandsBeforeIt() throws IOException {
        String within = within(8);
        assertThat(widths("(no root)", String.valueOf(within.length()), stream("2 0 R", within), page(10, "")))
                .containsExactly(10);
    }

    @Test
    void leapsOverAStreamOfWhichTheLengthStandsBehindIt() throws IOException {
        String within = within(8);
        assertThat(widths("(no root)", stream("3 0 R", within), String.valueOf(within.length()), page(10, "")))
                .containsExactly(10);
    }

    @Test
    void findsWhatStandsBehindAStreamWithoutAnEnd() throws IOException {
        byte[] pdf =
                BrokenPdf.written(List.of("(no root)", page(99, ""), "<</Length 9 0 R>>stream\nq Q", page(20, "")));
        byte[] again = ("\n2 0 obj\n" + page(10, "") + "\nendobj\n").getBytes(StandardCharsets.US_ASCII);

        assertThat(open(both(pdf, again)).widths()).containsExactly(10, 20);
    }

    @Test
    void takesWhatAFileSaysRatherThanWhatAFileWithinItSays() throws IOException {
        byte[] pdf = ("trailer<</Root 1 0 R>> 2 0 obj<</Length 9 0 R>>stream\n3 0 obj 1 endobj trailer<</Root 7 0 R>>\n"
                        + "endstream endobj")
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(Scan.of(new RandomAccessReadBuffer(pdf)).trailers())
                .extracting(Scan.Trailer::place)
                .containsExactly((long) new String(pdf, StandardCharsets.US_ASCII).lastIndexOf("<</Root"), 7L);
    }

    @Test
    void keepsTheLastOfManyTrailers() throws IOException {
        byte[] pdf = "trailer\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);

        assertThat(Scan.of(new RandomAccessReadBuffer(pdf)).trailers())
                .hasSize(200)
                .last()
                .isEqualTo(new Scan.Trailer(pdf.length - 1, false));
    }

    @Test
    void unpacksNoMoreThanAPackSaysItHolds() throws IOException {
        String first = page(10, "") + " ";
        String head = "3 0 4 " + first.length() + " ";
        String packed = head + first + page(20, "");
        assertThat(widths(
                        "(no root)",
                        "<</Type/ObjStm/N 1/First " + head.length() + "/Length " + packed.length() + ">>stream\n"
                                + packed + "\nendstream"))
                .containsExactly(10);
    }
}
