package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.domain.Protection;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Who waits behind another intake waits of their own free will.
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WaitingIntakeTest {

    @TempDir
    Path temp;

    private final ExecutorService others = Executors.newSingleThreadExecutor();
    private final CountDownLatch further = new CountDownLatch(1);
    private OpenArchive open;
    private Path first;
    private Path second;

    @BeforeEach
    void layOutPapers() throws Exception {
        open = new OpenArchive(temp);
        first = OpenArchive.file(temp, "a.txt", "Words of the first.");
        second = OpenArchive.file(temp, "b.txt", "Words of the second.");
    }

    @AfterEach
    void lockIt() {
        further.countDown();
        others.close();
        open.close();
    }

    @Test
    void mayStopWhileAnotherSeals() throws Exception {
        HeldAt held = new HeldAt("seal");
        Future<IntakeReport> other = others.submit(() -> take(first, held));
        held.reached();
        assertThatThrownBy(() -> take(second, new Unwilling())).isInstanceOf(CancelledException.class);
        held.goOn();
        assertThat(other.get().count(Outcome.TAKEN)).isEqualTo(1);
        assertNothingIsLeftLying();
    }

    @Test
    void mayStopWhileAnotherIsRead() throws Exception {
        HeldAt held = new HeldAt("read");
        Future<IntakeReport> other = others.submit(() -> take(first, held));
        held.reached();
        assertThatThrownBy(() -> open.archive.evidence().readWaiting(new Unwilling()))
                .isInstanceOf(CancelledException.class);
        held.goOn();
        assertThat(other.get().files().getFirst().reading()).isPresent();
        assertNothingIsLeftLying();
    }

    @Test
    void isTakenInWhenItsTurnHasCome() throws Exception {
        HeldAt held = new HeldAt("seal");
        Future<IntakeReport> other = others.submit(() -> take(first, held));
        held.reached();
        // the first goes on only once the second has said that it waits
        Progress patient = new WhenWaiting(held::goOn);
        assertThat(take(second, patient).files())
                .singleElement()
                .satisfies(file -> assertThat(file.reading()).isPresent());
        assertThat(other.get().count(Outcome.TAKEN)).isEqualTo(1);
        assertNothingIsLeftLying();
    }

    private IntakeReport take(Path file, Progress progress) {
        return open.archive.evidence().take(List.of(file), OpenArchive.terms(Protection.RESTRICTED), progress);
    }

    private void assertNothingIsLeftLying() {
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    /// Stands still at the first step of a stage until it is told to go on.
    private final class HeldAt implements Progress {
        private final String stage;
        private final CountDownLatch there = new CountDownLatch(1);

        HeldAt(String stage) {
            this.stage = stage;
        }

        void reached() throws InterruptedException {
            assertThat(there.await(120, TimeUnit.SECONDS)).isTrue();
        }

        void goOn() {
            further.countDown();
        }

        @Override
        public void step(String of, long done, long total) {
            if (of.equals(stage) && further.getCount() > 0) {
                there.countDown();
                try {
                    further.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    /// Wants to stop as soon as it has to wait.
    private static final class Unwilling implements Progress {
        private volatile boolean waits;

        @Override
        public void step(String stage, long done, long total) {
            waits |= stage.equals("wait");
        }

        @Override
        public boolean cancelled() {
            return waits;
        }
    }

    /// Does something the first time it has to wait.
    private record WhenWaiting(Runnable then) implements Progress {
        @Override
        public void step(String stage, long done, long total) {
            if (stage.equals("wait")) {
                then.run();
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
