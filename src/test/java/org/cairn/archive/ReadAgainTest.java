package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What could not be read once can be read another time.
class ReadAgainTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void makeAnArchive() {
        open = OpenArchive.withReadersOfItsOwn(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void letsFilesWaitWhenTheReaderCannotBeStarted() throws Exception {
        Path note = OpenArchive.file(temp, "note.txt", "The lantern went out.");
        String java = System.getProperty("java.home");
        IntakeReport report;
        try {
            // a Java that was replaced under the program
            System.setProperty("java.home", temp.resolve("gone").toString());
            report = open.take(note);
        } finally {
            System.setProperty("java.home", java);
        }
        assertThat(report.stopped()).containsInstanceOf(ArchiveException.ReaderNotStarted.class);
        assertThat(report.count(IntakeReport.Outcome.TAKEN)).isEqualTo(1);
        assertThat(open.archive.evidence().waitsToBeRead()).isTrue();
        open.archive.evidence().readWaiting(Progress.none());
        assertThat(found("lantern")).isTrue();
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void readsAgainWhatIsBackInItsPlaceAndFindsIt() throws Exception {
        Reference note = takenWithoutItsBytes(OpenArchive.file(temp, "note.txt", "The lantern went out."));
        assertThat(status(note)).isEqualTo(ReadingStatus.UNREADABLE);
        assertThat(found("lantern")).isFalse();
        assertThat(open.archive.evidence().unreadable()).containsExactly(note);
        putBack();
        readAgain(note);
        assertThat(status(note)).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(found("lantern")).isTrue();
        assertThat(open.archive.evidence().unreadable()).isEmpty();
        assertThat(again(note))
                .containsEntry("status", "COMPLETE")
                .containsEntry("formerStatus", "UNREADABLE")
                .containsEntry("formerReason", "notAvailable")
                .containsEntry("formerPassages", "0")
                .containsEntry("replaced", "true");
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void keepsWhatWasReadBeforeWhereLessIsReadNow() throws Exception {
        Reference note = open.take(OpenArchive.file(temp, "note.txt", "The lantern went out."))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        putAside();
        readAgain(note);
        assertThat(status(note)).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(found("lantern")).isTrue();
        assertThat(again(note)).containsEntry("status", "UNREADABLE").containsEntry("replaced", "false");
        putBack();
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void keepsNothingTwiceThatCameOutBefore() throws Exception {
        Reference zip = open.take(zip()).files().getFirst().reference().orElseThrow();
        assertThat(open.archive.evidence().children(zip)).hasSize(3);
        assertThat(readAgain(zip).files()).isEmpty();
        assertThat(open.archive.evidence().children(zip)).hasSize(3);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void takesOutWhatWasNotTakenOutBefore() throws Exception {
        Reference zip = takenWithoutItsBytes(zip());
        assertThat(open.archive.evidence().children(zip)).isEmpty();
        putBack();
        assertThat(readAgain(zip).files())
                .hasSize(3)
                .allSatisfy(child -> assertThat(child.reading()).isPresent());
        assertThat(open.archive.evidence().children(zip)).hasSize(3);
        assertThat(found("lantern")).isTrue();
    }

    @Test
    void isForThoseWhoTakeInAndSeeIt() throws Exception {
        Path note = OpenArchive.file(temp, "note.txt", "The lantern went out.");
        Reference closed = open.archive
                .evidence()
                .take(List.of(note), OpenArchive.terms(Protection.SEALED), unreachable())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        putBack();
        Archive recorder = open.reopenAs("recorder", Set.of(Role.RECORDER));
        assertThat(recorder.evidence().unreadable()).isEmpty();
        assertThatThrownBy(() -> recorder.evidence().readAgain(List.of(closed), Progress.none(), child -> {}))
                .isInstanceOf(ArchiveException.class);
        open.reopen();
        Evidence evidence = open.reopenAs("auditor", Set.of(Role.AUDITOR)).evidence();
        assertThatThrownBy(() -> evidence.readAgain(List.of(closed), Progress.none(), child -> {}))
                .isInstanceOf(ArchiveException.NotPermitted.class);
    }

    private IntakeReport readAgain(Reference reference) {
        return open.archive.evidence().readAgain(List.of(reference), Progress.none(), child -> {});
    }

    private ReadingStatus status(Reference reference) {
        return open.archive.evidence().reading(reference).orElseThrow().status();
    }

    private Map<String, String> again(Reference reference) {
        return open.archive.custody().events(Optional.of(reference), 0, 100).stream()
                .filter(event -> event.action().equals("READ_AGAIN"))
                .findFirst()
                .orElseThrow()
                .details();
    }

    private boolean found(String word) {
        return open.archive.searches().search(SearchRequest.of(word)).total() > 0;
    }

    private Reference takenWithoutItsBytes(Path file) {
        return open.archive
                .evidence()
                .take(List.of(file), OpenArchive.terms(Protection.RESTRICTED), unreachable())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    /// What is sealed is lost before it is read.
    private Progress unreachable() {
        return new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                if (stage.equals("seal") && total == 1 && done == 1) {
                    putAside();
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    private void putAside() {
        move(open.folder.resolve("files"), temp.resolve("aside"));
    }

    private void putBack() {
        move(temp.resolve("aside"), open.folder.resolve("files"));
    }

    private static void move(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.move(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Two letters, and one of them a second time under its own name.
    private Path zip() throws IOException {
        Path file = temp.resolve("papers.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String[] letter : new String[][] {
                {"a/letter.txt", "The lantern went out."},
                {"b/letter.txt", "The lantern went out."},
                {"c.txt", "The gate was shut."}
            }) {
                zip.putNextEntry(new ZipEntry(letter[0]));
                zip.write(letter[1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
