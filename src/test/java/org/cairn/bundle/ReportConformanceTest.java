package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cairn.domain.Acquisition;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Glance;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.PhysicalObject;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.IntakeAccount;
import org.cairn.domain.custody.IntakeRun;
import org.cairn.domain.custody.OfferedFile;
import org.cairn.domain.custody.Whereabouts;
import org.cairn.domain.medical.BodyMark;
import org.cairn.domain.medical.BodyView;
import org.cairn.domain.medical.Examination;
import org.cairn.domain.medical.Finding;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.HitList;
import org.cairn.domain.search.SearchAnswer.Unseen;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchStatement;
import org.cairn.domain.search.TermsReport;
import org.cairn.domain.served.RuleResult.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports that people sign are fit for archives and can be read aloud, in every language of the program.
class ReportConformanceTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Fingerprint HASH = new Fingerprint("ab".repeat(32));
    private static final TermsReport.Standing STANDING =
            new TermsReport.Standing("Cairn 1.0", "7", "cd".repeat(16), 12, HASH, NOON, "amina");

    private static void holds(byte[] pdf) {
        assertThat(Vera.againstArchival(pdf)).isEmpty();
        assertThat(Vera.againstAccessible(pdf)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh"})
    void reportsACheck(String language) {
        holds(CheckReport.pdf(
                CheckReportTest.checked("Clinic.pdf", Outcome.MET), "Cairn 1.0", NOON, Locale.of(language)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh"})
    void reportsAnIntake(String language) {
        IntakeRun run = new IntakeRun(
                1, NOON, "amina", "Cairn 1.0", Protection.RESTRICTED, 60, Optional.of(NOON), IntakeRun.Ending.WHOLE);
        List<IntakeAccount.Line> lines = IntStream.range(0, 60)
                .mapToObj(number -> new IntakeAccount.Line(
                        number % 3,
                        new OfferedFile(
                                "文件 ملف file " + number,
                                OfferedFile.Fate.NOT_TAKEN,
                                "unreachable",
                                number,
                                Optional.empty(),
                                Optional.of(HASH),
                                Optional.empty()),
                        Optional.empty(),
                        false))
                .toList();
        IntakeAccount account = new IntakeAccount(run, lines, "cd".repeat(16), 12, HASH, NOON, "amina");

        holds(IntakeSheets.pdf(account, HASH, Locale.forLanguageTag(language)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void reportsWhatTermsFind(String language) {
        TermsReport report = new TermsReport(
                List.of(
                        new TermsReport.Line("почка", 3, 4, 1, Optional.empty()),
                        TermsReport.Line.misread("\"kidney", new TermsReport.Misread(0, "quote"))),
                3,
                4,
                new Unseen(1, 2, 3, 0, 0),
                Protection.CONFIDENTIAL,
                STANDING);

        holds(TermSheets.pdf(report, HASH, Locale.forLanguageTag(language)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void statesASearch(String language) {
        SearchStatement statement = new SearchStatement(
                SearchStatement.FORMAT,
                "肾 OR kidney",
                new SearchRequest.Filter(
                        Set.of(RecordKind.EVIDENCE),
                        Set.of(),
                        Set.of(new LanguageTag("ug")),
                        Optional.of(LocalDate.EPOCH),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty()),
                "en",
                LocalDate.of(2026, 3, 4),
                Optional.empty(),
                List.of(new Reference(RecordKind.EVIDENCE, 1)),
                4,
                900,
                Unseen.NOTHING,
                Protection.CONFIDENTIAL,
                Optional.of(HASH),
                STANDING);

        holds(SearchSheets.pdf(statement, HASH, HASH, new byte[32], Locale.forLanguageTag(language)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void listsWhatASearchFound(String language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HitList.Head head = new HitList.Head(
                SearchRequest.of("kidney").on(LocalDate.of(2026, 3, 4)),
                40,
                Unseen.NOTHING,
                STANDING,
                "SUBMIT_TRIBUNAL",
                "Sample Tribunal");
        try (HitSheets sheets = new HitSheets(out, head, Locale.forLanguageTag(language))) {
            sheets.add(IntStream.rangeClosed(1, 40)
                    .mapToObj(ReportConformanceTest::line)
                    .toList());
            sheets.end(new HitList.Tail(40, 80, 1));
        }

        holds(out.toByteArray());
    }

    private static HitList.Line line(int number) {
        Reference reference = new Reference(RecordKind.EVIDENCE, number);
        List<Hit.Snippet> places = IntStream.rangeClosed(1, 2)
                .mapToObj(page -> new Hit.Snippet(
                        Pinpoint.parse(reference + " p. " + page), "the kidney 肾脏 كلية " + number, List.of()))
                .toList();
        Hit hit = new Hit(
                reference,
                "Letter " + number,
                "OFFICIAL_DOCUMENT",
                Optional.of("2019"),
                Optional.of(new LanguageTag("ru")),
                Protection.CONFIDENTIAL,
                1,
                places);
        return new HitList.Line(hit, Glance.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void hasAThingHandedOver(String language) {
        Reference box = new Reference(RecordKind.EVIDENCE, 4);
        EvidenceItem item = EvidenceItem.ofThing(
                "Transport box",
                "PHYSICAL_OBJECT",
                new Acquisition("the registry", "HANDED_OVER", "IV-3", Optional.empty()),
                new PhysicalObject("blue, lid cracked", "T-2211"),
                Protection.RESTRICTED);
        CustodyEvent event = new CustodyEvent(
                9,
                NOON,
                "amina",
                "TRANSFERRED_OUT",
                Optional.of(box),
                Map.of("from", "Office One", "to", "Laboratory Two", "seal", "K-77"),
                CustodyEvent.BEGINNING,
                HASH,
                new byte[64],
                new byte[32]);
        HandoverSheet.Handed handed =
                new HandoverSheet.Handed(box, item, HASH, event, Whereabouts.of(List.of(event)), 12, HASH, NOON);

        holds(HandoverSheet.pdf(handed, Locale.forLanguageTag(language)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh"})
    void printsARecoveryKit(String language) {
        List<String> groups =
                IntStream.range(0, 16).mapToObj(i -> "AB" + (10 + i)).toList();
        RecoverySheets.Kit kit = new RecoverySheets.Kit(
                "K7Q2", 2, List.of("lantern", "orchard"), List.of(groups, groups, groups), LocalDate.EPOCH);

        holds(RecoverySheets.pdf(kit, Locale.forLanguageTag(language)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh", "ar"})
    void reportsAnExaminationWithDrawings(String language) {
        Finding front = marked(BodyView.FRONT);
        Finding back = marked(BodyView.BACK);
        Finding other = marked(BodyView.values()[BodyView.values().length - 1]);
        Examination examination =
                Examination.blank("MEDICO_LEGAL", new LanguageTag(language)).withFindings(List.of(front, back, other));
        Content.MedicalReport report = new Content.MedicalReport(
                "Examination", examination, "W-0007", Optional.empty(), HASH, Content.Added.NONE);

        holds(MedicalReportPreview.pdf(report, Locale.ENGLISH));
    }

    private static Finding marked(BodyView view) {
        Finding plain = Finding.of("SCAR");
        return new Finding(
                plain.code(),
                plain.side(),
                Optional.of(new BodyMark(view, 0.4, 0.4)),
                plain.region(),
                "左侧 a line",
                Optional.of(40),
                Optional.of(3),
                "pale",
                "years",
                "",
                "",
                List.of(),
                "",
                "an operation",
                "CONSISTENT");
    }
}
