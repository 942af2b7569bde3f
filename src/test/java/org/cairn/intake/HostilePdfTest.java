package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.zip.DeflaterOutputStream;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.pdf.BrokenPdf;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents that lead in a circle, or in so many ways to the same place that nobody comes to their end.
class HostilePdfTest {

    private static byte[] pdf(List<String> objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(pdf.length());
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> pdf.append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", place)));
        pdf.append("trailer<</Size ").append(objects.size() + 1).append("/Root 1 0 R>>\nstartxref\n");
        return pdf.append(table).append("\n%%EOF").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static final String FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

    private static String stream(String dictionary, String words) {
        return "<<" + dictionary + "/Length " + words.length() + ">>stream\n" + words + "\nendstream";
    }

    private static Reading read(List<String> objects) {
        return result(objects).reading();
    }

    private static ReadResult result(List<String> objects) {
        try (Reader reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 100_000, 1))) {
            return reader.read(Papers.source(pdf(objects)), "a.pdf", new Found(), Progress.none());
        }
    }

    private static ReadResult written(String content) {
        return result(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R/G"
                        + "<</Type/Font/Subtype/Type0/BaseFont/X>>>>>>>>",
                stream("", content),
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"));
    }

    private static String page(String resources) {
        return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X " + resources
                + ">>>>>>";
    }

    @Test
    void comesToTheEndOfAFormThatIsDrawnInItself() {
        Reading reading = read(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                page("5 0 R"),
                stream("", "/X Do"),
                stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>", "/X Do /X Do")));
        assertThat(reading.status()).isEqualTo(ReadingStatus.UNREADABLE);
        assertThat(reading.reason()).isEqualTo("damaged");
    }

    @Test
    void keepsTheWordsBeforeAndBehindWhatCannotBeDrawn() {
        ReadResult result = written("""
                BT /F 12 Tf 50 700 Td (before it) Tj ET
                BT /G 12 Tf 50 650 Td (a font that is lost) Tj ET
                BT /F 12 Tf 50 600 Td (behind it) Tj ET
                """);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.PARTIAL);
        assertThat(result.reading().reason()).isEqualTo("damaged");
        assertThat(result.passages().getFirst().text()).contains("before it", "behind it");
    }

    @Test
    void keepsTheWordsBeforeAPageBreaksOff() {
        ReadResult result = written("BT /F 12 Tf 50 700 Td (before it) Tj <616 (behind it) Tj ET");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.PARTIAL);
        assertThat(result.reading().reason()).isEqualTo("damaged");
        assertThat(result.passages().getFirst().text()).isEqualTo("before it");
    }

    @Test
    void keepsWordsWhoseBeginningIsLost() {
        ReadResult result = written("BX8 /F 12 Tf 50 700 Td (without a beginning) Tj ET");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.PARTIAL);
        assertThat(result.passages().getFirst().text()).isEqualTo("without a beginning");
    }

    @Test
    void readsAPageOfAWholeLibrary() {
        ReadResult result = written("BT /F 9 Tf " + "(the words of it) Tj T* ".repeat(300_000) + "ET");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(result.passages()).hasSize(1);
    }

    @Test
    void readsAPageThatKeepsItsPenWithoutEnd() {
        ReadResult result = written("q ".repeat(1_000_000) + "BT /F 9 Tf 50 700 Td (the words) Tj ET");
        assertThat(result.passages().getFirst().text()).isEqualTo("the words");
    }

    @Test
    void comesToTheEndOfPagesThatAreNamedAMillionTimes() {
        List<String> objects = new ArrayList<>(List.of("<</Type/Catalog/Pages 2 0 R>>"));
        for (int level = 0; level < 6; level++) {
            String kids = ((level + 3) + " 0 R ").repeat(10);
            objects.add("<</Type/Pages/Count " + (long) Math.pow(10, 6 - level) + "/Kids[" + kids + "]>>");
        }
        objects.add("<</Type/Page/MediaBox[0 0 9 9]>>");
        Reading reading = read(objects);
        assertThat(reading.status()).isEqualTo(ReadingStatus.UNREADABLE);
        assertThat(reading.reason()).isEqualTo("tooMuchInside");
        assertThat(reading.pages()).isLessThanOrEqualTo(50_000);
    }

    private static ReadResult read(BrokenPdf broken) {
        try (Reader reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 100_000, 1))) {
            return reader.read(Papers.source(broken.bytes()), "a.pdf", new Found(), Progress.none());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Catalog", "Pages"})
    void readsThePagesOfAFileWhoseRootIsDestroyedAndSaysThatItIsDamaged(String type) {
        ReadResult result = read(BrokenPdf.of(3).without(type));
        assertThat(result.passages())
                .extracting(passage -> passage.ordinal() + " " + passage.text().strip())
                .containsExactly("1 first", "2 second", "3 third");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.PARTIAL);
        assertThat(result.reading().reason()).isEqualTo("damaged");
        assertThat(result.reading().pages()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000000000", "0", "1", "-7"})
    void readsAllPagesHoweverManyTheFileSaysThereAre(String count) {
        ReadResult result = read(BrokenPdf.of(3).with("/Count 3", "/Count " + count));
        assertThat(result.passages()).hasSize(3);
        assertThat(result.reading().pages()).isEqualTo(3);
    }

    @Test
    void keepsWhatWasFilledIntoAFormThatIsLost() {
        ReadResult result = result(List.of(
                "(no root)",
                "<</Type/Page/MediaBox[0 0 99 99]/Annots[3 0 R]>>",
                "<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/Parent 4 0 R>>",
                "<</FT/Tx/T(name)/V(filled in)>>"));
        assertThat(result.passages().getFirst().text()).isEqualTo("filled in");
    }

    @Test
    void readsPagesThatDoNotSayTheyAreOnesUnderTheNumbersTheyAreShownWith() {
        String page = "/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</Font<</F<</Type/Font/Subtype/Type1"
                + "/BaseFont/Helvetica>>>>>>/Contents ";
        ReadResult result = result(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]>>",
                "<<" + page + "6 0 R>>",
                "<</Type/Page" + page + "7 0 R>>",
                "<</Type/Template" + page + "8 0 R>>",
                stream("", "BT /F 9 Tf (first) Tj ET"),
                stream("", "BT /F 9 Tf (second) Tj ET"),
                stream("", "BT /F 9 Tf (third) Tj ET")));
        assertThat(result.passages())
                .extracting(passage -> passage.ordinal() + " " + passage.text().strip())
                .containsExactly("1 first", "2 second", "3 third");
    }

    /// Pages of packed content, of which each is changed before it is written.
    private static ReadResult packed(int pages, BiConsumer<Integer, byte[]> change) {
        List<String> objects = new ArrayList<>(List.of("<</Type/Catalog/Pages 2 0 R>>", "", FONT));
        StringBuilder kids = new StringBuilder();
        for (int i = 1; i <= pages; i++) {
            StringBuilder words = new StringBuilder("BT /F 12 Tf 50 700 Td ");
            for (int line = 0; line < 40; line++) {
                words.append("(line " + line + " of page " + i + " " + (line * 7_919 * i) + ") Tj 0 -12 Td ");
            }
            byte[] content = deflated(words + "ET");
            change.accept(i, content);
            kids.append(objects.size() + 1).append(" 0 R ");
            objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents " + (objects.size() + 2)
                    + " 0 R/Resources<</Font<</F 3 0 R>>>>>>");
            objects.add(stream("/Filter/FlateDecode", new String(content, StandardCharsets.ISO_8859_1)));
        }
        objects.set(1, "<</Type/Pages/Count " + pages + "/Kids[" + kids + "]>>");
        return result(objects);
    }

    private static byte[] deflated(String words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(words.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void callsNoPageWholeWhoseContentDoesNotComeOutWhole() {
        assertThat(packed(3, (page, content) -> {}).reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        for (int place = 40; place < 200; place += 20) {
            int at = place;
            ReadResult result = packed(3, (page, content) -> content[at] ^= (byte) (page == 2 ? 4 : 0));
            assertThat(result.reading().status()).as("byte %d", at).isEqualTo(ReadingStatus.PARTIAL);
            assertThat(result.reading().reason()).isEqualTo("damaged");
            assertThat(result.passages().getFirst().text()).contains("line 39 of page 1");
        }
    }

    @Test
    void believesAProgramThatWritesNoSums() {
        ReadResult result = packed(3, (page, content) -> content[content.length - 1] ^= 4);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
    }

    @Test
    void saysThatPagesAreLockedThoughNothingTellsOfALock() {
        ReadResult result = packed(3, (page, content) -> new Random(page).nextBytes(content));
        assertThat(result.reading().status() + " " + result.reading().reason()).isEqualTo("UNREADABLE lockLost");
    }

    @Test
    void callsASinglePageThatIsBrokenBroken() {
        ReadResult result = packed(1, (page, content) -> new Random(page).nextBytes(content));
        assertThat(result.reading().status() + " " + result.reading().reason()).isEqualTo("UNREADABLE damaged");
    }

    @Test
    void callsAPageWholeThatAProgramOnlyFlushed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DeflaterOutputStream out = new DeflaterOutputStream(bytes, true);
        out.write("BT /F 12 Tf 50 700 Td (at night) Tj ET".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        String content = bytes.toString(StandardCharsets.ISO_8859_1);
        assertThat(content).endsWith("\u0000\u0000\u00FF\u00FF");
        ReadResult result = result(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[4 0 R]>>",
                FONT,
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F 3 0 R>>>>>>",
                stream("/Filter/FlateDecode", content)));
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(result.passages().getFirst().text()).contains("at night");
    }
}
