package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.custody.Finding;
import org.cairn.domain.custody.VerificationReport;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is in clear on the disk, and nothing on it changes unseen.
class ProofTest {

    private static final String NAME = "Gulnara Plantedname";
    private static final String WORDS = "plantedwordinstatement";
    private static final String FILE_WORDS = "plantedwordinfile";
    private static final String FILE_NAME = "plantedfilename.txt";
    private static final String DRAFT = "plantedwordindraft";

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void makeAnArchiveWithSecrets() throws Exception {
        open = new OpenArchive(temp);
        open.witnessCalled(NAME);
        open.sealedStatement("I say " + WORDS + ".");
        open.take(OpenArchive.file(temp, FILE_NAME, "It says " + FILE_WORDS + ".\n".repeat(200)));
        open.archive.drafts().save("draft", DRAFT);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void findsAnUntouchedArchiveWhole() {
        VerificationReport report = open.archive.custody().verify(Progress.none());
        assertThat(report.findings()).isEmpty();
        assertThat(report.files()).isEqualTo(1);
        assertThat(report.events()).isGreaterThan(5);
        assertThat(report.passages()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void writesNoWordOrNameInClearNeitherOpenNorLocked() throws Exception {
        assertNothingInClear();
        open.close();
        assertNothingInClear();
    }

    @Test
    void namesAFlippedByteInKeysRecordsAndSealedFiles() throws Exception {
        open.archive.searches().catchUp(Progress.none());
        open.close();
        for (Path file : files(open.folder)) {
            long size = Files.size(file);
            for (long at : List.of(size / 7, size / 2, size - 2)) {
                if (at > 0 && !file.startsWith(open.folder.resolve("index"))) {
                    flip(file, at);
                    assertThat(verdict())
                            .as("%s at %d", open.folder.relativize(file), at)
                            .isNotEmpty();
                    flip(file, at);
                }
            }
        }
        assertThat(verdict()).isEmpty();
        open.archive = Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment);
    }

    /// The index is made anew when it is found damaged: its files change, so each is looked for afresh.
    @Test
    void namesAFlippedByteInEachFileOfTheIndex() throws Exception {
        open.archive.searches().catchUp(Progress.none());
        open.close();
        int kinds = files(open.folder.resolve("index")).size();
        for (int i = 0; i < kinds; i++) {
            List<Path> index = files(open.folder.resolve("index"));
            Path file = index.get(i % index.size());
            flip(file, Files.size(file) / 2);
            assertThat(verdict()).as("%s", open.folder.relativize(file)).isNotEmpty();
            assertThat(verdict()).isEmpty();
        }
        open.archive = Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment);
    }

    @Test
    void namesASealedFileThatIsGoneAndOneThatNobodyPutThere() throws Exception {
        open.close();
        Path sealed = files(open.folder.resolve("files")).getFirst();
        Files.move(sealed, sealed.resolveSibling("0".repeat(64)));
        assertThat(verdict()).extracting(Finding::code).contains("fileMissing", "fileStrange");
        Files.move(sealed.resolveSibling("0".repeat(64)), sealed);
        assertThat(verdict()).isEmpty();
        open.archive = Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment);
    }

    private List<Finding> verdict() {
        try (Archive archive =
                Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment)) {
            return archive.custody().verify(Progress.none()).findings();
        } catch (ArchiveException.Damaged e) {
            return List.of(Finding.of("damaged", String.valueOf(e.arguments().getFirst())));
        }
    }

    private void assertNothingInClear() throws IOException {
        List<byte[]> secrets = Stream.of(NAME, WORDS, FILE_WORDS, FILE_NAME, DRAFT)
                .flatMap(text ->
                        Stream.of(text.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_16LE)))
                .toList();
        for (Path file : files(open.folder)) {
            byte[] bytes = Files.readAllBytes(file);
            for (byte[] secret : secrets) {
                if (indexOf(bytes, secret) >= 0) {
                    fail("%s holds a secret in clear", open.folder.relativize(file));
                }
            }
        }
    }

    private static int indexOf(byte[] bytes, byte[] secret) {
        for (int i = 0; i <= bytes.length - secret.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + secret.length, secret, 0, secret.length)) {
                return i;
            }
        }
        return -1;
    }

    private static void flip(Path file, long at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) at] ^= 1;
        Files.write(file, bytes);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("lock"))
                    .filter(file -> {
                        try {
                            return Files.size(file) > 0;
                        } catch (IOException e) {
                            return false;
                        }
                    })
                    .sorted()
                    .toList();
        }
    }
}
