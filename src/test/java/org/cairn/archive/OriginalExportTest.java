package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What belongs to a witness leaves only as they allowed.
class OriginalExportTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference witness;
    private Path file;
    private Reference item;

    @BeforeEach
    void takeAPaperOfAWitness() throws Exception {
        open = new OpenArchive(temp);
        witness = open.witness();
        file = OpenArchive.file(temp, "paper.txt", "What she carried out.");
        item = take(file);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void refusesToGiveOutWhatNobodyAskedTheWitnessAbout() {
        assertThatThrownBy(() -> open.archive.evidence().export(item, temp.resolve("out")))
                .isInstanceOfSatisfying(
                        ArchiveException.ConsentMissing.class,
                        missing -> assertThat(missing.gaps())
                                .containsExactly(new ConsentGap(item, witness, "SUBMIT_TRIBUNAL", Optional.empty())));
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void givesOutWhatTheWitnessAllowedAndWritesTheDecisionDown() {
        Reference consent = open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        Path written = open.archive.evidence().export(item, temp.resolve("out"));
        assertThat(written).hasSameBinaryContentAs(file);
        assertThat(temp.resolve("out").resolve(item + "_custody.json"))
                .content()
                .contains("SUBMIT_TRIBUNAL", consent.toString());
    }

    @Test
    void refusesAfterTheWitnessWithdrew() {
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.WITHDRAWN);
        assertRefused(Handover.TO_A_TRIBUNAL);
    }

    @Test
    void refusesWhatMayNotEvenBeKeptAnyLonger() {
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        open.decided(witness, "STORE", ConsentDecision.WITHDRAWN);
        assertRefused(Handover.TO_A_TRIBUNAL);
    }

    @Test
    void asksForTheUseThatIsMeant() {
        open.decided(witness, "SHARE_UN", ConsentDecision.GRANTED);
        assertRefused(Handover.TO_A_TRIBUNAL);
        Handover share = new Handover("SHARE_UN", Optional.of("OHCHR"), false);
        assertThat(open.archive.evidence().export(item, temp.resolve("out"), share))
                .exists();
        assertThatThrownBy(() -> open.archive
                        .evidence()
                        .export(item, temp.resolve("no"), new Handover("ANYTHING", Optional.empty(), false)))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void givesNothingOutForAUseInsideTheArchive() {
        open.mayBeKept(witness);
        assertThatThrownBy(() -> open.archive
                        .evidence()
                        .export(item, temp.resolve("no"), new Handover("STORE", Optional.empty(), false)))
                .isInstanceOfSatisfying(
                        ArchiveException.InvalidInput.class,
                        refusal -> assertThat(refusal.allowed())
                                .contains("SUBMIT_TRIBUNAL")
                                .doesNotContain("STORE"));
    }

    @Test
    void givesNothingToANationalAuthorityThatNobodyNamed() {
        open.decidedFor("The prosecutor", witness, "SHARE_NATIONAL_AUTH", ConsentDecision.GRANTED);
        assertThatThrownBy(() -> open.archive
                        .evidence()
                        .export(item, temp.resolve("no"), new Handover("SHARE_NATIONAL_AUTH", Optional.empty(), false)))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        Handover named = new Handover("SHARE_NATIONAL_AUTH", Optional.of("the prosecutor"), false);
        assertThat(open.archive.evidence().export(item, temp.resolve("out"), named))
                .exists();
    }

    @Test
    void refusesUntilSomebodySaysThatTheConditionsAreMet() {
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.CONDITIONAL, "NO_FACE");
        assertRefused(Handover.TO_A_TRIBUNAL);
        Handover met = new Handover("SUBMIT_TRIBUNAL", Optional.empty(), true);
        assertThat(open.archive.evidence().export(item, temp.resolve("out"), met))
                .exists();
    }

    @Test
    void saysBeforehandWhatTheWitnessDemandsAndWritesNothingDown() {
        Reference consent = open.decided(witness, "SHARE_UN", ConsentDecision.CONDITIONAL, "NO_FACE");
        long events = open.archive.custody().events(Optional.of(item), 0, 100).size();

        HandoverTerms terms = open.archive.evidence().handoverTerms(item, to("SHARE_UN"));

        assertThat(terms.gaps()).isEmpty();
        assertThat(terms.conditions())
                .containsExactly(new HandoverTerms.Condition(item, witness, consent, List.of("NO_FACE")));
        assertThat(open.archive.custody().events(Optional.of(item), 0, 100)).hasSize((int) events);
    }

    @Test
    void saysBeforehandWhatTheWitnessNeverAllowed() {
        HandoverTerms terms = open.archive.evidence().handoverTerms(item, to("SUBMIT_TRIBUNAL"));
        assertThat(terms.gaps()).containsExactly(new ConsentGap(item, witness, "SUBMIT_TRIBUNAL", Optional.empty()));
        assertThat(terms.conditions()).isEmpty();
    }

    private static Handover to(String scope) {
        return new Handover(scope, Optional.empty(), false);
    }

    @Test
    void refusesAMessageThatCarriesWhatTheWitnessKeeps() throws Exception {
        Path mail = OpenArchive.file(temp, "mail.eml", """
                From: a@example.org
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="x"

                --x
                Content-Type: text/plain; name="hers.txt"
                Content-Disposition: attachment; filename="hers.txt"

                Her own list.
                --x--
                """);
        Reference message = open.take(mail).files().getFirst().reference().orElseThrow();
        Reference inside = open.archive.evidence().children(message).getFirst().reference();
        EvidenceItem attached =
                (EvidenceItem) open.archive.records().open(inside).record();
        open.archive.evidence().describe(inside, Redescribed.belonging(attached, witness), 1);
        assertThatThrownBy(() -> open.archive.evidence().export(message, temp.resolve("out")))
                .isInstanceOfSatisfying(
                        ArchiveException.ConsentMissing.class,
                        missing -> assertThat(missing.gaps())
                                .extracting(ConsentGap::statement)
                                .containsExactly(inside));
    }

    @Test
    void letsAClerkLookAtWhatMayNotLeave() throws Exception {
        Archive clerk = open.reopenAs("clerk", Set.of(Role.RECORDER));
        try (var in = Channels.newInputStream(clerk.evidence().bytes(item))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(file));
        }
        assertThat(clerk.evidence().passages(item, 0, 10).items()).isNotEmpty();
        assertThatThrownBy(() -> clerk.evidence().export(item, temp.resolve("out")))
                .isInstanceOf(ArchiveException.NotPermitted.class);
    }

    private void assertRefused(Handover handover) {
        assertThatThrownBy(() -> open.archive.evidence().export(item, temp.resolve("out"), handover))
                .isInstanceOf(ArchiveException.ConsentMissing.class);
    }

    private Reference take(Path paper) {
        IntakeTerms terms = new IntakeTerms(
                "the witness",
                "HANDED_OVER",
                OpenArchive.USER,
                Optional.empty(),
                Protection.RESTRICTED,
                Optional.of(witness),
                Set.of(),
                false);
        return open.archive
                .evidence()
                .take(List.of(paper), terms, Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }
}
