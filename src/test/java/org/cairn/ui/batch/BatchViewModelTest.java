package org.cairn.ui.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cairn.archive.BatchChange;
import org.cairn.archive.Batches.Fate;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.FrozenList;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is done to many is stated of exactly those it is done to.
class BatchViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private OpenArchive open;
    private final List<Reference> items = new ArrayList<>();
    private int revised;

    @BeforeEach
    void takeTwoIn() throws Exception {
        on = new OnADesk(temp);
        open = on.open;
        for (String name : List.of("a.txt", "b.txt")) {
            items.add(open.take(OpenArchive.file(temp, name, "Text of " + name))
                    .files()
                    .getFirst()
                    .reference()
                    .orElseThrow());
        }
    }

    @AfterEach
    void close() {
        on.close();
    }

    @Test
    void beginsWithAllThatASearchFindsThen() throws Exception {
        BatchViewModel batch = new BatchViewModel(on.desk, () -> revised++);
        batch.begin(SearchRequest.of("text"));
        assertThat(batch.chosenProperty().get()).containsExactlyElementsOf(items);
        open.take(OpenArchive.file(temp, "c.txt", "Text of another"));
        assertThat(batch.chosenProperty().get()).hasSize(2);
        batch.begin(SearchRequest.of("\"unclosed"));
        assertThat(batch.toldProperty().get()).isNotNull();
        assertThat(batch.chosenProperty().get()).isEmpty();
    }

    @Test
    void statesABatchBeforeItIsRunAndForgetsTheStatementWhenItChanges() {
        BatchViewModel batch = new BatchViewModel(on.desk, () -> revised++);
        batch.begin(items);
        batch.state();
        assertThat(batch.toldProperty().get()).isNotNull();
        batch.run();
        assertThat(batch.statedProperty().get()).isNull();
        batch.valueProperty().set("flights");
        batch.state();
        assertThat(Objects.requireNonNull(batch.statedProperty().get()).fates()).containsOnlyKeys(Fate.CHANGED);
        assertThat(open.archive.records().history(items.getFirst())).hasSize(1);
        batch.valueProperty().set("other");
        batch.run();
        assertThat(open.archive.records().history(items.getFirst())).hasSize(1);
        batch.state();
        batch.run();
        assertThat(open.archive.records().history(items.getFirst())).hasSize(2);
        assertThat(Objects.requireNonNull(batch.statedProperty().get()).done()).isTrue();
        assertThat(revised).isEqualTo(1);
    }

    @Test
    void touchesNothingOfAFrozenListThatChangedSince() {
        FrozenList list = open.archive.batches().freeze(items);
        open.archive
                .batches()
                .run(
                        open.archive.batches().freeze(items.subList(0, 1)),
                        BatchChange.Describe.tagged(Set.of("later"), Set.of()),
                        Progress.none());
        BatchViewModel batch = new BatchViewModel(on.desk, () -> revised++);
        batch.begin(list);
        batch.valueProperty().set("flights");
        batch.state();
        assertThat(Objects.requireNonNull(batch.statedProperty().get()).fates())
                .containsEntry(Fate.CHANGED_MEANWHILE, items.subList(0, 1))
                .containsEntry(Fate.CHANGED, items.subList(1, 2));
        batch.begin(items);
        batch.valueProperty().set("flights");
        batch.state();
        assertThat(Objects.requireNonNull(batch.statedProperty().get()).fates()).containsOnlyKeys(Fate.CHANGED);
    }
}
