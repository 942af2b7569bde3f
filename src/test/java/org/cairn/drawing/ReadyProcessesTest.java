package org.cairn.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.progress.CancelledException;
import org.junit.jupiter.api.Test;

/// A drawing process stands ready for the next file, and none is left once nobody may look at any.
class ReadyProcessesTest {

    private final Set<ProcessHandle> others = ProcessHandle.current().children().collect(Collectors.toSet());

    @Test
    void hasOneReadyWhileAnotherIsBusyAndNoMore() throws IOException {
        try (DrawingProcesses processes = new DrawingProcesses(DrawingLimits.DEFAULT)) {
            processes.warm();
            DrawingProcess busy = processes.take();
            processes.provide();
            processes.provide();

            assertThat(ours()).hasSize(2);
            assertThat(processes.take()).isNotSameAs(busy);
        }
        awaitNone();
    }

    @Test
    void replacesOneThatTheSystemEnded() throws IOException {
        try (DrawingProcesses processes = new DrawingProcesses(DrawingLimits.DEFAULT)) {
            processes.warm();
            ours().forEach(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
            processes.provide();

            assertThat(ours()).hasSize(1);
        }
    }

    @Test
    void startsNoneAfterTheArchiveWasLocked() throws IOException {
        try (DrawingProcesses processes = new DrawingProcesses(DrawingLimits.DEFAULT)) {
            processes.warm();
            processes.take();
            processes.endAll();
            processes.provide();

            awaitNone();
        }
    }

    @Test
    void startsNoneAfterTheEnd() {
        DrawingProcesses processes = new DrawingProcesses(DrawingLimits.DEFAULT);
        processes.close();

        processes.warm();
        assertThatThrownBy(processes::take).isInstanceOf(CancelledException.class);
        awaitNone();
    }

    @Test
    void doesNotGiveOneAwayThatIsComingToItsEnd() throws IOException {
        try (DrawingProcesses processes = new DrawingProcesses(DrawingLimits.DEFAULT)) {
            DrawingProcess first = processes.take();
            first.kill();
            processes.giveBack(first, true);

            assertThat(processes.take()).isNotSameAs(first);
        }
    }

    private List<ProcessHandle> ours() {
        return ProcessHandle.current()
                .children()
                .filter(child -> !others.contains(child) && child.isAlive())
                .toList();
    }

    /// Being ended takes a moment.
    private void awaitNone() {
        ours().forEach(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20)));
    }
}
