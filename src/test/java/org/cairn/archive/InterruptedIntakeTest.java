package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.domain.Protection;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever stops an intake is told what is in the archive and what is not.
class InterruptedIntakeTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Path papers;

    @BeforeEach
    void layOutPapers() throws Exception {
        open = new OpenArchive(temp);
        papers = Files.createDirectory(temp.resolve("papers"));
        for (String name : List.of("a.txt", "b.txt", "c.txt", "d.txt")) {
            OpenArchive.file(papers, name, "Words of " + name);
        }
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void accountsForEveryFileWhenItIsStoppedInTheMidst() {
        IntakeReport report = take(new StoppedAfter("seal", 2));
        assertThat(report.stopped()).containsInstanceOf(CancelledException.class);
        assertThat(report.files()).hasSize(4);
        assertThat(report.count(Outcome.TAKEN)).isEqualTo(2);
        assertThat(report.files().subList(2, 4))
                .allSatisfy(file -> assertThat(file.reason()).isEqualTo("cancelled"));
        assertThat(report.files().subList(0, 2))
                .allSatisfy(file -> assertThat(
                                open.archive.records().open(file.reference().orElseThrow()))
                        .isNotNull());
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void tellsWhatWasTakenInWhenReadingIsStopped() {
        IntakeReport report = take(new StoppedAfter("read", 1));
        assertThat(report.stopped()).containsInstanceOf(CancelledException.class);
        assertThat(report.count(Outcome.TAKEN)).isEqualTo(4);
    }

    @Test
    void takesTheRestWhenItIsOfferedAgain() {
        take(new StoppedAfter("seal", 2));
        IntakeReport again = take(Progress.none());
        assertThat(again.stopped()).isEmpty();
        assertThat(again.count(Outcome.DUPLICATE)).isEqualTo(2);
        assertThat(again.count(Outcome.TAKEN)).isEqualTo(2);
    }

    @Test
    void justStopsWhenNothingWasTakenInYet() {
        assertThatThrownBy(() -> take(new StoppedAfter("seal", 0))).isInstanceOf(CancelledException.class);
    }

    private IntakeReport take(Progress progress) {
        return open.archive.evidence().take(List.of(papers), OpenArchive.terms(Protection.RESTRICTED), progress);
    }

    /// Somebody who wants it to stop when a stage has come so far: of files, not of their bytes.
    private static final class StoppedAfter implements Progress {
        private final String stage;
        private final long steps;
        private volatile boolean reached;

        StoppedAfter(String stage, long steps) {
            this.stage = stage;
            this.steps = steps;
            this.reached = steps == 0;
        }

        @Override
        public void step(String of, long done, long total) {
            reached |= of.equals(stage) && total == 4 && done >= steps;
        }

        @Override
        public boolean cancelled() {
            return reached;
        }
    }
}
