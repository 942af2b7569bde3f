package org.cairn.ocr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cairn.ocr.NotRecognised.Reason;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Programs that behave as no text recognition should: the real one cannot be made to.
@DisabledOnOs(OS.WINDOWS)
class BoundedRunTest {

    /// For what ends by itself, however busy the machine is.
    private static final OcrLimits PATIENT = new OcrLimits(Duration.ofMinutes(1), 512, 10_000);
    private static final OcrLimits SHORT = new OcrLimits(Duration.ofMillis(400), 512, 10_000);

    @TempDir
    private Path folder;

    @Test
    void givesInputAndReturnsOutput() throws Exception {
        assertThat(new String(run("tr a-z A-Z", PATIENT), UTF_8)).isEqualTo("A PAGE");
    }

    @Test
    void endsAProgramThatHangsTogetherWithWhatItStarted() throws Exception {
        refuses("sleep 600 & echo $! > '" + folder + "/child'; sleep 600", Reason.TIME);

        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        assertThat(ProcessHandle.of(child).map(Ended::gone).orElse(true)).isTrue();
    }

    @Test
    void endsWhatAProgramLeftBehindThatEndedWellItself() throws Exception {
        run("sleep 600 & echo $! > '" + folder + "/child'; sleep 0.2; cat > /dev/null", PATIENT);

        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        assertThat(ProcessHandle.of(child).map(Ended::gone).orElse(true)).isTrue();
    }

    @Test
    void refusesAFloodOfOutput() {
        refuses("yes", Reason.OUTPUT);
    }

    @Test
    void saysThatAProgramBrokeOff() {
        refuses("exit 1", Reason.CRASHED);
        refuses("kill -SEGV $$", Reason.CRASHED);
    }

    @Test
    void holdsAProgramToItsMemory() throws Exception {
        OcrLimits little = new OcrLimits(Duration.ofSeconds(60), 64, 10_000);

        assertThat(new String(run("ulimit -v", little), UTF_8).strip()).isEqualTo(String.valueOf(64 * 1024));
    }

    @Test
    void saysThatThereIsNoSuchProgram() {
        assertThatExceptionOfType(NotRecognised.class)
                .isThrownBy(() -> new BoundedRun(SHORT, Progress.none())
                        .run(List.of(folder.resolve("none").toString()), new byte[0]));
    }

    @Test
    void stopsAtOnceWhenAskedTo() {
        Progress stopped = new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        OcrLimits patient = new OcrLimits(Duration.ofMinutes(5), 512, 10_000);

        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> new BoundedRun(patient, stopped).run(List.of(program("sleep 600")), new byte[0]));
    }

    @Test
    void tellsAProgramNothingOfItsSurroundings() throws Exception {
        assertThat(new String(run("env", PATIENT), UTF_8))
                .contains("OMP_THREAD_LIMIT=1", "TMPDIR=no-place-for-files-in-clear")
                .doesNotContain("HOME=");
    }

    @Test
    void runsAtTheLowestPriority() throws Exception {
        assertThat(new String(run("nice", PATIENT), UTF_8).strip()).isEqualTo("19");
    }

    private byte[] run(String script, OcrLimits limits) throws IOException, NotRecognised {
        return new BoundedRun(limits, Progress.none()).run(List.of(program(script)), "a page".getBytes(UTF_8));
    }

    private void refuses(String script, Reason reason) {
        OcrLimits limits = reason == Reason.TIME ? SHORT : PATIENT;
        assertThatExceptionOfType(NotRecognised.class)
                .isThrownBy(() -> run(script, limits))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private String program(String script) throws IOException {
        Path file = folder.resolve("program");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }

    /// Whether a process is gone, or goes within a moment.
    private static final class Ended {
        static boolean gone(ProcessHandle process) {
            try {
                process.onExit().get(5, TimeUnit.SECONDS);
                return true;
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
