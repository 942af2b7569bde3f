package org.cairn.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairn.archive.Archives;
import org.cairn.archive.KitMark;
import org.cairn.archive.KitPapers;
import org.cairn.archive.OpenArchive;
import org.cairn.archive.RecoveryParts;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.cairn.ui.welcome.RecoveryKitViewModel.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryKitViewModelTest {

    @TempDir
    private Path folder;

    private final AtomicInteger done = new AtomicInteger();
    private OpenArchive open;
    private RecoveryKitViewModel model;
    private Path file;

    @BeforeEach
    void openAnArchive() {
        open = new OpenArchive(folder);
        file = folder.resolve("kit.pdf");
        model = new RecoveryKitViewModel(
                open.archive,
                new DirectTasks(),
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                open.environment.random(),
                done::incrementAndGet);
    }

    @AfterEach
    void close() {
        model.close();
        open.close();
    }

    @Test
    void keepsTheKitOnceTwoThingsWereTypedBackFromThePaper() throws Exception {
        model.save(file);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.CONFIRM);
        KitPapers papers = KitPapers.read(file);

        model.confirm(papers.words().get(model.wordNumber() - 1), papers.letters(model.shareNumber()));

        assertThat(model.stageProperty().get()).isEqualTo(Stage.KEPT);
        assertThat(done).hasValue(1);
        RecoveryParts parts =
                RecoveryParts.read(papers.phrase(), papers.shares().subList(1, 3));
        assertThatCode(() -> Archives.rehearse(open.folder, parts)).doesNotThrowAnyException();
    }

    @Test
    void doesNotKeepWhatWasTypedBackWrong() throws Exception {
        model.save(file);
        KitPapers papers = KitPapers.read(file);
        String word = papers.words().get(model.wordNumber() - 1);

        model.confirm("", papers.letters(model.shareNumber()));
        assertThat(told()).contains("word " + model.wordNumber());
        model.confirm(word, "XXXX");
        assertThat(told()).contains("Share " + model.shareNumber());

        assertThat(done).hasValue(0);
        assertThat(Archives.recoveryKit(open.folder)).isEmpty();
    }

    @Test
    void goesOnWithoutAKitOnlyByASecondChoice() {
        model.without();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.WITHOUT);
        assertThat(done).hasValue(0);
        model.reconsider();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.OFFER);
        model.without();
        model.goOnWithout();
        assertThat(done).hasValue(1);
        assertThat(Archives.recoveryKit(open.folder)).isEmpty();
    }

    @Test
    void savesTheSameKitInASecondPlace() throws Exception {
        model.save(file);
        Path second = folder.resolve("second.pdf");
        model.save(second);
        assertThat(KitPapers.read(second)).isEqualTo(KitPapers.read(file));
    }

    @Test
    void makesAsManySharesAsWereAskedFor() throws Exception {
        model.sharesProperty().set(5);
        model.neededProperty().set(3);
        model.save(file);
        KitPapers papers = KitPapers.read(file);
        assertThat(papers.shares()).hasSize(5);
        model.confirm(papers.words().get(model.wordNumber() - 1), papers.letters(model.shareNumber()));
        assertThat(Archives.recoveryKit(open.folder))
                .get()
                .extracting(KitMark::needed)
                .isEqualTo(3);
    }

    @Test
    void overwritesNothingAndStaysWhereItWas() throws Exception {
        Files.writeString(file, "something else");
        model.save(file);
        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.DANGER);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.OFFER);
        assertThat(file).hasContent("something else");
    }

    @Test
    void remindsOfEveryFileThatStillHoldsTheKitAndDeletesThem() {
        model.save(file);
        Path second = folder.resolve("second.pdf");
        model.save(second);
        assertThat(model.leftProperty().get().lines()).hasSize(2);
        model.deleteFiles();
        assertThat(model.leftProperty().get()).isEmpty();
        assertThat(List.of(file, second)).allSatisfy(each -> assertThat(each).doesNotExist());
    }

    @Test
    void givesThePapersToAPrinterWithoutAFile() throws Exception {
        byte[][] printed = new byte[1][];
        model.forPrinting(pdf -> printed[0] = pdf);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.OFFER);
        model.printed();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.CONFIRM);
        KitPapers papers = KitPapers.read(Files.write(file, printed[0]));
        model.confirm(papers.words().get(model.wordNumber() - 1), papers.letters(model.shareNumber()));
        assertThat(done).hasValue(1);
        assertThat(model.leftProperty().get()).isEmpty();
    }

    private String told() {
        Told told = model.toldProperty().get();
        return told == null ? "" : told.what();
    }
}
