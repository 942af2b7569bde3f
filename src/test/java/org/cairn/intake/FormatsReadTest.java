package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.reading.Extent;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Passage.Unit;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read of each format, and how far it says it was read.
class FormatsReadTest {

    private static final String ENGLISH =
            "The witness said that her brother was taken away in March and never came home. ";

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 100_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static ReadResult read(byte[] bytes, String name) {
        return reader.read(Papers.source(bytes), name, new Found(), Progress.none());
    }

    private static void assertEnd(ReadResult result, ReadingStatus status, String reason) {
        assertThat(result.reading().status() + " " + result.reading().reason()).isEqualTo(status + " " + reason);
        assertThat(result.reading().passages()).isEqualTo(result.passages().size());
    }

    @Test
    void findsTheWordsOfAPdfAtTheirPages() {
        ReadResult result = read(Papers.pdf("alpha of page one", "beta of page two", "gamma of page three"), "a.pdf");
        assertEnd(result, ReadingStatus.COMPLETE, "");
        assertThat(result.reading().mediaType()).isEqualTo("application/pdf");
        assertThat(result.reading().pages()).isEqualTo(3);
        assertThat(result.passages()).extracting(Passage::unit).containsOnly(Unit.PAGE);
        assertThat(result.passages()).extracting(Passage::ordinal).containsExactly(1, 2, 3);
        assertThat(result.passages().get(1).text()).isEqualTo("beta of page two");
    }

    /// Names are often initials or numbers, and some are the mark of a picture, of sound, of a program.
    @Test
    void readsStatementsThatBeginWithTheMarkOfAnotherFormat() {
        for (String begin : List.of(
                "P1 says:",
                "P4\n",
                "P6 255",
                "MZ was held.",
                "ID3 said:",
                "AC1015,",
                "070707:",
                "FWS-87:",
                "\n(Crying)",
                "MThd",
                "Rar!",
                "SIMPLE  = ",
                "GIF89a")) {
            ReadResult result = read((begin + ' ' + ENGLISH.repeat(12)).getBytes(StandardCharsets.US_ASCII), "p.txt");

            assertEnd(result, ReadingStatus.COMPLETE, "");
            assertThat(result.passages().getFirst().text()).as(begin).contains("her brother was taken away");
        }
    }

    @Test
    void readsWhatIsCalledATextAsWhatItIs() {
        assertThat(read(Papers.pdf("alpha of page one"), "a.txt").reading().mediaType())
                .isEqualTo("application/pdf");
        byte[] program = Arrays.copyOf("MZ".getBytes(StandardCharsets.US_ASCII), 2_000);
        assertThat(read(program, "a.txt").reading().status()).isNotEqualTo(ReadingStatus.COMPLETE);
    }

    @Test
    void keepsPageNumbersAcrossPagesWithoutText() {
        ReadResult result = read(Papers.pdf("first", "", "third"), "a.pdf");
        assertEnd(result, ReadingStatus.PARTIAL, "pagesWithoutText");
        assertThat(result.passages()).extracting(Passage::ordinal).containsExactly(1, 3);
    }

    @Test
    void saysThatAScannedPdfHasNoText() {
        ReadResult result = read(Papers.pdf("", ""), "scan.pdf");
        assertEnd(result, ReadingStatus.NO_TEXT, "noText");
        assertThat(result.reading().pages()).isEqualTo(2);
    }

    @Test
    void saysThatALockedPdfNeedsAPassword() {
        assertEnd(read(Papers.lockedPdf("secret", "hidden"), "l.pdf"), ReadingStatus.ENCRYPTED, "password");
    }

    @Test
    void readsAPdfThatIsOnlyProtectedAgainstChange() {
        assertEnd(read(Papers.lockedPdf("", "open words"), "p.pdf"), ReadingStatus.COMPLETE, "");
    }

    @Test
    void saysThatAPdfOfGarbageIsDamaged() {
        byte[] garbage = Arrays.copyOf("%PDF-1.7\n%\n1 0 obj <<".getBytes(StandardCharsets.US_ASCII), 5_000);
        assertEnd(read(garbage, "d.pdf"), ReadingStatus.UNREADABLE, "damaged");
    }

