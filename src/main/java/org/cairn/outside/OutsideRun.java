package org.cairn.outside;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cairn.outside.RunFailed.Reason;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;

/// One run of somebody else's program in a folder that lies in memory: within limits, behind what is urgent, where the
/// system allows it without a network, ended with everything it started, also when this program is gone.
///
/// It is told nothing of its surroundings: not where the person's own folder is, nor what other programs are told.
public final class OutsideRun {

    private static final int LOOK_MILLIS = 50;
    private static final int SPARE_SECONDS = 5;
    private static final int BLOCK = 512;

    /// Nobody listens there.
    private static final String NOWHERE = "http://127.0.0.1:9";

    /// The pipe at its input is a lifeline: it breaks when this program is gone, and the run is ended from within, with
    /// its whole group. A limit that a system does not know is none.
    private static final String LIMITED = "ulimit -c 0 2>/dev/null; ulimit -t \"$1\" 2>/dev/null;"
            + " ulimit -v \"$2\" 2>/dev/null; ulimit -f \"$3\" 2>/dev/null; shift 3; exec 3<&0;"
            + " group=$(command -v setsid); $group nice -n 5 \"$@\" </dev/null 3<&- & run=$!;"
            + " (read -r nothing <&3; kill -9 -$run; kill -9 $run) >/dev/null 2>&1 & line=$!; exec 3<&-;"
            + " wait $run; end=$?; kill -9 $line 2>/dev/null; exit $end";

    private final Path folder;
    private final Spool spool;
    private final RunLimits limits;
    private final Progress progress;

    private OutsideRun(Spool spool, Path folder, RunLimits limits, Progress progress) {
        this.spool = spool;
        this.folder = folder;
        this.limits = limits;
        this.progress = progress;
    }

    /// A run in a folder; nothing where the system has none that lies in memory.
    public static Optional<OutsideRun> in(Spool spool, RunLimits limits, Progress progress) {
        return spool.folder().map(folder -> new OutsideRun(spool, folder, limits, progress));
    }

    /// Whether what runs on this system is kept from every network by the system itself.
    public static boolean withoutNetwork() {
        return Enclosure.keepsFromNetworks();
    }

    /// Runs it to its end.
    ///
    /// @param said the file in the folder that takes what it says
    /// @param besides what it is told of its surroundings besides
    /// @throws RunFailed when it did not end well within the limits
    /// @throws CancelledException when asked to stop
    public void run(List<String> command, Path said, Map<String, String> besides) throws RunFailed {
        Process process = start(command, said, besides);
        Tree tree = new Tree(process, folder);
        try {
            await(process, tree);
            if (process.exitValue() != 0) {
                // what is ended for writing too much says no more than what breaks off
                throw new RunFailed(spool.holdsMoreThan(limits.folderBytes()) ? Reason.OUTPUT : Reason.CRASHED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            tree.end();
        }
        if (spool.holdsMoreThan(limits.folderBytes())) {
            throw new RunFailed(Reason.OUTPUT);
        }
    }

    private Process start(List<String> command, Path said, Map<String, String> besides) throws RunFailed {
        ProcessBuilder builder = new ProcessBuilder(limited(command))
                .directory(folder.toFile())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> told = builder.environment();
        String path = told.getOrDefault("PATH", "/usr/bin:/bin");
        told.clear();
        told.put("PATH", path);
        told.put("LANG", "C.UTF-8");
        for (String place : List.of(
                "HOME",
                "TMPDIR",
                "TMP",
                "TEMP",
                "XDG_CONFIG_HOME",
                "XDG_CACHE_HOME",
                "XDG_DATA_HOME",
                "XDG_RUNTIME_DIR")) {
            told.put(place, folder.toString());
        }
        for (String proxy : List.of("http_proxy", "https_proxy", "ftp_proxy", "all_proxy")) {
            told.put(proxy, NOWHERE);
        }
        told.putAll(besides);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new RunFailed(Reason.NOT_STARTED);
        }
    }

    private List<String> limited(List<String> command) {
        // of all its threads together
        long seconds = 2 * limits.time().toSeconds() + SPARE_SECONDS;
        long blocks = limits.folderBytes() / BLOCK + 1;
        List<String> whole = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                LIMITED,
                "sh",
                String.valueOf(seconds),
                String.valueOf(limits.memoryMiB() * 1024L),
                String.valueOf(blocks)));
        whole.addAll(Enclosure.around());
        whole.addAll(command);
        return whole;
    }

    private void await(Process process, Tree tree) throws InterruptedException, RunFailed {
        long end = System.nanoTime() + limits.time().toNanos();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            tree.look();
            progress.checkCancelled();
            if (System.nanoTime() > end) {
                throw new RunFailed(Reason.TIME);
            }
            if (spool.holdsMoreThan(limits.folderBytes())) {
                throw new RunFailed(Reason.OUTPUT);
            }
        }
    }
}
