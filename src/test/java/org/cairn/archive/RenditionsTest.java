package org.cairn.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.cairn.bundle.Rendition;
import org.cairn.conversion.ConversionLimits;
import org.cairn.conversion.LibreOffice;
import org.cairn.conversion.PictureDecoder;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.TableDrawing;
import org.cairn.drawing.TableKind;
import org.cairn.intake.LockedPapers;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.cairn.vault.MadeFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages of office documents, with a program in LibreOffice's place that counts how often it is asked.
@EnabledOnOs(OS.LINUX)
class RenditionsTest {

    private static final ConversionLimits LIMITS = new ConversionLimits(Duration.ofMinutes(1), 2_048, 1 << 20, 1 << 20);

    /// A square of 64 dots in red as AVIF.
    private static final String AVIF =
            "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA"
                    + "AAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAJQAAACNpaW5mAAAAAAABAAAAFWluZmUC"
                    + "AAAAAAEAAGF2MDEAAAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAA"
                    + "AABAAAAAQAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAAC1tZGF0EgAKCRgVf/2CBAQNCDIWGAAK"
                    + "KKKEALTben4Q9P8AnGfuMlr9gA==";

    @TempDir
    private Path temp;

    private OpenArchive open;
    private Renditions renditions;
    private Path asked;

    @BeforeEach
    void makeArchive() throws IOException {
        open = new OpenArchive(temp);
        asked = temp.resolve("asked");
        renditions = with(Optional.of(new LibreOffice(
                program("for word; do last=\"$word\"; done; echo once >> '" + asked
                        + "'; { echo pages of; cat \"$last\"; } > document.pdf"),
                "24.8")));
    }

    @AfterEach
    void closeArchive() {
        renditions.close();
        open.close();
    }

    private Renditions with(Optional<LibreOffice> program) {
        return new Renditions(
                open.archive.session(),
                open.archive.witnesses(),
                open.folder,
                LIMITS,
                () -> program,
                () -> program.map(LibreOffice::program),
                PictureDecoder::installed);
    }

    @Test
    void laysADocumentOutOnceAndKeepsThePages() throws Exception {
        Reference paper = taken("paper.rtf", "{\\rtf1\\ansi Words of a paper}");

        assertThat(pages(paper)).startsWith("pages of").contains("Words of a paper");
        assertThat(pages(paper)).startsWith("pages of").contains("Words of a paper");
        assertThat(Files.readAllLines(asked)).hasSize(1);
    }

