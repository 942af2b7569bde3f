package org.cairn;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Tests hand hostile files to the libraries that read files: what those say of them, with a trace for each of ten
/// thousand broken drawings, is nothing that anybody reads.
public final class SpeechlessReaders implements LauncherSessionListener {

    /// Held, because a logger that nobody holds forgets its level.
    private static final List<Logger> READERS = Stream.of("org.apache.pdfbox", "org.apache.fontbox", "org.apache.tika")
            .map(Logger::getLogger)
            .toList();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        READERS.forEach(reader -> reader.setLevel(Level.OFF));
    }
}
