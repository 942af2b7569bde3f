package org.cairn.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.cairn.conversion.ConversionLimits;
import org.cairn.conversion.LibreOffice;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Pages of office documents, with a program in LibreOffice's place that counts how often it is asked.
@EnabledOnOs(OS.LINUX)
class RenditionsTest {

    private static final ConversionLimits LIMITS = new ConversionLimits(Duration.ofMinutes(1), 2_048, 1 << 20, 1 << 20);

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
                open.archive.session(), open.folder, LIMITS, () -> program, () -> program.map(LibreOffice::program));
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
}
