package org.cairn.ui.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.NotDrawable;
import org.cairn.progress.CancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever a file does to the process that draws it, the program goes on.
@Timeout(120)
class DrawingProcessesTest {

    private static final DrawingLimits SHORT = new DrawingLimits(Duration.ofSeconds(8), 256, 1);
    private static final DrawingLimits LONG = new DrawingLimits(Duration.ofSeconds(100), 256, 1);

    /// What other tests have left running.
    private final Set<ProcessHandle> others = ProcessHandle.current().children().collect(Collectors.toSet());

    private List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.isAlive() && !others.contains(child))
                .toList();
    }

    @Test
    void givesUpAPageThatNeverEndsAndDrawsTheNext() throws IOException {
        try (DrawingProcesses processes = new DrawingProcesses(SHORT);
                PdfPages pages = PdfPages.of(processes, HostilePdf.withoutEnd())) {
            NotDrawable first = catchThrowableOfType(NotDrawable.class, () -> pages.picture(1, 300));

            assertThat(first.reason()).isEqualTo(NotDrawable.Reason.TIME);
            assertThat(pages.picture(2, 300).getWidth()).isEqualTo(300);
        }
    }

    @Test
    void doesNotTryAPageAgainThatBroughtAProcessToItsEnd() throws IOException {
        try (DrawingProcesses processes = new DrawingProcesses(SHORT);
                PdfPages pages = PdfPages.of(processes, HostilePdf.withoutEnd())) {
            assertThatThrownBy(() -> pages.picture(1, 300)).isInstanceOf(NotDrawable.class);
            long since = System.nanoTime();

            assertThatThrownBy(() -> pages.picture(1, 400)).isInstanceOf(NotDrawable.class);

            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SHORT.time());
        }
    }

    @Test
    void givesUpAPageWhosePictureFillsTheMemoryAndDrawsTheNext() throws IOException {
        try (DrawingProcesses processes = new DrawingProcesses(new DrawingLimits(Duration.ofSeconds(60), 48, 1));
                PdfPages pages = PdfPages.of(processes, HostilePdf.withAHugePicture())) {
            NotDrawable first = catchThrowableOfType(NotDrawable.class, () -> pages.picture(1, 300));

            assertThat(first.reason()).isEqualTo(NotDrawable.Reason.MEMORY);
            assertThat(pages.picture(2, 300).getWidth()).isEqualTo(300);
        }
    }

    @Test
    void drawsOnWhenItsProcessWasKilledByTheSystem() throws IOException {
        try (DrawingProcesses processes = new DrawingProcesses(LONG);
                PdfPages pages = PdfPages.of(processes, HostilePdf.withoutEnd())) {
            pages.picture(2, 300);
            processes().forEach(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });

            assertThat(pages.picture(2, 400).getWidth()).isEqualTo(400);
        }
    }

    @Test
    void letsGoOfAPageAtOnceThatIsStillBeingDrawn() throws Exception {
        try (DrawingProcesses processes = new DrawingProcesses(LONG)) {
            PdfPages pages = PdfPages.of(processes, HostilePdf.withoutEnd());
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<Object> drawing = CompletableFuture.supplyAsync(() -> {
                begun.countDown();
                return pages.picture(1, 300);
            });
            begun.await();
            long since = System.nanoTime();
            pages.close();
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(2));

            assertThatThrownBy(() -> drawing.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CancelledException.class);
        }
    }

    @Test
    void givesTheNextFileTheProcessThatIsWarm() throws IOException {
        try (DrawingProcesses processes = new DrawingProcesses(LONG)) {
            PdfPages.of(processes, HostilePdf.withoutEnd()).close();
            List<ProcessHandle> before = processes();
            try (PdfPages pages = PdfPages.of(processes, HostilePdf.withoutEnd())) {
                pages.picture(2, 300);
                assertThat(processes()).isEqualTo(before).hasSize(1);
            }
        }
    }

    @Test
    void endsEveryProcessWhenTheArchiveIsLocked() throws IOException {
        try (DrawingProcesses processes = new DrawingProcesses(LONG)) {
            PdfPages open = PdfPages.of(processes, HostilePdf.withoutEnd());
            PdfPages.of(processes, HostilePdf.withoutEnd()).close();
            List<ProcessHandle> before = processes();
            assertThat(before).hasSize(2);

            open.close();
            processes.endAll();

            before.forEach(process -> process.onExit().join());
            assertThat(processes()).isEmpty();
        }
    }
}
