package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleMaking.Schedule;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Witness;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands before the exhibits tells what may leave, and nothing of what may not.
class BundleSchedulesTest {

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

    private static BundleDraft draft(List<BundleDraft.Exhibit> exhibits, BundleMaking.Version... versions) {
        return BundlesTest.draft()
                .withSections(List.of(new BundleDraft.Section("Evidence", exhibits)))
                .made(new BundleMaking(
                        List.of(Schedule.values()), Arrays.asList(versions), false, true, Optional.empty()));
    }

    private static BundleDraft draft(Reference... exhibits) {
        return draft(Arrays.stream(exhibits)
                .map(reference -> new BundleDraft.Exhibit(reference, ""))
                .toList());
    }

    private static BundleMaking.Version version(BundleVersion kind, String scope) {
        return new BundleMaking.Version(kind, Optional.empty(), scope, Optional.empty());
    }

    private Reference paper(String name, String... tags) throws IOException {
        Reference reference = open.archive
                .evidence()
                .take(
                        List.of(OpenArchive.file(temp, name, name)),
                        OpenArchive.terms(Protection.PUBLIC),
                        Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        Revision now = open.archive.records().open(reference);
        EvidenceDescription described = EvidenceDescription.of((EvidenceItem) now.record());
        open.archive
                .evidence()
                .describe(
                        reference,
                        new EvidenceDescription(
                                "Paper of " + name,
                                described.type(),
                                Optional.of(FuzzyDate.parse("2018-03")),
                                described.language(),
                                described.author(),
                                described.recipient(),
                                described.copyStatus(),
                                described.protection(),
                                Set.of(tags),
                                described.graphic()),
                        now.number());
        return reference;
    }

    private Reference form(
            RecordKind kind,
            String title,
            Protection protection,
            Optional<Reference> witness,
            Map<String, Object> fields) {
        return open.archive
                .records()
                .keep(new FormRecord(
                        kind,
                        title,
                        kind == RecordKind.EVENT ? "event/1" : "person/1",
                        protection,
                        Optional.of(FuzzyDate.parse("2017")),
                        witness,
                        fields))
                .reference();
    }

    private List<ServedBundle> write(BundleDraft draft) {
        return open.archive
                .bundles()
                .write(
                        draft,
                        Optional.empty(),
                        Set.of(),
                        Choices.NONE,
                        Optional.empty(),
                        temp.resolve("out"),
                        Progress.none());
    }

    private List<String> found(BundleDraft draft) {
        return open.archive.bundles().preflight(draft, Choices.NONE).results().stream()
                .map(result -> result.code() + result.arguments())
                .toList();
    }

    private static String text(ServedBundle served) throws IOException {
        assertThat(Bundles.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void theMatrixHoldsWhatTagsLinkHoweverTheyAreWritten() throws Exception {
        Reference tests = paper("tests", "element:rs7h.2", "PAL.PURP");
        Reference invoice = paper("invoice", "element:PAL.PURP", "invoice");
        Reference wrong = paper("wrong", "element:amina-of-the-market");
        BundleDraft draft = draft(tests, invoice, wrong);

        String text = text(write(draft).getFirst());

        assertThat(text)
                .containsSubsequence(
                        "Purpose of removing organs",
                        "A/1 not said Paper of tests",
                        "A/2 not said Paper of invoice",
                        "Persecution: targeted",
                        "A/1 not said Paper of tests")
                .doesNotContain("amina-of-the-market", "AMINA");
        assertThat(found(draft)).contains("preflight.elementUnknown[" + wrong + "]");
    }

    @Test
    void eventsThatExhibitsTellOfAreInTheChronologyAndInTheLedger() throws Exception {
        Reference statement = open.sealedStatement("They came at night.", "There was a lorry.");
        Reference other = paper("other");
        Reference transfer = form(
                RecordKind.EVENT,
                "Night transfer",
                Protection.RESTRICTED,
                Optional.empty(),
                Map.of("information", List.of(statement + " ¶2", other.toString(), statement.toString())));
        form(
                RecordKind.EVENT,
                "Elsewhere",
                Protection.RESTRICTED,
                Optional.empty(),
                Map.of("information", List.of("E-0999")));
        form(
                RecordKind.EVENT,
                "Kept closely",
                Protection.SEALED,
                Optional.empty(),
                Map.of("information", List.of(other.toString())));
        BundleDraft draft = draft(statement, other);

        String text = text(write(draft).getFirst());

        assertThat(text)
                .contains("2017 A/1 ¶2 Event: Night transfer")
                .containsPattern("Night transfer \\d+ A/2 ″ \\d+")
                .doesNotContain("Elsewhere", "Kept closely");
        assertThat(found(draft)).contains("preflight.eventsKept[1]");
        assertThat(open.archive.custody().events(Optional.of(transfer), 0, 100))
                .anyMatch(event -> event.action().equals("EXPORTED"));
    }

    @Test
    void anEventOfAWitnessWhoAllowedNothingIsNotToldOf() throws Exception {
        Reference silent = open.witness();
        Reference other = paper("other");
        form(
                RecordKind.EVENT,
                "Of the silent",
                Protection.RESTRICTED,
                Optional.of(silent),
                Map.of("information", List.of(other.toString())));
        form(
                RecordKind.EVENT,
                "Naming the silent",
                Protection.RESTRICTED,
                Optional.empty(),
                Map.of("information", List.of(other.toString()), "victims", List.of(silent.toString())));
        BundleDraft draft = draft(other);

        assertThat(text(write(draft).getFirst())).doesNotContain("the silent", silent.toString());
        assertThat(found(draft)).contains("preflight.eventsKept[2]");

        open.decided(silent, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        open.mayBeKept(silent);

        assertThat(text(write(draft).getFirst())).contains("Of the silent", "Naming the silent");
    }

    @Test
    void personsHaveTheirTitleOnlyWhereTheirRecordMayLeave() throws Exception {
        Reference other = paper("other");
        Reference surgeon = form(
                RecordKind.PERSON,
                "The surgeon R.",
                Protection.CONFIDENTIAL,
                Optional.empty(),
                Map.of("sources", List.of(other.toString()), "allegedRole", "surgeon"));
        Reference hidden = form(
                RecordKind.PERSON,
                "The hidden one",
                Protection.SEALED,
                Optional.empty(),
                Map.of("sources", List.of(other.toString()), "allegedRole", "broker"));
        BundleDraft draft = draft(other);

        String text = text(write(draft).getFirst());

        assertThat(text)
                .contains(surgeon + " The surgeon R.", "alleged surgeon", hidden + " kept more closely")
                .doesNotContain("The hidden one", "alleged broker");
        assertThat(found(draft)).contains("preflight.personsKept[1]");
    }

    @Test
    void aWitnessIsToldByPseudonymAndNeverByName() throws Exception {
        Reference witness = open.witnessCalled("Gulnar Example");
        open.mayBeKept(witness);
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        open.decided(witness, "PUBLISH_ANON", ConsentDecision.GRANTED);
        Reference statement = open.archive
                .testimonies()
                .keep(OpenArchive.testimony(witness, "They came."))
                .reference();
        Reference insider = open.archive
                .witnesses()
                .keep(
                        new Witness("official", new LanguageTag("en"), Protection.RESTRICTED, false, ""),
                        Optional.empty())
                .reference();
        open.mayBeKept(insider);
        open.decided(insider, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        open.decided(insider, "PUBLISH_ANON", ConsentDecision.GRANTED);
        Reference second = open.archive
                .testimonies()
                .keep(OpenArchive.testimony(insider, "I was there."))
                .reference();
        List<BundleDraft.Exhibit> exhibits =
                List.of(new BundleDraft.Exhibit(statement, ""), new BundleDraft.Exhibit(second, ""));

        List<ServedBundle> served = write(draft(
                exhibits,
                version(BundleVersion.CONFIDENTIAL, "SUBMIT_TRIBUNAL"),
                new BundleMaking.Version(
                        BundleVersion.PUBLIC, Optional.of(Protection.RESTRICTED), "PUBLISH_ANON", Optional.empty())));

        assertThat(text(served.getFirst()))
                .contains(witness + " victim and survivor A/1")
                .doesNotContain("Gulnar", "official");
        assertThat(text(served.getLast()))
                .contains(witness + " A/1")
                .doesNotContain("Gulnar", "victim and survivor", "official or guard");
    }

    @Test
    void nothingOfAWithheldExhibitIsTold() throws Exception {
        Reference shown = paper("shown", "element:PAL.CHILD");
        Reference secret = paper("secret", "element:PAL.MEANS.5");
        form(
                RecordKind.EVENT,
                "Told by the secret",
                Protection.PUBLIC,
                Optional.empty(),
                Map.of("information", List.of(secret.toString())));
        form(
                RecordKind.PERSON,
                "Named by the secret",
                Protection.PUBLIC,
                Optional.empty(),
                Map.of("sources", List.of(secret.toString())));
        List<BundleDraft.Exhibit> exhibits = List.of(
                new BundleDraft.Exhibit(shown, ""),
                new BundleDraft.Exhibit(
                        secret,
                        "",
                        Optional.empty(),
                        Optional.of(new BundleDraft.Withheld(BundleVersion.PUBLIC, "WITNESS_IDENTITY")),
                        Optional.empty()));

        List<ServedBundle> served = write(draft(
                exhibits,
                version(BundleVersion.CONFIDENTIAL, "SUBMIT_TRIBUNAL"),
                version(BundleVersion.PUBLIC, "PUBLISH_ANON")));

        assertThat(text(served.getFirst()))
                .contains("PAL.MEANS.5", "Told by the secret", "Named by the secret", "Paper of secret");
        assertThat(text(served.getLast()))
                .contains("PAL.CHILD", "Not in this version Mark Document Page A/2 Withheld")
                .doesNotContain("PAL.MEANS.5", "Told by the secret", "Named by the secret", "Paper of secret");
        assertThat(served.getFirst().pages()).isEqualTo(served.getLast().pages());
        assertThat(served.getFirst().places())
                .extracting(place -> place.mark() + place.page())
                .isEqualTo(served.getLast().places().stream()
                        .map(place -> place.mark() + place.page())
                        .toList());
    }
}
