package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.cairn.archive.Drafts;
import org.cairn.domain.Answers;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.FieldType;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.RiskAssessment;
import org.cairn.domain.Witness;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
class StepFormsTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private Reference witness;
    private Taking taking;

    @BeforeEach
    void meetAWitness() {
        on = new OnADesk(temp);
        witness = on.open.witness();
        taking = new Begun(new StatementDraft(witness));
    }

    @AfterEach
    void lock() {
        on.close();
    }

    @Test
    void takesUpAgainAfterACrashWhatWasTypedOfTheRisk() {
        RiskViewModel typed = new RiskViewModel(on.desk, witness);
        typed.threats().getFirst().what.set("His brother is watched");
        typed.threats().getFirst().likelihood.set(5);
        typed.addThreat();
        typed.threats().getLast().measures.set("moves house");
        typed.reviewProperty().set(LocalDate.of(2030, 3, 1));
        typed.safeContactProperty().set("through the clinic");
        on.direct.tick();

        RiskViewModel again = new RiskViewModel(on.desk, witness);

        assertThat(again.threats()).hasSize(2);
        assertThat(again.threats().getFirst().what.get()).isEqualTo("His brother is watched");
        assertThat(again.threats().getFirst().likelihood.get()).isEqualTo(5);
        assertThat(again.threats().getLast().measures.get()).isEqualTo("moves house");
        assertThat(again.reviewProperty().get()).isEqualTo(LocalDate.of(2030, 3, 1));
        assertThat(again.safeContactProperty().get()).isEqualTo("through the clinic");
        assertThat(again.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.INFO);
    }

    @Test
    void leavesNoDraftOfARiskThatWasKept() {
        RiskViewModel model = new RiskViewModel(on.desk, witness);
        model.threats().getFirst().what.set("His brother is watched");
        on.direct.tick();

        model.keep();
        on.direct.tick();

        assertThat(on.open.archive.drafts().list()).isEmpty();
        assertThat(on.open.archive.records().count(RecordKind.RISK)).isEqualTo(1);
    }

    @Test
    void savesNothingWhereNothingWasTyped() {
        StepForms forms = new StepForms(on.desk, taking, () -> {});
        forms.risk();
        forms.consent();
        forms.witness();
        on.direct.tick();
        forms.parting().run();

        assertThat(on.open.archive.drafts().list()).isEmpty();
    }

    @Test
    void forgetsADraftWhoseWordsWereTakenBack() {
        RiskViewModel model = new RiskViewModel(on.desk, witness);
        model.neverProperty().set("by telephone");
        on.direct.tick();
        model.neverProperty().set("");
        on.direct.tick();

        assertThat(on.open.archive.drafts().list()).isEmpty();
    }

    @Test
    void savesAtPartingWhatTheTimerHasNotSeen() {
        StepForms forms = new StepForms(on.desk, taking, () -> {});
        forms.consent().use("STORE").decision.set(ConsentDecision.GRANTED);
        forms.consent().terms().explainedBy.set("amina");

        forms.parting().run();

        ConsentViewModel again = new ConsentViewModel(on.desk, taking, () -> {});
        assertThat(again.use("STORE").decided()).contains(ConsentDecision.GRANTED);
        assertThat(again.terms().explainedBy.get()).isEqualTo("amina");
    }

    @Test
    void leavesNoDraftOfConsentsThatWereKept() {
        ConsentViewModel model = new ConsentViewModel(on.desk, taking, () -> {});
        model.use("STORE").decision.set(ConsentDecision.GRANTED);
        model.terms().explainedBy.set("amina");
        model.terms().language.set(new LanguageTag("en"));
        model.terms().mode.set(ConsentMode.SIGNED);
        on.direct.tick();

        model.keep();

        assertThat(on.open.archive.drafts().list()).isEmpty();
        assertThat(model.standing()).containsKey("STORE");
    }

    @Test
    void takesUpWhatWasTypedOfAWitnessAndKeepsItAsARevision() {
        WitnessViewModel typed = new WitnessViewModel(on.desk, witness);
        typed.noteProperty().set("tires easily");
        on.direct.tick();

        WitnessViewModel again = new WitnessViewModel(on.desk, witness);
        assertThat(again.noteProperty().get()).isEqualTo("tires easily");
        again.keep();

        assertThat(((Witness) on.open.archive.records().open(witness).record()).note())
                .isEqualTo("tires easily");
        assertThat(on.open.archive.drafts().list()).isEmpty();
    }

    @Test
    void asksWhatTheOrganisationAddedAndLosesNoAnswer() {
        on.open.archive.ownForms().add(days());
        Witness known = (Witness) on.open.archive.records().open(witness).record();
        on.open.archive.records().revise(witness, known.answering(answered(40)), 1);

        WitnessViewModel typed = new WitnessViewModel(on.desk, witness);
        assertThat(Objects.requireNonNull(typed.questionsProperty().get()).asked())
                .singleElement()
                .satisfies(form -> assertThat(form.filled().values()).containsEntry("days", 40));
        typed.answersProperty().set(answered(41));
        on.direct.tick();
        WitnessViewModel again = new WitnessViewModel(on.desk, witness);
        assertThat(again.answersProperty().get()).isEqualTo(answered(41));
        again.keep();

        assertThat(((Witness) on.open.archive.records().open(witness).record()).answers())
                .isEqualTo(answered(41));
    }

    private static FormDefinition days() {
        return new FormDefinition(
                "intake",
                "1",
                Map.of("en", "Intake"),
                new LanguageTag("en"),
                Optional.of(RecordKind.WITNESS),
                List.of(FormField.of("days", FieldType.INTEGER, Map.of("en", "How many days"))),
                Map.of(),
                false,
                Optional.empty());
    }

    private static Optional<Answers> answered(int days) {
        return Answers.of(List.of(new FilledForm("F-0001/1", Map.of("days", days))));
    }

    @Test
    void leavesAsItStandsNowWhatWasNotTouchedBeforeALock() {
        WitnessViewModel typed = new WitnessViewModel(on.desk, witness);
        typed.noteProperty().set("tires easily");
        on.direct.tick();
        Witness raised = new Witness("victim-survivor", new LanguageTag("fr"), Protection.EX_PARTE, true, "");
        on.open.archive.records().revise(witness, raised, 1);

        WitnessViewModel again = new WitnessViewModel(on.desk, witness);

        assertThat(again.noteProperty().get()).isEqualTo("tires easily");
        assertThat(again.protectionProperty().get()).isEqualTo(Protection.EX_PARTE);
        assertThat(again.insiderProperty().get()).isTrue();
        assertThat(Objects.requireNonNull(again.toldProperty().get()).what()).contains("changed it since");
    }

    @Test
    void neverPutsWhoAWitnessIsIntoADraft() {
        StepForms forms = new StepForms(on.desk, taking, () -> {});
        IdentityForm identity = forms.witness().identity();
        identity.name.set("Marisol Quillfeather");
        identity.contact.set("Lantern Street 4");
        forms.witness().noteProperty().set("tires easily");
        on.direct.tick();
        forms.parting().run();

        assertThat(on.open.archive.drafts().list())
                .singleElement()
                .extracting(Drafts.Draft::json)
                .asString()
                .doesNotContain("Quillfeather", "Lantern");
        assertThat(identity.unsealedProperty().get()).isTrue();
    }

    @Test
    void emptiesTheIdentityFormOnceItIsSealed() {
        IdentityForm identity = new WitnessViewModel(on.desk, witness).identity();
        identity.name.set("Marisol Quillfeather");

        identity.seal();

        assertThat(identity.unsealedProperty().get()).isFalse();
        assertThat(identity.knownProperty().get()).isTrue();
    }

    @Test
    void sealsNoIdentityWhoseDateOfBirthNobodyUnderstands() {
        WitnessViewModel model = new WitnessViewModel(on.desk, witness);
        model.identity().name.set("Marisol Quillfeather");
        model.identity().bornTyped.set("when the river froze");

        model.identity().seal();

        assertThat(on.open.archive.witnesses().hasIdentity(witness)).isFalse();
        assertThat(model.identity().name.get()).isEqualTo("Marisol Quillfeather");
        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.WARNING);
    }

    @Test
    void countsADateThatNobodyUnderstandsAsTyped() {
        IdentityForm identity = new WitnessViewModel(on.desk, witness).identity();
        identity.bornTyped.set("when the river froze");
        assertThat(identity.unsealedProperty().get()).isTrue();
    }

    @Test
    void sealsNoIdentityWithoutAName() {
        WitnessViewModel model = new WitnessViewModel(on.desk, witness);
        model.identity().contact.set("Lantern Street 4");

        model.identity().seal();

        assertThat(on.open.archive.witnesses().hasIdentity(witness)).isFalse();
        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.WARNING);
    }

    @Test
    void leavesAThreatWithoutWordsOutOfTheAssessment() {
        RiskViewModel model = new RiskViewModel(on.desk, witness);
        model.threats().getFirst().what.set("His brother is watched");
        model.threats().getFirst().measures.set("moves house; new telephone");
        model.addThreat();

        model.keep();

        Reference kept = Objects.requireNonNull(Reference.tryParse("R-0001").orElse(null));
        RiskAssessment risk =
                (RiskAssessment) on.open.archive.records().open(kept).record();
        assertThat(risk.threats())
                .singleElement()
                .satisfies(threat -> assertThat(threat.measures()).containsExactly("moves house", "new telephone"));
    }

    @Test
    void addsOnLeavingTheInterpreterWhoWasTypedInButNotAdded() {
        StatementDraft draft = new StatementDraft(witness);
        InterviewViewModel model = new InterviewViewModel(draft, new Spoken(on.desk, draft));
        model.interpreter.set("INT-4");
        model.to.set(new LanguageTag("ug"));
        model.present.set(" ");

        model.leave();
        model.leave();

        assertThat(model.draft().interpreters).singleElement().satisfies(who -> {
            assertThat(who.code()).isEqualTo("INT-4");
            assertThat(who.from()).isEqualTo(LanguageTag.UNDETERMINED);
        });
        assertThat(model.draft().present).isEmpty();
    }

    /// A statement of which nothing was kept yet.
    private record Begun(StatementDraft draft) implements Taking {

        @Override
        public Optional<Reference> reference() {
            return Optional.empty();
        }

        @Override
        public void kept(Consumer<Reference> then, Runnable otherwise) {
            otherwise.run();
        }
    }
}
