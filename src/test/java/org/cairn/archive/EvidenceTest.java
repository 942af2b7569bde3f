package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.dates.Spoken;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.reading.Extent;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {

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

    @Test
    void accountsForEveryFileOfAFolder() throws Exception {
        Path papers = Files.createDirectories(temp.resolve("papers").resolve("inside"));
        OpenArchive.file(papers, "a.txt", "The clinic by the river.");
        OpenArchive.file(papers, "same.txt", "The clinic by the river.");
        OpenArchive.file(temp.resolve("papers"), "empty.txt", "");
        Files.createSymbolicLink(papers.resolve("link"), papers.resolve("a.txt"));
        IntakeReport report = open.take(temp.resolve("papers"), temp.resolve("not-there"));
        assertThat(report.count(Outcome.TAKEN)).isEqualTo(2);
        assertThat(report.count(Outcome.DUPLICATE)).isEqualTo(1);
        assertThat(report.files())
                .filteredOn(file -> file.outcome() == Outcome.NOT_TAKEN)
                .extracting(IntakeReport.Taken::reason)
                .containsExactlyInAnyOrder("link", "missing");
    }

    @Test
    void takesNoArchiveInAsEvidence() throws Exception {
        OpenArchive.file(temp, "beside.txt", "beside the archive");
        IntakeReport report = open.take(temp);
        assertThat(report.count(Outcome.TAKEN)).isEqualTo(1);
        assertThat(report.files()).anyMatch(file -> file.reason().equals("archive"));
        assertThatThrownBy(() -> open.archive
                        .evidence()
                        .take(
                                List.of(temp),
                                new IntakeTerms(
                                        "x",
                                        "LEAK",
                                        "y",
                                        Optional.empty(),
                                        Protection.RESTRICTED,
                                        Optional.of(Reference.parse("W-0404")),
                                        Set.of(),
                                        false),
                                Progress.none()))
                .isInstanceOf(ArchiveException.NotFound.class);
    }

    @Test
    void exportsAFileWithAVeryLongNameOfManyBytes() throws Exception {
        Path file = OpenArchive.file(temp, "证".repeat(70) + ".txt", "long");
        Reference reference = open.take(file).files().getFirst().reference().orElseThrow();
        assertThat(open.archive.evidence().export(reference, temp.resolve("out")))
                .hasSameBinaryContentAs(file);
    }

    @Test
    void givesTheSameBytesBack() throws Exception {
        Path file = OpenArchive.file(temp, "note.txt", "Bed 14, 03:20.");
        Reference reference = open.take(file).files().getFirst().reference().orElseThrow();
        try (var in = Channels.newInputStream(open.archive.evidence().bytes(reference))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(file));
        }
        Path exported = open.archive.evidence().export(reference, temp.resolve("out"));
        assertThat(exported).hasSameBinaryContentAs(file);
        assertThat(temp.resolve("out").resolve(reference + "_custody.json")).exists();
    }

    @Test
    void findsTheWordsOfAFileAndSaysWhereTheyAre() throws Exception {
        Path file = OpenArchive.file(temp, "note.txt", "The nephrologist never came back.");
        Reference reference = open.take(file).files().getFirst().reference().orElseThrow();
        SearchAnswer answer = open.archive.searches().search(SearchRequest.of("nephrologist"));
        assertThat(answer.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.reference()).isEqualTo(reference);
            assertThat(hit.snippets().getFirst().pinpoint().reference()).isEqualTo(reference);
            assertThat(hit.snippets().getFirst().highlights()).isNotEmpty();
        });
    }

    @Test
    void saysInWhichRowsOfASheetAWordStands() throws Exception {
        StringBuilder rows = new StringBuilder("ward,name\n");
        for (int row = 2; row <= 300; row++) {
            rows.append(row).append(row == 151 ? ",marigold\n" : ",somebody\n");
        }
        open.take(OpenArchive.file(temp, "wards.csv", rows.toString()));

        SearchAnswer answer = open.archive.searches().search(SearchRequest.of("marigold"));

        Extent rowsOf = answer.hits().getFirst().snippets().getFirst().extent().orElseThrow();
        assertThat(rowsOf.of()).isEqualTo(Extent.Counted.ROWS);
        assertThat(rowsOf.from()).isLessThanOrEqualTo(151).isGreaterThan(1);
        assertThat(rowsOf.to()).isBetween(151, 299);
    }

    @Test
    void takesOutWhatAMessageCarries() throws Exception {
        String mail = """
                From: a@example.org
                To: b@example.org
                Subject: the list
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="x"

                --x
                Content-Type: text/plain

                See attached.
                --x
                Content-Type: text/plain; name="prices.txt"
                Content-Disposition: attachment; filename="prices.txt"

                kidney 62000
                --x--
                """;
        Path file = OpenArchive.file(temp, "mail.eml", mail);
        Reference reference = open.take(file).files().getFirst().reference().orElseThrow();
        assertThat(open.archive.evidence().children(reference)).singleElement().satisfies(child -> {
            assertThat(child.title()).isEqualTo("prices.txt");
            EvidenceItem item = (EvidenceItem)
                    open.archive.records().open(child.reference()).record();
            assertThat(item.parent()).contains(reference);
            assertThat(item.protection()).isEqualTo(Protection.RESTRICTED);
        });
        closeMore(reference);
        assertThat(open.archive.evidence().children(reference))
                .extracting(child -> child.protection())
                .containsExactly(Protection.EX_PARTE);
        assertThat(open.archive.searches().search(SearchRequest.of("62000")).total())
                .isEqualTo(1);
    }

    @Test
    void goesOnReadingAfterItWasClosedInBetween() throws Exception {
        Path file = OpenArchive.file(temp, "late.txt", "Read later.");
        EvidenceItem described = described("late.txt");
        Reference reference;
        try (var in = Files.newInputStream(file)) {
            reference = open.archive.evidence().take(described, in).reference();
        }
        assertThat(open.archive.evidence().reading(reference)).isEmpty();
        open.reopen().evidence().readWaiting(Progress.none());
        assertThat(open.archive.evidence().reading(reference).orElseThrow().status())
                .isEqualTo(ReadingStatus.COMPLETE);
    }

    @Test
    void refusesToSwapTheBytesOfAnItem() throws Exception {
        Path file = OpenArchive.file(temp, "note.txt", "one");
        Reference reference = open.take(file).files().getFirst().reference().orElseThrow();
        EvidenceItem item =
                (EvidenceItem) open.archive.records().open(reference).record();
        EvidenceItem swapped = item.of(org.cairn.domain.Fingerprint.of(new byte[] {1}), 1);
        assertThatThrownBy(() -> open.archive.evidence().describe(reference, swapped, 1))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void keepsABetterDescriptionAndFindsTheItemByIt() throws Exception {
        Reference reference = open.take(OpenArchive.file(temp, "note.txt", "Bed 14."))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        open.archive.evidence().describe(reference, described("A receipt", "FINANCIAL", "spring 2014"), 1);
        SearchAnswer answer = open.archive.searches().search(SearchRequest.of("receipt type:FINANCIAL date:2014"));
        assertThat(answer.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.date()).contains("2014-21");
            assertThat(hit.dateClaimed()).isFalse();
        });
        EvidenceItem item =
                (EvidenceItem) open.archive.records().open(reference).record();
        assertThat(item.fileName()).isEqualTo("note.txt");
        assertThat(item.acquisition().source()).isEqualTo("the registry");
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void refusesADescriptionMadeFromAnOlderOne() throws Exception {
        Reference reference = open.take(OpenArchive.file(temp, "note.txt", "Bed 14."))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        open.archive.evidence().describe(reference, described("One", "UNSORTED", "2014"), 1);
        assertThatThrownBy(() -> open.archive.evidence().describe(reference, described("Other", "UNSORTED", "2014"), 1))
                .isInstanceOf(ArchiveException.ChangedMeanwhile.class);
    }

    @Test
    void refusesATypeThatIsInNoList() throws Exception {
        Reference reference = open.take(OpenArchive.file(temp, "note.txt", "Bed 14."))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        assertThatThrownBy(() -> open.archive.evidence().describe(reference, described("One", "GOSSIP", "2014"), 1))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    private static EvidenceDescription described(String title, String type, String date) {
        return new EvidenceDescription(
                title,
                type,
                Optional.of(Spoken.date(date)),
                Optional.empty(),
                "",
                "",
                "COPY",
                Protection.RESTRICTED,
                Set.of(),
                false);
    }

    @Test
    void leavesNothingOfAThingThatCouldNotBeRecorded() {
        EvidenceItem ofNobody = described("note.txt", Optional.of(Reference.parse("W-0404")));
        assertThatThrownBy(() -> open.archive
                        .evidence()
                        .take(ofNobody, new java.io.ByteArrayInputStream("words".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ArchiveException.NotFound.class);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void keepsWhatIsInsideNoLessCloselyThanWhatItCameOutOf() throws Exception {
        Path mail = OpenArchive.file(temp, "mail.eml", """
                From: a@example.org
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="x"

                --x
                Content-Type: text/plain; name="prices.txt"
                Content-Disposition: attachment; filename="prices.txt"

                kidney 62000
                --x--
                """);
        open.archive.evidence().take(List.of(mail), OpenArchive.terms(Protection.EX_PARTE), Progress.none());
        Reference message = Reference.parse("E-0001");
        Reference inside = open.archive.evidence().children(message).getFirst().reference();
        EvidenceItem item = (EvidenceItem) open.archive.records().open(inside).record();
        open.archive.evidence().describe(inside, Redescribed.freed(item, item.parent()), 1);
        assertThat(open.archive.records().open(inside).record().protection()).isEqualTo(Protection.EX_PARTE);
        assertThatThrownBy(() -> open.archive.evidence().describe(inside, Redescribed.freed(item, Optional.empty()), 2))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void hidesWhatIsClosedFromSearchAndCountsWithoutTellingWhatItIs() throws Exception {
        Path file = OpenArchive.file(temp, "note.txt", "the surgeon's nickname");
        open.archive.evidence().take(List.of(file), OpenArchive.terms(Protection.SEALED), Progress.none());
        Archive analyst = open.reopenAs("layla", Set.of(Role.ANALYST));
        SearchAnswer answer = analyst.searches().search(SearchRequest.of("nickname"));
        assertThat(answer.total()).isZero();
        assertThat(answer.facets().values())
                .allSatisfy(counts -> assertThat(counts).isEmpty());
        assertThat(answer.unseen().noPermission()).isEqualTo(1);
        assertThat(analyst.searches().suggest("nick", 10)).isEmpty();
        assertThatThrownBy(() -> analyst.evidence().export(Reference.parse("E-0001"), temp))
                .isInstanceOf(ArchiveException.NotPermitted.class);
    }

    /// Keeps a message more closely, and with it what it carries.
    private void closeMore(Reference reference) {
        EvidenceItem item =
                (EvidenceItem) open.archive.records().open(reference).record();
        EvidenceItem closer = Redescribed.kept(item, Protection.EX_PARTE);
        open.archive.evidence().describe(reference, closer, 1);
    }

    private static EvidenceItem described(String fileName) {
        return described(fileName, Optional.empty());
    }

    private static EvidenceItem described(String fileName, Optional<Reference> witness) {
        return new EvidenceItem(
                "A note",
                "COMMUNICATION",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                OpenArchive.terms(Protection.RESTRICTED).acquisition(),
                "ORIGINAL",
                Optional.empty(),
                Optional.empty(),
                witness,
                fileName,
                org.cairn.domain.Fingerprint.of(new byte[0]),
                0,
                "",
                Protection.RESTRICTED,
                Set.of(),
                false);
    }
}