    @Test
    void keepsThePagesSealedAndApartFromWhatIsProved() throws Exception {
        Reference paper = taken("paper.rtf", "{\\rtf1\\ansi Words of a paper}");
        pages(paper);

        try (var files = Files.walk(open.folder.resolve("made"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readAllBytes(file))
                            .asString(java.nio.charset.StandardCharsets.ISO_8859_1)
                            .doesNotContain("Words"));
        }
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void makesThePagesAnewWhereTheyWereTakenAway() throws Exception {
        Reference paper = taken("paper.rtf", "{\\rtf1\\ansi Words of a paper}");
        pages(paper);
        try (var files = Files.list(open.folder.resolve("made"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }

        assertThat(pages(paper)).contains("Words of a paper");
        assertThat(Files.readAllLines(asked)).hasSize(2);
    }

    @Test
    void saysWhyThereAreNone() throws Exception {
        Reference paper = taken("paper.rtf", "{\\rtf1\\ansi Words of a paper}");
        Reference text = taken("plain.txt", "Plain words");

        refuses(renditions, text, "noPages");
        refuses(with(Optional.empty()), paper, "notInstalled");
        refuses(with(Optional.of(new LibreOffice(program("exit 1"), "24.8"))), paper, "crashed");
    }

    @Test
    void decodesAPictureThatIsNotDrawnHereOnceAndSaysWhyNot() throws Exception {
        Path picture = Files.write(
                temp.resolve("one.avif"), java.util.Base64.getDecoder().decode(AVIF));
        Reference item = open.take(picture).files().getFirst().reference().orElseThrow();
        Reference text = taken("plain.txt", "Plain words");
        Renditions none = new Renditions(
                open.archive.session(),
                open.archive.witnesses(),
                open.folder,
                LIMITS,
                Optional::empty,
                Optional::empty,
                java.util.List::of);

        assertThatExceptionOfType(ArchiveException.NotConverted.class)
                .isThrownBy(() -> none.picture(item, Progress.none()))
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly("noDecoder"));
        assertThatExceptionOfType(ArchiveException.NotConverted.class)
                .isThrownBy(() -> renditions.picture(text, Progress.none()))
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly("noPicture"));
        org.junit.jupiter.api.Assumptions.assumeTrue(!Renditions.decoders().isEmpty(), "nothing decodes pictures here");
        try (SeekableByteChannel decoded = renditions.picture(item, Progress.none())) {
            assertThat(javax.imageio.ImageIO.read(Channels.newInputStream(decoded))
                            .getWidth())
                    .isEqualTo(64);
        }
        // once made, it needs no program
        none.picture(item, Progress.none()).close();
        none.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void saysWhatOfAWorkbookIsNotOnItsPagesAlsoWhereTheyWereKept(boolean locked) throws Exception {
        Path read = workbook("<table:table table:name=\"one\" table:style-name=\"ta1\">" + ROW + "</table:table>"
                + "<table:table table:name=\"two\" table:style-name=\"ta2\">" + ROW + "</table:table>");
        renditions.close();
        renditions = with(Optional.of(new LibreOffice(
                program("echo once >> '" + asked + "'; case \"$*\" in *ods:calc8*) cp '" + read
                        + "' made/document.ods;; *) echo pages of > made/document.pdf;; esac"),
                "24.8")));
        Reference item = taken(new Locked("accounts.xlsx", locked ? LockedPapers.inShell(book(), WORD) : book()));
        if (locked) {
            giveTheWord(item);
        }

        for (int time = 1; time <= 2; time++) {
            Session session = open.archive.session();
            Revision revision = session.store().read(view -> session.visible(view, item));
            String type = session.store()
                    .read(view -> view.reading(item))
                    .orElseThrow()
                    .mediaType();
            Rendition.Made made = renditions.of(revision, type).orElseThrow().made(Progress.none());
            assertThat(made.said())
                    .extracting(Rendition.Said::code, Rendition.Said::count)
                    .containsExactly(tuple("fitted", 0), tuple("hiddenSheets", 1));
        }
        // once as a workbook that can be measured, and once as pages
        assertThat(Files.readAllLines(asked)).hasSize(2);
    }

    private static byte[] book() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("one").createRow(0).createCell(0).setCellValue(LockedPapers.LINE);
            book.write(out);
        }
        return out.toByteArray();
    }

    private static final String ROW = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>words"
            + "</text:p></table:table-cell></table:table-row>";

