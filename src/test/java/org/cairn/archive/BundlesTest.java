package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlesTest {

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
    void writesABundleThatKeepsEveryRuleAndNotesItInTheLedger() throws Exception {
        Reference statement = open.sealedStatement("They promised ten thousand.", "They paid one.");
        Reference paper = open.take(OpenArchive.file(temp, "receipt.txt", "Received: 1,000"))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        ServedBundle served = open.archive
                .bundles()
                .write(draft(statement, paper), Choices.NONE, temp.resolve("out"), Progress.none());
        assertThat(Bundles.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
        assertThat(open.archive.custody().events(Optional.of(statement), 0, 100))
                .anyMatch(event -> event.action().equals("EXPORTED"));
        assertThat(open.archive.witnesses().bundlesHolding(statement)).hasSize(1);
    }

    @Test
    void refusesADraftThatListsARecordTwiceAndSaysWhich() {
        Reference statement = open.sealedStatement("They promised ten thousand.");
        Reference other = open.sealedStatement("They paid one.");

        assertThatThrownBy(() -> open.archive.bundles().preflight(draft(statement, other, statement), Choices.NONE))
                .isInstanceOfSatisfying(
                        ArchiveException.InvalidInput.class,
                        refused -> assertThat(refused.arguments().getFirst()).isEqualTo(statement.toString()));
    }

    @Test
    void callsARecordingARecordingAndNoPicture() throws Exception {
        Path file = temp.resolve("call.wav");
        AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(new byte[16_000]), format, 8000),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        Reference call = open.take(file).files().getFirst().reference().orElseThrow();

        assertThat(open.archive.bundles().preflight(draft(call), Choices.NONE).results())
                .extracting(RuleResult::code)
                .contains("preflight.noTranscript")
                .doesNotContain("preflight.noText");
    }

    @Test
    void leavesNothingWhereTheArchiveIsLockedAtTheVeryEnd() {
        Reference statement = open.sealedStatement("They promised ten thousand.");
        Progress locking = new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                if (stage.equals("check") && done == total) {
                    open.archive.close();
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        assertThatThrownBy(() ->
                        open.archive.bundles().write(draft(statement), Choices.NONE, temp.resolve("out"), locking))
                .isInstanceOf(CancelledException.class);
        assertThat(temp.resolve("out")).isEmptyDirectory();
    }

    @Test
    void neverLetsOutWhereSomethingCameFromOrWhatItsFileWasCalled() throws Exception {
        Path file = OpenArchive.file(temp, "plantedfilename.txt", "the list");
        IntakeTerms terms = new IntakeTerms(
                "plantedsource",
                "LEAK",
                OpenArchive.USER,
                Optional.empty(),
                Protection.RESTRICTED,
                Optional.empty(),
                Set.of(),
                false);
        Reference paper = open.archive
                .evidence()
                .take(List.of(file), terms, Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        open.archive.evidence().take(List.of(file), terms, Progress.none());
        BundleDraft plain = draft(paper);
        BundleDraft named = plain.withSections(List.of(
                new BundleDraft.Section("Evidence", List.of(new BundleDraft.Exhibit(paper, "A list of beds")))));
        open.archive.bundles().write(named, Choices.NONE, temp.resolve("out"), Progress.none());
        try (var all = java.nio.file.Files.walk(temp.resolve("out"))) {
            for (Path written : all.filter(java.nio.file.Files::isRegularFile).toList()) {
                assertThat(written.toString()).doesNotContain("planted");
                assertThat(text(written)).doesNotContain("plantedsource", "plantedfilename");
            }
        }
    }

    /// What a reader sees of a PDF, the bytes of anything else.
    private static String text(Path written) throws Exception {
        if (!written.toString().endsWith(".pdf")) {
            return java.nio.file.Files.readString(written);
        }
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(written.toFile())) {
            return new org.apache.pdfbox.text.PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void refusesAStatementWhoseWitnessWithdrewAndNamesStatementAndScope() {
        Reference statement = open.sealedStatement("I no longer want this used.");
        Reference witness = ((Testimony) open.archive.records().open(statement).record()).witness();
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.WITHDRAWN);
        assertThatThrownBy(() -> open.archive
                        .bundles()
                        .write(draft(statement), Choices.NONE, temp.resolve("out"), Progress.none()))
                .isInstanceOfSatisfying(
                        ArchiveException.ConsentMissing.class,
                        refusal -> assertThat(refusal.gaps())
                                .containsExactly(new ConsentGap(
                                        statement,
                                        witness,
                                        "SUBMIT_TRIBUNAL",
                                        Optional.of(ConsentDecision.WITHDRAWN))));
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void refusesWhenTheWitnessMayNoLongerEvenBeKept() {
        Reference statement = open.sealedStatement("Words.");
        Reference witness = ((Testimony) open.archive.records().open(statement).record()).witness();
        open.decided(witness, "STORE", ConsentDecision.WITHDRAWN);
        assertThat(open.archive
                        .bundles()
                        .preflight(draft(statement), Choices.NONE)
                        .gaps())
                .extracting(ConsentGap::scope)
                .containsExactly("STORE");
    }

    @Test
    void asksCounselBeforeAConditionIsTakenAsMet() {
        Reference statement = open.sealedStatement("Only if my family has left.");
        Reference witness = ((Testimony) open.archive.records().open(statement).record()).witness();
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.CONDITIONAL, "only if relocated");
        assertThat(open.archive
                        .bundles()
                        .preflight(draft(statement), Choices.NONE)
                        .permitted())
                .isFalse();
        assertThat(open.archive
                        .bundles()
                        .preflight(draft(statement), new Choices(Set.of(statement)))
                        .permitted())
                .isTrue();
    }

    @Test
    void refusesAnExhibitThatIsKeptMoreCloselyThanTheBundle() throws Exception {
        Path file = OpenArchive.file(temp, "list.txt", "the list");
        Reference paper = open.archive
                .evidence()
                .take(List.of(file), OpenArchive.terms(Protection.SEALED), Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        assertThatThrownBy(() ->
                        open.archive.bundles().write(draft(paper), Choices.NONE, temp.resolve("out"), Progress.none()))
                .isInstanceOf(ArchiveException.ProtectionTooClose.class);
    }

    @Test
    void draftsFromAQueryStatementsFirst() throws Exception {
        Reference statement = open.sealedStatement("The clinic by the river.");
        open.take(OpenArchive.file(temp, "map.txt", "river clinic, second floor"));
        BundleDraft draft = open.archive
                .bundles()
                .fromQuery(SearchRequest.of("clinic"), Optional.empty(), "Clinic", new LanguageTag("en"))
                .draft();
        assertThat(draft.references()).hasSize(2).first().isEqualTo(statement);
        assertThat(draft.sections()).hasSize(2);
    }

    @Test
    void takesAllThatAQueryFindsHoweverManyAndSaysWhatItLeftOut() throws Exception {
        Reference statement = open.sealedStatement("The clinic by the river.");
        for (int i = 0; i < 7; i++) {
            open.take(OpenArchive.file(temp, "map" + i + ".txt", "river clinic, floor " + i));
        }
        Reference place = open.archive
                .forms()
                .take("{\"kind\":\"place\",\"title\":\"River clinic\",\"form\":\"place/1\",\"fields\":{}}", false)
                .reference();
        QueryDraft drafted = new QueryDrafting(open.archive.searches(), SearchRequest.of("clinic"), Optional.empty(), 3)
                .draft("Clinic", new LanguageTag("en"));
        assertThat(drafted.draft().references()).hasSize(8).first().isEqualTo(statement);
        assertThat(drafted.results()).anySatisfy(result -> {
            assertThat(result.code()).isEqualTo("query.otherKind.place");
            assertThat(result.arguments()).containsExactly("1", place.toString());
        });
    }

    @Test
    void saysHowManyOfAQueryLieOutsideTheLimitAskedFor() throws Exception {
        for (int i = 0; i < 5; i++) {
            open.take(OpenArchive.file(temp, "map" + i + ".txt", "river clinic, floor " + i));
        }
        QueryDraft drafted = open.archive
                .bundles()
                .fromQuery(SearchRequest.of("clinic"), Optional.of(2), "Clinic", new LanguageTag("en"));
        assertThat(drafted.draft().references()).hasSize(2);
        assertThat(drafted.results())
                .anySatisfy(result -> assertThat(result.code()).isEqualTo("query.notAskedFor"));
    }

    @Test
    void refusesACourtOrALanguageThatItDoesNotKnowWithThoseItKnows() {
        Reference statement = open.sealedStatement("Words.");
        assertThatThrownBy(
                        () -> open.archive.bundles().preflight(draft(statement).withProfile("the-moon"), Choices.NONE))
                .isInstanceOfSatisfying(
                        ArchiveException.InvalidInput.class,
                        refusal -> assertThat(refusal.allowed()).contains("peoples-tribunal", "icc", "ecthr"));
        assertThatThrownBy(() -> open.archive
                        .bundles()
                        .fromQuery(SearchRequest.of("x"), Optional.empty(), "X", new LanguageTag("tlh")))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    /// However a draft is begun: by a short form, by the whole form as it is printed, by a query.
    @Test
    void meansTheSameCourtWhereNobodyNamesOne() {
        String usual = Bundles.profiles().getFirst();
        assertThat(usual).isEqualTo("peoples-tribunal");
        assertThat(Forms.bundle("{\"title\": \"Core\"}").profile()).isEqualTo(usual);
        assertThat(Forms.template(RecordKind.BUNDLE)).contains("\"profile\": \"" + usual + "\"");
        assertThat(open.archive
                        .bundles()
                        .fromQuery(SearchRequest.of("x"), Optional.empty(), "X", new LanguageTag("en"))
                        .draft()
                        .profile())
                .isEqualTo(usual);
    }

    @Test
    void saysBeforeWritingWhatTheCourtTakesAtOnceAndWhatWasLeftOutOnPurpose() {
        Reference statement = open.sealedStatement("Words.");
        Reference left = new Reference(RecordKind.EVIDENCE, 9);
        BundleDraft plain = draft(statement).withProfile("icj");
        BundleDraft draft = new BundleDraft(
                plain.title(),
                plain.caseName(),
                plain.caseReference(),
                plain.profile(),
                plain.confidentiality(),
                plain.language(),
                plain.scope(),
                plain.recipient(),
                plain.volume(),
                plain.marking(),
                plain.sections(),
                List.of(new BundleDraft.LeftOut(left, "says the opposite")));
        assertThat(open.archive.bundles().preflight(draft, Choices.NONE).results())
                .anySatisfy(result -> {
                    assertThat(result.code()).isEqualTo("preflight.volumePages");
                    assertThat(result.arguments()).contains("750");
                })
                .anySatisfy(result -> {
                    assertThat(result.code()).isEqualTo("preflight.leftOut");
                    assertThat(result.outcome()).isEqualTo(Outcome.NEEDS_PERSON);
                    assertThat(result.arguments()).containsExactly("E-0009", "says the opposite");
                });
    }

    @Test
    void refusesAUseForWhichNothingLeavesAndNamesThoseForWhichSomethingMay() {
        Reference statement = open.sealedStatement("Keep this, no more.");
        for (String inside : List.of("STORE", "REC_NOTES", "RECONTACT", "MED_EXAM", "LEAD_ONLY")) {
            assertThatThrownBy(() -> open.archive
                            .bundles()
                            .write(
                                    served(inside, Optional.empty(), statement),
                                    Choices.NONE,
                                    temp.resolve("out"),
                                    Progress.none()))
                    .isInstanceOfSatisfying(
                            ArchiveException.InvalidInput.class,
                            refusal -> assertThat(refusal.allowed())
                                    .contains("SUBMIT_TRIBUNAL", "SHARE_UN")
                                    .doesNotContain(inside));
        }
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void namesWhatDisclosureToTheDefenceNeedsBesides() {
        Reference statement = open.sealedStatement("Words.");
        Reference witness = Reference.parse("W-0001");
        open.decided(witness, "DISCLOSE_ID_DEFENCE", ConsentDecision.GRANTED);
        BundleDraft draft = served("DISCLOSE_ID_DEFENCE", Optional.empty(), statement);
        assertThat(open.archive.bundles().preflight(draft, Choices.NONE).permitted())
                .isTrue();
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.WITHDRAWN);
        assertThat(open.archive.bundles().preflight(draft, Choices.NONE).gaps())
                .containsExactly(
                        new ConsentGap(statement, witness, "SUBMIT_TRIBUNAL", Optional.of(ConsentDecision.WITHDRAWN)));
    }

    @Test
    void sharesWithANationalAuthorityOnlyWhereItIsNamed() {
        Reference statement = open.sealedStatement("Words.");
        Reference witness = Reference.parse("W-0001");
        assertThatThrownBy(() -> open.decided(witness, "SHARE_NATIONAL_AUTH", ConsentDecision.GRANTED))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        open.decidedFor("The prosecutor", witness, "SHARE_NATIONAL_AUTH", ConsentDecision.GRANTED);
        BundleDraft nobody = served("SHARE_NATIONAL_AUTH", Optional.of(" "), statement);
        assertThat(open.archive.bundles().preflight(nobody, Choices.NONE).permitted())
                .isFalse();
        assertThatThrownBy(
                        () -> open.archive.bundles().write(nobody, Choices.NONE, temp.resolve("out"), Progress.none()))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        BundleDraft named = served("SHARE_NATIONAL_AUTH", Optional.of("The Prosecutor"), statement);
        assertThat(open.archive.bundles().preflight(named, Choices.NONE).permitted())
                .isTrue();
    }

    static BundleDraft served(String scope, Optional<String> recipient, Reference... exhibits) {
        BundleDraft plain = draft(exhibits);
        return new BundleDraft(
                plain.title(),
                plain.caseName(),
                plain.caseReference(),
                plain.profile(),
                plain.confidentiality(),
                plain.language(),
                scope,
                recipient,
                plain.volume(),
                plain.marking(),
                plain.sections(),
                plain.leftOut());
    }

    static BundleDraft draft(Reference... exhibits) {
        List<BundleDraft.Exhibit> all = java.util.Arrays.stream(exhibits)
                .map(reference -> new BundleDraft.Exhibit(reference, ""))
                .toList();
        return new BundleDraft(
                "Bundle of evidence",
                "Clinic",
                "CASE-1",
                "peoples-tribunal",
                Protection.CONFIDENTIAL,
                new LanguageTag("en"),
                "SUBMIT_TRIBUNAL",
                Optional.empty(),
                1,
                "",
                List.of(new BundleDraft.Section("Evidence", all)),
                List.of());
    }
}
