package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.domain.Protection;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each file is told of when it is kept for good: not before, and not only when all are.
class ToldFilesTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void openAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void tellsOfAFileBeforeTheNextIsTouched() throws Exception {
        Path first = OpenArchive.file(temp, "a.txt", "first");
        Path second = OpenArchive.file(temp, "b.txt", "second");
        List<Taken> told = new ArrayList<>();
        take(List.of(first, second), file -> {
            told.add(file);
            second.toFile().delete();
        });
        assertThat(told).extracting(Taken::outcome).containsExactly(Outcome.TAKEN, Outcome.NOT_TAKEN);
        assertThat(told.getLast().reason()).isEqualTo("missing");
    }

    @Test
    void tellsOfAFileWhenPullingThePlugCannotTakeItAwayAnyMore() throws Exception {
        Path copy = temp.resolve("copy.cairn");
        Path only = OpenArchive.file(temp, "a.txt", "first");
        List<Taken> told = new ArrayList<>();
        take(List.of(only), file -> {
            told.add(file);
            copy(open.folder, copy);
        });
        try (Archive left = Archives.open(copy, OpenArchive.USER, OpenArchive.passphrase(), open.environment)) {
            assertThat(left.records().summary(told.getFirst().reference().orElseThrow()))
                    .isPresent();
            assertThat(left.custody().verify(Progress.none()).findings()).isEmpty();
        }
    }

    @Test
    void tellsOfEveryFileOfTheReportAndOfWhatWasInside() throws Exception {
        Path mail = OpenArchive.file(temp, "mail.eml", """
                From: a@example.org
                Subject: bed 14
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                See the attachment.
                --b
                Content-Type: text/plain; name=inside.txt
                Content-Disposition: attachment; filename=inside.txt

                The receipt.
                --b--
                """);
        List<Taken> told = new ArrayList<>();
        IntakeReport report = take(List.of(mail, temp.resolve("nowhere")), told::add);
        assertThat(told).hasSizeGreaterThan(2);
        assertThat(told)
                .extracting(Taken::name)
                .containsExactlyElementsOf(
                        report.files().stream().map(Taken::name).toList());
    }

    private IntakeReport take(List<Path> files, java.util.function.Consumer<Taken> told) {
        return open.archive.evidence().take(files, OpenArchive.terms(Protection.RESTRICTED), Progress.none(), told);
    }

    /// What a disk holds at the moment somebody pulls the plug.
    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
