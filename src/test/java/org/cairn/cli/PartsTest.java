package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.reading.Passage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever asks for a page that is not there is told which there are, or that there are none, and why.
class PartsTest {

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
    void givesThePageThatIsThere() throws Exception {
        Reference note = taken("note.txt", "one note");
        assertThat(parts(1).of(note)).extracting(Passage::text).containsExactly("one note");
        assertThat(all().of(note)).hasSize(1);
    }

    @Test
    void saysWhichPagesThereAre() throws Exception {
        Reference note = taken("note.txt", "one note");
        assertThat(refusal(() -> parts(9).of(note))).contains("no page, paragraph or part of that number", "1 – 1");
    }

    @Test
    void saysThatThereAreNone() throws Exception {
        Reference empty = taken("empty.txt", "");
        assertThat(refusal(() -> parts(1).of(empty)))
                .contains("no pages, paragraphs or parts")
                .doesNotContain("Allowed");
    }

    @Test
    void saysThatItHasNotBeenReadYet() throws Exception {
        Revision read = open.archive.records().open(taken("note.txt", "one note"));
        EvidenceItem like = (EvidenceItem) read.record();
        Reference waiting = open.archive
                .evidence()
                .take(like, new ByteArrayInputStream("other words".getBytes(StandardCharsets.UTF_8)))
                .reference();
        assertThat(refusal(() -> parts(1).of(waiting))).contains("not been read yet");
    }

    @Test
    void countsTheParagraphsOfAStatement() {
        Testimony two = OpenArchive.testimony(open.witness(), "One.", "Two.");
        assertThat(parts(2).of(two)).extracting(Passage::text).containsExactly("Two.");
        assertThat(refusal(() -> parts(3).of(two))).contains("--paragraph", "1 – 2");
        assertThat(refusal(() -> parts(1).of(OpenArchive.testimony(open.witness()))))
                .contains("no pages, paragraphs or parts");
    }

    private Reference taken(String name, String text) throws Exception {
        return open.take(OpenArchive.file(temp, name, text))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private Parts parts(int number) {
        return new Parts(open.archive, Optional.of(number));
    }

    private Parts all() {
        return new Parts(open.archive, Optional.empty());
    }

    /// As it is told to somebody who reads English.
    private static String refusal(ThrowingCallable asking) {
        ArchiveException refused = catchThrowableOfType(ArchiveException.InvalidInput.class, asking);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
        ObjectNode document = Output.object();
        new Failures(new Output(err, err, false, false, new Words(Locale.ENGLISH))).known(refused, document);
        assertThat(List.of(document.at("/error/exit").asInt())).containsExactly(ExitCode.USAGE);
        return told.toString(StandardCharsets.UTF_8);
    }
}
