package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Area;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Identity;
import org.cairn.domain.Occurrence;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody looks for in a draft is found wherever it stands, and taken out where it was found.
class RedactionsTest {

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

    private Reference paper(String name, String text) throws IOException {
        return open.take(OpenArchive.file(temp, name, text))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private List<Occurrence> find(BundleDraft draft, String... words) {
        return open.archive
                .redactions()
                .find(draft, List.of(words), Progress.none())
                .found();
    }

    private String written(BundleDraft draft) throws IOException {
        ServedBundle served = open.archive
                .bundles()
                .write(draft, Choices.NONE, Files.createTempDirectory(temp, "out"), Progress.none());
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void findsEveryPlaceOfAWordInTheOrderOfTheBundleAndTakesOutWhatIsConfirmed() throws Exception {
        Reference statement = open.sealedStatement("Doctor Harlan came at night.", "I saw Harlan again in the car.");
        Reference paper = paper("receipt.txt", "Received from Harlan: 1,000");
        BundleDraft draft = BundlesTest.draft(statement, paper);

        List<Occurrence> found = find(draft, "harlan", "nobody");

        assertThat(found).extracting(Occurrence::exhibit).containsExactly(statement, statement, paper);
        assertThat(found)
                .allMatch(one -> one.word() == 0 && one.itself().equals("Harlan") && one.alone())
                .allMatch(one -> one.hiddenFrom().isEmpty());
        assertThat(found.getFirst().before()).endsWith("Doctor ");
        assertThat(found.getLast().after()).startsWith(": 1,000");

        BundleDraft redacted = draft.redacting(
                List.of(found.getFirst(), found.getLast()), BundleVersion.CONFIDENTIAL, "WITNESS_IDENTITY");

        assertThat(written(redacted))
                .contains("came at night", "I saw Harlan again", "Received from")
                .doesNotContain("Doctor Harlan")
                .doesNotContain("from Harlan");
        assertThat(find(redacted, "Harlan"))
                .extracting(Occurrence::hiddenFrom)
                .containsExactly(
                        Optional.of(BundleVersion.CONFIDENTIAL),
                        Optional.empty(),
                        Optional.of(BundleVersion.CONFIDENTIAL));
    }

    private Reference message() throws IOException {
        Path mail = temp.resolve("letter.eml");
        Files.writeString(mail, """
                From: a@example.org
                Subject: The list
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                See what I send.
                --b
                Content-Type: text/plain; name=list.txt
                Content-Disposition: attachment; filename=list.txt

                Surgeon Harlan, room 4
                --b--
                """.replace("\n", "\r\n"), StandardCharsets.US_ASCII);
        return open.take(mail).files().getFirst().reference().orElseThrow();
    }

    /// Beside a number stands whose it is, and nobody repeats that with it.
    @Test
    void proposesWhatIsWithinTheContactOfAWitness() {
        Reference statement = open.sealedStatement("They promised ten thousand.");
        Reference witness = new Reference(RecordKind.WITNESS, 1);
        open.archive
                .witnesses()
                .keepIdentity(
                        witness,
                        new Identity(
                                "Zuhra Yasin",
                                List.of(),
                                Optional.empty(),
                                "her sister, +998 71 123-45-67; zuhra@example.org",
                                List.of(),
                                ""));

        assertThat(open.archive.redactions().proposed(BundlesTest.draft(statement)))
                .contains("+998 71 123-45-67", "zuhra@example.org", "Zuhra");
    }

    @Test
    void listsAnAttachmentOnItsOwnOnceSomethingIsTakenOutOfItAndKeepsItsMessageInside() throws Exception {
        Reference message = message();
        BundleDraft draft = BundlesTest.draft(message);

        List<Occurrence> found = find(draft, "Harlan");
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().within()).contains(message);

        BundleDraft redacted = draft.redacting(found, BundleVersion.CONFIDENTIAL, "WITNESS_IDENTITY");

        assertThat(redacted.references())
                .containsExactly(message, found.getFirst().exhibit());
        assertThat(written(redacted)).contains("room 4").doesNotContain("Harlan");
        assertThat(originals())
                .as("the file of the message holds the attachment as it was")
                .isEmpty();
        written(draft);
        assertThat(originals()).isNotEmpty();
    }

    /// Every original that lies beside any bundle that was written.
    private List<Path> originals() throws IOException {
        try (Stream<Path> all = Files.walk(temp)) {
            return all.filter(file -> temp.relativize(file).toString().matches(".*originals.[^\\\\/]+"))
                    .toList();
        }
    }

    @Test
    void keepsAnAttachmentWithheldThatWasWithheldWithItsMessage() throws Exception {
        Reference message = message();
        BundleDraft draft = BundlesTest.draft(message);
        BundleDraft.Exhibit exhibit = draft.exhibit(message)
                .orElseThrow()
                .withheld(Optional.of(new BundleDraft.Withheld(BundleVersion.PUBLIC, "SOURCE")));
        BundleDraft withheld = draft.withSections(List.of(new BundleDraft.Section("Evidence", List.of(exhibit))));
        List<Occurrence> found = find(withheld, "Harlan");

        BundleDraft redacted = withheld.redacting(found, BundleVersion.PARTY, "WITNESS_IDENTITY");

        assertThat(redacted.exhibit(found.getFirst().exhibit()).orElseThrow().withheldFrom(BundleVersion.PUBLIC))
                .contains("SOURCE");
    }

    /// What was served redacted does not come back whole with the message that it was attached to.
    @Test
    void bringsNoServedAttachmentBackWithAMessageThatIsLate() throws Exception {
        Reference message = message();
        List<Occurrence> found = find(BundlesTest.draft(message), "Harlan");
        Reference attachment = found.getFirst().exhibit();
        BundleDraft first = BundlesTest.draft(attachment);
        BundleDraft redacted = first.redacting(find(first, "Harlan"), BundleVersion.CONFIDENTIAL, "WITNESS_IDENTITY");
        assertThat(written(redacted)).doesNotContain("Harlan");
        Reference serving =
                open.archive.bundles().servings(0, 1).items().getFirst().reference();

        BundleDraft.Exhibit late = new BundleDraft.Exhibit(message, "");
        BundleDraft both = redacted.withSections(List.of(new BundleDraft.Section(
                        redacted.sections().getFirst().title(),
                        List.of(redacted.exhibit(attachment).orElseThrow(), late))))
                .made(new BundleMaking(List.of(), List.of(), false, false, Optional.of(serving)));

        assertThat(written(both)).contains("See what I send").doesNotContain("Harlan");
        assertThat(originals()).isEmpty();
    }

    /// Of the only bundle of a draft everything is taken out, from whichever version on it was asked for.
    @Test
    void takesOutOfADraftWithoutVersionsWhatIsTakenOutOfAny() throws Exception {
        Reference paper = paper("receipt.txt", "Received from Harlan: 1,000");
        BundleDraft draft = BundlesTest.draft(paper);

        assertThat(written(draft.redacting(find(draft, "Harlan"), BundleVersion.PUBLIC, "SOURCE")))
                .contains("Received from")
                .doesNotContain("Harlan");
    }

    @Test
    void namesScansThatNobodyHasReadAsNotLookedThrough() throws Exception {
        BufferedImage scan = new BufferedImage(600, 800, BufferedImage.TYPE_BYTE_GRAY);
        Path file = temp.resolve("scan.png");
        ImageIO.write(scan, "png", file.toFile());
        Reference picture = open.take(file).files().getFirst().reference().orElseThrow();

        Redactions.Sought sought = open.archive
                .redactions()
                .find(BundlesTest.draft(picture, paper("a.txt", "Harlan")), List.of("Harlan"), Progress.none());

        assertThat(sought.found()).hasSize(1);
        assertThat(sought.notSeen()).containsExactly(picture);
    }

    @Test
    void refusesAreasThatWouldHideSomethingElseOnPagesThatAreLaidOutAnew() throws Exception {
        Reference paper = paper("receipt.txt", "Received");
        Reference statement = open.sealedStatement(
                "I was shown " + paper + " on the first day.", "I saw Harlan again in the car.", "He left.");
        BundleDraft draft = BundlesTest.draft(statement);
        BundleDraft redacted = draft.redacting(find(draft, "Harlan"), BundleVersion.CONFIDENTIAL, "WITNESS_IDENTITY");
        assertThat(written(redacted)).doesNotContain("Harlan");

        BundleDraft.Exhibit drawn = redacted.sections().getFirst().exhibits().getFirst();
        BundleDraft onLetter = redacted.withProfile("us-cmecf");
        assertThatThrownBy(() -> written(onLetter))
                .isInstanceOf(ArchiveException.InvalidInput.class)
                .extracting(failure -> ((ArchiveException) failure).arguments())
                .isEqualTo(List.of(statement.toString(), "redactedBefore"));
        try (ExhibitLook pages = open.archive.redactions().pages(onLetter, statement, Progress.none())) {
            assertThat(pages.fits(drawn.parts().getFirst().what())).isFalse();
        }
        try (ExhibitLook pages = open.archive.redactions().pages(redacted, statement, Progress.none())) {
            assertThat(pages.fits(drawn.parts().getFirst().what())).isTrue();
        }
    }

    @Test
    void keepsAnAreaThatCoversTheSameWhateverElseMovesOnItsPage() throws Exception {
        Reference paper = paper("receipt.txt", "Received");
        Reference statement =
                open.sealedStatement("I saw Harlan again in the car.", "I was shown " + paper + " on the second day.");
        BundleDraft draft = BundlesTest.draft(statement);
        BundleDraft redacted = draft.redacting(find(draft, "Harlan"), BundleVersion.CONFIDENTIAL, "WITNESS_IDENTITY");

        BundleDraft.Section section = redacted.sections().getFirst();
        BundleDraft more = redacted.withSections(List.of(new BundleDraft.Section(
                section.title(), List.of(section.exhibits().getFirst(), new BundleDraft.Exhibit(paper, "A receipt")))));

        assertThat(written(more)).contains("again in the car", "A receipt").doesNotContain("Harlan");
    }

    @Test
    void showsTheExhibitWithNothingTakenOutAndDrawsAreasOnIt() throws Exception {
        Reference paper = paper("receipt.txt", "Received from Harlan: 1,000");
        BundleDraft draft = BundlesTest.draft(paper);
        BundleDraft.Redacted.Part part;
        try (ExhibitLook pages = open.archive.redactions().pages(draft, paper, Progress.none())) {
            assertThat(pages.count()).isEqualTo(1);
            part = pages.part(1, Area.WHOLE, "WITNESS_IDENTITY", BundleVersion.PARTY);
            BundleDraft.Exhibit exhibit = draft.sections().getFirst().exhibits().getFirst();
            draft = draft.withSections(List.of(
                    new BundleDraft.Section("Evidence", List.of(exhibit.redacting(pages.of(), List.of(part))))));
        }

        assertThat(find(draft, "Harlan").getFirst().hiddenFrom()).contains(BundleVersion.PARTY);
    }

    @Test
    void knowsWhatIsWithheldAlready() throws Exception {
        Reference paper = paper("receipt.txt", "Received from Harlan: 1,000");
        BundleDraft draft = BundlesTest.draft(paper);
        BundleDraft.Exhibit exhibit = draft.sections().getFirst().exhibits().getFirst();
        BundleDraft withheld = draft.withSections(List.of(new BundleDraft.Section(
                "Evidence",
                List.of(exhibit.withheld(
                        Optional.of(new BundleDraft.Withheld(BundleVersion.PUBLIC, "WITNESS_IDENTITY")))))));

        assertThat(find(withheld, "Harlan").getFirst().hiddenFrom()).contains(BundleVersion.PUBLIC);
    }

    @Test
    void canBeStoppedAndAsksForAWord() throws Exception {
        BundleDraft draft = BundlesTest.draft(paper("receipt.txt", "Received"));

        assertThatThrownBy(() -> find(draft, "  ")).isInstanceOf(ArchiveException.InvalidInput.class);
        assertThatThrownBy(() -> open.archive.redactions().find(draft, List.of("x"), new Progress() {
                    @Override
                    public void step(String stage, long done, long total) {
                        // nobody looks
                    }

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                }))
                .isInstanceOf(CancelledException.class);
    }
}
