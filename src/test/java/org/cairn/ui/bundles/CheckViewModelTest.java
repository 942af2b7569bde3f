package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.cairn.archive.ServedAs;
import org.cairn.ui.bundles.CheckViewModel.Line;
import org.cairn.ui.bundles.WritingViewModel.WrittenVersion;
import org.cairn.ui.common.HeldTasks;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A finished bundle is read back wherever it is, and what was found can be filed.
@SuppressWarnings("NullAway.Init") // made before each test
class CheckViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private CheckViewModel model;
    private WrittenVersion version;
    private Path pdf;

    @BeforeEach
    void write() {
        on = new OnADesk(temp);
        model = new CheckViewModel(on.desk);
        version = AServedBundle.unsigned(
                on.desk, on.open.sealedStatement("They promised ten thousand."), temp.resolve("out"));
        pdf = version.served().pdf();
    }

    @AfterEach
    void lock() {
        model.close();
        on.close();
    }

    private Line.Read read() {
        return (Line.Read) model.lines().getFirst();
    }

    @Test
    void findsABundleAsItWasServedAndAllThatItsListNames() {
        model.check(pdf);
        assertThat(model.jobProperty().get()).isNull();
        assertThat(read().checked().broken()).isZero();
        assertThat(read().checked().manifest())
                .contains(version.served().manifest().getFileName().toString());
        assertThat(read().served())
                .contains(new ServedAs(
                        version.serving().orElseThrow(),
                        version.served().volumes().getFirst().number()));
    }

    @Test
    void saysThatABundleIsNoLongerWhatWasServed() throws Exception {
        byte[] bytes = Files.readAllBytes(pdf);
        Files.write(pdf, java.util.Arrays.copyOf(bytes, bytes.length + 1));
        model.check(pdf);
        assertThat(read().checked().broken()).isPositive();
        assertThat(read().served()).isEmpty();
    }

    @Test
    void checksOfAFolderWhatAListNamesAndLeavesReportsAlone() throws Exception {
        Files.writeString(pdf.resolveSibling("notes.pdf"), "no bundle");
        model.check(temp.resolve("out"));
        assertThat(model.lines()).extracting(Line::pdf).containsExactly(pdf);
    }

    @Test
    void checksEveryPdfOfAFolderWithoutLists() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("loose"));
        Files.copy(pdf, folder.resolve("b.pdf"));
        Files.writeString(folder.resolve("a.pdf"), "no bundle");
        model.check(folder);
        assertThat(model.lines())
                .extracting(line -> line.pdf().getFileName().toString())
                .containsExactly("a.pdf", "b.pdf");
        assertThat(((Line.Read) model.lines().getLast()).checked().manifest()).isEmpty();
        assertThat(((Line.Read) model.lines().getLast()).served()).isPresent();
    }

    @Test
    void saysThatAFolderHoldsNoPdf() throws Exception {
        model.check(Files.createDirectory(temp.resolve("empty")));
        assertThat(model.lines()).isEmpty();
        assertThat(told().what()).isEqualTo("No PDF lies in that folder.");
        assertThat(told().advice()).startsWith("No file was changed.");
    }

    @Test
    void asksWhichListIsMeantWhereSeveralNameTheFile() throws Exception {
        Path other = pdf.resolveSibling("other-manifest-sha256.txt");
        Files.copy(version.served().manifest(), other);
        model.check(pdf);
        assertThat(model.lines().getFirst())
                .isInstanceOfSatisfying(
                        Line.Unread.class, unread -> assertThat(unread.list()).isTrue());
        model.against(pdf, version.served().manifest());
        assertThat(read().checked().broken()).isZero();
        assertThat(model.lines()).hasSize(1);
    }

    @Test
    void saysWhichFileCannotBeRead() {
        Path gone = temp.resolve("gone.pdf");
        model.check(gone);
        assertThat(model.lines().getFirst()).isInstanceOfSatisfying(Line.Unread.class, unread -> {
            assertThat(unread.pdf()).isEqualTo(gone);
            assertThat(unread.list()).isFalse();
        });
    }

    @Test
    void filesWhatItFoundAndOverwritesNothing() throws Exception {
        model.check(pdf);
        Path text = temp.resolve("check.txt");
        model.save(read(), text);
        assertThat(Files.readString(text))
                .contains(read().checked().fingerprint().hex(), "[met]");
        model.save(read(), temp.resolve("check.pdf"));
        assertThat(Files.readAllBytes(temp.resolve("check.pdf"))).startsWith('%', 'P', 'D', 'F');
        String before = Files.readString(text);
        model.save(read(), text);
        assertThat(Objects.requireNonNull(model.savedProperty(pdf).get()).kind())
                .isEqualTo(Told.Kind.DANGER);
        assertThat(Files.readString(text)).isEqualTo(before);
    }

    @Test
    void tellsNothingOfACheckThatWasStopped() {
        HeldTasks held = new HeldTasks();
        CheckViewModel slow = new CheckViewModel(on.with(held));
        slow.check(pdf);
        assertThat(slow.jobProperty().get()).isNotNull();
        slow.cancel();
        held.goOn();
        assertThat(slow.jobProperty().get()).isNull();
        assertThat(slow.lines()).isEmpty();
    }

    private Told told() {
        return Objects.requireNonNull(model.toldProperty().get());
    }
}
