package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cairn.archive.Choices;
import org.cairn.archive.OpenArchive;
import org.cairn.archive.StandingConsent;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.progress.Progress;
import org.cairn.ui.common.ShuffledTasks;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
class ConsentViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private Reference witness;
    private RecordViewModel taking;

    @BeforeEach
    void meetAWitness() {
        on = new OnADesk(temp);
        witness = on.open.witness();
        taking = new RecordViewModel(on.desk, new StatementDraft(witness), Optional.empty(), 0);
    }

    @AfterEach
    void lock() {
        on.close();
    }

    @Test
    void keepsEverythingThatWasSaidOfADecision() throws Exception {
        Reference form = on.open
                .take(OpenArchive.file(temp, "form.txt", "signed"))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        ConsentViewModel model = asked();
        model.use("SHARE_NATIONAL_AUTH").decision.set(ConsentDecision.CONDITIONAL);
        model.use("SHARE_NATIONAL_AUTH").recipient.set(" The prosecutor ");
        model.use("SHARE_NATIONAL_AUTH").ticked.addAll(List.of("VOICE_ALTERED", "NO_FACE"));
        model.use("SHARE_NATIONAL_AUTH").ownConditions.set("not before the harvest\n\n");
        model.terms().from.set("March 2030");
        model.terms().until.set("2031");
        model.terms().mode.set(ConsentMode.GUARDIAN);
        model.terms().capacity.set("an aunt decides; she is fifteen");
        model.terms().proof.set(form.toString());

        model.keep();

        Consent kept = last();
        assertThat(kept.statement()).isEmpty();
        assertThat(kept.recipient()).contains("The prosecutor");
        assertThat(kept.conditions()).containsExactly("VOICE_ALTERED", "NO_FACE", "not before the harvest");
        assertThat(kept.validFrom()).contains(LocalDate.of(2030, 3, 1));
        assertThat(kept.expires()).contains(LocalDate.of(2031, 12, 31));
        assertThat(kept.mode()).isEqualTo(ConsentMode.GUARDIAN);
        assertThat(kept.capacityNote()).isEqualTo("an aunt decides; she is fifteen");
        assertThat(kept.proof()).contains(form);
    }

    @Test
    void keepsTheStatementFirstWhereADecisionIsAboutItAlone() {
        ConsentViewModel model = asked();
        model.use("STORE").decision.set(ConsentDecision.GRANTED);
        model.terms().about.set(ConsentTerms.THIS);

        model.keep();

        Reference statement = taking.reference().orElseThrow();
        assertThat(last().statement()).contains(statement);
        assertThat(model.terms().about.get()).isEqualTo(ConsentTerms.ALL);
    }

    @Test
    void decidesAboutAStatementThatWasTakenBefore() {
        Reference earlier = on.open
                .archive
                .testimonies()
                .keep(OpenArchive.testimony(witness, "Words."))
                .reference();
        ConsentViewModel model = asked();
        assertThat(model.statements())
                .extracting(summary -> summary.reference())
                .containsExactly(earlier);
        model.use("STORE").decision.set(ConsentDecision.WITHDRAWN);
        model.terms().about.set(earlier.toString());

        model.keep();

        assertThat(last().statement()).contains(earlier);
    }

    @Test
    void givesANoNoEnd() {
        ConsentViewModel model = asked();
        model.use("MEDIA").decision.set(ConsentDecision.REFUSED);
        model.terms().until.set("2031");

        model.keep();

        assertThat(last().expires()).isEmpty();
    }

    @Test
    void asksForARecipientOnlyWhereSomebodyGetsSomething() {
        ConsentViewModel model = asked();
        model.use("STORE").decision.set(ConsentDecision.GRANTED);
        model.use("STORE").recipient.set("The prosecutor");

        model.keep();

        assertThat(last().recipient()).isEmpty();
    }

    @Test
    void keepsNothingWhileSomethingIsMissingOrNotUnderstood() {
        ConsentViewModel model = asked();
        model.use("SHARE_NATIONAL_AUTH").decision.set(ConsentDecision.GRANTED);
        refuses(model);
        model.use("SHARE_NATIONAL_AUTH").recipient.set("The prosecutor");
        model.use("MEDIA").decision.set(ConsentDecision.CONDITIONAL);
        refuses(model);
        model.use("MEDIA").ownConditions.set("only in print");
        model.terms().from.set("whenever");
        refuses(model);
        model.terms().from.set("2031");
        model.terms().until.set("2030");
        refuses(model);
        model.terms().until.set("");
        model.terms().proof.set("T-0001");
        refuses(model);
        model.terms().proof.set("");
        model.terms().mode.set(ConsentMode.GUARDIAN);
        refuses(model);
        model.terms().capacity.set("an aunt");
        model.terms().mode.set(null);
        refuses(model);
        model.terms().mode.set(ConsentMode.ORAL_RECORDED);

        model.keep();

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void keepsNoneOfSeveralDecisionsWhenOneCannotBeKeptAndEachOnceAfterwards() {
        ConsentViewModel model = asked();
        model.use("STORE").decision.set(ConsentDecision.GRANTED);
        model.use("MEDIA").decision.set(ConsentDecision.REFUSED);
        model.terms().about.set("T-0404");

        model.keep();

        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.DANGER);
        assertThat(count()).isZero();
        model.terms().about.set(ConsentTerms.ALL);
        model.keep();
        model.keep();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void keepsOnceWhatIsPressedTwice() {
        ShuffledTasks held = new ShuffledTasks();
        ConsentViewModel model = asked(new ConsentViewModel(on.with(held), taking, () -> {}));
        held.lastFirst();
        model.use("STORE").decision.set(ConsentDecision.GRANTED);
        model.keep();
        model.keep();

        held.lastFirst();

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void showsTheDecisionForEveryRecipientApart() {
        on.open.decidedFor("The prosecutor", witness, "SHARE_NATIONAL_AUTH", ConsentDecision.GRANTED);
        on.open.decidedFor("The ministry", witness, "SHARE_NATIONAL_AUTH", ConsentDecision.REFUSED);

        ConsentViewModel model = asked();

        assertThat(Objects.requireNonNull(model.standing().get("SHARE_NATIONAL_AUTH")))
                .extracting(StandingConsent::consent)
                .extracting(Consent::decision)
                .containsExactly(ConsentDecision.GRANTED, ConsentDecision.REFUSED);
    }

    @Test
    void takesUpAgainWhatWasTypedOfEveryUse() {
        ConsentViewModel model = asked();
        model.use("MEDIA").decision.set(ConsentDecision.CONDITIONAL);
        model.use("MEDIA").recipient.set("The evening paper");
        model.use("MEDIA").ticked.add("NO_FACE");
        model.use("MEDIA").ownConditions.set("only in print");
        model.terms().until.set("2031");
        model.terms().about.set(ConsentTerms.THIS);
        on.direct.tick();

        ConsentViewModel again = new ConsentViewModel(on.desk, taking, () -> {});

        assertThat(again.use("MEDIA").conditions()).containsExactly("NO_FACE", "only in print");
        assertThat(again.use("MEDIA").namedRecipient()).contains("The evening paper");
        assertThat(again.terms().until.get()).isEqualTo("2031");
        assertThat(again.terms().about.get()).isEqualTo(ConsentTerms.THIS);
    }

    @Test
    void doesNotAskAgainWhatIsKnownOfTheWitnessAndTheInterview() {
        StatementDraft draft = taking.draft();
        draft.interviewer.set("IV-1");
        draft.speaks.set(new LanguageTag("ar"));

        ConsentViewModel model = new ConsentViewModel(on.desk, taking, () -> {});
        on.direct.tick();

        assertThat(model.terms().explainedBy.get()).isEqualTo("IV-1");
        assertThat(model.terms().language.get()).isEqualTo(new LanguageTag("ar"));
        assertThat(on.open.archive.drafts().list())
                .noneMatch(saved -> saved.id().startsWith("consent/"));
    }

    @Test
    void saysWhichBundlesHoldWhatWasTakenBack() {
        Reference statement = on.open.sealedStatement("Words.");
        Reference other = ((Testimony) on.open.archive.records().open(statement).record()).witness();
        on.open.archive.bundles().write(draft(statement), Choices.NONE, temp.resolve("out"), Progress.none());
        RecordViewModel next = new RecordViewModel(on.desk, new StatementDraft(other), Optional.empty(), 0);
        ConsentViewModel model = asked(new ConsentViewModel(on.desk, next, () -> {}));
        model.use("SUBMIT_TRIBUNAL").decision.set(ConsentDecision.WITHDRAWN);

        model.keep();

        assertThat(Objects.requireNonNull(model.holdingProperty().get()).bundles())
                .containsExactly(Reference.parse("B-0001"));
    }

    private ConsentViewModel asked() {
        return asked(new ConsentViewModel(on.desk, taking, () -> {}));
    }

    private static ConsentViewModel asked(ConsentViewModel model) {
        model.terms().explainedBy.set("amina");
        model.terms().language.set(new LanguageTag("en"));
        model.terms().mode.set(ConsentMode.SIGNED);
        return model;
    }

    private void refuses(ConsentViewModel model) {
        model.toldProperty().set(null);
        model.keep();
        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.WARNING);
        assertThat(count()).isZero();
    }

    private long count() {
        return on.open.archive.records().count(RecordKind.CONSENT);
    }

    private Consent last() {
        return (Consent) on.open.archive.witnesses().consents(witness).getLast().record();
    }

    private static BundleDraft draft(Reference statement) {
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
                List.of(new BundleDraft.Section("Evidence", List.of(new BundleDraft.Exhibit(statement, "")))),
                List.of());
    }
}
