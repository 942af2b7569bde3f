package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.cairn.archive.Kept;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.ui.bundles.Outline.Spot;
import org.cairn.ui.bundles.WritingViewModel.Outcome;
import org.cairn.ui.common.GapSentence;
import org.cairn.ui.documents.BundleInHand;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
class DraftViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private DraftViewModel model;

    @BeforeEach
    void begin() {
        on = new OnADesk(temp);
        new BundlesViewModel(on.desk).begin(id -> {
            model = new DraftViewModel(on.desk);
            model.open(id, () -> {
                throw new AssertionError("the draft is there");
            });
        });
    }

    @AfterEach
    void lock() {
        model.close();
        on.close();
    }

    @Test
    void keepsWhatIsDoneEveryFewSeconds() {
        Reference statement = on.open.sealedStatement("They paid at night.");
        model.settings().titleProperty().set("For the tribunal");
        model.add(List.of(statement));
        on.direct.tick();
        assertThat(new BundleInHand(on.open.archive.drafts()).load(model.id()).orElseThrow())
                .satisfies(draft -> {
                    assertThat(draft.title()).isEqualTo("For the tribunal");
                    assertThat(draft.references()).containsExactly(statement);
                });
        assertThat(model.saving()).isEmpty();
    }

    @Test
    void movesAnExhibitUpAndOnIntoTheNextSection() {
        Reference first = on.open.sealedStatement("One.");
        Reference second = on.open.sealedStatement("Two.");
        model.add(List.of(first, second));
        model.selectedProperty().set(new Spot(0, 1));
        model.step(-1);
        assertThat(model.draft().references()).containsExactly(second, first);
        assertThat(model.selectedProperty().get()).isEqualTo(new Spot(0, 0));
        model.addSection();
        model.selectedProperty().set(new Spot(0, 1));
        model.step(1);
        assertThat(model.selectedProperty().get()).isEqualTo(new Spot(1, 0));
        assertThat(model.draft().sections().get(1).exhibits()).hasSize(1);
    }

    @Test
    void laysExhibitsInWhereTheyAreLetGoOf() {
        Reference first = on.open.sealedStatement("One.");
        Reference second = on.open.sealedStatement("Two.");
        Reference third = on.open.sealedStatement("Three.");
        Reference fourth = on.open.sealedStatement("Four.");
        model.add(List.of(first, second));

        model.add(List.of(third, fourth, first), new Spot(0, 1));
        assertThat(model.draft().references()).containsExactly(first, third, fourth, second);

        model.addSection();
        model.add(List.of(on.open.sealedStatement("Five.")), new Spot(1, -1));
        assertThat(model.draft().sections().get(1).exhibits()).hasSize(1);
        assertThat(model.selectedProperty().get()).isEqualTo(new Spot(1, 0));
    }

    @Test
    void namesTheStatementWhoseWitnessHasNotAllowedIt() {
        Reference blocked = stored("REC_NOTES", "STORE");
        model.add(List.of(blocked));
        var checked = Objects.requireNonNull(model.checkedProperty().get());
        assertThat(checked.preflight().permitted()).isFalse();
        assertThat(GapSentence.of(on.desk.words(), checked.preflight().gaps().getFirst()))
                .contains("was never asked for consent");
    }

    @Test
    void writesNothingWhereConsentIsMissingAndSaysWhoseAndWhat() {
        Reference blocked = stored("REC_NOTES", "STORE");
        model.add(List.of(blocked));
        WritingViewModel writing = new WritingViewModel(on.desk);
        writing.write(model.draft(), model.choices(), temp.resolve("out"));
        assertThat(writing.outcomeProperty().get()).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.gaps())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.statement()).isEqualTo(blocked));
            assertThat(refused.summaries()).containsKey(blocked);
        });
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void letsCounselTickConditionsThatAreMet() {
        Reference witness = on.open.witness();
        on.open.mayBeKept(witness);
        on.open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.CONDITIONAL, "NO_FACE");
        Reference statement = sealed(OpenArchive.testimony(witness, "They paid at night."));
        model.add(List.of(statement));
        var before = Objects.requireNonNull(model.checkedProperty().get());
        assertThat(before.preflight().permitted()).isFalse();
        assertThat(before.conditions().get(statement)).containsExactly("NO_FACE");
        model.conditionsMet(statement, true);
        assertThat(Objects.requireNonNull(model.checkedProperty().get()).ticked())
                .containsExactly(statement);
        assertThat(Objects.requireNonNull(model.checkedProperty().get())
                        .preflight()
                        .permitted())
                .isTrue();
        model.conditionsMet(statement, false);
        assertThat(Objects.requireNonNull(model.checkedProperty().get())
                        .preflight()
                        .permitted())
                .isFalse();
    }

    @Test
    void writesABundleAndShowsItAmongThoseWritten() {
        model.add(List.of(on.open.sealedStatement("They paid at night.")));
        WritingViewModel writing = new WritingViewModel(on.desk);
        writing.write(model.draft(), model.choices(), temp.resolve("out"));
        assertThat(writing.outcomeProperty().get()).isInstanceOfSatisfying(Outcome.Written.class, written -> {
            assertThat(written.served().exhibits()).isEqualTo(1);
            assertThat(Files.exists(written.served().pdf())).isTrue();
            assertThat(written.served().results())
                    .allSatisfy(result ->
                            assertThat(RuleSentence.of(on.desk.words(), result)).isNotEqualTo(result.code()));
        });
        BundlesViewModel list = new BundlesViewModel(on.desk);
        list.reload();
        assertThat(list.kept())
                .singleElement()
                .satisfies(line -> assertThat(line.written()).hasSize(1));
        assertThat(list.drafts()).hasSize(1);
    }

    @Test
    void findsWhatCanBeLaidInByWordsAndByReference() {
        Reference statement = on.open.sealedStatement("They paid at night.");
        PickerViewModel picker = new PickerViewModel(on.desk, failure -> {
            throw new AssertionError(failure);
        });
        picker.queryProperty().set("night");
        picker.look();
        assertThat(picker.choices())
                .extracting(PickerViewModel.Choice::reference)
                .containsExactly(statement);
        picker.queryProperty().set(statement.toString());
        picker.look();
        assertThat(picker.choices()).hasSize(1);
    }

    private Reference stored(String... scopes) {
        Reference witness = on.open.witness();
        for (String scope : scopes) {
            on.open.decided(witness, scope, ConsentDecision.GRANTED);
        }
        return sealed(OpenArchive.testimony(witness, "They paid at night."));
    }

    private Reference sealed(Testimony testimony) {
        Kept kept = on.open.archive.testimonies().keep(testimony);
        return on.open
                .archive
                .testimonies()
                .seal(kept.reference(), kept.revision())
                .reference();
    }
}