    @Test
    void readsAsManySignsWrittenAsOthersAsAFileHas() {
        byte[] bytes = ("<?xml version=\"1.0\"?><firms>" + "<firm>Smith &amp; Sons</firm>".repeat(120_000) + "</firms>")
                .getBytes(StandardCharsets.UTF_8);
        try (Reader roomy = new Reader(new Limits(Duration.ofSeconds(60), 256, 5_000_000, 1))) {
            ReadResult result = roomy.read(Papers.source(bytes), "firms.xml", new Found(), Progress.none());
            assertThat(result.reading().reason()).isEmpty();
            assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        }
    }

    @Test
    void stopsWhereSignsStandForEverMoreOfThem() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
        }
        ReadResult result = read(bomb.append("]><a>&e39;</a>").toString().getBytes(StandardCharsets.UTF_8), "a.xml");
        assertThat(result.passages().toString()).doesNotContain("haha");
        assertThat(result.reading().status()).isNotEqualTo(ReadingStatus.COMPLETE);
    }

    @Test
    void looksAtBytesAndNotAtNames() {
        assertThat(read(Papers.pdf("words"), "holiday.jpg").reading().mediaType())
                .isEqualTo("application/pdf");
        assertThat(read(Papers.png(), "letter.pdf").reading().mediaType()).isEqualTo("image/png");
    }

    @Test
    void cutsAWordDocumentIntoPartsThatCanBeCited() {
        String[] paragraphs = new String[60];
        Arrays.setAll(paragraphs, i -> "Paragraph " + i + ". " + ENGLISH);
        ReadResult result = read(Papers.docx(paragraphs), "statement.docx");
        assertEnd(result, ReadingStatus.COMPLETE, "");
        assertThat(result.passages()).hasSizeGreaterThan(2).allSatisfy(passage -> {
            assertThat(passage.unit()).isEqualTo(Unit.PARAGRAPH);
            assertThat(passage.text().length()).isLessThanOrEqualTo(2_000);
            assertThat(passage.text()).startsWith("Paragraph").endsWith("home.");
        });
        assertThat(result.passages())
                .extracting(Passage::ordinal)
                .isSorted()
                .startsWith(1)
                .doesNotHaveDuplicates();
        assertThat(result.reading().language()).contains(new LanguageTag("en"));
    }

    @Test
    void countsSlidesAsPages() {
        ReadResult result = read(Papers.slides("opening slide", "second slide"), "talk.pptx");
        assertEnd(result, ReadingStatus.COMPLETE, "");
        assertThat(result.reading().pages()).isEqualTo(2);
        assertThat(result.passages().get(1))
                .extracting(Passage::unit, Passage::ordinal)
                .containsExactly(Unit.PAGE, 2);
        assertThat(result.passages().get(1).text()).contains("second slide").doesNotContain("opening");
    }

    @Test
    void countsOldSlidesOnce() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSLFSlideShow show = new HSLFSlideShow()) {
            show.createSlide().createTextBox().setText("opening slide");
            show.createSlide().createTextBox().setText("second slide");
            show.write(bytes);
        }
        ReadResult result = read(bytes.toByteArray(), "talk.ppt");
        assertThat(result.reading().pages()).isEqualTo(2);
        assertThat(result.passages()).extracting(Passage::ordinal).containsExactly(1, 2);
    }

    @Test
    void cutsSheetsByFiftyRowsThatNameTheirSheet() {
        for (byte[] bytes :
                List.of(Papers.workbook(new XSSFWorkbook(), 120), Papers.workbook(new HSSFWorkbook(), 120))) {
            ReadResult result = read(bytes, "rows");
            assertEnd(result, ReadingStatus.COMPLETE, "");
            assertThat(result.passages()).hasSize(6).allSatisfy(passage -> {
                assertThat(passage.text()).matches("(?s)(First|Second)\\n.*");
                assertThat(passage.text().lines().count()).isLessThanOrEqualTo(52);
            });
            assertThat(result.passages().getFirst().text())
                    .contains("First1\t1", "First50\t50")
                    .doesNotContain("First51");
            assertThat(result.passages().get(3).text()).contains("Second1").doesNotContain("First");
        }
    }

    @Test
    void saysWhichRowsOfWhichSheetAPartHolds() {
        assertThat(read(Papers.workbook(new XSSFWorkbook(), 120), "rows").passages())
                .extracting(passage -> passage.extent().orElseThrow().written())
                .containsExactly(
                        "ROWS 1 50 First",
                        "ROWS 51 100 First",
                        "ROWS 101 120 First",
                        "ROWS 1 50 Second",
                        "ROWS 51 100 Second",
                        "ROWS 101 120 Second");
    }

    @Test
    void countsRowsAsTheSheetDoesAlsoBeyondEmptyOnes() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Wards");
            sheet.createRow(2).createCell(0).setCellValue("third row");
            sheet.createRow(219).createCell(0).setCellValue("far below");
            workbook.write(bytes);
        }
        List<Passage> passages = read(bytes.toByteArray(), "rows").passages();
        assertThat(passages).hasSize(1);
        assertThat(passages.getFirst().text()).isEqualTo("Wards\nthird row\nfar below");
        assertThat(passages.getFirst().extent().orElseThrow().written()).isEqualTo("ROWS 3 220 Wards");
    }

    @Test
    void countsRowsOfAnOldWorkbookAlsoBeyondEmptyOnes() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Wards");
            sheet.createRow(2).createCell(0).setCellValue("third row");
            sheet.createRow(219).createCell(0).setCellValue("far below");
            workbook.createSheet("Empty");
            workbook.createSheet("Fees").createRow(65_535).createCell(3).setCellValue("the last row there can be");
            workbook.write(bytes);
        }
        assertThat(extents(bytes.toByteArray())).containsExactly("ROWS 3 220 Wards", "", "ROWS 65536 65536 Fees");
        assertThat(extents(Papers.workbook(new HSSFWorkbook(), 120)))
                .containsExactly(
                        "ROWS 1 50 First",
                        "ROWS 51 100 First",
                        "ROWS 101 120 First",
                        "ROWS 1 50 Second",
                        "ROWS 51 100 Second",
                        "ROWS 101 120 Second");
    }

    @Test
    void numbersNoRowsOfAnOldWorkbookThatHasTooManyToCount() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new HSSFWorkbook()) {
            for (int i = 0; i < 1_000; i++) {
                workbook.createSheet("Sheet " + i)
                        .createRow(65_535)
                        .createCell(0)
                        .setCellValue("far below");
            }
            workbook.write(bytes);
        }
        ReadResult result = read(bytes.toByteArray(), "rows");
        assertEnd(result, ReadingStatus.COMPLETE, "");
        assertThat(result.passages())
                .hasSize(1_000)
                .allSatisfy(passage -> assertThat(passage.extent()).isEmpty());
    }

    @Test
    void countsRowsOfABinaryWorkbookAndKeepsItsSheetsApart() {
        Map<Integer, String> wards = new LinkedHashMap<>();
        wards.put(3, "third row");
        wards.put(220, "far below");
        Map<String, Map<Integer, String>> sheets = new LinkedHashMap<>();
        sheets.put("Wards", wards);
        sheets.put("Fees", Map.of(1_048_576, "the last row there can be"));
        byte[] workbook = Papers.binaryWorkbook(sheets);
        assertThat(extents(workbook)).containsExactly("ROWS 3 220 Wards", "ROWS 1048576 1048576 Fees");
        assertThat(read(workbook, "rows").passages())
                .extracting(Passage::text)
                .containsExactly("Wards\nthird row\nfar below", "Fees\nthe last row there can be");
    }

    @Test
    void countsRowsOfAnOpenTableWhichAreWrittenOnceForAllThatAreAlike() {
        String cell = "<table:table-cell><text:p>%s</text:p></table:table-cell>";
        String row = "<table:table-row table:number-rows-repeated=\"%d\">%s</table:table-row>";
        String empty = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
        String sheets = "<table:table table:name=\"Wards\">" + row.formatted(2, empty)
                + row.formatted(1, cell.formatted("third row") + cell.formatted("2.5"))
                + row.formatted(4, cell.formatted("four alike")) + row.formatted(1_048_569, empty)
                + "</table:table><table:table table:name=\"Empty\">" + row.formatted(1_048_576, empty)
                + "</table:table><table:table table:name=\"Fees\">" + row.formatted(999_999_999, empty)
                + row.formatted(1, cell.formatted("further than any sheet goes")) + "</table:table>";
        byte[] chart = Papers.content("<table:table table:name=\"local-table\">"
                + row.formatted(1, cell.formatted("of a chart")) + "</table:table>");
        byte[] book = Papers.openSheets(sheets, Map.of("Object 1/content.xml", chart));
        List<Passage> passages = read(book, "rows.ods").passages();
        assertThat(passages)
                .extracting(Passage::text)
                .containsExactly(
                        "of a chart",
                        "Wards\nthird row\t2.5\nfour alike",
                        "Empty",
                        "Fees\nfurther than any sheet goes");
        assertThat(passages)
                .extracting(passage -> passage.extent().map(Extent::written).orElse(""))
                .containsExactly("", "ROWS 3 7 Wards", "", "ROWS 16777216 16777216 Fees");
    }

    @Test
    void cutsAnOpenTableByFiftyRowsThatNameTheirSheet() {
        String rows = IntStream.rangeClosed(1, 120)
                .mapToObj(row -> "<table:table-row><table:table-cell><text:p>First" + row
                        + "</text:p></table:table-cell></table:table-row>")
                .collect(Collectors.joining());
        byte[] book = Papers.openSheets("<table:table table:name=\"First\">" + rows + "</table:table>", Map.of());
        assertThat(extents(book)).containsExactly("ROWS 1 50 First", "ROWS 51 100 First", "ROWS 101 120 First");
        assertThat(read(book, "rows.ods").passages())
                .allSatisfy(passage -> assertThat(passage.text()).startsWith("First\n"));
    }

    private List<String> extents(byte[] book) {
        return read(book, "rows").passages().stream()
                .map(passage -> passage.extent().map(Extent::written).orElse(""))
                .toList();
    }

    @Test
    void countsTheRowsOfAPlainTableAndNotTheLinesOfACell() {
        StringBuilder table = new StringBuilder("name;note\r\n");
        for (int row = 2; row <= 400; row++) {
            table.append("row ").append(row).append(";\"first line\nsecond line\"\r\n");
        }
        List<Passage> passages =
                read(table.toString().getBytes(StandardCharsets.UTF_8), "t.csv").passages();
        assertThat(passages).hasSizeGreaterThan(3).allSatisfy(passage -> {
            Extent extent = passage.extent().orElseThrow();
            assertThat(passage.text()).contains("row " + extent.to() + ";");
        });
        assertThat(passages.getFirst().extent().orElseThrow().from()).isEqualTo(1);
        assertThat(passages.getLast().extent().orElseThrow().to()).isEqualTo(400);
    }

    @Test
    void saysThatALockedWorkbookNeedsAPassword() throws Exception {
        POIFSFileSystem files = new POIFSFileSystem();
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
        encryptor.confirmPassword("secret");
        try (var out = encryptor.getDataStream(files)) {
            out.write(Papers.workbook(new XSSFWorkbook(), 1));
        }
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        files.writeFilesystem(locked);
        assertEnd(read(locked.toByteArray(), "l.xlsx"), ReadingStatus.ENCRYPTED, "password");
    }

    @Test
    void readsAWebPageAsPeopleSeeIt() {
        String page = "<html><head><title>The notice</title><style>p{x}</style><script>var hidden=1</script></head>"
                + "<body><p>First line</p><table><tr><td>left</td><td>right</td></tr></table></body></html>";
        ReadResult result = read(page.getBytes(StandardCharsets.UTF_8), "n.html");
        assertEnd(result, ReadingStatus.COMPLETE, "");
        assertThat(result.passages().getFirst().text())
                .startsWith("The notice")
                .contains("First line", "left\tright")
                .doesNotContain("hidden", "p{x}");
    }

    @Test
    void readsRichTextAndDeeplyNestedPages() {
        String rich = "{\\rtf1\\ansi\\pard {\\b Bold words} and plain words\\par Next paragraph\\par}";
        assertThat(read(rich.getBytes(StandardCharsets.US_ASCII), "r.rtf")
                        .passages()
                        .getFirst()
                        .text())
                .contains("Bold words and plain words", "Next paragraph");
        String deep = "<html><body>" + "<div>".repeat(400) + "deep words" + "</div>".repeat(400) + "</body></html>";
        assertEnd(read(deep.getBytes(StandardCharsets.US_ASCII), "d.html"), ReadingStatus.COMPLETE, "");
    }

    @Test
    void saysThatAPictureWaitsForOcrAndHowLargeItIs() {
        ReadResult result = read(Papers.png(), "ward.png");
        assertEnd(result, ReadingStatus.NO_TEXT, "noText");
        assertThat(result.reading().metadata()).containsEntry("width", "40").containsEntry("height", "30");
    }

    @Test
    void tellsWhatACameraSawFromAScan() {
        java.nio.ByteBuffer tiff = java.nio.ByteBuffer.allocate(400).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x010f).putShort((short) 2).putInt(4).putInt(0x006e6f4e);
        tiff.putShort((short) 0x014a).putShort((short) 4).putInt(1).putInt(100);
        assertThat(read(tiff.array(), "ward.nef").reading().mediaType()).isEqualTo("image/x-raw-nikon");
        assertThat(read(tiff.array(), "ward.bin").reading().mediaType()).isEqualTo("image/x-raw-adobe");
        tiff.putShort(22, (short) 0x0150);
        assertThat(read(tiff.array(), "ward.nef").reading().mediaType()).isEqualTo("image/tiff");
    }

    @Test
    void saysHowLongARecordingLasts() throws IOException {
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
        ByteArrayOutputStream wav = new ByteArrayOutputStream();
        InputStream silence = new ByteArrayInputStream(new byte[8_000 * 2 * 3]);
        AudioSystem.write(new AudioInputStream(silence, format, 8_000 * 3), AudioFileFormat.Type.WAVE, wav);
        ReadResult result = read(wav.toByteArray(), "voice.wav");
        assertEnd(result, ReadingStatus.NO_TEXT, "noText");
        assertThat(result.reading().metadata()).containsEntry("duration", "3.00");
    }

    @Test
    void doesNotGuessAtBytesThatAreNothingKnown() {
        byte[] noise = new byte[20_000];
        new java.util.Random(7).nextBytes(noise);
        assertEnd(read(noise, "what.bin"), ReadingStatus.UNREADABLE, "unknownFormat");
        assertEnd(read(noise, "said-to-be.txt"), ReadingStatus.UNREADABLE, "unknownFormat");
    }

    @Test
    void saysThatAFileWithoutBytesIsEmpty() {
        assertEnd(read(new byte[0], "empty.txt"), ReadingStatus.EMPTY, "empty");
    }

    @Test
    void saysThatADocumentWithoutWordsIsEmpty() {
        assertEnd(read(Papers.docx(), "blank.docx"), ReadingStatus.EMPTY, "noWords");
        assertEnd(read("  \n \n".getBytes(StandardCharsets.UTF_8), "blank.txt"), ReadingStatus.EMPTY, "noWords");
    }

    @Test
    void keepsTextUpToTheLimitAndSaysSo() {
        ReadResult result = read(ENGLISH.repeat(2_000).getBytes(StandardCharsets.UTF_8), "long.txt");
        assertEnd(result, ReadingStatus.PARTIAL, "textLimit");
        assertThat(result.passages().stream()
                        .mapToInt(passage -> passage.text().length())
                        .sum())
                .isBetween(99_000, 100_000);
    }

    @Test
    void cutsOneEndlessLineBetweenWords() {
        ReadResult result = read(ENGLISH.repeat(200).getBytes(StandardCharsets.UTF_8), "line.txt");
        assertEnd(result, ReadingStatus.COMPLETE, "");
        assertThat(result.passages())
                .hasSizeGreaterThan(7)
                .allSatisfy(passage -> assertThat(passage.text().length()).isLessThanOrEqualTo(2_000));
        String again =
                String.join(" ", result.passages().stream().map(Passage::text).toList());
        assertThat(again).isEqualTo(ENGLISH.repeat(200).strip());
    }

    @Test
    void neverCutsACharacterInTwo() {
        ReadResult result = read("\uD83D\uDC4B".repeat(3_333).getBytes(StandardCharsets.UTF_8), "waves.txt");
        assertThat(String.join("", result.passages().stream().map(Passage::text).toList()))
                .isEqualTo("\uD83D\uDC4B".repeat(3_333));
    }

    @Test
    void passesAFileThatIsTooLargeWithoutHoldingIt() {
        long size = 4L * 1024 * 1024 * 1024;
        ReadResult text = reader.read(endless(size, "words and words "), "huge.txt", new Found(), Progress.none());
        assertThat(text.reading()).extracting(Reading::status).isEqualTo(ReadingStatus.PARTIAL);
        assertThat(text.passages()).isNotEmpty();
        ReadResult noise = reader.read(endless(size, "PK\u0003\u0004"), "huge.zip", new Found(), Progress.none());
        assertEnd(noise, ReadingStatus.UNREADABLE, "tooLarge");
    }

    private static Source endless(long size, String repeated) {
        byte[] bytes = repeated.getBytes(StandardCharsets.US_ASCII);
        return new Source() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() {
                return new InputStream() {
                    private long place;

                    @Override
                    public int read() {
                        return place == size ? -1 : bytes[(int) (place++ % bytes.length)];
                    }
                };
            }
        };
    }

    @Test
    void readsOneFileAfterAnotherWithOneWorker() {
        long before = workers();
        Map.of("a.pdf", Papers.pdf("one"), "b.docx", Papers.docx("two"), "c.png", Papers.png())
                .forEach((name, bytes) -> read(bytes, name));
        assertThat(workers()).isBetween(1L, Math.max(1L, before));
    }

    private static long workers() {
        return ProcessHandle.current().children().count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Message-ID: is what I was asked for at the desk.\n\nThe officer wrote it down.\n",
                "From: the village to the hospital we walked.\nTo: my brother I said nothing.\n\nHe was ill.\n",
                "Received: two blankets from the mission; one tin of oil.\nDate: 3 March\n\nSigned\n",
                "Message-ID: 77\nFirst line of the note\nSecond line\nFrom: the north\n",
                "Relay-Version: none\nPath: through the olive grove\nXref: none\n\nWe hid.\n",
                "From: Amina <amina@example.org>\nSent: Monday, 3 March 2014 10:00\nSubject: x\n\nThe lantern.\n",
                "Date: Mon, 3 Mar 2014 10:00\nFrom: Amina\nSeen-by: Bilal\n\nThe lantern.\n",
                "Date: Mon, 3 Mar 2014 10:00\nFrom: a@example.org\nI copied this by hand.\n\nThe lantern.\n"
            })
    void readsEveryWordOfANoteThatBeginsLikeALetter(String note) {
        ReadResult result = read(note.getBytes(StandardCharsets.UTF_8), "note.txt");
        assertEnd(result, ReadingStatus.COMPLETE, "");
        assertThat(result.reading().mediaType()).isEqualTo("text/plain");
        assertThat(result.passages()).extracting(Passage::text).containsExactly(note.strip());
    }

    @Test
    void readsANoteWithoutANameThatSaysWhatItIsAsTextWhereNoProgramWroteItsHead() {
        byte[] note = "Message-ID: is what they wanted.\n\nI had none.\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read(note, "note").reading().mediaType()).isEqualTo("text/plain");
        assertThat(read(note, "note.eml").reading().mediaType()).isEqualTo("message/rfc822");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Amina <amina@example.org>\nTo: b@example.org\nDate: Mon, 3 Mar 2014 10:00:00 +0000\n",
                "\uFEFFMessage-ID: <2@example.org>\r\nMIME-Version: 1.0\r\nSubject: x\r\n",
                "Return-Path: <a@b.org>\nReceived: from mx.example.org\n\tby mail.example.org with ESMTP id 1;\n"
                        + "\tMon, 3 Mar 2014 10:00:00 +0000\nFrom: a@example.org\n",
                // in UTF-8 as it is: one of its bytes ends a line in other encodings
                "From: a@example.org\nDate: Mon, 3 Mar 2014 10:00:00 +0000\nMIME-Version: 1.0\nSubject: محمد\n",
                "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nSubject: a long\n"
                        + "subject that was folded wrongly\n"
            })
    void readsALetterThatIsCalledATextAsALetter(String head) {
        byte[] letter = (head + "\r\nThe lantern went out.\r\n").getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("letter.txt", "letter", "1394.M1.host:2,S")) {
            assertThat(read(letter, name).reading().mediaType()).isEqualTo("message/rfc822");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Received: from a by b; 3 Mar 2014\nSubject: a long\nsubject\nFrom: a@example.org\n",
                "From: a@example.org\nSubject: a long\nsubject\nMIME-Version: 1.0\n"
            })
    void readsALetterWithoutANameAsALetterAlsoWhereALineIsFoldedWrongly(String head) {
        byte[] letter = (head + "\nThe lantern went out.\n").getBytes(StandardCharsets.UTF_8);
        assertThat(read(letter, "letter").reading().mediaType()).isEqualTo("message/rfc822");
    }

    static Stream<String> endlessHeads() {
        String line = "a".repeat(2_000);
        return Stream.of(
                "From: " + "a".repeat(250_000),
                "From: " + line + "\n " + "\n ".repeat(126_000),
                "Received: " + "by ".repeat(80_000));
    }

    @ParameterizedTest
    @MethodSource("endlessHeads")
    @Timeout(20)
    void looksForMarksOfALetterInALongLineWithoutGoingThroughItAgainAndAgain(String head) {
        byte[] text = ("Message-ID: x\n" + head).getBytes(StandardCharsets.UTF_8);
        assertThat(read(text, "x.txt").reading().mediaType()).isEqualTo("text/plain");
    }

    static Stream<String> sheets() {
        return Stream.of("calls.xlsx", "calls.xls");
    }

    /// @param name also says of which format it is
    private static byte[] calls(String name) throws IOException {
        try (Workbook workbook = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("Calls");
            CellStyle general = workbook.createCellStyle();
            general.setDataFormat(workbook.createDataFormat().getFormat("GENERAL"));
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            cell(sheet, 0, 8_613_812_345_678d).setCellStyle(general);
            cell(sheet, 1, 8_613_812_345_999d);
            sheet.createRow(2).createCell(0).setCellValue("8.61381E+12");
            // shown alike, and with the same words: each is its own
            cell(sheet, 3, 4_479_110_000_003d).setCellStyle(general);
            cell(sheet, 4, 4_479_110_000_004d).setCellStyle(general);
            cell(sheet, 5, 8_613_812_345_111d).setCellStyle(general);
            cell(sheet, 6, 8_613_812_345_222d).setCellStyle(text);
            cell(sheet, 7, 8_613_812_345_333d).setCellStyle(text);
            cell(sheet, 8, 1_234_567_890_123_456d);
            workbook.createSheet("Fees").createRow(3).createCell(2).setCellValue(201_604_121_155d);
            Sheet late = workbook.createSheet("Late");
            cell(late, 1, 201_604_121_166d).setCellStyle(general);
            cell(late, 0, 201_604_121_177d).setCellStyle(general);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static Cell cell(Sheet sheet, int row, double number) {
        Cell cell = sheet.createRow(row).createCell(0);
        cell.setCellValue(number);
        return cell;
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void readsLongNumbersOfASheetWithAllOfTheirDigits(String name) throws IOException {
        assertThat(lines(calls(name), name))
                .containsExactly(
                        "Calls",
                        "8613812345678",
                        "8613812345999",
                        "8.61381E+12",
                        "4479110000003",
                        "4479110000004",
                        "8613812345111",
                        "8613812345222",
                        "8613812345333",
                        "1234567890123456",
                        "Fees",
                        "201604121155",
                        "Late",
                        "201604121177",
                        "201604121166");
    }

    /// Some are shown alike, of others not all digits are sure.
    @ParameterizedTest
    @MethodSource("sheets")
    void givesEachCellItsOwnDigitsAlsoWhereNotAllAreSure(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Calls");
            CellStyle shortly = workbook.createCellStyle();
            shortly.setDataFormat(workbook.createDataFormat().getFormat("0E+00"));
            double[] numbers = {95E9, 104E9, 92E14, 89E14, 12_345_678_901_234_567_890d, 1E25};
            for (int row = 0; row < numbers.length; row++) {
                Cell cell = cell(sheet, row, numbers[row]);
                if (row < 4) {
                    cell.setCellStyle(shortly);
                }
            }
            workbook.write(bytes);
        }
        assertThat(lines(bytes.toByteArray(), name))
                .containsExactly(
                        "Calls",
                        "95000000000",
                        "104000000000",
                        "9.2E+15",
                        "8900000000000000",
                        "1.23456789012346E+19",
                        "1E+25");
    }

    @Test
    void givesEachCellItsOwnDigitsInWhateverOrderTheyStandInAnOldWorkbook() throws IOException {
        byte[] workbook = calls("calls.xls");
        int first = rowOf(workbook, 201_604_121_177d);
        int second = rowOf(workbook, 201_604_121_166d);
        byte row = workbook[first];
        workbook[first] = workbook[second];
        workbook[second] = row;
        assertThat(lines(workbook, "calls.xls")).endsWith("Late", "201604121166", "201604121177");
    }

    /// Where the number of its row stands: before that of its column, its look, and what it is.
    private static int rowOf(byte[] workbook, double number) {
        byte[] value = ByteBuffer.allocate(Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(number)
                .array();
        return IntStream.range(0, workbook.length - value.length)
                        .filter(at -> Arrays.equals(workbook, at, at + value.length, value, 0, value.length))
                        .findFirst()
                        .orElseThrow()
                - 6;
    }

    private List<String> lines(byte[] bytes, String name) {
        return read(bytes, name).passages().stream()
                .flatMap(passage -> passage.text().lines())
                .toList();
    }

    @Test
    void readsLongNumbersThatAnotherProgramWroteRoundedIntoAnOpenDocument() throws IOException {
        String content = """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
                <office:body><office:spreadsheet><table:table table:name="Calls">
                <table:table-row><table:table-cell office:value-type="float" office:value="201604121155">
                <text:p>2.01604E+11</text:p></table:table-cell></table:table-row>
                <table:table-row><table:table-cell office:value-type="string"><text:p>2.01604E+11</text:p>
                </table:table-cell></table:table-row>
                <table:table-row><table:table-cell office:value-type="float" office:value="201604121166">
                <text:p>2.01604E+11</text:p></table:table-cell></table:table-row>
                <table:table-row><table:table-cell office:value-type="float" office:value="12345678901234567890">
                <text:p>1.23457E+19</text:p></table:table-cell></table:table-row>
                </table:table></office:spreadsheet></office:body></office:document-content>
                """;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(lines(bytes.toByteArray(), "calls.ods"))
                .containsExactly("Calls", "201604121155", "2.01604E+11", "201604121166", "1.23456789012346E+19");
    }
}
