package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.bundle.insert.Bytes;
import org.cairn.bundle.insert.Memory;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleWriterTest {

    /// Readings of one byte: some seconds.
    private static final int FAR_TOO_MANY = 3_000_000;

    @TempDir
    Path folder;

    private ServedBundle write(BundlePlan plan) {
        return write(plan, folder, Progress.none());
    }

    private static ServedBundle write(BundlePlan plan, Path folder, Progress progress) {
        return new BundleWriter().write(plan, folder, progress, served -> {});
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh"})
    void writesABundleThatMeetsEveryRule(String language) {
        ServedBundle served = write(Plans.ofEverything(Locale.forLanguageTag(language)));

        assertThat(BundleChecker.check(served.pdf(), Optional.of(served.manifest())))
                .isNotEmpty()
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
        assertThat(served.exhibits()).isEqualTo(5);
    }

    @Test
    void leadsFromEveryLineOfTheIndexToThePageThatItNames() throws IOException {
        ServedBundle served = write(Plans.ofEverything(Locale.ENGLISH));
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            List<Integer> led = new ArrayList<>();
            for (var annotation : document.getPage(1).getAnnotations()) {
                var to = (PDPageDestination) ((PDAnnotationLink) annotation).getDestination();
                led.add(to.retrievePageNumber() + 1);
            }
            List<Integer> printed = text(document, 2)
                    .lines()
                    .filter(line -> line.matches(".*\\D\\d+\\s*") && !line.contains("/ " + served.pages()))
                    .map(line -> Integer.parseInt(line.strip().replaceAll(".*\\D", "")))
                    .filter(led::contains)
                    .toList();

            assertThat(led).hasSize(10);
            assertThat(printed).containsAll(led);
            for (int exhibit = 1; exhibit <= 5; exhibit++) {
                assertThat(text(document, led.get(exhibit))).contains("A/" + exhibit);
            }
        }
    }

    @Test
    void bookmarksEndInThePageThatTheyLeadTo() throws IOException {
        ServedBundle served = write(Plans.ofEverything(Locale.ENGLISH));
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            int marks = 0;
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                marks += check(item);
            }
            assertThat(marks).isEqualTo(12);
        }
    }

    private static int check(PDOutlineItem item) throws IOException {
        int page = ((PDPageDestination) item.getDestination()).retrievePageNumber() + 1;
        assertThat(item.getTitle()).endsWith(" – " + page).doesNotContain("\n");
        int marks = 1;
        for (PDOutlineItem under : item.children()) {
            marks += check(under);
        }
        return marks;
    }

    @Test
    void writesTheSameBytesTwice() throws IOException {
        ServedBundle first = write(Plans.ofEverything(Locale.ENGLISH));
        ServedBundle second = write(Plans.ofEverything(Locale.ENGLISH), folder.resolve("again"), Progress.none());

        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(Files.mismatch(first.pdf(), second.pdf())).isEqualTo(-1);
        assertThat(Files.mismatch(first.manifest(), second.manifest())).isEqualTo(-1);
    }

    @Test
    void holdsNoPageThatIsNotShown() throws IOException {
        ServedBundle served = write(Plans.ofEverything(Locale.ENGLISH));
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            assertThat(document.getDocument().getObjectsByType(COSName.PAGE)).hasSize(document.getNumberOfPages());
            assertThat(served.pages()).isEqualTo(document.getNumberOfPages());
        }
    }

    @Test
    void putsOriginalsBesideTheBundleAsAManifestSays() throws IOException {
        ServedBundle served = write(Plans.ofEverything(Locale.ENGLISH));
        List<String> lines = Files.readAllLines(served.manifest());

        assertThat(lines).hasSize(1 + 4 + 5 + 4 + 1);
        for (String line : lines) {
            byte[] content = Files.readAllBytes(folder.resolve(line.substring(66)));
            assertThat(line).startsWith(Fingerprint.of(content).hex() + "  ");
        }
        Path bag = folder.resolve("Dolun-Plain-Inquiry_vol-1_2026-03-02");
        assertThat(bag.resolve("bagit.txt")).content().startsWith("BagIt-Version: 1.0\n");
        assertThat(bag.resolve("data/originals/A-2_E-0012.pdf")).hasBinaryContent(Plans.pdf(3));
        assertThat(bag.resolve("data/custody/A-5_E-0015.json"))
                .content()
                .contains("\"actor\": \"recorder \\\"one\\\"\"");
    }

    @Test
    void standsInForWhatPaperCannotShow() throws IOException {
        ServedBundle served = write(Plans.ofEverything(Locale.ENGLISH));
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            String all = new PDFTextStripper().getText(document);
            assertThat(all)
                    .contains("Exhibit A/4 · slip sheet", "Exhibit A/5 · slip sheet")
                    .contains("The operation is on the 14th.", "Exhibit A/3 · text as read")
                    .contains("Laboratory report, sheet 3");
        }
        assertThat(served.results()).extracting(RuleResult::code).contains("rule.SLIP.refused", "rule.SLIP.recording");
    }

    @Test
    void keepsTheSourceOfALeakOutOfTheBundleAndTheFolder() throws IOException {
        ServedBundle served = write(Plans.ofEverything(Locale.ENGLISH));
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .doesNotContain("a secret source")
                    .contains("source withheld");
        }
        try (Stream<Path> beside = Files.walk(folder)) {
            for (Path file :
                    beside.filter(file -> file.toString().endsWith(".json")).toList()) {
                assertThat(file).content().doesNotContain("a secret source");
            }
        }
    }

    @Test
    void leavesNothingWhenAnOriginalIsNotWhatItsHashSays() {
        PlannedExhibit honest =
                Plans.document("A/1", 9, "A note", "note.txt", "text/plain", Plans.bytes("as it was"), "as it was");
        PlannedExhibit damaged = withBytes(honest, new Memory(Plans.bytes("as it is now")));

        assertThatThrownBy(() -> write(Plans.of(Locale.ENGLISH, damaged))).isInstanceOf(ArchiveException.Damaged.class);
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void leavesNothingWhenASourceCannotBeRead() {
        assertFails(new IOException("gone"), ArchiveException.NotReachable.class);
    }

    @Test
    void knowsAFullDiskByWhateverWordsTheSystemHasForIt() {
        assertFails(new IOException("There is not enough space on the disk"), ArchiveException.StorageFull.class);
        assertFails(new IOException("Disk quota exceeded"), ArchiveException.StorageFull.class);
    }

    @Test
    void takesAnInterruptedThreadForSomebodysWishAndNotForAFailure() {
        assertFails(new ClosedByInterruptException(), CancelledException.class);
    }

    private void assertFails(IOException failure, Class<? extends RuntimeException> told) {
        Bytes gone = new Bytes() {
            @Override
            public long size() {
                return 10;
            }

            @Override
            public SeekableByteChannel open() throws IOException {
                throw failure;
            }
        };
        PlannedExhibit honest = Plans.document("A/1", 9, "A note", "note.txt", "text/plain", Plans.bytes("x"), "x");

        assertThatThrownBy(() -> write(Plans.of(Locale.ENGLISH, withBytes(honest, gone))))
                .isInstanceOf(told);
        assertThat(files(folder)).isEmpty();
    }

    private static PlannedExhibit withBytes(PlannedExhibit exhibit, Bytes bytes) {
        Content.Document content = (Content.Document) exhibit.content();
        return new PlannedExhibit(
                exhibit.reference(),
                exhibit.mark(),
                exhibit.title(),
                new Content.Document(content.item(), content.reading(), content.passages(), bytes),
                exhibit.custody(),
                exhibit.fileStem());
    }

    @Test
    void leavesNothingWhenStopped() {
        Progress impatient = new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> write(Plans.ofEverything(Locale.ENGLISH), folder, impatient))
                .isInstanceOf(CancelledException.class);
        assertThat(files(folder)).isEmpty();
    }

    @Test
    @Timeout(60)
    void isStoppedInTheMiddleOfALongOriginal() {
        AtomicInteger readings = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                return readings.get() > 3;
            }
        };
        PlannedExhibit disk =
                Plans.document("A/1", 9, "A disk", "disk.bin", "application/octet-stream", Plans.bytes("a disk"));

        assertThatThrownBy(() -> write(
                        Plans.of(
                                Locale.ENGLISH,
                                withBytes(disk, new Endless(Integer.MAX_VALUE, readings::incrementAndGet))),
                        folder,
                        impatient))
                .isInstanceOf(CancelledException.class);
        assertThat(files(folder)).isEmpty();
        assertThat(readings).hasValueLessThan(20);
    }

    @Test
    @Timeout(60)
    void endsTheCopyOfALongOriginalWhereItsPagesFail() {
        CountDownLatch copying = new CountDownLatch(3);
        AtomicInteger readings = new AtomicInteger();
        Bytes slow = new Endless(1, () -> {
            copying.countDown();
            if (readings.incrementAndGet() >= FAR_TOO_MANY) {
                throw new IllegalStateException("nobody ended it");
            }
        });
        PlannedExhibit disk =
                Plans.document("A/1", 9, "A disk", "disk.bin", "application/octet-stream", Plans.bytes("a disk"));
        PlannedExhibit paper = Plans.document("A/2", 10, "A paper", "paper.pdf", "application/pdf", Plans.pdf(1));
        Bytes gone = new Bytes() {
            @Override
            public long size() {
                return 10;
            }

            @Override
            public SeekableByteChannel open() throws IOException {
                try {
                    copying.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> write(Plans.of(Locale.ENGLISH, withBytes(disk, slow), withBytes(paper, gone))))
                .isInstanceOf(ArchiveException.NotReachable.class);
        assertThat(files(folder)).isEmpty();
        assertThat(readings).hasValueLessThan(FAR_TOO_MANY);
    }

    @Test
    void leavesNothingWhenStoppedAtTheVeryEnd() {
        AtomicBoolean checked = new AtomicBoolean();
        Progress lateLock = new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                checked.set(checked.get() || (stage.equals("check") && done == total));
            }

            @Override
            public boolean cancelled() {
                return checked.get();
            }
        };

        assertThatThrownBy(() -> write(Plans.ofEverything(Locale.ENGLISH), folder, lateLock))
                .isInstanceOf(CancelledException.class);
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void leavesNothingWhenItTakesTooMuchMemory() {
        Progress full = new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                if (stage.equals("stamp")) {
                    throw new OutOfMemoryError("as the machine says it");
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };

        assertThatThrownBy(() -> write(Plans.ofEverything(Locale.ENGLISH), folder, full))
                .isInstanceOf(ArchiveException.MemoryFull.class);
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void neverOverwritesABundleThatWasServed() throws IOException {
        BundlePlan plan = Plans.of(Locale.ENGLISH, Plans.statement("A/1", 1, "en", "I saw it.", 12));
        ServedBundle served = write(plan);
        byte[] before = Files.readAllBytes(served.pdf());

        ServedBundle again = write(plan);
        assertThat(again.pdf()).isNotEqualTo(served.pdf());
        assertThat(again.pdf().getFileName().toString()).endsWith("_2.pdf");
        assertThat(served.pdf()).hasBinaryContent(before);
    }

    @Test
    void takesAwayWhatARunLeftThatWasKilledWhileNaming() throws IOException {
        BundlePlan plan = Plans.of(Locale.ENGLISH, Plans.statement("A/1", 1, "en", "I saw it.", 12));
        ServedBundle killed = write(plan);
        Files.delete(killed.pdf());
        Files.createFile(beside(killed).resolve(".unfinished"));

        assertThat(write(plan).pdf()).isEqualTo(killed.pdf()).exists();
        assertThat(beside(killed).resolve(".unfinished")).doesNotExist();
    }

    @Test
    void keepsABundleWhoseRunWasKilledWhenItWasServedAlready() throws IOException {
        BundlePlan plan = Plans.of(Locale.ENGLISH, Plans.statement("A/1", 1, "en", "I saw it.", 12));
        ServedBundle killed = write(plan);
        Files.createFile(beside(killed).resolve(".unfinished"));

        assertThat(write(plan).pdf()).isNotEqualTo(killed.pdf());
        assertThat(killed.pdf()).exists();
        assertThat(beside(killed).resolve("bagit.txt")).exists();
        assertThat(beside(killed).resolve(".unfinished")).doesNotExist();
    }

    @Test
    void leavesNothingWhenTheLedgerCannotBeWritten() {
        BundlePlan plan = Plans.of(Locale.ENGLISH, Plans.statement("A/1", 1, "en", "I saw it.", 12));
        assertThatThrownBy(() -> new BundleWriter().write(plan, folder, Progress.none(), served -> {
                    throw new ArchiveException.StorageFull();
                }))
                .isInstanceOf(ArchiveException.StorageFull.class);
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void isWrittenIntoTheLedgerBeforeItHasItsName() {
        BundlePlan plan = Plans.of(Locale.ENGLISH, Plans.statement("A/1", 1, "en", "I saw it.", 12));
        List<Path> named = new ArrayList<>();
        ServedBundle served = new BundleWriter().write(plan, folder, Progress.none(), finished -> {
            named.add(finished.pdf());
            assertThat(finished.pdf()).doesNotExist();
        });
        assertThat(named).containsExactly(served.pdf());
        assertThat(served.pdf()).exists();
    }

    @Test
    void leavesAFolderAloneWhoseBundleWasTakenElsewhere() throws IOException {
        BundlePlan plan = Plans.of(Locale.ENGLISH, Plans.statement("A/1", 1, "en", "I saw it.", 12));
        ServedBundle moved = write(plan);
        Files.delete(moved.pdf());

        assertThat(write(plan).pdf()).isNotEqualTo(moved.pdf());
        assertThat(beside(moved)).exists();
    }

    private static Path beside(ServedBundle served) {
        String name = served.pdf().getFileName().toString();
        return served.pdf().resolveSibling(name.substring(0, name.length() - ".pdf".length()));
    }

    @Test
    void removesWhatAKilledRunLeft() throws IOException {
        Path remains = folder.resolve(".cairn-Dolun_vol-1_2026-01-01.part/inner");
        Files.createDirectories(remains);
        Files.writeString(remains.resolve("half.pdf"), "%PDF");

        BundleWriter.sweep(folder);

        assertThat(files(folder)).isEmpty();
    }

    @Test
    void leavesAloneWhatAnotherRunMakesInTheSameFolder() {
        List<ServedBundle> within = new ArrayList<>();
        BundlePlan same = Plans.of(Locale.ENGLISH, Plans.statement("A/1", 1, "en", "I saw it.", 12));
        PlannedExhibit paper = Plans.document("A/1", 12, "Report", "r.pdf", "application/pdf", Plans.pdf(2));
        Content.Document content = (Content.Document) paper.content();
        Bytes whileItIsRead = new Bytes() {
            @Override
            public SeekableByteChannel open() throws IOException {
                if (within.isEmpty()) {
                    within.add(write(same));
                }
                return content.bytes().open();
            }

            @Override
            public long size() {
                return content.bytes().size();
            }
        };
        PlannedExhibit slow = new PlannedExhibit(
                paper.reference(),
                paper.mark(),
                paper.title(),
                new Content.Document(content.item(), content.reading(), content.passages(), whileItIsRead),
                paper.custody(),
                paper.fileStem());

        ServedBundle outer = write(Plans.of(Locale.ENGLISH, slow));

        assertThat(outer.pdf()).exists().isNotEqualTo(within.getFirst().pdf());
        assertThat(within.getFirst().pdf()).exists();
        assertThat(beside(outer).resolve("bagit.txt")).exists();
        assertThat(beside(within.getFirst()).resolve("bagit.txt")).exists();
    }

    @Test
    void writesABundleThatHasNoExhibitsYet() {
        ServedBundle served = write(Plans.of(Locale.ENGLISH));

        assertThat(served.exhibits()).isZero();
        assertThat(served.pages()).isGreaterThan(3);
    }

    @Test
    void neverReadsTheTextOfAFileThatIsInsertedAsItIs() {
        PlannedExhibit paper = Plans.document("A/1", 12, "Report", "r.pdf", "application/pdf", Plans.pdf(2));
        Content.Document content = (Content.Document) paper.content();
        Passages never = () -> {
            throw new AssertionError("a bundle of thousands of pages would hold all their text");
        };
        PlannedExhibit silent = new PlannedExhibit(
                paper.reference(),
                paper.mark(),
                paper.title(),
                new Content.Document(content.item(), content.reading(), never, content.bytes()),
                paper.custody(),
                paper.fileStem());
        ServedBundle served = write(Plans.of(Locale.ENGLISH, silent), folder.resolve("out"), Progress.none());
        assertThat(served.exhibits()).isEqualTo(1);
    }

    /// A file that never ends.
    /// @param most how many bytes come at once
    /// @param reading told of each time that it is read
    private record Endless(int most, Runnable reading) implements Bytes {

        @Override
        public long size() {
            return Long.MAX_VALUE;
        }

        @Override
        public SeekableByteChannel open() {
            SeekableByteChannel empty = new Memory(new byte[0]).open();
            return new SeekableByteChannel() {
                @Override
                public int read(ByteBuffer into) {
                    reading.run();
                    int some = Math.min(most, into.remaining());
                    into.position(into.position() + some);
                    return some;
                }

                @Override
                public int write(ByteBuffer from) throws IOException {
                    return empty.write(from);
                }

                @Override
                public long position() throws IOException {
                    return empty.position();
                }

                @Override
                public SeekableByteChannel position(long to) {
                    return this;
                }

                @Override
                public long size() {
                    return Long.MAX_VALUE;
                }

                @Override
                public SeekableByteChannel truncate(long to) throws IOException {
                    return empty.truncate(to);
                }

                @Override
                public boolean isOpen() {
                    return empty.isOpen();
                }

                @Override
                public void close() throws IOException {
                    empty.close();
                }
            };
        }
    }
}
