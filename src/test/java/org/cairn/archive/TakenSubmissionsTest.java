package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

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
import org.cairn.domain.Answers;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormValues;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.NotMapped;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.SubmissionOrigin;
import org.cairn.domain.Testimony;
import org.cairn.domain.search.SearchRequest;
import org.cairn.exchange.MadeFiles;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other tools collected becomes statements, each by itself, and nothing of it is lost or laid open.
class TakenSubmissionsTest {

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
    void keepsTheGoodBulletinAndTellsWhyTheOtherIsNone() throws IOException {
        write("b.xml", MadeFiles.bulletins());
        SubmissionReport report = take();
        assertThat(report.lines()).extracting(Line::outcome).containsExactly(Outcome.TAKEN, Outcome.REFUSED);
        assertThat(report.lines().get(1).reasons())
                .containsExactly("duplicateTag twice", "unknownFieldType shape SHAPE");
        Testimony testimony = testimony(report.lines().getFirst());
        assertThat(testimony.title()).isEqualTo("The night at the kiln");
        assertThat(testimony.paragraphs())
                .extracting(Paragraph::text)
                .containsExactly("They came with lanterns.", "Then they left.");
        assertThat(testimony.interview().date().orElseThrow().edtf()).isEqualTo("2005-11-01");
    }

    @Test
    void keepsADateAsItsWordsAndWhatTheyMean() throws IOException {
        write("b.xml", MadeFiles.bulletins());
        Object date = java.util.Objects.requireNonNull(
                filled(take().lines().getFirst()).values().get("eventdate"));
        assertThat(FormValues.date(date).orElseThrow().edtf()).isEqualTo("1998");
        assertThat(FormValues.date(date).orElseThrow().verbatim()).isEqualTo("1998-01-01,1998-12-31");
    }

