package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Drafts;
import org.cairn.archive.Environment;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.ShuffledTasks;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordViewModelTest {

    private static final LanguageTag ENGLISH = new LanguageTag("en");

    @TempDir
    private Path folder;

    private final DirectTasks tasks = new DirectTasks();
    private Environment environment;
    private Archive archive;
    private Desk desk;
    private Reference witness;

    @BeforeEach
    void meetAWitness() {
        environment = new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(8192, 1, 1));
        archive = Archives.create(
                folder.resolve("a.cairn"), "A", "amina", "lantern orchard gravel meadow".toCharArray(), environment);
        desk = desk(tasks);
        witness = archive.witnesses()
                .keep(new Witness("former-detainee", ENGLISH, Protection.CONFIDENTIAL, false, ""), Optional.empty())
                .reference();
    }

    @AfterEach
    void lock() {
        archive.close();
    }

    @Test
    void savesWhatWasWrittenWithinTwoSeconds() {
        RecordViewModel model = begun("They took my blood three times.");

        tasks.tick();

        Drafts.Draft saved = archive.drafts().load(model.draftId()).orElseThrow();
        assertThat(Drafts.<Testimony>read(RecordKind.TESTIMONY, saved.json())).isEqualTo(model.statement());
    }

    @Test
    void savesAtPartingWhatTheTimerHasNotSeen() {
        RecordViewModel model = begun("One word more.");

        model.parting().run();

        assertThat(archive.drafts().load(model.draftId())).isPresent();
    }

    @Test
    void doesNotSealWithoutTheConsentToKeepAndLosesNothing() {
        RecordViewModel model = begun("They took my blood.");
        AtomicReference<Reference> sealed = new AtomicReference<>();

        model.seal(sealed::set);

        assertThat(sealed.get()).isNull();
        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.DANGER);
        Reference kept = model.reference().orElseThrow();
        assertThat(archive.records().open(kept).record()).isEqualTo(model.statement());
    }

    @Test
    void sealsAfterAFailedAttemptFromTheRevisionThatWasKept() {
        RecordViewModel model = begun("They took my blood.");
        model.seal(reference -> {});
        allow("REC_NOTES");
        allow("STORE");
        AtomicReference<Reference> sealed = new AtomicReference<>();

        model.seal(sealed::set);

        Testimony statement = (Testimony)
                archive.records().open(Objects.requireNonNull(sealed.get())).record();
        assertThat(statement.sealed()).isTrue();
        assertThat(archive.drafts().list()).isEmpty();
    }

    @Test
    void listsWhatIsMissingBeforeSealing() {
        RecordViewModel model = begun("They took my blood.");
        tasks.tick();

        assertThat(model.missing())
                .contains("consentStore", "readBack", "signature")
                .doesNotContain("paragraphs");
    }

    @Test
    void warnsThatTheWitnessHasTestifiedBefore() {
        RecordViewModel first = begun("They took my blood.");
        first.keep();

        RecordViewModel second = begun("Again.");

        assertThat(second.earlier()).containsExactly(first.reference().orElseThrow());
    }

    @Test
    void leavesBlankParagraphsAtTheEndOutOfTheStatement() {
        RecordViewModel model = begun("Only this.");
        model.draft().paragraphs.add(new ParagraphDraft("   "));

        assertThat(model.statement().paragraphs()).hasSize(1);
    }

    @Test
    void goesOnFromTheRecordWithNothingLost() {
        RecordViewModel model = begun("They took my blood.");
        model.draft().declarations.add("TRUTH");
        model.draft().interpreterCertificate.set("I interpreted faithfully.");
        model.pause("BREAK");
        Testimony before = model.statement();

        assertThat(StatementDraft.of(before).statement("")).isEqualTo(before);
    }

    @Test
    void leavesNoDraftOfWhatWasKeptWhenASaveWasStillOnItsWay() {
        ShuffledTasks held = new ShuffledTasks();
        RecordViewModel model = begun("They took my blood.", desk(held));
        held.lastFirst();
        model.save();
        model.draft().title.set("Blood");
        model.keep();

        held.lastFirst();

        assertThat(model.reference()).isPresent();
        assertThat(archive.drafts().list()).isEmpty();
    }

    @Test
    void leavesNoDraftOfWhatWasKeptWhileTheArchiveWasBeingLocked() {
        ShuffledTasks held = new ShuffledTasks();
        RecordViewModel model = begun("They took my blood.", desk(held));
        held.lastFirst();
        model.keep();
        Runnable parting = model.parting();
        held.last();

        parting.run();

        assertThat(archive.drafts().list()).isEmpty();
    }

    @Test
    void keepsWhatWasTypedAfterTheKeepingBeganWhateverComesFirst() {
        ShuffledTasks held = new ShuffledTasks();
        RecordViewModel model = begun("They took my blood.", desk(held));
        held.lastFirst();
        model.keep();
        model.draft().title.set("Typed since");
        model.parting().run();

        held.last();

        assertThat(archive.drafts().list()).singleElement().satisfies(draft -> {
            assertThat(draft.id()).isEqualTo("testimony/T-0001/1");
            assertThat(draft.json()).contains("Typed since");
        });
    }

    @Test
    void keepsTheDraftOfWhatCouldNotBeKept() {
        ShuffledTasks held = new ShuffledTasks();
        RecordViewModel first = begun("They took my blood.");
        first.keep();
        Reference kept = first.reference().orElseThrow();
        RecordViewModel model =
                new RecordViewModel(desk(held), StatementDraft.of(first.statement()), Optional.of(kept), 1);
        held.lastFirst();
        first.draft().title.set("Revised by somebody else");
        first.keep();
        model.draft().title.set("Mine");
        model.save();
        model.keep();

        held.lastFirst();

        assertThat(archive.drafts().load("testimony/" + kept + "/1")).isPresent();
    }

    private RecordViewModel begun(String words) {
        return begun(words, desk);
    }

    private RecordViewModel begun(String words, Desk desk) {
        StatementDraft draft = new StatementDraft(witness);
        draft.language.set(ENGLISH);
        draft.paragraphs.setAll(List.of(new ParagraphDraft(words)));
        return new RecordViewModel(desk, draft, Optional.empty(), 0);
    }

    private Desk desk(Tasks how) {
        return new Desk(
                archive, how, new Words(Locale.ENGLISH, ZoneId.of("UTC")), new Preferences(), environment, place -> {});
    }

    private void allow(String scope) {
        archive.witnesses()
                .decide(new Consent(
                        witness,
                        Optional.empty(),
                        scope,
                        ConsentDecision.GRANTED,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        ENGLISH,
                        "amina",
                        Optional.empty(),
                        "",
                        ConsentMode.SIGNED,
                        Optional.empty()));
    }
}
