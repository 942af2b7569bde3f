package org.cairn.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.search.SearchRequest;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked is saved with its answer; asked again it says what is new and gone, is frozen and stated.
@SuppressWarnings("NullAway.Init") // made before each test
class SavedViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private SavedViewModel model;
    private Reference statement;

    @BeforeEach
    void keepSomething() {
        on = new OnADesk(temp);
        statement = on.open.sealedStatement("I was asked my blood group.");
        model = new SavedViewModel(on.desk, () -> SearchRequest.of("blood"));
        model.toggle();
    }

    @AfterEach
    void lock() {
        on.close();
    }

    private Reference saved() {
        model.nameProperty().set("Blood");
        model.save();
        return Objects.requireNonNull(model.openedProperty().get()).revision().reference();
    }

    @Test
    void savesWhatIsAskedAndShowsItAmongTheOthers() {
        saved();
        assertThat(Objects.requireNonNull(model.toldProperty().get()).what()).contains("one record");
        assertThat(model.searches()).hasSize(1);
        assertThat(model.nameProperty().get()).isEmpty();
        assertThat(Objects.requireNonNull(model.openedProperty().get()).found().count())
                .isEqualTo(1);
    }

    @Test
    void saysWhatIsNewAndKeepsTheAnswer() {
        saved();
        Reference later = on.open.sealedStatement("Again the blood group.");
        model.askAgain();
        SavedViewModel.Again again =
                Objects.requireNonNull(model.againProperty().get());
        assertThat(again.fresh()).extracting(SavedViewModel.Row::reference).containsExactly(later);
        assertThat(again.fresh().getFirst().why()).containsExactly("saved.since.KEPT");
        assertThat(again.rerun().same()).isEqualTo(1);

        model.keep();
        assertThat(model.againProperty().get()).isNull();
        model.askAgain();
        assertThat(Objects.requireNonNull(model.againProperty().get()).fresh()).isEmpty();
    }

    @Test
    void forgetsAnAnswerWhenAnotherSearchIsChosen() {
        Reference first = saved();
        model.askAgain();
        assertThat(model.againProperty().get()).isNotNull();
        model.choose(first);
        assertThat(model.againProperty().get()).isNull();
    }

    @Test
    void freezesWhatWasFoundAndOpensTheList() {
        saved();
        model.listNameProperty().set("For the hearing");
        model.freeze();
        assertThat(model.lists()).hasSize(1);
        model.chooseList(Objects.requireNonNull(model.lists().getFirst()).reference());
        SavedViewModel.Frozen frozen =
                Objects.requireNonNull(model.frozenProperty().get());
        assertThat(frozen.rows()).extracting(SavedViewModel.Row::reference).containsExactly(statement);
        on.open.sealedStatement("Again the blood group.");
        model.chooseList(frozen.list().revision().reference());
        assertThat(Objects.requireNonNull(model.frozenProperty().get()).rows()).hasSize(1);
    }

    @Test
    void writesTheSignedStatementOfWhatIsAskedNow() throws Exception {
        Path out = temp.resolve("statements");
        model.state(out, false);
        assertThat(Objects.requireNonNull(model.toldProperty().get()).what()).contains("search-statement-");
        try (Stream<Path> written = Files.list(out)) {
            assertThat(written.map(Path::toString))
                    .anyMatch(name -> name.endsWith(".pdf"))
                    .anyMatch(name -> name.endsWith(".json"));
        }
    }

    @Test
    void tellsWhatStandsInTheWay() {
        SavedViewModel broken = new SavedViewModel(on.desk, () -> SearchRequest.of("(blood"));
        broken.nameProperty().set("Broken");
        broken.save();
        assertThat(broken.toldProperty().get()).isNotNull();
        assertThat(broken.openedProperty().get()).isNull();
    }

    @Test
    void offersNoLevelThatThePersonDoesNotSee() {
        on.open.reopenAs("layla", Set.of(Role.ANALYST));
        SavedViewModel hers = new SavedViewModel(on.with(on.direct), () -> SearchRequest.of("blood"));
        assertThat(hers.levels()).containsExactly(Protection.PUBLIC, Protection.RESTRICTED, Protection.CONFIDENTIAL);
        assertThat(hers.keptAsProperty().get()).isEqualTo(Protection.CONFIDENTIAL);
    }
}
