package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.cairn.ui.common.FolderWindow;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A folder is handed to the system's own program, and nothing that is not a folder.
@SuppressWarnings("NullAway.Init") // made before each test
@DisabledOnOs(OS.WINDOWS) // what stands for the system's program is a shell script
class FolderViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private Path note;

    @BeforeEach
    void begin() {
        on = new OnADesk(temp);
        note = temp.resolve("opened.txt");
    }

    @AfterEach
    void lock() {
        on.close();
    }

    private FolderViewModel opened(FolderWindow window, Path folder) {
        FolderViewModel model = new FolderViewModel(on.desk, window, folder);
        model.open();
        assertThat(model.openingProperty().get()).isFalse();
        return model;
    }

    private static Told told(FolderViewModel model) {
        return Objects.requireNonNull(model.toldProperty().get());
    }

    @Test
    void handsTheFolderOverAsItIsCalled() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("Case 7, & 'more'"));
        FolderViewModel model = opened(FolderWindow.by(AServedBundle.opener(temp, note)), folder);
        assertThat(model.toldProperty().get()).isNull();
        assertThat(note).hasContent(folder.toString());
    }

    @Test
    void saysThatTheSystemCannot() {
        assertThat(told(opened(FolderWindow.by(AServedBundle.failing(temp)), temp))
                        .what())
                .startsWith("No window for the folder");
        assertThat(told(opened(FolderWindow.none(), temp)).what()).startsWith("No window for the folder");
    }

    @Test
    void startsNothingForWhatIsNoFolderAnyMore() throws Exception {
        FolderWindow window = FolderWindow.by(AServedBundle.opener(temp, note));
        assertThat(told(opened(window, temp.resolve("gone"))).what()).isEqualTo("The folder is not there any more.");
        assertThat(told(opened(window, Files.writeString(temp.resolve("a.html"), "<p>")))
                        .what())
                .isEqualTo("The folder is not there any more.");
        assertThat(note).doesNotExist();
    }
}
