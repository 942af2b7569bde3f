package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A password opens what is locked, is remembered sealed, and is told to nobody.
class UnlockTest {

    private static final String WORD = "sesame-of-the-clerk";

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void makeAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private static byte[] lockedPdf(String text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.showText(text);
                content.endText();
            }
            document.protect(new StandardProtectionPolicy("owner", WORD, new AccessPermission()));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /// A locked archive with a locked letter in it.
    private static byte[] lockedTwice() throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile archive = new SevenZOutputFile(channel, WORD.toCharArray())) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("letter.pdf");
            archive.putArchiveEntry(entry);
            archive.write(lockedPdf("The lantern went out."));
            archive.closeArchiveEntry();
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    private Reference taken(String name, byte[] bytes) throws IOException {
        Path file = Files.write(temp.resolve(name), bytes);
        return open.take(file).files().getFirst().reference().orElseThrow();
    }

    private Unlocked unlock(String word, Reference... items) {
        return open.archive.evidence().unlock(List.of(items), word.toCharArray(), Progress.none(), told -> {});
    }

    private ReadingStatus status(Reference reference) {
        return open.archive.evidence().reading(reference).orElseThrow().status();
    }

    private List<CustodyEvent> given(Reference reference) {
        return open.archive.custody().events(Optional.of(reference), 0, 100).stream()
                .filter(event -> event.action().equals("PASSWORD_GIVEN"))
                .toList();
    }

    @Test
    void opensAnArchiveAndWhatIsLockedInsideItWithTheSameWord() throws IOException {
        Reference pack = taken("pack.7z", lockedTwice());
        assertThat(status(pack)).isEqualTo(ReadingStatus.ENCRYPTED);
        assertThat(open.archive.evidence().locked()).containsExactly(pack);
        Unlocked unlocked = unlock(WORD, pack);
        assertThat(unlocked.opened()).containsExactly(pack);
        Reference letter = unlocked.inside().files().getFirst().reference().orElseThrow();
        assertThat(open.archive.evidence().children(pack))
                .extracting(child -> child.reference())
                .containsExactly(letter);
        assertThat(status(letter)).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(open.archive.searches().search(SearchRequest.of("lantern")).total())
                .isEqualTo(1);
        assertThat(open.archive.evidence().locked()).isEmpty();
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void remembersTheWordForTheNextReadingAndForOtherItemsAfterReopening() throws IOException {
        Reference first = taken("first.pdf", lockedPdf("The lantern went out."));
        unlock(WORD, first);
        open.reopen();
        open.archive.evidence().readAgain(List.of(first), Progress.none(), told -> {});
        assertThat(status(first)).isEqualTo(ReadingStatus.COMPLETE);
        Reference second = taken("second.pdf", lockedPdf("A second letter."));
        assertThat(status(second)).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(given(second)).isEmpty();
    }

    @Test
    void forgetsAWordThatOpensNothing() throws IOException {
        Reference first = taken("first.pdf", lockedPdf("The lantern went out."));
        assertThat(unlock("not " + WORD, first).opened()).isEmpty();
        assertThat(status(first)).isEqualTo(ReadingStatus.ENCRYPTED);
        assertThat(given(first)).hasSize(1);
        assertThat(given(first).getFirst().details()).containsEntry("opened", "false");
        unlock(WORD, first);
        assertThat(given(first).getLast().details()).containsEntry("opened", "true");
        assertThat(given(first).getLast().actor()).isEqualTo(OpenArchive.USER);
    }

    @Test
    void tellsTheWordToNobody() throws IOException {
        Reference first = taken("first.pdf", lockedPdf("The lantern went out."));
        Unlocked unlocked = unlock(WORD, first);
        assertThat(open.archive.custody().events(Optional.empty(), 0, 1_000))
                .noneMatch(event -> event.details().toString().contains(WORD));
        assertThat(unlocked + " " + new GivenPassword(WORD)).doesNotContain(WORD);
        assertThat(open.archive.evidence().reading(first).orElseThrow().metadata())
                .doesNotContainValue(WORD);
        open.close();
        try (var files = Files.walk(open.folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(WORD);
            }
        }
        open.reopen();
    }

    @Test
    void refusesWhoeverMayNotTakeEvidenceIn() throws IOException {
        Reference first = taken("first.pdf", lockedPdf("The lantern went out."));
        open.reopenAs("observer", Set.of(Role.AUDITOR));
        assertThatThrownBy(() -> unlock(WORD, first)).isInstanceOf(ArchiveException.NotPermitted.class);
        assertThatThrownBy(() -> open.archive.evidence().locked()).isInstanceOf(ArchiveException.NotPermitted.class);
    }

    @Test
    void refusesAnEmptyWord() throws IOException {
        Reference first = taken("first.pdf", lockedPdf("The lantern went out."));
        assertThatThrownBy(() -> unlock("", first)).isInstanceOf(ArchiveException.InvalidInput.class);
    }
}
