package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.archive.SubmissionReport.Line;
import org.cairn.archive.SubmissionReport.Outcome;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.NotMapped;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.Term;
import org.cairn.exchange.MadeFiles;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes wrong while submissions are taken in stays with the submission it is about, and nothing vanishes unseen.
class TakenFaultsTest {

    @TempDir
    private Path temp;

    private OpenArchive open;
    private Path inbox;

    @BeforeEach
    void openAnArchive() throws IOException {
        open = new OpenArchive(temp);
        inbox = Files.createDirectory(temp.resolve("inbox"));
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void sealsTheNameThatACorrectionCorrects() throws IOException {
        write("s.xml", MadeFiles.submission("kiln", "uuid:1", "<name>Ana Ruvo</name><story>First.</story>"));
        Reference witness = take().lines().getFirst().witness().orElseThrow();
        write("s.xml", MadeFiles.submission("kiln", "uuid:1", "<name>Anna Ruvo</name><story>First.</story>"));
        Line second = take().lines().getFirst();
        assertThat(second.outcome()).isEqualTo(Outcome.CORRECTION);
        assertThat(second.witness()).contains(witness);
        assertThat(open.archive.witnesses().identities(witness))
                .extracting(known -> known.who().name())
                .containsExactly("Anna Ruvo", "Ana Ruvo");
    }

    @Test
    void refusesTheCorrectionOfWhatIsClosedAndTakesTheRest() throws IOException {
        write("a.xml", MadeFiles.submission("kiln", "uuid:1", "<story>First.</story>"));
        take(Protection.SEALED, Progress.none());
        open.reopenAs("bela", Set.of(Role.RECORDER));
        write("a.xml", MadeFiles.submission("kiln", "uuid:1", "<story>Second.</story>"));
        write("b.xml", MadeFiles.submission("kiln", "uuid:2", "<story>Another.</story>"));
        SubmissionReport report = take();
        assertThat(report.lines()).extracting(Line::outcome).containsExactly(Outcome.REFUSED, Outcome.TAKEN);
        assertThat(report.lines().getFirst().reasons()).containsExactly("closed");
    }

    @Test
    void reportsWhatWasTakenBeforeSomebodyStoppedIt() throws IOException {
        write("a.xml", MadeFiles.submission("kiln", "uuid:1", "<story>First.</story>"));
        write("b.xml", MadeFiles.submission("kiln", "uuid:2", "<story>Second.</story>"));
        SubmissionReport report = take(Protection.RESTRICTED, new Stopped(() -> true));
        assertThat(report.lines()).extracting(Line::outcome).containsExactly(Outcome.TAKEN, Outcome.STOPPED);
        assertThat(report.lines().get(1).file()).isEqualTo("b.xml");
        assertThat(report.lines().get(1).reasons()).containsExactly("cancelled");
    }

    @Test
    void reportsWhatWasTakenBeforeTheDiskWasFull() throws IOException {
        write("a.xml", MadeFiles.submission("kiln", "uuid:1", "<story>First.</story>"));
        write("b.xml", MadeFiles.submission("kiln", "uuid:2", "<story>Second.</story>"));
        SubmissionReport report = take(Protection.RESTRICTED, new Stopped(() -> {
            throw new ArchiveException.StorageFull();
        }));
        assertThat(report.lines()).extracting(Line::outcome).containsExactly(Outcome.TAKEN, Outcome.STOPPED);
        assertThat(report.lines().get(1).reasons()).containsExactly("storageFull");
    }

    @Test
    void repeatsWhatWasNotMappedOfWhatIsHereAlready() throws IOException {
        writeForm("kiln");
        write("photo.jpg", "no picture, only a test");
        write(
                "s.xml",
                MadeFiles.submission(
                        "kiln",
                        "uuid:1",
                        "<colour>purple</colour><face>photo.jpg</face><scar>lost.jpg</scar><extra>x</extra>"));
        Line first = take().lines().getFirst();
        Line again = take().lines().getFirst();
        assertThat(again.outcome()).isEqualTo(Outcome.ALREADY_HERE);
        assertThat(again.notMapped()).containsExactlyElementsOf(first.notMapped());
        assertThat(again.notMapped()).extracting(NotMapped::code).contains("doesNotFit", "notInForm");
        assertThat(again.attachments()).containsExactlyElementsOf(first.attachments());
        assertThat(again.attachments()).hasSize(2);
    }

    @Test
    void tiesNoPictureThatLiesWithAnotherSubmission() throws IOException {
        write("a/s.xml", MadeFiles.submission("kiln", "uuid:1", "<face>1.jpg</face><scar>2.jpg</scar>"));
        write("b/s.xml", MadeFiles.submission("kiln", "uuid:2", "<face>1.jpg</face>"));
        write("b/1.jpg", "the second's own");
        write("pictures/2.jpg", "the only one");
        write("c/3.jpg", "one of two");
        write("d/3.jpg", "two of two");
        write("e/s.xml", MadeFiles.submission("kiln", "uuid:3", "<face>3.jpg</face>"));
        SubmissionReport report = take();
        assertThat(found(report, "a/s.xml", 0)).containsExactly(false, true);
        assertThat(found(report, "b/s.xml", 1)).containsExactly(true);
        assertThat(found(report, "e/s.xml", 2)).containsExactly(false);
    }

    @Test
    void leavesTheTermsThatWereAddedAsTheyAre() throws IOException {
        open.archive.ownForms().keepTerm("payment-kind", new Term("COWS", Map.of("en", "Cows")));
        writeForm("own-terms");
        write("s.xml", MadeFiles.submission("own-terms", "uuid:1", "<colour>red</colour>"));
        Line line = take().lines().getFirst();
        assertThat(line.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(line.notMapped()).isEmpty();
        assertThat(open.archive.ownForms().codes("payment-kind")).contains("COWS");
    }

    @Test
    void asksWhatItAskedAfterAFormOfTheSameNameCame() throws IOException {
        FormDefinition ours = OwnForms.read(
                        MadeFiles.FORM_FILE.getBytes(StandardCharsets.UTF_8), "f.json", RecordKind.TESTIMONY)
                .form();
        Reference kept = open.archive.ownForms().add(ours).reference();
        writeForm("our-questions");
        write("s.xml", MadeFiles.submission("our-questions", "uuid:1", "<colour>red</colour>"));
        Line line = take().lines().getFirst();
        assertThat(open.archive.ownForms().of(RecordKind.TESTIMONY))
                .extracting(KeptForm::form)
                .containsExactly(ours);
        assertThat(line.form().orElseThrow()).doesNotStartWith(kept.toString());
        assertThat(line.notMapped()).isEmpty();
        assertThat(open.archive.ownForms().called("xlsform:our-questions")).isPresent();
    }

    private static List<Boolean> found(SubmissionReport report, String file, int line) {
        assertThat(report.lines().get(line).outcome()).as(file).isEqualTo(Outcome.TAKEN);
        return report.lines().get(line).attachments().stream()
                .map(attachment -> attachment.reference().isPresent())
                .toList();
    }

    private void writeForm(String id) throws IOException {
        Files.write(
                inbox.resolve("form.xlsx"),
                MadeFiles.workbook(Map.of(
                        "survey",
                        List.of(
                                List.of("type", "name", "label"),
                                List.of("select_one colours", "colour", "Colour"),
                                List.of("image", "face", "Face"),
                                List.of("image", "scar", "Scar")),
                        "choices",
                        List.of(List.of("list_name", "name", "label"), List.of("colours", "red", "Red")),
                        "settings",
                        List.of(List.of("form_id", "version"), List.of(id, "3")))));
    }

    private void write(String name, String text) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private SubmissionReport take() {
        return take(Protection.RESTRICTED, Progress.none());
    }

    private SubmissionReport take(Protection protection, Progress progress) {
        SubmissionTerms terms = new SubmissionTerms(
                "the Lake office", "HANDED_OVER", "amina", protection, Optional.empty(), Optional.empty());
        return open.archive.submissions().take(List.of(inbox), terms, progress);
    }

    /// Goes wrong as soon as the first file is taken.
    private static final class Stopped implements Progress {
        private final java.util.function.BooleanSupplier fault;
        private volatile boolean reached;

        Stopped(java.util.function.BooleanSupplier fault) {
            this.fault = fault;
        }

        @Override
        public void step(String stage, long done, long total) {
            reached |= stage.equals("submissions") && done == 1;
        }

        @Override
        public boolean cancelled() {
            return reached && fault.getAsBoolean();
        }
    }
}
