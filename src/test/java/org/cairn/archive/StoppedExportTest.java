package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An original that does not leave after all leaves nothing of itself behind, and no line that says it left.
class StoppedExportTest {

    /// More than is copied at once.
    private static final int LARGE = 3 << 20;

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference item;
    private Path out;
    private long copied;

    @BeforeEach
    void takeALargeFile() throws Exception {
        open = new OpenArchive(temp);
        Path file = Files.write(temp.resolve("recording.bin"), new byte[LARGE]);
        item = open.take(file).files().getFirst().reference().orElseThrow();
        out = temp.resolve("out");
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void stopsInTheMiddleOfAFileWhenAsked() {
        boolean[] stop = {false};
        Progress impatient = at(() -> stop[0] = true, stop);
        assertThatThrownBy(() -> open.archive.evidence().export(item, out, Handover.TO_A_TRIBUNAL, impatient))
                .isInstanceOf(CancelledException.class);
        assertThat(copied).isPositive().isLessThan(LARGE);
        assertThat(out).isEmptyDirectory();
        assertThat(actions()).contains("EXPORT_BEGUN").doesNotContain("EXPORTED");
    }

    @Test
    void stopsInTheMiddleOfAFileWhenTheArchiveIsLocked() {
        Progress locking = at(() -> open.archive.close(), new boolean[1]);
        assertThatThrownBy(() -> open.archive.evidence().export(item, out, Handover.TO_A_TRIBUNAL, locking))
                .isInstanceOf(CancelledException.class);
        assertThat(copied).isPositive().isLessThan(LARGE);
        assertThat(out).isEmptyDirectory();
        open.reopen();
        assertThat(actions()).contains("EXPORT_BEGUN").doesNotContain("EXPORTED");
    }

    @Test
    void removesWhatAKilledExportLeft() throws Exception {
        Path left = Files.createDirectories(out.resolve(".cairn-E-0009.part"));
        Files.writeString(left.resolve("original"), "half of it");
        open.archive.evidence().export(item, out);
        assertThat(left).doesNotExist();
        assertThat(out).isDirectoryContaining("glob:**" + item + "_recording.bin");
    }

    private List<String> actions() {
        return open.archive.custody().events(Optional.of(item), 0, 100).stream()
                .map(CustodyEvent::action)
                .toList();
    }

    /// Does something after the first chunk.
    private Progress at(Runnable firstChunk, boolean[] stop) {
        return new Progress() {
            private boolean seen;

            @Override
            public void step(String stage, long done, long total) {
                copied = done;
                if (!seen) {
                    seen = true;
                    firstChunk.run();
                }
            }

            @Override
            public boolean cancelled() {
                return stop[0];
            }
        };
    }
}
