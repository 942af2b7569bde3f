package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveException.ConsentMissing;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.cairn.domain.ArchiveException.NotPermitted;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever changes or takes away the witness of a record does not thereby free it.
class TiesTest {

    private static final String REASON = "the envelope of another witness";

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference refusing;
    private Reference allowing;
    private Reference item;

    @BeforeEach
    void takeAPaperOfAWitnessWhoRefuses() throws Exception {
        open = new OpenArchive(temp);
        refusing = open.witness();
        allowing = open.witness();
        open.decided(refusing, "SUBMIT_TRIBUNAL", ConsentDecision.REFUSED);
        open.decided(allowing, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        item = take(OpenArchive.file(temp, "paper.txt", "What she carried out."), refusing);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void asksAWitnessWhoWasTakenAway() {
        describe(item, current(item).ofNobody());

        assertRefusedBy(refusing);
    }

    @Test
    void asksAWitnessWhoWasChangedForOneWhoAllows() {
        describe(item, Redescribed.belonging(current(item), allowing));

        assertRefusedBy(refusing);
    }

    @Test
    void asksEveryWitnessWhoWasEverNamedHoweverLongAgo() {
        Reference neverAsked = open.witness();
        describe(item, Redescribed.belonging(current(item), neverAsked));
        describe(item, Redescribed.belonging(current(item), allowing));

        assertThatThrownBy(this::export)
                .isInstanceOfSatisfying(
                        ConsentMissing.class,
                        missing -> assertThat(missing.gaps())
                                .extracting(ConsentGap::witness)
                                .containsExactly(refusing, neverAsked));
    }

    @Test
    void givesOutWhatTheEarlierWitnessAllowsToo() {
        describe(item, current(item).ofNobody());
        open.decided(refusing, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);

        assertThat(export()).exists();
    }

    @Test
    void asksAWitnessWhoWasTakenAwayBeforeABundleToo() {
        describe(item, current(item).ofNobody());
        var draft = BundlesTest.draft(item);

        assertThat(open.archive.bundles().preflight(draft, Choices.NONE).gaps())
                .extracting(ConsentGap::witness)
                .containsExactly(refusing);
        assertThatThrownBy(
                        () -> open.archive.bundles().write(draft, Choices.NONE, temp.resolve("out"), Progress.none()))
                .isInstanceOf(ConsentMissing.class);
    }

    @Test
    void asksTheWitnessWhoWasNamedBeforeAStatementWasGivenToAnother() {
        Reference statement = open.archive
                .testimonies()
                .keep(OpenArchive.testimony(refusing, "I saw it."))
                .reference();
        open.archive.records().revise(statement, OpenArchive.testimony(allowing, "I saw it."), 1);
        var draft = BundlesTest.draft(statement);

        assertThat(open.archive.bundles().preflight(draft, Choices.NONE).gaps())
                .extracting(ConsentGap::witness)
                .containsExactly(refusing);

        open.archive.witnesses().untie(statement, refusing, REASON);

        assertThat(open.archive.bundles().preflight(draft, Choices.NONE).gaps()).isEmpty();
    }

    @Test
    void freesWhatWasTiedByMistakeAndSaysWhyInTheLedger() {
        open.archive.witnesses().untie(item, refusing, REASON);

        assertThat(current(item).witness()).isEmpty();
        assertThat(export()).exists();
        assertThat(untied(item)).singleElement().satisfies(event -> {
            assertThat(event.details()).containsEntry("witness", refusing.toString());
            assertThat(event.details()).containsEntry("reason", REASON);
        });
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void letsNoReasonLeaveWithTheExhibit() throws Exception {
        open.archive.witnesses().untie(item, refusing, REASON);
        export();

        assertThat(Files.readString(temp.resolve("out").resolve(item + "_custody.json")))
                .contains("WITNESS_UNTIED")
                .doesNotContain(REASON)
                .doesNotContain(refusing.toString());
    }

    @Test
    void asksAgainWhoIsNamedAgain() {
        open.archive.witnesses().untie(item, refusing, REASON);
        describe(item, Redescribed.belonging(current(item), refusing));
        describe(item, current(item).ofNobody());

        assertRefusedBy(refusing);
    }

    @Test
    void leavesTheOtherWitnessesTied() {
        describe(item, Redescribed.belonging(current(item), allowing));
        open.archive.witnesses().untie(item, refusing, REASON);
        open.decided(allowing, "SUBMIT_TRIBUNAL", ConsentDecision.WITHDRAWN);

        assertThat(current(item).witness()).contains(allowing);
        assertRefusedBy(allowing);
    }

    @Test
    void refusesToUntieWithoutAReasonOrWhoWasNeverTied() {
        assertThatThrownBy(() -> open.archive.witnesses().untie(item, refusing, " "))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.arguments()).containsExactly("reason", "missing"));
        assertThatThrownBy(() -> open.archive.witnesses().untie(item, allowing, REASON))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> open.archive.witnesses().untie(item, item, REASON))
                .isInstanceOf(InvalidInput.class);
        assertThat(untied(item)).isEmpty();
        assertRefusedBy(refusing);
    }

