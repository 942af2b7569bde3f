package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.custody.IntakeAccount;
import org.cairn.domain.custody.IntakeAccount.Line;
import org.cairn.domain.custody.IntakeRun.Ending;
import org.cairn.domain.custody.OfferedFile.Fate;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every file and every byte that was offered is accounted for, and a clerk can sign for it.
class IntakesTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Path papers;

    @BeforeEach
    void layOutPapers() throws Exception {
        open = new OpenArchive(temp);
        papers = Files.createDirectory(temp.resolve("papers"));
        OpenArchive.file(papers, "a.txt", "Words of the first paper.");
        OpenArchive.file(papers, "b.txt", "Words of the first paper.");
        OpenArchive.file(papers, "=cmd.txt", "");
        Files.createSymbolicLink(papers.resolve("link.txt"), papers.resolve("a.txt"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(papers.resolve("z.zip")))) {
            zip.putNextEntry(new ZipEntry("inner.txt"));
            zip.write("Inside.".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private IntakeAccount account(int number) {
        return open.archive.intakes().account(number, Progress.none());
    }

    @Test
    void addsUpToWhatWasOfferedInFilesAndBytes() throws Exception {
        IntakeReport report = open.take(papers);
        IntakeAccount account = account(report.number().orElseThrow());

        assertThat(account.run().ending()).isEqualTo(Ending.WHOLE);
        assertThat(account.offered().files()).isEqualTo(5);
        assertThat(account.offered(Fate.TAKEN).files()).isEqualTo(3);
        assertThat(account.offered(Fate.DUPLICATE).files()).isEqualTo(1);
        assertThat(account.offered(Fate.NOT_TAKEN).files()).isEqualTo(1);
        assertThat(account.offered(Fate.NOT_REACHED).files()).isZero();
        assertThat(account.offered().bytes()).isEqualTo(25 + 25 + Files.size(papers.resolve("z.zip")));
        assertThat(account.offered(Fate.DUPLICATE).bytes()).isEqualTo(25);
        assertThat(account.inside().files()).isEqualTo(1);
        assertThat(account.lines())
                .filteredOn(line -> !line.offered())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.file().path()).isEqualTo("inner.txt");
                    assertThat(line.file().bytes()).isEqualTo(7);
                });
        assertThat(line(account, "z.zip").reading().orElseThrow().found()).isEqualTo(1);
        assertThat(line(account, "link.txt").file().reason()).isEqualTo("link");
        assertThat(line(account, "a.txt").file().fingerprint())
                .contains(Fingerprint.of(Files.readAllBytes(papers.resolve("a.txt"))));
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void canBeAskedForAgainAfterAnotherOpening() {
        open.take(papers);
        IntakeAccount before = account(1);
        open.reopen();
        assertThat(account(1).lines()).isEqualTo(before.lines());
        assertThat(open.archive.intakes().list(0, 10))
                .singleElement()
                .satisfies(run -> assertThat(run.by()).isEqualTo(OpenArchive.USER));
    }

    @Test
    void saysThatItWasStoppedAndWhatItNeverCameTo() {
        open.archive.evidence().take(List.of(papers), OpenArchive.terms(Protection.RESTRICTED), stoppedAfterTwo());
        IntakeAccount account = account(1);
        assertThat(account.run().ending()).isEqualTo(Ending.CANCELLED);
        assertThat(account.offered(Fate.NOT_REACHED).files()).isEqualTo(3);
        assertThat(account.lines())
                .filteredOn(line -> line.file().fate() == Fate.NOT_REACHED)
                .allSatisfy(line -> assertThat(line.file().reason()).isEqualTo("cancelled"));
    }

    @Test
    void isEndedByTheNextOpeningWhereTheProgramWasKilled() {
        open.archive.session().store().inTransaction(tx -> {
            List<IncomingFiles.Incoming> incoming = IncomingFiles.walk(List.of(papers), Progress.none());
            return tx.beginIntake(
                    new org.cairn.domain.custody.IntakeRun(
                            0,
                            OpenArchive.NOON,
                            OpenArchive.USER,
                            "Cairn",
                            Protection.RESTRICTED,
                            incoming.size(),
                            Optional.empty(),
                            Ending.GOING_ON),
                    incoming.stream()
                            .map(file -> org.cairn.domain.custody.OfferedFile.found(
                                    file.path().toString(), file.size()))
                            .toList());
        });
        assertThat(account(1).run().ending()).isEqualTo(Ending.GOING_ON);
        open.reopen();
        assertThat(account(1).run().ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(account(1).lines())
                .allSatisfy(line -> assertThat(line.file().reason()).isEqualTo("interrupted"));
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void findsAListThatSomebodyChanged() {
        open.take(papers);
        open.archive.session().store().inTransaction(tx -> {
            tx.putOffered(1, 0, tx.offered(1).getFirst().refused("missing"));
            return tx;
        });
        assertThat(open.archive.custody().verify(Progress.none()).findings())
                .extracting(finding -> finding.code())
                .contains("intakeDiffers");
    }

    @Test
    void writesPapersThatTheLedgerTellsOf() throws Exception {
        open.take(papers);
        Path out = temp.resolve("out");
        ReportPapers written = open.archive.intakes().write(1, out, Locale.ENGLISH, Progress.none());

        String csv = Files.readString(written.data());
        assertThat(csv).startsWith("\uFEFFNo.,").contains("\r\n").endsWith("\r\n");
        assertThat(csv.split("\r\n")).hasSize(1 + 6);
        assertThat(csv)
                .contains(Fingerprint.of(Files.readAllBytes(papers.resolve("a.txt")))
                        .hex());
        String text;
        try (PDDocument pdf = Loader.loadPDF(written.pdf().toFile())) {
            text = new PDFTextStripper().getText(pdf);
        }
        Fingerprint table = Fingerprint.of(Files.readAllBytes(written.data()));
        assertThat(text)
                .contains("Taken in", "a.txt", "Signature")
                .contains(table.hex().substring(0, 20));
        assertThat(open.archive.custody().events(Optional.empty(), 0, 1_000))
                .last()
                .satisfies(event -> {
                    assertThat(event.action()).isEqualTo("EXPORTED");
                    assertThat(event.details())
                            .containsEntry("purpose", "intakeReport")
                            .containsEntry("intake", "1")
                            .containsEntry("table", table.hex());
                });
        assertThatThrownBy(() -> open.archive.intakes().write(1, out, Locale.ENGLISH, Progress.none()))
                .isInstanceOf(ArchiveException.AlreadyThere.class);
    }

    @Test
    void tellsNothingOfWhatIsKeptMoreCloselyThanThePersonMaySee() {
        IntakeReport report = open.take(papers);
        Reference item = report.files().stream()
                .filter(file -> file.name().endsWith("z.zip"))
                .findFirst()
                .flatMap(IntakeReport.Taken::reference)
                .orElseThrow();
        EvidenceItem closed =
                Redescribed.kept(Evidence.item(open.archive.records().open(item)), Protection.EX_PARTE);
        open.archive.evidence().describe(item, closed, 1);
        open.reopenAs("recorder", Set.of(Role.RECORDER));

        IntakeAccount account = account(1);
        assertThat(account.withheld()).isEqualTo(1);
        assertThat(account.lines())
                .noneMatch(line -> line.file().path().contains("z.zip")
                        || line.file().path().contains("inner"));
        assertThat(account.offered().files()).isEqualTo(5);
    }

    @Test
    void hidesAnIntakeThatWasToBeKeptMoreClosely() {
        open.archive.evidence().take(List.of(papers), OpenArchive.terms(Protection.EX_PARTE), Progress.none());
        open.reopenAs("recorder", Set.of(Role.RECORDER));
        assertThat(open.archive.intakes().list(0, 10)).isEmpty();
        assertThatThrownBy(() -> account(1)).isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void refusesAnAuditorWhoReadsNoRecords() {
        open.take(papers);
        open.reopenAs("auditor", Set.of(Role.AUDITOR));
        assertThatThrownBy(() -> account(1)).isInstanceOf(ArchiveException.NotPermitted.class);
        assertThatThrownBy(() -> open.archive.intakes().write(1, temp.resolve("out"), Locale.FRENCH, Progress.none()))
                .isInstanceOf(ArchiveException.NotPermitted.class);
        assertThat(temp.resolve("out")).doesNotExist();
    }

    private static Line line(IntakeAccount account, String name) {
        return account.lines().stream()
                .filter(line -> line.file().path().endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static Progress stoppedAfterTwo() {
        return new Progress() {
            private long done;

            @Override
            public void step(String stage, long sealed, long total) {
                done = sealed;
            }

            @Override
            public boolean cancelled() {
                return done >= 2;
            }
        };
    }
}
