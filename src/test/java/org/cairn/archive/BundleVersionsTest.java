package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.PageRanges;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Serving;
import org.cairn.domain.Testimony;
import org.cairn.domain.served.Preflight;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One draft is served to several, and again when more has come: each sees what it may, and no page moves.
class BundleVersionsTest {

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

    private static BundleDraft.Exhibit withheldFrom(BundleVersion version, Reference reference) {
        return new BundleDraft.Exhibit(
                reference,
                "",
                Optional.empty(),
                Optional.of(new BundleDraft.Withheld(version, "WITNESS_IDENTITY")),
                Optional.empty());
    }

    private static BundleDraft draft(List<BundleDraft.Exhibit> exhibits, BundleMaking.Version... versions) {
        return BundlesTest.draft()
                .withSections(List.of(new BundleDraft.Section("Evidence", exhibits)))
                .made(new BundleMaking(List.of(), Arrays.asList(versions), false, false, Optional.empty()));
    }

    private static BundleMaking.Version version(BundleVersion kind, String scope, String recipient) {
        return new BundleMaking.Version(
                kind, Optional.empty(), scope, Optional.of(recipient).filter(name -> !name.isEmpty()));
    }

    private Reference paper(String name, String text) throws IOException {
        return paper(name, text, Protection.PUBLIC);
    }