    @Test
    void refusesToUntieAStatementFromTheWitnessItStillNames() {
        Reference statement = open.archive
                .testimonies()
                .keep(OpenArchive.testimony(refusing, "I saw it."))
                .reference();

        assertThatThrownBy(() -> open.archive.witnesses().untie(statement, refusing, REASON))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.arguments()).containsExactly("witness", "stillNamed"));
    }

    @Test
    void letsNobodyUntieWhoMayNotLetAnythingOut() {
        Archive clerk = open.reopenAs("clerk", Set.of(Role.RECORDER, Role.ANALYST, Role.AUDITOR));

        assertThatThrownBy(() -> clerk.witnesses().untie(item, refusing, REASON))
                .isInstanceOf(NotPermitted.class);

        Archive counsel = open.reopen();
        counsel.users().add("counsel", Set.of(Role.COUNSEL), OpenArchive.passphrase());
        counsel.close();
        open.archive = Archives.open(open.folder, "counsel", OpenArchive.passphrase(), open.environment);
        open.archive.witnesses().untie(item, refusing, REASON);

        assertThat(export()).exists();
    }

    @Test
    void letsNobodyUntieAWitnessTheyMayNotKnowOf() {
        Reference closed = open.witness(Protection.SEALED);
        describe(item, Redescribed.belonging(current(item), closed));
        Archive counsel = open.reopenAs("counsel", Set.of(Role.COUNSEL));

        assertThatThrownBy(() -> counsel.witnesses().untie(item, closed, REASON))
                .isInstanceOf(ArchiveException.NotFound.class);
    }

    @Test
    void freesWhatCameInsideWithItAndNothingThatWasTiedByItself() throws Exception {
        Path mail = OpenArchive.file(temp, "mail.eml", """
            From: a@example.org
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="x"

            --x
            Content-Type: text/plain; name="list.txt"
            Content-Disposition: attachment; filename="list.txt"

            A list.
            --x--
            """);
        Reference mistaken = open.witness();
        Reference message = take(mail, mistaken);
        Reference inside = open.archive.evidence().children(message).getFirst().reference();
        describe(inside, Redescribed.belonging(current(inside), mistaken));
        open.archive.witnesses().untie(message, mistaken, REASON);

        assertThat(untied(inside)).hasSize(1);
        assertThat(open.archive.evidence().export(message, temp.resolve("out"))).exists();

        describe(inside, Redescribed.belonging(current(inside), refusing));

        assertThatThrownBy(() -> open.archive.evidence().export(message, temp.resolve("again")))
                .isInstanceOf(ConsentMissing.class);
    }

    private Path export() {
        return open.archive.evidence().export(item, temp.resolve("out"));
    }

    private void assertRefusedBy(Reference witness) {
        assertThatThrownBy(this::export)
                .isInstanceOfSatisfying(
                        ConsentMissing.class,
                        missing -> assertThat(missing.gaps())
                                .extracting(ConsentGap::witness)
                                .containsExactly(witness));
    }

    private List<CustodyEvent> untied(Reference record) {
        return open.archive.custody().events(Optional.of(record), 0, 100).stream()
                .filter(event -> event.action().equals("WITNESS_UNTIED"))
                .toList();
    }

    private EvidenceItem current(Reference reference) {
        return (EvidenceItem) open.archive.records().open(reference).record();
    }

    private void describe(Reference reference, EvidenceItem changed) {
        int before = open.archive.records().open(reference).number();
        open.archive.evidence().describe(reference, changed, before);
    }

    private Reference take(Path paper, Reference witness) {
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
