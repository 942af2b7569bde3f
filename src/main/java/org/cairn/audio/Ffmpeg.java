package org.cairn.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.outside.Programs;

/// The program `ffmpeg`, where somebody has installed it: it decodes what is handed to it over a pipe, and does nothing
/// else.
///
/// It may open no file, no address and no other program (`-protocol_whitelist pipe`); its bytes come and go over pipes
/// and are never on a disk in clear. It is ended with whatever it started.
public final class Ffmpeg implements AutoCloseable {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    private static final String MEMORY_KIB = "2000000";

    private final Process process;
    private final Thread feeding;

    private Ffmpeg(Process process, Thread feeding) {
        this.process = process;
        this.feeding = feeding;
    }

    /// Where it is installed.
    public static Optional<Path> program() {
        return Programs.named("ffmpeg", Optional.empty(), List.of()).stream().findFirst();
    }

    /// Begins to decode.
    ///
    /// @param bytes what it decodes, read in a thread of its own and closed at the end
    /// @param wanted what it makes of it, in its own words; the result goes to its standard output
    static Ffmpeg start(InputStream bytes, List<String> wanted) throws IOException {
        List<String> command = new ArrayList<>();
        if (!WINDOWS) {
            command.addAll(List.of("/bin/sh", "-c", "ulimit -v " + MEMORY_KIB + "; exec \"$@\"", "sh"));
        }
        command.add(
                program().orElseThrow(() -> new IOException("not installed")).toString());
        command.addAll(List.of("-nostdin", "-hide_banner", "-loglevel", "quiet", "-nostats", "-threads", "1"));
        command.addAll(List.of("-protocol_whitelist", "pipe", "-i", "pipe:0"));
        command.addAll(wanted);
        command.add("pipe:1");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        Thread feeding = Thread.ofPlatform().daemon().name("decoder feed").unstarted(() -> feed(bytes, process));
        feeding.start();
        return new Ffmpeg(process, feeding);
    }

    private static void feed(InputStream bytes, Process process) {
        try (bytes;
                OutputStream to = process.getOutputStream()) {
            bytes.transferTo(to);
        } catch (IOException e) {
            // it has all it needs, or was ended
        }
    }

    InputStream decoded() {
        return process.getInputStream();
    }

    /// Ends it, and what it started.
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.getInputStream().close();
            feeding.join(2_000);
        } catch (IOException e) {
            // it is gone already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
