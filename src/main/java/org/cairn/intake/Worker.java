package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.outside.NoNetwork;
import org.cairn.outside.OwnJvm;
import org.cairn.outside.Spool;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;

/// One worker process, seen from the program.
final class Worker implements AutoCloseable {

    /// What is handed at once of a file that is too large to be handed over whole.
    static final long HEAD = 16L * 1024 * 1024;

    /// More than this does no file need in the folder that lies in memory: itself, and once more what is unpacked of
    /// it.
    static final long MOST_SPOOLED = 2 * 600L * 1024 * 1024;

    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final Spool spool;
    private final Patience patience;
    private final Offspring offspring;
    private final DataOutputStream to;
    private final DataInputStream from;
    private final long largest;
    private boolean ready;

    private Worker(long largest, Process process, Spool spool, ScheduledExecutorService clock) {
        this.largest = largest;
        this.process = process;
        this.spool = spool;
        this.offspring = new Offspring(process);
        this.patience = new Patience(clock, () -> spool.holdsMoreThan(MOST_SPOOLED), this::kill);
        this.to = new DataOutputStream(new BufferedOutputStream(patience.counting(process.getOutputStream()), 1 << 16));
        this.from = new DataInputStream(new BufferedInputStream(patience.counting(process.getInputStream()), 1 << 16));
    }

    /// @param ahead whether it shall load, before its first file comes, what most files need
    static Worker start(Limits limits, ScheduledExecutorService clock, boolean ahead) throws IOException {
        Spool spool = Spool.make();
        try {
            List<String> command = command(limits, spool);
            command.addAll(List.of(
                    WorkerMain.class.getName(),
                    String.valueOf(limits.textCharacters()),
                    String.valueOf(limits.largest()),
                    String.valueOf(ahead)));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Worker(limits.largest(), process, spool, clock);
        } catch (IOException e) {
            spool.close();
            throw e;
        }
    }

    /// Everything but the arguments of the program itself.
    static List<String> command(Limits limits, Spool spool) {
        List<String> command = new ArrayList<>(NoNetwork.before());
        command.addAll(List.of(
                OwnJvm.program(),
                "-Xmx" + limits.memoryMiB() + "m",
                // the model of languages alone is half of this: growing to it costs more than beginning there
                "-Xms" + Math.min(limits.memoryMiB(), 256) + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:MaxDirectMemorySize=64m",
                // whatever a parser may try: no name is found out, no connection finds a way, no channel opens
                "-Djdk.net.hosts.file=" + OwnJvm.nowhere(),
                "-DsocksProxyHost=127.0.0.1",
                "-DsocksProxyPort=1",
                "-DsocksNonProxyHosts=",
                "-Dhttp.proxyHost=127.0.0.1",
                "-Dhttp.proxyPort=1",
                "-Dhttp.nonProxyHosts=",
                "-Djava.nio.channels.spi.SelectorProvider=none",
                "-Djava.nio.channels.spi.AsynchronousChannelProvider=none",
                "-Xshare:auto",
                // since JDK 24 a parser of XML stops at a hundred thousand signs such as &amp;, which a long paper has;
                // what grows by expanding is stopped by the limits of memory and time, and by the count of expansions
                "-Djdk.xml.totalEntitySizeLimit=50000000",
                "-Djdk.xml.maxGeneralEntitySizeLimit=50000000",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + spool.folder().map(Path::toString).orElse("no-place-for-files-in-clear")));
        command.addAll(OwnJvm.tellingNothing());
        String fonts = System.getProperty("pdfbox.fontcache");
        if (fonts != null) {
            command.add("-Dpdfbox.fontcache=" + fonts);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    /// How reading a file ended.
    ///
    /// @param reading what the worker said; empty when it did not come to its end
    /// @param reason why not, a code
    /// @param mediaType what the file is, as far as it was said
    /// @param passages what it said before
    /// @param children how many children it found
    /// @param opened the passwords that opened something
    record Outcome(
            Optional<Reading> reading,
            String reason,
            String mediaType,
            List<Passage> passages,
            int children,
            Passwords opened) {

        static Outcome nothing(String reason) {
            return new Outcome(Optional.empty(), reason, Dialogue.UNKNOWN_TYPE, List.of(), 0, Passwords.NONE);
        }

        boolean ended() {
            return reading.isPresent();
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /// Reads one file. After anything but a reading this worker must be closed.
    ///
    /// @param most how long it may take
    /// @throws IOException when the process came to its end before it could be given the file
    Outcome read(Errand errand, Duration most, ChildSink sink, Progress progress) throws IOException {
        Dialogue dialogue = new Dialogue(to, from, errand.passwords(), offspring, largest);
        Future<?> watch = patience.watch(most, progress);
        try {
            awaitReady();
            return dialogue.ended(dialogue.read(errand.source(), errand.fileName(), errand.unlock(), sink));
        } catch (IOException e) {
            String reason = reason();
            if (!ready && reason.equals("crashed")) {
                throw e;
            }
            return dialogue.broken(reason);
        } finally {
            patience.rest(watch);
            offspring.end();
            spool.wipe();
        }
    }

    /// A process that never said so has not seen the file, which is not to be blamed for its end.
    private void awaitReady() throws IOException {
        if (!ready && from.readByte() != Frames.READY) {
            throw new IOException("not ready");
        }
        ready = true;
    }

    private String reason() {
        int code = exitCode();
        return switch (patience.end()) {
            case CANCELLED -> throw new CancelledException();
            case LATE -> "timeLimit";
            case OVERFULL -> "memoryLimit";
            case NOT -> code == OUT_OF_MEMORY ? "memoryLimit" : "crashed";
        };
    }

    /// The worker's exit code, once it is gone; -1 while it lives on and talks nonsense.
    private int exitCode() {
        try {
            return process.waitFor(2, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        offspring.end();
    }

    @Override
    public void close() {
        kill();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        spool.close();
    }
}
