package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.cairn.archive.IntakeReport;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Protection;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
class IntakeViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private IntakeViewModel model;
    private int changes;

    @BeforeEach
    void offerNothing() {
        on = new OnADesk(temp);
        model = new IntakeViewModel(on.desk, () -> changes++);
    }

    @AfterEach
    void lock() {
        on.close();
    }

    @Test
    void takesNothingInWithoutASource() throws Exception {
        model.offer(List.of(OpenArchive.file(temp, "a.txt", "The fee was paid.")));
        model.begin();
        assertThat(model.stageProperty().get()).isEqualTo(IntakeViewModel.Stage.ASKING);
        assertThat(model.toldProperty().get()).isNotNull();
        assertThat(on.open.archive.evidence().list(ListQuery.first(10)).total()).isZero();
    }

    @Test
    void accountsForEveryFileAndSaysWhichNeedAPerson() throws Exception {
        Path papers = Files.createDirectory(temp.resolve("papers"));
        OpenArchive.file(papers, "a.txt", "The fee was paid.");
        OpenArchive.file(papers, "again.txt", "The fee was paid.");
        Files.write(papers.resolve("x.bin"), new byte[] {1, 2, 3, 4});
        model.offer(List.of(papers, temp.resolve("nowhere.pdf")));
        model.sourceProperty().set("the registry");
        model.begin();
        assertThat(model.stageProperty().get()).isEqualTo(IntakeViewModel.Stage.TOLD);
        IntakeReport report = Objects.requireNonNull(model.reportProperty().get());
        assertThat(report.files()).hasSize(4);
        assertThat(report.count(Outcome.TAKEN)).isEqualTo(2);
        assertThat(report.files().stream().filter(IntakeViewModel::needsPerson).count())
                .isEqualTo(2);
        assertThat(changes).isPositive();
    }

    @Test
    void keepsWhatWasAskedWithEveryFile() throws Exception {
        model.offer(List.of(OpenArchive.file(temp, "a.txt", "The fee was paid.")));
        model.sourceProperty().set("the registry");
        model.howProperty().set("LEAK");
        model.protectionProperty().set(Protection.EX_PARTE);
        model.tagsProperty().set("fees, night");
        model.graphicProperty().set(true);
        model.begin();
        var reference = Objects.requireNonNull(model.reportProperty().get())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        EvidenceItem item =
                (EvidenceItem) on.open.archive.records().open(reference).record();
        assertThat(item.acquisition().how()).isEqualTo("LEAK");
        assertThat(item.protection()).isEqualTo(Protection.EX_PARTE);
        assertThat(item.tags()).containsExactly("fees", "night");
        assertThat(item.graphic()).isTrue();
    }

    @Test
    void asksAgainWhereTheWitnessIsNone() throws Exception {
        model.offer(List.of(OpenArchive.file(temp, "a.txt", "The fee was paid.")));
        model.sourceProperty().set("the registry");
        model.witnessProperty().set("E-0001");
        model.begin();
        assertThat(model.stageProperty().get()).isEqualTo(IntakeViewModel.Stage.ASKING);
    }
}
