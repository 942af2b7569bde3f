package org.cairn.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cairn.ocr.NotRecognised.Reason;
import org.cairn.outside.NoNetwork;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;

/// One run of a program within limits: at the lowest priority, without a network where the system can withhold it,
/// ended with everything it started.
///
/// It sees none of this program's environment but where things are installed, and no folder for temporary files.
final class BoundedRun {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final int LOOK_MILLIS = 20;
    private static final int SPARE_SECONDS = 5;
    private static final Set<String> NEEDED =
            Set.of("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "LANG", "LC_ALL");

    /// The system ends it too, so that it does not go on when this program is gone. A limit that a system does not
    /// know is none.
    private static final String LIMITED = "ulimit -c 0 2>/dev/null; ulimit -t \"$1\" 2>/dev/null;"
            + " ulimit -v \"$2\" 2>/dev/null; shift 2; exec nice -n 19 \"$@\"";

    private final OcrLimits limits;
    private final Progress progress;
    private final Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean flooded = new AtomicBoolean();

    BoundedRun(OcrLimits limits, Progress progress) {
        this.limits = limits;
        this.progress = progress;
    }

    /// Runs it to its end.
    ///
    /// @param command the program and its arguments
    /// @param input what it reads
    /// @return what it wrote
    /// @throws NotRecognised when it did not end well within the limits
    /// @throws CancelledException when asked to stop
    byte[] run(List<String> command, byte[] input) throws NotRecognised {
        Process process = start(command);
        try (Output output = new Output(process)) {
            Thread.ofVirtual().start(() -> feed(process, input));
            await(process);
            if (flooded.get()) {
                throw new NotRecognised(Reason.OUTPUT);
            }
            if (process.exitValue() != 0) {
                throw new NotRecognised(Reason.CRASHED);
            }
            return output.whole();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            kill(process);
        }
    }

    private Process start(List<String> command) throws NotRecognised {
        ProcessBuilder builder = new ProcessBuilder(limited(command)).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> known = new TreeMap<>(builder.environment());
        builder.environment().clear();
        known.forEach((name, value) -> {
            if (NEEDED.contains(name.toUpperCase(java.util.Locale.ROOT))) {
                builder.environment().put(name, value);
            }
        });
        // its own threads make it ten times slower
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        for (String folder : List.of("TMPDIR", "TMP", "TEMP")) {
            builder.environment().put(folder, "no-place-for-files-in-clear");
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new NotRecognised(Reason.NOT_STARTED);
        }
    }

    private List<String> limited(List<String> command) {
        if (WINDOWS) {
            return command;
        }
        long seconds = limits.time().toSeconds() + SPARE_SECONDS;
        List<String> whole = new ArrayList<>(List.of(
                "/bin/sh", "-c", LIMITED, "sh", String.valueOf(seconds), String.valueOf(limits.memoryMiB() * 1024L)));
        whole.addAll(NoNetwork.before());
        whole.addAll(command);
        return whole;
    }

    private static void feed(Process process, byte[] input) {
        try (OutputStream to = process.getOutputStream()) {
            to.write(input);
        } catch (IOException e) {
            // it ended before it had read everything: its exit code says why
        }
    }

    private void await(Process process) throws InterruptedException, NotRecognised {
        long end = System.nanoTime() + limits.time().toNanos();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(started::add);
            progress.checkCancelled();
            if (System.nanoTime() > end) {
                throw new NotRecognised(Reason.TIME);
            }
        }
    }

    private void kill(Process process) {
        process.descendants().forEach(started::add);
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(Duration.ofSeconds(SPARE_SECONDS).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What it writes, as far as the limit goes.
    private final class Output implements AutoCloseable {

        private final Process process;
        private final Thread reading;
        private byte[] read = {};

        Output(Process process) {
            this.process = process;
            this.reading = Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (InputStream from = process.getInputStream()) {
                byte[] some = from.readNBytes(limits.outputBytes() + 1);
                if (some.length > limits.outputBytes()) {
                    flooded.set(true);
                    process.destroyForcibly();
                } else {
                    read = some;
                }
            } catch (IOException e) {
                // it was ended
            }
        }

        byte[] whole() throws InterruptedException, NotRecognised {
            // something it started may still hold the pipe
            started.forEach(ProcessHandle::destroyForcibly);
            if (!reading.join(Duration.ofSeconds(SPARE_SECONDS))) {
                throw new NotRecognised(Reason.CRASHED);
            }
            if (flooded.get()) {
                throw new NotRecognised(Reason.OUTPUT);
            }
            return read;
        }

        @Override
        public void close() {
            reading.interrupt();
        }
    }
}
