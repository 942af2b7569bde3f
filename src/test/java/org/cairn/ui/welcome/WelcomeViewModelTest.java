package org.cairn.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.cairn.archive.OpenArchive;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeViewModelTest {

    @TempDir
    private Path folder;

    private final Preferences preferences = new Preferences();

    private WelcomeViewModel model() {
        return new WelcomeViewModel(new Doorway(
                new DirectTasks(),
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                preferences,
                org.cairn.archive.Environment.system(),
                () -> {},
                archive -> {}));
    }

    @Test
    void takesAFolderThatHoldsAnArchive() {
        try (OpenArchive open = new OpenArchive(folder)) {
            assertThat(model().pick(open.folder)).contains(open.folder);
        }
    }

    @Test
    void saysThatAFolderIsNoArchiveUntilOneIsPicked() {
        WelcomeViewModel model = model();
        assertThat(model.pick(folder)).isEmpty();
        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.WARNING);
        try (OpenArchive open = new OpenArchive(folder)) {
            model.pick(open.folder);
            assertThat(model.toldProperty().get()).isNull();
        }
    }

    @Test
    void takesAnArchiveOffTheListWithoutTouchingIt() {
        try (OpenArchive open = new OpenArchive(folder)) {
            preferences.opened(open.folder);
            WelcomeViewModel model = model();
            assertThat(model.recent()).containsExactly(open.folder);
            model.forget(open.folder);
            assertThat(model.recent()).isEmpty();
            assertThat(open.folder).exists();
        }
    }

    @Test
    void callsAnArchiveByItsFolderWithoutTheEnding() {
        assertThat(WelcomeViewModel.shortName(Path.of("/disk/Night Harbour.cairn")))
                .isEqualTo("Night Harbour");
    }
}
