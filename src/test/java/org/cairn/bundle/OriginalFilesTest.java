package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalFilesTest {

    @TempDir
    private Path folder;

    private static Set<Long> copying() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("originals"))
                .map(Thread::threadId)
                .collect(Collectors.toSet());
    }

    @Test
    @SuppressWarnings("NullAway") // what cannot be named
    void leavesNoThreadWhereAFileCannotBeNamed() {
        PlannedExhibit note = Plans.document("A/1", 9, "A note", "note.txt", "text/plain", Plans.bytes("x"), "x");
        PlannedExhibit unnamed =
                new PlannedExhibit(note.reference(), note.mark(), note.title(), note.content(), note.custody(), null);
        BundlePlan plan = Plans.of(Locale.ENGLISH, note, unnamed);
        FolderNames names = new FolderNames("bundle", List.of("I"), "2014");
        Set<Long> before = copying();

        assertThatNullPointerException().isThrownBy(() -> OriginalFiles.copying(plan, names, folder, Progress.none()));

        assertThat(copying()).isSubsetOf(before);
        assertThat(folder).isEmptyDirectory();
    }
}
