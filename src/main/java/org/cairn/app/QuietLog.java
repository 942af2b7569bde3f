package org.cairn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// What the program notes about itself, in two small files that follow one another: level, class and code; of a failure
/// the class and the places in the program. Never a message: a library's message may quote a path or a word.
final class QuietLog extends Formatter {

    private static final int BYTES = 512 * 1024;
    private static final int FILES = 2;

    /// Libraries that read files of others: whoever made a file must not decide what is noted here, nor how often.
    /// Held,
    /// because a logger that nobody holds forgets its level.
    private static final List<Logger> READERS = Stream.of(
                    "org.apache.pdfbox", "org.apache.fontbox", "org.apache.xmpbox", "org.apache.tika", "org.apache.poi")
            .map(Logger::getLogger)
            .toList();

    private QuietLog() {}

    /// Sends everything noted from now on to the folder, and nothing anywhere else.
    static void begin(Path folder) {
        LogManager.getLogManager().reset();
        READERS.forEach(reader -> reader.setLevel(Level.OFF));
        Logger root = Logger.getLogger("");
        try {
            Files.createDirectories(folder);
            Handler file = new FileHandler(folder.resolve("cairn-%g.log").toString(), BYTES, FILES, true);
            file.setFormatter(new QuietLog());
            file.setLevel(Level.WARNING);
            root.addHandler(file);
            root.setLevel(Level.WARNING);
        } catch (IOException e) {
            root.setLevel(Level.OFF); // a program that cannot note its faults still runs
        }
    }

    /// A formatter as it is used, for the test of what it leaves out.
    static QuietLog formatter() {
        return new QuietLog();
    }

    @Override
    public String format(LogRecord line) {
        StringBuilder text = new StringBuilder()
                .append(Instant.ofEpochMilli(line.getMillis()))
                .append(' ')
                .append(line.getLevel().getName())
                .append(' ')
                .append(line.getLoggerName())
                .append(' ')
                .append(code(line))
                .append('\n');
        for (Throwable failure = line.getThrown(); failure != null; failure = failure.getCause()) {
            text.append("  ").append(failure.getClass().getName()).append('\n');
            for (StackTraceElement frame : failure.getStackTrace()) {
                text.append("    ")
                        .append(frame.getClassName())
                        .append('.')
                        .append(frame.getMethodName())
                        .append(':')
                        .append(frame.getLineNumber())
                        .append('\n');
            }
        }
        return text.toString();
    }

    /// Our own lines are codes of one word; whatever else is said is left out.
    private static String code(LogRecord line) {
        String name = String.valueOf(line.getLoggerName());
        String message = String.valueOf(line.getMessage());
        return name.startsWith("org.cairn.") && message.matches("[A-Za-z0-9.-]{1,40}") ? message : "-";
    }
}
