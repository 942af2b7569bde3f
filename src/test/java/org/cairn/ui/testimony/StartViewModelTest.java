package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
class StartViewModelTest {

    @TempDir
    Path temp;

    private final List<StatementDraft> begun = new ArrayList<>();
    private OnADesk on;
    private StartViewModel model;

    @BeforeEach
    void sitDown() {
        on = new OnADesk(temp);
        model = new StartViewModel(on.desk);
    }

    @AfterEach
    void lock() {
        on.close();
    }

    @Test
    void beginsWithANewWitnessAndAShortAccount() {
        model.category.set("former-detainee");
        model.language.set(new LanguageTag("ug"));
        model.place.set(" A room ");

        model.start(begun::add);

        assertThat(begun).singleElement().satisfies(draft -> {
            assertThat(draft.kind.get()).isEqualTo(InterviewKind.FIRST_ACCOUNT);
            assertThat(draft.language.get()).isEqualTo(new LanguageTag("ug"));
            assertThat(draft.place.get()).isEqualTo("A room");
        });
        assertThat(on.open.archive.records().count(RecordKind.WITNESS)).isEqualTo(1);
    }

    @Test
    void makesNoWitnessWhileTheLanguageIsMissing() {
        model.category.set("former-detainee");

        model.start(begun::add);

        assertThat(begun).isEmpty();
        assertThat(on.open.archive.records().count(RecordKind.WITNESS)).isZero();
        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.WARNING);
    }

    @Test
    void goesOnWithAKnownWitnessInTheirLanguage() {
        Reference known = on.open.witness();
        model.known.set(known.toString());
        model.brief.set(false);

        model.start(begun::add);

        assertThat(begun).singleElement().satisfies(draft -> {
            assertThat(draft.witness).isEqualTo(known);
            assertThat(draft.kind.get()).isEqualTo(InterviewKind.FULL_STATEMENT);
            assertThat(draft.language.get()).isNotNull();
        });
    }

    @Test
    void refusesAReferenceThatIsNoWitness() {
        model.known.set(on.open.sealedStatement("They paid at night.").toString());

        model.start(begun::add);

        assertThat(begun).isEmpty();
        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.WARNING);
    }
}
