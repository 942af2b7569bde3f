package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cairn.search.Passages.add;
import static org.cairn.search.Passages.anItem;
import static org.cairn.search.Passages.found;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NIOFSDirectory;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.Finding;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageIndexTest {

    @TempDir
    private Path folder;

    @Test
    void beginsEmptyAndKnowsItsPlaceWhenOpenedAgain() {
        try (PassageIndex index = Passages.open(folder)) {
            assertThat(index.opening()).isEqualTo(PassageIndex.Opening.NEW);
            assertThat(index.appliedSequence()).isZero();
            index.apply(17, List.of(anItem("E-0001").saying("the airfield").change()));
            index.commit();
        }
        try (PassageIndex index = Passages.open(folder)) {
            assertThat(index.startedEmpty()).isFalse();
            assertThat(index.appliedSequence()).isEqualTo(17);
            assertThat(found(index, "airfield")).containsExactly("E-0001");
        }
    }

    @Test
    void appliesTheSameAgainWithoutChange() {
        try (PassageIndex index = Passages.open(folder)) {
            Change change = anItem("E-0001").saying("one", "two").change();
            index.apply(1, List.of(change));
            index.apply(1, List.of(change, change));
            index.commit();

            assertThat(index.passages()).isEqualTo(2);
            assertThat(Passages.ask(index, "one").total()).isEqualTo(1);
        }
    }

    /// Lucene would have whoever opens the index or keeps something wait for it, for up to half a second.
    @Test
    void waitsForNoSegmentsToBePutTogether() throws IOException {
        try (IndexFolder opened =
                new IndexFolder(folder, Passages.key(), PassageAnalyzer.plain(), UnaryOperator.identity())) {
            IndexFolder.OpenIndex index = opened.open();
            assertThat(index.writer().getConfig().getMaxFullFlushMergeWaitMillis())
                    .isZero();
            index.rollback();
        }
    }

    @Test
    void takesLongRecordsInSideBySideAndCountsEachOnce() {
        List<Change> changes = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> anItem("E-%04d".formatted(number))
                        .saying(IntStream.range(0, 50)
                                .mapToObj(page -> "lantern of item%d page%d".formatted(number, page))
                                .toArray(String[]::new))
                        .change())
                .toList();
        try (PassageIndex index = Passages.open(folder)) {
            for (int time = 1; time < 3; time++) {
                index.apply(time, changes);
                index.commit();
                assertThat(index.appliedSequence()).isEqualTo(time);
                assertThat(index.passages()).isEqualTo(40 * 50);
                assertThat(Passages.ask(index, "lantern").total()).isEqualTo(40);
                assertThat(found(index, "item17 AND page49")).containsExactly("E-0017");
            }
        }
    }

    @Test
    void isAsItWasWhenTheDiskIsFullWhileThreadsWrite() {
        AtomicBoolean full = new AtomicBoolean();
        String[] pages =
                IntStream.range(0, 4_000).mapToObj(page -> "word" + page).toArray(String[]::new);
        List<Change> changes = List.of(
                anItem("E-0001").saying(pages).change(),
                anItem("E-0002").saying(pages).change());
        try (PassageIndex index =
                PassageIndex.open(folder, Passages.key(), Passages.TEXTS, storage -> new FullDisk(storage, full))) {
            add(index, anItem("E-0009").saying("lantern"));
            full.set(true);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            index.apply(100 + i, changes);
                        }
                        index.commit();
                    })
                    .isInstanceOf(ArchiveException.StorageFull.class);
            full.set(false);
            assertThat(index.passages()).isEqualTo(1);
            assertThat(found(index, "lantern")).containsExactly("E-0009");
        }
    }

    @Test
    void replacesAndRemovesAllPassagesOfARecord() {
        try (PassageIndex index = Passages.open(folder)) {
            add(index, anItem("E-0001").saying("old", "older"), anItem("E-0002").saying("old"));
            add(index, anItem("E-0001").saying("new"));
            assertThat(found(index, "old")).containsExactly("E-0002");

            add(index, anItem("E-0001"));
            assertThat(found(index, "new")).isEmpty();
            assertThat(index.passages()).isEqualTo(1);
        }
    }

    @Test
    void forgetsWhatWasNotCommitted() {
        try (PassageIndex index = Passages.open(folder)) {
            add(index, anItem("E-0001").saying("kept"));
            index.apply(2, List.of(anItem("E-0002").saying("lost").change()));
        }
        try (PassageIndex index = Passages.open(folder)) {
            assertThat(index.appliedSequence()).isEqualTo(1);
            assertThat(found(index, "")).containsExactly("E-0001");
        }
    }

    @Test
    void beginsAnewWhenAnotherVersionMadeIt() throws IOException {
        try (var directory = new SealedDirectory(
                        new NIOFSDirectory(folder), Passages.key().derive("passages"));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(PassageAnalyzer.plain()))) {
            writer.addDocument(Fields.document(
                    anItem("E-0001").saying("old").change().passages().getFirst(),
                    0,
                    new NameSounds(),
                    FrequentWords.NONE));
            writer.setLiveCommitData(Map.of("sequence", "5", "analyser", "0").entrySet());
        }
        try (PassageIndex index = Passages.open(folder)) {
            assertThat(index.opening()).isEqualTo(PassageIndex.Opening.OTHER_VERSION);
            assertThat(index.startedEmpty()).isTrue();
            assertThat(index.appliedSequence()).isZero();
            assertThat(index.passages()).isZero();
        }
    }

    @Test
    void beginsAnewWhicheverOfItsFilesIsDamaged() throws IOException {
        int count = filesOfAFreshIndex().size();
        assertThat(count).isGreaterThan(3);
        for (int i = 0; i < count; i++) {
            Path file = filesOfAFreshIndex().get(i);
            byte[] sealed = Files.readAllBytes(file);
            sealed[sealed.length * i / count] ^= 4;
            Files.write(file, sealed);

            assertBeginsAnew(file);
        }
    }

    @Test
    void beginsAnewWhicheverOfItsFilesIsMissing() throws IOException {
        int count = filesOfAFreshIndex().size();
        for (int i = 0; i < count; i++) {
            Path file = filesOfAFreshIndex().get(i);
            Files.delete(file);

            assertBeginsAnew(file);
        }
    }

    private void assertBeginsAnew(Path because) {
        try (PassageIndex index = Passages.open(folder)) {
            assertThat(index.startedEmpty()).as("%s", because).isTrue();
            assertThat(index.appliedSequence()).as("%s", because).isZero();
            assertThat(index.passages()).as("%s", because).isZero();
            add(index, anItem("E-0009").saying("again"));
            assertThat(found(index, "again")).as("%s", because).containsExactly("E-0009");
        }
    }

    @Test
    void namesEveryFileInWhichAByteWasFlippedWhileItIsOpen() throws IOException {
        List<Path> files = filesOfAFreshIndex();
        try (PassageIndex index = Passages.open(folder)) {
            assertThat(index.check(Progress.none())).isEmpty();
            for (Path file : files) {
                byte[] whole = Files.readAllBytes(file);
                for (int place : new int[] {0, 33, whole.length / 2, whole.length - 1}) {
                    byte[] flipped = whole.clone();
                    flipped[place] ^= (byte) 0x80;
                    Files.write(file, flipped);

                    assertThat(index.check(Progress.none()))
                            .as("%s at %d", file, place)
                            .containsExactly(Finding.of("indexDamaged", file.getFileName()));
                }
                Files.write(file, whole);
            }
            assertThat(index.check(Progress.none())).isEmpty();
        }
        try (PassageIndex next = Passages.open(folder)) {
            assertThat(next.opening()).isEqualTo(PassageIndex.Opening.DAMAGED);
            assertThat(next.check(Progress.none())).containsExactly(Finding.of("indexDamaged", "opening"));
        }
    }

    @Test
    void namesAFileThatIsMissing() throws IOException {
        Path file = filesOfAFreshIndex().getFirst();
        try (PassageIndex index = Passages.open(folder)) {
            Files.delete(file);

            assertThat(index.check(Progress.none())).containsExactly(Finding.of("indexDamaged", file.getFileName()));
        }
    }

    @Test
    void saysThatItIsDamagedWhenThatTurnsOutWhileSearching() throws IOException {
        filesOfAFreshIndex();
        AtomicBoolean broken = new AtomicBoolean();
        try (var key = Passages.key();
                PassageIndex index =
                        PassageIndex.open(folder, key, Passages.TEXTS, under -> new BrokenReads(under, broken))) {
            broken.set(true);
            add(index, anItem("E-0002").saying("second"));
            assertThatThrownBy(() -> found(index, "second")).isInstanceOf(ArchiveException.Damaged.class);
        } catch (ArchiveException.Damaged e) {
            // the commit itself may meet the damage first
        }
        try (PassageIndex next = Passages.open(folder)) {
            assertThat(next.startedEmpty()).isTrue();
        }
    }

    @Test
    void keepsWhatWasCommittedWhenTheDiskIsFull() {
        AtomicBoolean full = new AtomicBoolean();
        try (var key = Passages.key();
                PassageIndex index =
                        PassageIndex.open(folder, key, Passages.TEXTS, under -> new FullDisk(under, full))) {
            add(index, anItem("E-0001").saying("first"));
            full.set(true);

            assertThatThrownBy(() -> add(index, anItem("E-0002").saying("second")))
                    .isInstanceOf(ArchiveException.StorageFull.class);
            assertThat(index.appliedSequence()).isEqualTo(1);
            assertThat(found(index, "")).containsExactly("E-0001");

            full.set(false);
            add(index, anItem("E-0002").saying("second"));
            assertThat(found(index, "")).containsExactly("E-0001", "E-0002");
            assertThat(index.check(Progress.none())).isEmpty();
        }
    }

    @Test
    void refusesASecondWriter() {
        try (PassageIndex index = Passages.open(folder)) {
            add(index, anItem("E-0001").saying("first"));
            assertThatThrownBy(() -> Passages.open(folder)).isInstanceOf(ArchiveException.InUse.class);
            assertThat(found(index, "first")).containsExactly("E-0001");
        }
    }

    @Test
    void beginsAnewOnRequest() {
        try (PassageIndex index = Passages.open(folder)) {
            add(index, anItem("E-0001").saying("first"));
            index.discard();

            assertThat(index.startedEmpty()).isTrue();
            assertThat(index.appliedSequence()).isZero();
            add(index, anItem("E-0002").saying("first"));
            assertThat(found(index, "first")).containsExactly("E-0002");
        }
    }

    @Test
    void leavesNoWordInClearOnDisk() throws IOException {
        try (PassageIndex index = Passages.open(folder)) {
            add(
                    index,
                    anItem("E-0001")
                            .titled("Warehouse")
                            .saying("nephrectomy ".repeat(3000))
                            .tagged("flights"));
        }
        for (Path file : files()) {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContainIgnoringCase("nephrectomy", "warehouse", "flights", "E-0001");
        }
    }

    @Test
    void takesWordsTagsAndTitlesOfAnyLength() {
        String long1 = "A".repeat(50_000);
        try (PassageIndex index = Passages.open(folder)) {
            add(
                    index,
                    anItem("E-0001")
                            .titled(long1)
                            .ofType(long1)
                            .tagged(long1)
                            .saying(long1 + " " + "ﷺ".repeat(40_000), ""));

            assertThat(found(index, long1.substring(0, 500))).containsExactly("E-0001");
            assertThat(found(index, "tag:" + long1)).containsExactly("E-0001");
        }
    }

    @Test
    void saysNothingOfWhatItHolds() {
        Change change =
                anItem("E-0001").titled("Warehouse").saying("nephrectomy").change();
        assertThat(change.passages().getFirst().toString()).isEqualTo("E-0001 p. 1");
        assertThat(change.toString()).doesNotContain("nephrectomy", "Warehouse");
    }

    @Test
    void stopsACheckWhenAsked() {
        try (PassageIndex index = Passages.open(folder)) {
            add(index, anItem("E-0001").saying("first"));
            assertThatThrownBy(() -> index.check(new Cancelled()))
                    .isInstanceOf(org.cairn.progress.CancelledException.class);
        }
    }

    private List<Path> filesOfAFreshIndex() throws IOException {
        for (Path file : Files.isDirectory(folder) ? allFiles() : List.<Path>of()) {
            Files.delete(file);
        }
        try (PassageIndex index = Passages.open(folder)) {
            index.apply(1, List.of(anItem("E-0001").saying("first", "second").change()));
            index.commit();
            index.apply(2, List.of(new Change(Reference.parse("E-0002"), List.of())));
            index.apply(3, List.of(anItem("E-0003").saying("third").change()));
            index.commit();
        }
        return files();
    }

    private List<Path> files() throws IOException {
        return allFiles().stream()
                .filter(file -> !file.endsWith(IndexWriter.WRITE_LOCK_NAME))
                .toList();
    }

    private List<Path> allFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static final class Cancelled implements Progress {
        @Override
        public void step(String stage, long done, long total) {}

        @Override
        public boolean cancelled() {
            return true;
        }
    }

    /// A disk on which no file can be begun while it is full.
    private static final class FullDisk extends FilterDirectory {
        private final AtomicBoolean full;

        FullDisk(Directory under, AtomicBoolean full) {
            super(under);
            this.full = full;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            if (full.get()) {
                throw new IOException("No space left on device");
            }
            return super.createOutput(name, context);
        }
    }

    /// A disk that reads other bytes than were written, once it is broken.
    private static final class BrokenReads extends FilterDirectory {
        private final AtomicBoolean broken;

        BrokenReads(Directory under, AtomicBoolean broken) {
            super(under);
            this.broken = broken;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            IndexOutput output = super.createOutput(name, context);
            if (broken.get() && !name.startsWith("pending_")) {
                output.writeByte((byte) 1);
            }
            return output;
        }
    }
}
