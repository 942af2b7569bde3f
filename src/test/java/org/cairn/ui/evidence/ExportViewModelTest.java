package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cairn.archive.IntakeTerms;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.progress.Progress;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.documents.Sought;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An original of a witness leaves the desktop as they allowed, and as easily as by the command line.
@SuppressWarnings("NullAway.Init") // made before each test
class ExportViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private Reference witness;
    private Reference item;
    private ItemViewModel model;

    @BeforeEach
    void lookAtAPaperOfAWitness() throws Exception {
        on = new OnADesk(temp);
        witness = on.open.witness();
        item = paperOf(on.open, witness, temp);
        model = new ItemViewModel(on.desk);
        model.open(item, Optional.empty(), Sought.NOTHING);
    }

    @AfterEach
    void lock() {
        model.close();
        on.close();
    }

    @Test
    void writesWhatAWitnessAllowedOnConditionsOnceTheyAreFoundMet() {
        on.open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.CONDITIONAL, "NO_FACE");
        ExportViewModel asked = ask();
        assertThat(asked.readyProperty().get()).isFalse();

        asked.metProperty().set(true);
        assertThat(asked.readyProperty().get()).isTrue();
        model.export(temp.resolve("out"), asked);

        assertThat(temp.resolve("out").resolve(item + "_paper.txt")).exists();
        assertThat(temp.resolve("out").resolve(item + "_custody.json"))
                .content()
                .contains("\"conditionsMet\":\"true\"");
        assertThat(model.exportProperty().get()).isNull();
    }

    @Test
    void writesTheUseAndTheRecipientIntoTheCustody() {
        on.open.decided(witness, "SHARE_UN", ConsentDecision.GRANTED);
        ExportViewModel asked = ask();
        assertThat(asked.readyProperty().get()).isFalse();
        asked.scopeProperty().set("SHARE_UN");
        asked.recipientProperty().set(" Office of the rapporteur ");
        assertThat(asked.readyProperty().get()).isTrue();

        model.export(temp.resolve("out"), asked);

        assertThat(temp.resolve("out").resolve(item + "_custody.json"))
                .content()
                .contains("SHARE_UN", "\"Office of the rapporteur\"")
                .doesNotContain("SUBMIT_TRIBUNAL");
    }

    @Test
    void forgetsThatConditionsWereMetWhenItLeavesForAnotherUse() {
        on.open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.CONDITIONAL, "NO_FACE");
        on.open.decided(witness, "SHARE_UN", ConsentDecision.CONDITIONAL, "ASK_AGAIN");
        ExportViewModel asked = ask();
        asked.metProperty().set(true);

        asked.scopeProperty().set("SHARE_UN");

        assertThat(asked.readyProperty().get()).isFalse();
        assertThat(Objects.requireNonNull(asked.termsProperty().get()).conditions())
                .singleElement()
                .satisfies(condition -> assertThat(condition.demands()).containsExactly("ASK_AGAIN"));
    }

    @Test
    void saysBeforeAFolderIsChosenWhatNobodyAllowed() {
        ExportViewModel asked = ask();
        assertThat(asked.readyProperty().get()).isFalse();
        assertThat(Objects.requireNonNull(asked.termsProperty().get()).gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.statement()).isEqualTo(item));
    }

    @Test
    void namesTheItemAndTheMissingUseInWordsWhenConsentIsWithdrawnMeanwhile() {
        on.open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        ExportViewModel asked = ask();
        on.open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.WITHDRAWN);

        model.export(temp.resolve("out"), asked);

        assertThat(temp.resolve("out")).doesNotExist();
        assertThat(Objects.requireNonNull(model.toldProperty().get()).what())
                .contains(item.toString(), "Submission to a court or tribunal");
    }

    @Test
    void offersNoUseForWhichNothingLeaves() {
        assertThat(ExportViewModel.uses())
                .contains("SUBMIT_TRIBUNAL", "SHARE_UN", "MEDIA")
                .doesNotContain("REC_NOTES", "STORE");
    }

    @Test
    void offersNoUseThatIsRefusedForEverybody() {
        ExportViewModel asked = ask();
        for (String use : ExportViewModel.uses()) {
            asked.scopeProperty().set(use);
            assertThat(model.exportProperty().get()).as(use).isSameAs(asked);
        }
    }

    @Test
    void waitsForANameWhereNobodyElseMayBeGivenIt() {
        on.open.decidedFor("The prosecutor", witness, "SHARE_NATIONAL_AUTH", ConsentDecision.GRANTED);
        ExportViewModel asked = ask();
        asked.scopeProperty().set("SHARE_NATIONAL_AUTH");
        assertThat(asked.readyProperty().get()).isFalse();
        asked.recipientProperty().set("The prosecutor");
        assertThat(asked.readyProperty().get()).isTrue();
    }

    @Test
    void asksNothingOfSomebodyWhoMayNotExport() {
        model.close();
        on.open.reopenAs("clerk", Set.of(Role.RECORDER));
        // a desk holds the archive it was made for
        ItemViewModel theirs = new ItemViewModel(on.with(on.direct));
        theirs.open(item, Optional.empty(), Sought.NOTHING);

        theirs.askToExport();

        assertThat(theirs.exportProperty().get()).isNull();
        assertThat(theirs.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.DANGER);
    }

    private ExportViewModel ask() {
        model.askToExport();
        return Objects.requireNonNull(model.exportProperty().get());
    }

    static Reference paperOf(OpenArchive open, Reference witness, Path folder) throws Exception {
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
                .take(List.of(OpenArchive.file(folder, "paper.txt", "What she carried out.")), terms, Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }
}
