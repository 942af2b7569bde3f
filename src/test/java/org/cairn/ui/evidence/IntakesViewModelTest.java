package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.Role;
import org.cairn.domain.custody.IntakeRun;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was taken in at once is listed, the last first, and its reports are written where they are asked for.
class IntakesViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;

    @BeforeEach
    void takeTwice() throws Exception {
        on = new OnADesk(temp);
        on.open.take(OpenArchive.file(temp, "a.txt", "The fee was paid."));
        on.open.take(OpenArchive.file(temp, "b.txt", "The fee was paid twice."));
    }

    @AfterEach
    void lock() {
        on.close();
    }

    @Test
    void showsTheLastIntakeFirstOnceItIsAskedFor() {
        IntakesViewModel model = new IntakesViewModel(on.desk);
        assertThat(model.shownProperty().get()).isFalse();
        model.open();
        assertThat(model.shownProperty().get()).isTrue();
        assertThat(model.runs()).extracting(IntakeRun::number).containsExactly(2, 1);
        model.close();
        assertThat(model.shownProperty().get()).isFalse();
    }

    @Test
    void writesAReportToPrintAndOneToCountWith() throws Exception {
        IntakesViewModel model = new IntakesViewModel(on.desk);
        Path folder = Files.createDirectory(temp.resolve("reports"));
        model.write(1, folder);
        try (Stream<Path> written = Files.list(folder)) {
            assertThat(written.map(file -> file.getFileName().toString().replaceAll(".*\\.", "")))
                    .containsExactlyInAnyOrder("pdf", "csv");
        }
        assertThat(told(model).kind()).isEqualTo(Told.Kind.SUCCESS);
    }

    @Test
    void tellsWhyAReportCouldNotBeWritten() {
        IntakesViewModel model = new IntakesViewModel(on.desk);
        model.write(1, temp.resolve("a.txt").resolve("nowhere")); // a file is no folder
        assertThat(told(model).kind()).isNotEqualTo(Told.Kind.SUCCESS);
        model.close();
        assertThat(model.toldProperty().get()).isNull();
        model.write(99, temp);
        assertThat(told(model).kind()).isNotEqualTo(Told.Kind.SUCCESS);
    }

    @Test
    void offersNoReportsToWhomeverMayNotHaveThem() {
        assertThat(new IntakesViewModel(on.desk).mayReport()).isTrue();
        on.open.reopenAs("custodian", Set.of(Role.IDENTITY_CUSTODIAN));
        IntakesViewModel model = new IntakesViewModel(on.with(on.direct));
        assertThat(model.mayReport()).isFalse();
        assertThat(List.copyOf(model.runs())).isEmpty();
    }

    private static Told told(IntakesViewModel model) {
        return Objects.requireNonNull(model.toldProperty().get());
    }
}
