package org.cairn.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cairn.outside.RunFailed.Reason;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Programs that behave as no decoder should: a real one cannot be made to.
@EnabledOnOs(OS.LINUX)
class OutsideRunTest {

    /// For what ends by itself, however busy the machine is.
    private static final RunLimits PATIENT = new RunLimits(Duration.ofMinutes(1), 1_024, 4 << 20);
    private static final RunLimits SHORT = new RunLimits(Duration.ofSeconds(1), 1_024, 4 << 20);

    private Spool spool;
    private Path folder;

    @BeforeEach
    void makeFolder() {
        spool = Spool.make();
        assumeTrue(spool.folder().isPresent(), "no folder in memory here");
        folder = spool.folder().orElseThrow();
    }

    @AfterEach
    void wipe() {
        spool.close();
    }

    @Test
    void keepsWhatAProgramSaysInTheFolderAndNowhereElse() throws Exception {
        assertThat(said("echo pages", PATIENT)).isEqualTo("pages");
        assertThat(said("pwd; echo $HOME $TMPDIR $XDG_CACHE_HOME", PATIENT).split("\\s+"))
                .containsOnly(folder.toString());
    }

    @Test
    void endsAProgramThatHangsTogetherWithWhatItStarted() throws Exception {
        refuses("sleep 4711 & sleep 4711", SHORT, Reason.TIME);

        assertThat(nobodyRuns("4711")).isTrue();
    }

    @Test
    void endsWhatLetGoOfTheProgramThatStartedIt() throws Exception {
        said("(setsid sleep 4712 '" + folder + "' >/dev/null 2>&1 &) ; sleep 0.2", PATIENT);

        assertThat(nobodyRuns("4712")).isTrue();
    }

    @Test
    void refusesAFloodOfFiles() {
        refuses("while :; do head -c 900000 /dev/zero > $(mktemp -p .); done", PATIENT, Reason.OUTPUT);
    }

    @Test
    void letsNoFileGrowBeyondWhatIsAllowed() {
        refuses("head -c 90000000 /dev/zero > large; sleep 4713", PATIENT, Reason.OUTPUT);
    }

    @Test
    void saysThatAProgramBrokeOff() {
        refuses("exit 3", PATIENT, Reason.CRASHED);
        refuses("kill -SEGV $$", PATIENT, Reason.CRASHED);
    }

    @Test
    void holdsAProgramToItsMemory() throws Exception {
        assertThat(said("ulimit -v", PATIENT)).isEqualTo(String.valueOf(1_024 * 1_024));
    }

    /// By a program that is run like any other.
    private static String saidHere(String program) throws Exception {
        Process process = new ProcessBuilder(program).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void runsBehindWhatIsUrgent() throws Exception {
        int own = Integer.parseInt(saidHere("nice"));
        assertThat(said("nice", PATIENT)).isEqualTo(String.valueOf(own + 5));
    }

    @Test
    void givesNoNetworkWhereTheSystemCanWithholdIt() throws Exception {
        assumeTrue(OutsideRun.withoutNetwork(), "this system withholds no network from a person's programs");

        assertThat(said("cat /proc/net/dev", PATIENT).lines().skip(2)).allMatch(line -> line.contains("lo:"));
    }

    @Test
    void tellsAProgramNothingOfItsSurroundings() throws Exception {
        assertThat(said("env", PATIENT).lines())
                .contains("http_proxy=http://127.0.0.1:9", "TOLD=this")
                .noneMatch(line -> line.startsWith("USER=") || line.startsWith("JAVA_HOME="));
    }

    @Test
    void saysThatThereIsNoSuchProgram() {
        assertThatExceptionOfType(RunFailed.class)
                .isThrownBy(() -> run(List.of(folder.resolve("none").toString()), PATIENT));
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

        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> OutsideRun.in(spool, PATIENT, stopped)
                        .orElseThrow()
                        .run(List.of("/bin/sleep", "4714"), folder.resolve("said"), Map.of()));
        assertThat(nobodyRuns("4714")).isTrue();
    }

    /// What a killed program leaves: the pipe that it held breaks.
    @Test
    void endsByItselfWhenTheProgramThatStartedItIsGone() throws Exception {
        Process holder = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(holder.inputReader().readLine()).isEqualTo("runs");
        assertThat(runs("4715")).isTrue();

        holder.destroyForcibly().waitFor();

        assertThat(nobodyRuns("4715")).isTrue();
        Spool.sweep();
    }

    /// Starts something that never ends, and is killed meanwhile.
    static final class Holder {
        public static void main(String[] none) throws Exception {
            Spool spool = Spool.make();
            Path folder = spool.folder().orElseThrow();
            Thread.ofPlatform().start(() -> {
                try {
                    OutsideRun.in(spool, PATIENT, Progress.none())
                            .orElseThrow()
                            .run(List.of("/bin/sleep", "4715"), folder.resolve("said"), Map.of());
                } catch (RunFailed e) {
                    throw new IllegalStateException(e);
                }
            });
            while (!runs("4715")) {
                Thread.onSpinWait();
            }
            System.out.println("runs");
        }
    }

    private String said(String script, RunLimits limits) throws IOException, RunFailed {
        run(List.of(program(script)), limits);
        return Files.readString(folder.resolve("said")).strip();
    }

    private void run(List<String> command, RunLimits limits) throws RunFailed {
        OutsideRun.in(spool, limits, Progress.none())
                .orElseThrow()
                .run(command, folder.resolve("said"), Map.of("TOLD", "this"));
    }

    private void refuses(String script, RunLimits limits, Reason reason) {
        assertThatExceptionOfType(RunFailed.class)
                .isThrownBy(() -> said(script, limits))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
        spool.wipe();
    }

    private String program(String script) throws IOException {
        Path file = folder.resolve("program");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }

    private static boolean runs(String number) {
        return ProcessHandle.allProcesses().anyMatch(process -> sleeps(process, number));
    }

    private static boolean sleeps(ProcessHandle process, String number) {
        return process.info().command().orElse("").endsWith("sleep")
                && process.info()
                        .arguments()
                        .map(given -> given[0].equals(number))
                        .orElse(false);
    }

    /// Whether such a process is gone, or goes within a moment.
    private static boolean nobodyRuns(String number) {
        return ProcessHandle.allProcesses().filter(process -> sleeps(process, number)).toList().stream()
                .allMatch(process -> {
                    try {
                        process.onExit().get(5, TimeUnit.SECONDS);
                        return true;
                    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                        return false;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return false;
                    }
                });
    }
}
