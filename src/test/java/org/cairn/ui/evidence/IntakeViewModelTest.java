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
import org.cairn.ui.common.HeldTasks;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.evidence.IntakeViewModel.Stage;
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
        assertThat(model.stageProperty().get()).isEqualTo(Stage.ASKING);
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
        model.terms().sourceProperty().set("the registry");
        model.begin();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.TOLD);
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
        model.terms().sourceProperty().set("the registry");
        model.terms().howProperty().set("LEAK");
        model.terms().protectionProperty().set(Protection.EX_PARTE);
        model.terms().tagsProperty().set("fees, night");
        model.terms().graphicProperty().set(true);
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
        model.terms().sourceProperty().set("the registry");
        model.terms().witnessProperty().set("E-0001");
        model.begin();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.ASKING);
    }

    @Test
    void asksAgainWhereADateIsNotUnderstood() throws Exception {
        model.offer(List.of(OpenArchive.file(temp, "a.txt", "The fee was paid.")));
        model.terms().sourceProperty().set("the registry");
        model.terms().atUnclearProperty().set(true);
        model.begin();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.ASKING);
    }

    @Test
    void asksNextAboutWhatIsDroppedMeanwhile() throws Exception {
        HeldTasks held = workThatIsHeld();
        Path first = OpenArchive.file(temp, "a.txt", "The fee was paid.");
        Path second = OpenArchive.file(temp, "b.txt", "Nobody spoke.");
        begin(first);
        model.offer(List.of(second));
        assertThat(model.stageProperty().get()).isEqualTo(Stage.WORKING);
        assertThat(model.waiting()).containsExactly(second);
        held.goOn();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.ASKING);
        assertThat(model.offered()).containsExactly(second);
        assertThat(model.waiting()).isEmpty();
        assertThat(report().count(Outcome.TAKEN)).isEqualTo(1);
        model.begin();
        held.goOn();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.TOLD);
        assertThat(evidence()).isEqualTo(2);
    }

    @Test
    void leavesWhatWaitsWhenToldTo() throws Exception {
        HeldTasks held = workThatIsHeld();
        begin(OpenArchive.file(temp, "a.txt", "The fee was paid."));
        model.offer(List.of(temp.resolve("b.txt")));
        model.leaveWaiting();
        held.goOn();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.TOLD);
    }

    @Test
    void keepsTheReportWhenTheNextFilesAreLeftAfterAll() throws Exception {
        begin(OpenArchive.file(temp, "a.txt", "The fee was paid."));
        model.offer(List.of(temp.resolve("b.txt")));
        model.dismiss();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.TOLD);
        assertThat(report().files()).hasSize(1);
        model.read();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.IDLE);
        assertThat(model.reportProperty().get()).isNull();
    }

    @Test
    void beginsNothingElseUntilWhatWasStoppedHasStopped() throws Exception {
        HeldTasks held = workThatIsHeld();
        Path next = OpenArchive.file(temp, "b.txt", "Nobody spoke.");
        begin(OpenArchive.file(temp, "a.txt", "The fee was paid."));
        model.cancel();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.STOPPING);
        model.offer(List.of(next));
        model.readWaiting();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.STOPPING);
        held.goOn();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.ASKING);
        assertThat(model.offered()).containsExactly(next);
        assertThat(Objects.requireNonNull(model.toldProperty().get()).what()).contains("Nothing had been taken in");
        model.begin();
        held.goOn();
        assertThat(evidence()).isEqualTo(1);
    }

    @Test
    void tellsWhatWasKeptWhenItIsStoppedInTheMidst() throws Exception {
        HeldTasks held = workThatIsHeld();
        Path papers = Files.createDirectory(temp.resolve("papers"));
        for (String name : List.of("a.txt", "b.txt", "c.txt")) {
            OpenArchive.file(papers, name, "Words of " + name);
        }
        begin(papers);
        Objects.requireNonNull(model.jobProperty().get()).fractionProperty().subscribe(part -> {
            if (part.doubleValue() > 0) {
                model.cancel();
            }
        });
        held.goOn();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.TOLD);
        assertThat(report().files()).hasSize(3);
        assertThat(Objects.requireNonNull(model.toldProperty().get()).what())
                .contains("One file was taken in")
                .contains("2 were not");
    }

    @Test
    void stopsAlsoWhereTheStatusBarIsAskedTo() throws Exception {
        HeldTasks held = workThatIsHeld();
        begin(OpenArchive.file(temp, "a.txt", "The fee was paid."));
        Objects.requireNonNull(model.jobProperty().get()).cancel();
        held.goOn();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.IDLE);
        assertThat(model.toldProperty().get()).isNotNull();
    }

    @Test
    void readsWhatWaitsWithoutForgettingWhatIsBeingAskedAbout() throws Exception {
        HeldTasks held = workThatIsHeld();
        Path offered = OpenArchive.file(temp, "a.txt", "The fee was paid.");
        model.offer(List.of(offered));
        model.readWaiting();
        held.goOn();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.ASKING);
        assertThat(model.offered()).containsExactly(offered);
    }

    private HeldTasks workThatIsHeld() {
        HeldTasks held = new HeldTasks();
        model = new IntakeViewModel(on.with(held), () -> changes++);
        return held;
    }

    private void begin(Path... files) {
        model.offer(List.of(files));
        model.terms().sourceProperty().set("the registry");
        model.begin();
    }

    private IntakeReport report() {
        return Objects.requireNonNull(model.reportProperty().get());
    }

    private long evidence() {
        return on.open.archive.evidence().list(ListQuery.first(10)).total();
    }
}