    @Test
    void sealsTheNameApartAndLetsNoSearchFindIt() throws IOException {
        write("b.xml", MadeFiles.bulletins());
        Line line = take().lines().getFirst();
        Reference witness = line.witness().orElseThrow();
        assertThat(open.archive.witnesses().identity(witness).orElseThrow().name())
                .isEqualTo("Marisol Quillfeather");
        assertThat(found("Quillfeather")).isZero();
        assertThat(found("Osric")).as("what the tool kept private").isZero();
        assertThat(found("lanterns")).isEqualTo(1);
        assertThat(testimony(line).protection()).isEqualTo(Protection.CONFIDENTIAL);
        Reference source = line.source().orElseThrow();
        assertThat(open.archive.evidence().reading(source).orElseThrow().reason())
                .isEqualTo("keptUnread");
        assertThat(open.archive.evidence().unreadable()).doesNotContain(source);
        assertThatThrownBy(() -> open.archive.evidence().readAgain(List.of(source), Progress.none(), file -> {}))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void keepsTheRoundsOfARepeatThatCameAsATableOfTheirOwnInAFileOrZipped() throws IOException {
        Map<String, String> tables = Map.of(
                "odkcamp.csv",
                "story,meta-instanceID,KEY\nThey took us.,uuid:aaa,uuid:aaa\n",
                "odkcamp-moves.csv",
                "where,PARENT_KEY,KEY\nHospital,uuid:aaa,uuid:aaa/moves[1]\nClinic,uuid:aaa,uuid:aaa/moves[2]\n"
                        + "Nowhere,uuid:zzz,uuid:zzz/moves[1]\n",
                "odkcamp-guards.csv",
                "guard,PARENT_KEY,KEY\ntall,uuid:aaa/moves[2],uuid:aaa/moves[2]/guards[1]\n");
        for (Map.Entry<String, String> table : tables.entrySet()) {
            write(table.getKey(), table.getValue());
        }
        SubmissionReport report = take();
        Line taken = report.lines().stream()
                .filter(line -> line.outcome() == Outcome.TAKEN)
                .findFirst()
                .orElseThrow();
        assertThat(filled(taken).origin().flatMap(SubmissionOrigin::taken))
                .as("which answers stand in the statement")
                .contains(taken.mapped())
                .isNotEmpty();
        assertThat(filled(taken).values().get("moves"))
                .isEqualTo(List.of(
                        Map.of("where", "Hospital"),
                        Map.of("where", "Clinic", "guards", List.of(Map.of("guard", "tall")))));
        assertThat(report.lines())
                .filteredOn(line -> line.outcome() == Outcome.REFUSED)
                .extracting(Line::place, Line::reasons)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3, List.of("childTable")));

        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(inbox.resolve("all.zip")))) {
            for (Map.Entry<String, String> table : tables.entrySet()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(table.getKey()));
                zip.write(table.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
                Files.delete(inbox.resolve(table.getKey()));
            }
        }
        assertThat(take().count(Outcome.ALREADY_HERE)).as("the same, zipped").isEqualTo(1);
    }

    @Test
    void tiesTheFileToEveryWitnessInIt() throws IOException {
        write(
                "b.xml",
                "<MartusBulletins>" + MadeFiles.bulletin("", "", "Ana") + MadeFiles.bulletin("", "", "Berta")
                        + "</MartusBulletins>");
        SubmissionReport report = take();
        assertThat(report.count(Outcome.TAKEN)).isEqualTo(2);
        Reference source = report.lines().getFirst().source().orElseThrow();
        assertThat(report.lines().get(1).source()).contains(source);
        assertThat(open.archive.records().history(source))
                .extracting(revision -> revision.record().concerns())
                .containsExactly(
                        Optional.empty(),
                        report.lines().get(0).witness(),
                        report.lines().get(1).witness());
    }

    @Test
    void knowsWhatWasTakenAndTakesAnotherStateOfItAsACorrection() throws IOException {
        write("s.xml", MadeFiles.submission("kiln", "uuid:1", "<story>First.</story>"));
        Line first = take().lines().getFirst();
        assertThat(take().lines().getFirst().outcome()).isEqualTo(Outcome.ALREADY_HERE);
        write("s.xml", MadeFiles.submission("kiln", "uuid:1", "<story>Second.</story>"));
        Line second = take().lines().getFirst();
        assertThat(second.outcome()).isEqualTo(Outcome.CORRECTION);
        assertThat(testimony(second).follows()).isEqualTo(first.testimony());
        assertThat(testimony(second).interviewKind()).isEqualTo(InterviewKind.CORRECTION);
        assertThat(second.witness()).isEqualTo(first.witness());
    }

    @Test
    void keepsWhatDoesNotFitTheFormWordForWord() throws IOException {
        writeForm();
        write(
                "s.xml",
                MadeFiles.submission(
                        "kiln",
                        "uuid:1",
                        "<colour>purple</colour><visit><age>three</age></visit><visit><age>4</age></visit><extra>x</extra>"));
        Line line = take().lines().getFirst();
        FilledForm filled = filled(line);
        assertThat(filled.asWritten())
                .containsEntry("colour", "purple")
                .containsEntry("visit[0].age", "three")
                .containsEntry("extra", "x");
        assertThat(filled.values()).containsEntry("visit", List.of(Map.of(), Map.of("age", 4)));
        assertThat(line.notMapped()).extracting(NotMapped::code).contains("doesNotFit", "notInForm");
    }

    @Test
    void tiesPicturesThatLieBesideAndNamesThoseThatDoNot() throws IOException {
        write("photo.jpg", "no picture, only a test");
        write("s.xml", MadeFiles.submission("kiln", "uuid:1", "<face>photo.jpg</face><scar>lost.jpg</scar>"));
        Line line = take().lines().getFirst();
        assertThat(line.attachments())
                .extracting(SubmissionReport.Attachment::name)
                .containsExactly("photo.jpg", "lost.jpg");
        Reference picture = line.attachments().getFirst().reference().orElseThrow();
        assertThat(line.attachments().get(1).reference()).isEmpty();
        assertThat(((EvidenceItem) open.archive.records().open(picture).record()).witness())
                .isEqualTo(line.witness());
        assertThat(filled(line).values()).containsEntry("face", picture.toString());
        assertThat(filled(line).asWritten()).containsEntry("scar", "lost.jpg");
    }

    @Test
    void refusesWhatIsEncryptedAndWhatIsHostile() throws IOException {
        write("e.xml", "<data id='x' encrypted='yes'><base64EncryptedKey>a</base64EncryptedKey></data>");
        write("h.xml", "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><data id='x'><a>&e;</a></data>");
        write("n.xml", "<list/>");
        assertThat(take().lines())
                .extracting(line -> line.reasons().getFirst())
                .containsExactlyInAnyOrder("encrypted", "documentType", "notSubmissions");
        assertThat(open.archive.records().count(RecordKind.TESTIMONY)).isZero();
    }

    @Test
    void followsAMappingThatIsGiven() throws IOException {
        write("s.xml", MadeFiles.submission("kiln", "uuid:1", "<a>Gate</a><b>It burned.</b><c>Ana</c>"));
        SubmissionTerms terms = terms(
                Optional.of(SubmissionTerms.mapping("{\"title\": [\"a\"], \"account\": [\"b\"], \"name\": [\"c\"]}")));
        Line line = open.archive
                .submissions()
                .take(List.of(inbox), terms, Progress.none())
                .lines()
                .getFirst();
        assertThat(testimony(line).title()).isEqualTo("Gate");
        assertThat(testimony(line).paragraphs().getFirst().text()).isEqualTo("It burned.");
        assertThat(testimony(line).answers().map(Answers::forms).orElse(List.of()).stream()
                        .flatMap(form -> form.values().values().stream()))
                .isEmpty();
        assertThat(open.archive.witnesses().hasIdentity(line.witness().orElseThrow()))
                .isTrue();
    }

    @Test
    void asksNoNewStatementTheQuestionsOfAnImport() throws IOException {
        write("b.xml", MadeFiles.bulletins());
        take();
        assertThat(open.archive.ownForms().list()).isNotEmpty();
        assertThat(open.archive.ownForms().of(RecordKind.TESTIMONY)).isEmpty();
    }

    @Test
    void allowsNothingToLeaveThatTheWitnessWasNotAskedAbout() throws IOException {
        write("b.xml", MadeFiles.bulletins());
        Line line = take().lines().getFirst();
        assertThat(open.archive.witnesses().consents(line.witness().orElseThrow()))
                .isEmpty();
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void isForThoseWhoRecord() throws IOException {
        write("b.xml", MadeFiles.bulletins());
        open.reopenAs("bela", Set.of(Role.AUDITOR));
        assertThatThrownBy(this::take).isInstanceOf(ArchiveException.NotPermitted.class);
    }

    @Test
    void takesTheMartusSamplesOfTheCorpora() {
        Path folder = corpora().resolve("martus");
        assumeThat(folder).as("the corpora are not here: nothing to take").isDirectory();
        SubmissionReport report =
                open.archive.submissions().take(List.of(folder), terms(Optional.empty()), Progress.none());
        assertThat(report.count(Outcome.TAKEN)).isEqualTo(5);
        assertThat(report.lines().stream()
                        .filter(line -> line.file().startsWith("SampleInvalid"))
                        .map(Line::outcome))
                .containsExactly(Outcome.REFUSED, Outcome.TAKEN, Outcome.REFUSED);
        assertThat(found("Smith")).isZero();
        assertThat(found("Brown")).isZero();
    }

    @Test
    void takesTheSubmissionsOfTheCorpora() {
        Path folder = corpora().resolve("odk-onadata").resolve("apps");
        assumeThat(folder).as("the corpora are not here: nothing to take").isDirectory();
        SubmissionReport report =
                open.archive.submissions().take(List.of(folder), terms(Optional.empty()), Progress.none());
        assertThat(report.count(Outcome.TAKEN) + report.count(Outcome.CORRECTION))
                .isGreaterThan(30);
        assertThat(report.lines().stream()
                        .filter(line -> line.outcome() == Outcome.REFUSED)
                        .flatMap(line -> line.reasons().stream()))
                .contains("encrypted")
                .noneMatch(reason -> reason.startsWith("notKept"));
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    private static Path corpora() {
        return Path.of(System.getProperty("cairn.corpora", "../shared/corpora"), "forms", "dev");
    }

    private void writeForm() throws IOException {
        Files.write(
                inbox.resolve("kiln.xlsx"),
                MadeFiles.workbook(Map.of(
                        "survey",
                        List.of(
                                List.of("type", "name", "label"),
                                List.of("select_one colours", "colour", "Colour"),
                                List.of("begin repeat", "visit", "Visit"),
                                List.of("integer", "age", "Age"),
                                List.of("end repeat")),
                        "choices",
                        List.of(List.of("list_name", "name", "label"), List.of("colours", "red", "Red")),
                        "settings",
                        List.of(List.of("form_id", "version"), List.of("kiln", "3")))));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(inbox.resolve(name), text, StandardCharsets.UTF_8);
    }

    private SubmissionReport take() {
        return open.archive.submissions().take(List.of(inbox), terms(Optional.empty()), Progress.none());
    }

    private static SubmissionTerms terms(Optional<org.cairn.domain.SubmissionMapping> mapping) {
        return new SubmissionTerms(
                "the Lake office", "HANDED_OVER", "amina", Protection.RESTRICTED, Optional.empty(), mapping);
    }

    private Testimony testimony(Line line) {
        return (Testimony)
                open.archive.records().open(line.testimony().orElseThrow()).record();
    }

    private FilledForm filled(Line line) {
        return testimony(line).answers().map(Answers::forms).orElseThrow().getFirst();
    }

    private long found(String words) {
        return open.archive.searches().search(SearchRequest.of(words)).total();
    }
}
