package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Witness;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartViewModelTest {

    private static final LanguageTag UYGHUR = new LanguageTag("ug");

    @TempDir
    private Path folder;

    private final List<StatementDraft> begun = new ArrayList<>();
    private OnADesk on;
    private StartViewModel model;

    @BeforeEach
    void sitDown() {
        on = new OnADesk(folder);
        model = new StartViewModel(on.desk, begun::add);
    }

    @AfterEach
    void lock() {
        on.close();
    }

    @Test
    void keepsANewWitnessAndBeginsAFirstAccountOfFiveFields() {
        model.categoryProperty().set("victim-survivor");
        model.languageProperty().set(UYGHUR);
        model.insiderProperty().set(true);
        model.placeProperty().set(" a kitchen ");
        model.dateProperty().set(Optional.of(FuzzyDate.parse("spring 2014")));
        model.start();

        StatementDraft draft = begun.getFirst();
        assertThat(draft.kind.get()).isEqualTo(InterviewKind.FIRST_ACCOUNT);
        assertThat(draft.language.get()).isEqualTo(UYGHUR);
        assertThat(draft.place.get()).isEqualTo("a kitchen");
        assertThat(draft.date.get()).contains(FuzzyDate.parse("spring 2014"));
        assertThat(draft.interviewer.get()).isEqualTo("amina");
        assertThat(on.open.archive.records().open(draft.witness).record())
                .isInstanceOfSatisfying(
                        Witness.class, witness -> assertThat(witness.insider()).isTrue());
    }

    @Test
    void beginsAFullStatementOfAWitnessWhoIsKnownInTheirLanguage() {
        Reference known = on.open.witness();
        model.knownProperty().set(" " + known.toString().toLowerCase(java.util.Locale.ROOT));
        model.shortAccountProperty().set(false);
        model.start();

        assertThat(begun).singleElement().satisfies(draft -> {
            assertThat(draft.witness).isEqualTo(known);
            assertThat(draft.kind.get()).isEqualTo(InterviewKind.FULL_STATEMENT);
            assertThat(draft.language.get()).isEqualTo(new LanguageTag("en"));
        });
        assertThat(on.open.archive.records().count(RecordKind.WITNESS)).isEqualTo(1);
    }

    @Test
    void saysWhatIsMissingAndKeepsNobody() {
        model.languageProperty().set(UYGHUR);
        model.start();

        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.WARNING);
        assertThat(begun).isEmpty();
        assertThat(on.open.archive.records().count(RecordKind.WITNESS)).isZero();
    }

    @Test
    void refusesAReferenceThatIsNoneOrIsNoWitness() {
        model.knownProperty().set("somebody");
        model.start();
        Told none = model.toldProperty().get();
        Reference statement = on.open.sealedStatement("They took my blood.");
        model.knownProperty().set(statement.toString());
        model.start();

        assertThat(none).isNotNull();
        assertThat(model.toldProperty().get()).isEqualTo(none);
        assertThat(begun).isEmpty();
    }

    @Test
    void saysThatAWitnessIsNotThere() {
        model.knownProperty().set("W-0099");
        model.start();

        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.DANGER);
        assertThat(model.busyProperty().get()).isFalse();
    }
}