    private Reference paper(String name, String text, Protection protection) throws IOException {
        return open.archive
                .evidence()
                .take(List.of(OpenArchive.file(temp, name, text)), OpenArchive.terms(protection), Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private List<ServedBundle> write(BundleDraft draft, BundleVersion... versions) {
        return open.archive
                .bundles()
                .write(
                        draft,
                        Optional.empty(),
                        Set.of(versions),
                        Choices.NONE,
                        Optional.empty(),
                        temp.resolve("out"),
                        Progress.none());
    }

    private Serving lastServing() {
        return open.archive
                .bundles()
                .serving(
                        open.archive.bundles().servings(0, 1).items().getFirst().reference());
    }

    private static String text(ServedBundle served) throws IOException {
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void assertWhole(ServedBundle served) {
        assertThat(Bundles.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
    }

    @Test
    void everyVersionHoldsWhatItsReadersMaySeeUnderTheSameNumbers() throws Exception {
        Reference statement = open.sealedStatement("They promised ten thousand.");
        Reference paper = paper("receipt.txt", "Received: 1,000");
        BundleDraft draft = draft(
                List.of(withheldFrom(BundleVersion.PARTY, statement), new BundleDraft.Exhibit(paper, "A receipt")),
                version(BundleVersion.PUBLIC, "PUBLISH_ANON", ""),
                version(BundleVersion.CONFIDENTIAL, "SUBMIT_TRIBUNAL", "The tribunal"));

        List<ServedBundle> served = write(draft);

        assertThat(served).hasSize(2);
        assertThat(text(served.getFirst())).contains("ten thousand", "The tribunal", "1,000");
        assertThat(text(served.getLast())).contains("Withheld", "1,000").doesNotContain("ten thousand", "The tribunal");
        assertThat(served.getFirst().pages()).isEqualTo(served.getLast().pages());
        served.forEach(BundleVersionsTest::assertWhole);
        Serving last = lastServing();
        assertThat(last.version()).contains(BundleVersion.PUBLIC);
        assertThat(last.confidentiality()).isEqualTo(Protection.PUBLIC);
        assertThat(last.volumes().getFirst().hash()).isEqualTo(served.getLast().fingerprint());
        assertThat(open.archive.custody().events(Optional.of(last.draft()), 0, 100))
                .filteredOn(event -> event.action().equals("EXPORT_BEGUN"))
                .extracting(event -> event.details().get("scope"))
                .containsExactlyInAnyOrder("SUBMIT_TRIBUNAL", "PUBLISH_ANON");
    }

    @Test
    void refusesEveryVersionWhereAWitnessAllowedOnlySome() throws Exception {
        Reference statement = open.sealedStatement("They promised ten thousand.");
        BundleDraft draft = draft(
                List.of(new BundleDraft.Exhibit(statement, "")),
                version(BundleVersion.CONFIDENTIAL, "SUBMIT_TRIBUNAL", ""),
                version(BundleVersion.PUBLIC, "PUBLISH_NAMED", ""));

        assertThatThrownBy(() -> write(draft)).isInstanceOf(ArchiveException.class);

        assertThat(temp.resolve("out")).doesNotExist();
        assertThat(open.archive.bundles().preflight(draft, Choices.NONE).permitted())
                .isFalse();
        assertThat(write(draft, BundleVersion.CONFIDENTIAL)).hasSize(1);
    }

    @Test
    void saysWhichVersionMayNotBeWritten() throws Exception {
        Reference statement = open.sealedStatement("They promised ten thousand.");
        BundleDraft draft = draft(
                List.of(new BundleDraft.Exhibit(statement, "")),
                version(BundleVersion.CONFIDENTIAL, "SUBMIT_TRIBUNAL", ""),
                version(BundleVersion.PARTY, "SUBMIT_TRIBUNAL", ""),
                version(BundleVersion.PUBLIC, "PUBLISH_NAMED", ""));
        Preflight preflight = open.archive.bundles().preflight(draft, Choices.NONE);

        assertThat(preflight.versions())
                .extracting(Preflight.OfVersion::version)
                .containsExactly(BundleVersion.CONFIDENTIAL, BundleVersion.PARTY, BundleVersion.PUBLIC);
        assertThat(preflight.gaps())
                .isNotEmpty()
                .allSatisfy(gap -> assertThat(preflight.only(gap)).containsExactly(BundleVersion.PUBLIC));
        assertThat(preflight.results())
                .filteredOn(result -> result.rule().equals("CONSENT") && result.outcome() == Outcome.MET)
                .allSatisfy(result -> assertThat(preflight.only(result))
                        .containsExactly(BundleVersion.CONFIDENTIAL, BundleVersion.PARTY));
        assertThat(preflight.results())
                .filteredOn(result -> result.code().equals("preflight.volumeSize")
                        || result.code().equals("preflight.volumeAdvised"))
                .allSatisfy(result -> assertThat(preflight.only(result)).isEmpty());
        assertThatThrownBy(() -> write(draft))
                .isInstanceOfSatisfying(
                        ArchiveException.InVersion.class,
                        refusal -> assertThat(refusal.version()).contains(BundleVersion.PUBLIC));
    }

    @Test
    void saysOfNoVersionWhereThereIsOnlyOne() {
        Reference statement = open.sealedStatement("They promised ten thousand.");
        BundleDraft draft = BundlesTest.served("PUBLISH_NAMED", Optional.empty(), statement);
        Preflight preflight = open.archive.bundles().preflight(draft, Choices.NONE);

        assertThat(preflight.versions()).isEmpty();
        assertThat(preflight.gaps())
                .isNotEmpty()
                .allSatisfy(gap -> assertThat(preflight.only(gap)).isEmpty());
        assertThatThrownBy(() -> write(draft))
                .isInstanceOfSatisfying(
                        ArchiveException.InVersion.class,
                        refusal -> assertThat(refusal.version()).isEmpty());
    }

    @Test
    void refusesAVersionThatTheDraftDoesNotHave() {
        Reference statement = open.sealedStatement("They promised ten thousand.");

        assertThatThrownBy(() -> write(BundlesTest.draft(statement), BundleVersion.PUBLIC))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void lateExhibitsStandBehindWhatWasServedAndMoveNothing() throws Exception {
        Reference statement = open.sealedStatement("They promised ten thousand.");
        Reference paper = paper("receipt.txt", "Received: 1,000");
        Reference gone = paper("gone.txt", "Taken back later");
        ServedBundle first = write(BundlesTest.draft(statement, paper, gone)).getFirst();
        Serving before = lastServing();
        Reference firstServing =
                open.archive.bundles().servings(0, 1).items().getFirst().reference();
        Reference late = paper("late.txt", "A late letter");
        BundleDraft more = BundlesTest.draft(late, statement, paper);
        BundleDraft behind = more.made(new BundleMaking(List.of(), List.of(), false, false, Optional.of(firstServing)));

        ServedBundle second = write(behind).getFirst();

        assertWhole(second);
        assertThat(second.volumes().getFirst().firstPage()).isEqualTo(first.pages() + 1);
        assertThat(second.volumes().getFirst().number()).isEqualTo(2);
        assertThat(second.places()).extracting(place -> place.mark()).containsExactly("A/4");
        assertThat(text(second))
                .contains(
                        "A late letter",
                        "Late pages: what is new",
                        "taken back",
                        before.volumes().getFirst().hash().hex())
                .doesNotContain("ten thousand");
        Serving after = lastServing();
        assertThat(after.after()).contains(firstServing);

        // what is late for the second goes on from there
        Reference later = paper("later.txt", "A later letter");
        Reference secondServing =
                open.archive.bundles().servings(0, 1).items().getFirst().reference();
        ServedBundle third = write(BundlesTest.draft(late, later, statement, paper)
                        .made(new BundleMaking(List.of(), List.of(), false, false, Optional.of(secondServing))))
                .getFirst();
        assertThat(third.volumes().getFirst().firstPage()).isEqualTo(after.lastPage() + 1);
        assertThat(third.places()).extracting(place -> place.mark()).containsExactly("A/5");
    }

    @Test
    void latePagesForOthersTellNothingOfWhatTheyNeverSaw() throws Exception {
        Reference statement = open.sealedStatement("They promised ten thousand.");
        Reference secret = paper("secret.txt", "Taken back later");
        BundleMaking.Version court = version(BundleVersion.CONFIDENTIAL, "SUBMIT_TRIBUNAL", "");
        BundleMaking.Version everybody = version(BundleVersion.PUBLIC, "PUBLISH_ANON", "");
        BundleDraft.Exhibit withheld = new BundleDraft.Exhibit(
                secret,
                "Letter of the informer",
                Optional.empty(),
                Optional.of(new BundleDraft.Withheld(BundleVersion.PUBLIC, "SOURCE")),
                Optional.empty());
        BundleDraft.Exhibit kept = withheldFrom(BundleVersion.PUBLIC, statement);
        write(draft(List.of(kept, withheld), court, everybody), BundleVersion.CONFIDENTIAL);
        Reference serving =
                open.archive.bundles().servings(0, 1).items().getFirst().reference();
        Reference late = paper("late.txt", "A late letter");
        BundleDraft behind = draft(List.of(kept, new BundleDraft.Exhibit(late, "Late")), court, everybody)
                .made(new BundleMaking(List.of(), List.of(court, everybody), false, false, Optional.of(serving)));

        List<ServedBundle> served = write(behind);

        assertThat(text(served.getFirst())).contains("Letter of the informer");
        assertThat(text(served.getLast())).contains("taken back", "Withheld").doesNotContain("informer");
    }

    @Test
    void refusesToServeNothingLate() {
        Reference statement = open.sealedStatement("They promised ten thousand.");
        write(BundlesTest.draft(statement));
        Reference serving =
                open.archive.bundles().servings(0, 1).items().getFirst().reference();

        assertThatThrownBy(() -> write(BundlesTest.draft(statement)
                        .made(new BundleMaking(List.of(), List.of(), false, false, Optional.of(serving)))))
                .isInstanceOf(ArchiveException.InvalidInput.class)
                .extracting(failure -> ((ArchiveException) failure).arguments())
                .isEqualTo(List.of("exhibits", "nothingLate"));
    }

    @Test
    void aChangedRecordIsLateUnderANewMark() throws Exception {
        Reference witness = open.witness();
        open.mayBeKept(witness);
        Testimony said = OpenArchive.testimony(witness, "They promised ten thousand.");
        open.decided(witness, "SUBMIT_TRIBUNAL", org.cairn.domain.ConsentDecision.GRANTED);
        Reference statement = open.archive.testimonies().keep(said).reference();
        write(BundlesTest.draft(statement));
        Reference serving =
                open.archive.bundles().servings(0, 1).items().getFirst().reference();
        open.archive
                .testimonies()
                .revise(statement, OpenArchive.testimony(witness, "They promised twenty thousand."), 1);

        ServedBundle second = write(BundlesTest.draft(statement)
                        .made(new BundleMaking(List.of(), List.of(), false, false, Optional.of(serving))))
                .getFirst();

        assertThat(second.places()).extracting(place -> place.mark()).containsExactly("A/2");
        assertThat(text(second)).contains("twenty thousand", "changed since");
    }

    @Test
    void partOfADocumentLeavesWithoutTheRest() throws Exception {
        Reference paper = paper("two.txt", "first page\fsecond page");
        BundleDraft draft = draft(List.of(new BundleDraft.Exhibit(
                paper, "A paper", Optional.of(PageRanges.parse("1")), Optional.empty(), Optional.empty())));

        ServedBundle served = write(draft).getFirst();

        assertThat(text(served)).contains("Only these pages");
        assertThat(served.places().getFirst().exhibit().kind()).isEqualTo(RecordKind.EVIDENCE);
        assertThat(temp.resolve("out")
                        .resolve(served.pdf().getFileName().toString().replace(".pdf", ""))
                        .resolve("data/originals"))
                .doesNotExist();
    }
}