    private Path workbook(String sheets) throws IOException {
        String names = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
        Path file = temp.resolve("read.ods");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(("<office:document-content" + names + "><office:automatic-styles>" + table("ta1", true)
                            + table("ta2", false) + "</office:automatic-styles><office:body><office:spreadsheet>"
                            + sheets + "</office:spreadsheet></office:body></office:document-content>")
                    .getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("styles.xml"));
            zip.write(("<office:document-styles" + names + "><office:automatic-styles/><office:master-styles/>"
                            + "</office:document-styles>")
                    .getBytes(UTF_8));
        }
        return file;
    }

    private static String table(String name, boolean shown) {
        return "<style:style style:name=\"" + name + "\" style:family=\"table\"><style:table-properties"
                + " table:display=\"" + shown + "\"/></style:style>";
    }

    @Test
    void writesDownThatSomethingCloselyKeptWasLookedAt() throws Exception {
        Path file = file("close.rtf", "{\\rtf1\\ansi Closely kept}");
        Reference paper = open.archive
                .evidence()
                .take(java.util.List.of(file), OpenArchive.terms(Protection.CONFIDENTIAL), Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();

        pages(paper);

        assertThat(open.archive.custody().events(Optional.of(paper), 0, 100))
                .extracting(CustodyEvent::action)
                .contains("VIEWED");
    }

    @Test
    void showsNothingToWhomTheItemIsClosed() throws Exception {
        Path file = file("secret.rtf", "{\\rtf1\\ansi Secret}");
        Reference paper = open.archive
                .evidence()
                .take(java.util.List.of(file), OpenArchive.terms(Protection.SEALED), Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        pages(paper);
        renditions.close();

        open.reopenAs("recorder", Set.of(Role.RECORDER));
        renditions = with(Optional.empty());

        assertThatExceptionOfType(ArchiveException.NotFound.class).isThrownBy(() -> pages(paper));
    }

    @Test
    void givesThePagesOutByTheRulesOfTheOriginal() throws Exception {
        Path file = file("paper.rtf", "{\\rtf1\\ansi Words of a paper}");
        Reference witness = open.witness();
        Reference paper = open.takeOf(witness, file);
        Path out = temp.resolve("out");

        assertThatExceptionOfType(ArchiveException.ConsentMissing.class)
                .isThrownBy(() -> renditions.export(paper, out, Handover.TO_A_TRIBUNAL, Progress.none()));
        assertThat(out).doesNotExist();

        open.decided(witness, Handover.TO_A_TRIBUNAL.scope(), org.cairn.domain.ConsentDecision.GRANTED);
        Path written = renditions.export(paper, out, Handover.TO_A_TRIBUNAL, Progress.none());

        assertThat(written.getFileName()).hasToString(paper + "_paper.rtf.pdf");
        assertThat(Files.readString(written)).startsWith("pages of").contains("Words of a paper");
        assertThat(out.resolve(paper + "_custody.json")).exists();
        assertThat(open.archive.custody().events(Optional.of(paper), 0, 100))
                .filteredOn(event -> event.action().equals("EXPORTED"))
                .singleElement()
                .satisfies(event -> assertThat(event.details())
                        .containsEntry("purpose", "pages")
                        .containsEntry("madeBy", "LibreOffice 24.8")
                        .containsKeys("sha256", "ofOriginal", "consent"));
    }

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String WORD = "two words and 1 number";

    /// Locked office documents of every kind that LibreOffice may be given, each under the name of its kind.
    record Locked(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Locked> locked() throws Exception {
        return Stream.of(
                new Locked("a.docx", LockedPapers.docx(WORD)),
                new Locked("a.doc", LockedPapers.doc(WORD)),
                new Locked("a.ppt", LockedPapers.ppt(WORD)),
                new Locked("a.odt", LockedPapers.odt(WORD)));
    }

    /// Those, and workbooks, which the program is given twice.
    static Stream<Locked> lockedAndWorkbooks() throws Exception {
        return Stream.concat(
                locked(),
                Stream.of(
                        new Locked("a.xls", LockedPapers.xls(WORD)),
                        new Locked("a.xlsx", LockedPapers.inShell(book(), WORD))));
    }

    private Reference taken(Locked paper) throws IOException {
        return open.take(Files.write(temp.resolve(paper.name()), paper.bytes()))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private void giveTheWord(Reference paper) {
        assertThat(open.archive
                        .evidence()
                        .unlock(List.of(paper), WORD.toCharArray(), Progress.none(), told -> {})
                        .opened())
                .contains(paper);
    }

    @ParameterizedTest
    @MethodSource("locked")
    void laysALockedDocumentOutOnceItsPasswordIsKnown(Locked locked) throws Exception {
        Reference paper = taken(locked);
        refuses(renditions, paper, "locked");
        assertThat(asked).doesNotExist();

        giveTheWord(paper);

        assertThat(pages(paper)).startsWith("pages of\n");
        assertThat(Files.readAllLines(asked)).hasSize(1);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void givesTheProgramTheDocumentWithoutItsLockAndNeverThePassword() throws Exception {
        Path told = temp.resolve("told");
        Path seen = temp.resolve("seen.docx");
        Renditions telling = with(Optional.of(new LibreOffice(
                program("for word; do last=\"$word\"; done; { echo \"$*\"; env; ls -R .; } > '" + told
                        + "'; cp \"$last\" '" + seen + "'; echo pages > document.pdf"),
                "24.8")));
        Reference paper = taken(new Locked("a.docx", LockedPapers.docx(WORD)));
        giveTheWord(paper);
        List<Path> before = inMemory();

        telling.pages(paper, Progress.none()).close();

        assertThat(Files.readString(told)).doesNotContain(WORD).contains("document.docx");
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(seen))) {
            assertThat(document.getParagraphs().getFirst().getText()).isEqualTo(LockedPapers.LINE);
        }
        assertThat(inMemory()).isEqualTo(before);
        telling.close();
    }

    @Test
    void givesABundleThePagesOfALockedDocumentAndElseSaysWhyNot() throws Exception {
        Reference paper = taken(new Locked("a.docx", LockedPapers.docx(WORD)));
        assertThatExceptionOfType(Rendition.NotMade.class)
                .isThrownBy(() -> forABundle(paper))
                .satisfies(refused -> assertThat(refused.reasonCode()).isEqualTo("locked"));
        giveTheWord(paper);
        assertThat(forABundle(paper).mediaType()).isEqualTo("application/pdf");
    }

    private Rendition.Made forABundle(Reference paper) throws Exception {
        String mediaType = open.archive.evidence().reading(paper).orElseThrow().mediaType();
        return renditions
                .of(open.archive.records().open(paper), mediaType)
                .orElseThrow()
                .made(Progress.none());
    }

    @Test
    void letsGoOfADocumentOutOfItsLockWhateverTheProgramDoes() throws Exception {
        Reference paper = taken(new Locked("a.docx", LockedPapers.docx(WORD)));
        giveTheWord(paper);
        List<Path> before = inMemory();
        refuses(with(Optional.of(new LibreOffice(program("exit 1"), "24.8"))), paper, "crashed");
        assertThat(inMemory()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("lockedAndWorkbooks")
    void showsWhatStandsOnThePagesOfALockedDocument(Locked locked) throws Exception {
        Optional<LibreOffice> office = LibreOffice.find(Optional.empty());
        assumeTrue(office.isPresent(), "LibreOffice is not installed here: no pages");
        Reference paper = taken(locked);
        giveTheWord(paper);
        try (Renditions real = new Renditions(
                        open.archive.session(),
                        open.archive.witnesses(),
                        open.folder,
                        ConversionLimits.DEFAULT,
                        () -> office,
                        () -> office.map(LibreOffice::program),
                        PictureDecoder::installed);
                SeekableByteChannel pages = real.pages(paper, Progress.none());
                PDDocument pdf = Loader.loadPDF(Channels.newInputStream(pages).readAllBytes())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(LockedPapers.LINE);
        } catch (ArchiveException.NotConverted e) {
            assumeTrue(!locked.name().endsWith(".ppt"), "the part of LibreOffice for slides is not installed here");
            throw e;
        }
    }

    /// Our own: others may put theirs there meanwhile.
    private static List<Path> inMemory() throws IOException {
        String ours = "cairn-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> all = Files.walk(MEMORY)) {
            return all.filter(path -> path.toString().contains(ours)).sorted().toList();
        }
    }

    private void refuses(Renditions some, Reference item, String reason) {
        assertThatExceptionOfType(ArchiveException.NotConverted.class)
                .isThrownBy(() -> some.pages(item, Progress.none()))
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly(reason));
        if (!some.equals(renditions)) {
            some.close();
        }
    }

    private String pages(Reference item) throws IOException {
        try (SeekableByteChannel pages = renditions.pages(item, Progress.none())) {
            return new String(Channels.newInputStream(pages).readAllBytes(), UTF_8);
        }
    }

    private Reference taken(String name, String content) throws IOException {
        return open.take(file(name, content)).files().getFirst().reference().orElseThrow();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(temp.resolve(name), content);
    }

    private Path program(String script) throws IOException {
        Path file = Files.createTempFile(temp, "program", "");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /// A locked workbook of each kind, and what it is without its lock.
    static Stream<Locked> lockedTables() throws Exception {
        return Stream.of(
                new Locked("a.xls", LockedPapers.xls(WORD)),
                new Locked("a.xlsx", LockedPapers.inShell(book(), WORD)),
                new Locked(
                        "a.ods",
                        LockedPapers.inPackage(
                                openDocument(),
                                "application/vnd.oasis.opendocument.spreadsheet",
                                WORD,
                                list -> list,
                                part -> part)));
    }

    private static byte[] openDocument() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(("<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>"
                            + "<office:spreadsheet><table:table table:name=\"one\"><table:table-row><table:table-cell>"
                            + "<text:p>" + LockedPapers.LINE + "</text:p></table:table-cell></table:table-row>"
                            + "</table:table></office:spreadsheet></office:body></office:document-content>")
                    .getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("lockedTables")
    void givesTheTablesOfALockedWorkbookOnceItsPasswordIsKnown(Locked locked) throws Exception {
        Reference workbook = taken(locked);
        assertThatExceptionOfType(ArchiveException.NotConverted.class)
                .isThrownBy(() -> renditions.tables(workbook, Progress.none()))
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly("locked"));

        giveTheWord(workbook);

        assertShowsTheLine(renditions.tables(workbook, Progress.none()));
        Map<Path, String> kept = made();
        assertThat(kept).as("the workbook and what it is").hasSize(2);
        assertShowsTheLine(renditions.tables(workbook, Progress.none()));
        assertThat(made()).as("not made once more, which seals it otherwise").isEqualTo(kept);
        assertThat(asked).doesNotExist();
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    private static void assertShowsTheLine(Renditions.Tables tables) throws IOException {
        TableKind kind = TableKind.of(tables.mediaType()).orElseThrow();
        try (DrawingProcesses processes = new DrawingProcesses(DrawingLimits.DEFAULT);
                TableDrawing drawn = new TableDrawing(processes, tables.bytes(), kind, "")) {
            int last = drawn.count() - 1;
            assertThat(drawn.rows(last, 0, 10)).anyMatch(row -> row.contains(LockedPapers.LINE));
        }
    }

    /// What is kept sealed, and a sum of each.
    private Map<Path, String> made() throws IOException {
        Map<Path, String> made = new HashMap<>();
        try (Stream<Path> files = Files.list(open.folder.resolve("made"))) {
            for (Path file : files.toList()) {
                made.put(file, Fingerprint.of(Files.readAllBytes(file)).hex());
            }
        }
        return made;
    }

    @Test
    void givesTheTablesOfALockedWorkbookAlsoWhereTheyAreTooLargeToBeKept() throws Exception {
        Reference workbook = taken(new Locked("a.xlsx", LockedPapers.inShell(book(), WORD)));
        giveTheWord(workbook);

        try (MadeFiles none = keepingNothing(temp.resolve("none"))) {
            LockedTables tables = new LockedTables(open.archive.session(), none);
            assertShowsTheLine(tables.of(revision(workbook), Progress.none()).orElseThrow());
        }
    }

    @Test
    void keepsNothingOfALockedWorkbookThatIsNotShownFromThere() throws Exception {
        Reference workbook = taken(new Locked("a.xlsx", LockedPapers.inShell(book(), WORD)));
        giveTheWord(workbook);
        Progress lateLock = new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                return keptIn("none") > 0;
            }
        };

        try (MadeFiles none = keepingNothing(temp.resolve("none"))) {
            LockedTables tables = new LockedTables(open.archive.session(), none);
            assertThatExceptionOfType(CancelledException.class)
                    .isThrownBy(() -> tables.of(revision(workbook), lateLock));
        }
        assertThat(keptIn("none")).isZero();
    }

    /// Beside what is just being written.
    private long keptIn(String folder) {
        String[] names = temp.resolve(folder).toFile().list((in, name) -> !name.endsWith(".unfinished"));
        return names == null ? 0 : names.length;
    }

    private Revision revision(Reference reference) {
        return open.archive.records().open(reference);
    }

    private static MadeFiles keepingNothing(Path folder) {
        try (Secret key = Secret.of(new byte[32])) {
            return new MadeFiles(folder, key, new SecureRandom(), 1);
        }
    }

    @Test
    void givesTheTablesOfAnOpenWorkbookFromItsOwnBytes() throws Exception {
        Reference workbook = taken(new Locked("a.xlsx", book()));
        try (SeekableByteChannel bytes =
                renditions.tables(workbook, Progress.none()).bytes()) {
            assertThat(Channels.newInputStream(bytes).readAllBytes())
                    .isEqualTo(Files.readAllBytes(temp.resolve("a.xlsx")));
        }
        assertThat(open.folder.resolve("made")).doesNotExist();
    }
}
