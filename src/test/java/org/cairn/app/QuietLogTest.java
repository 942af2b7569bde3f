package org.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class QuietLogTest {

    @Test
    void leavesOutWhatAFailureSays() {
        String line = noted("org.cairn.store.Store", "F-00AA11", new IllegalStateException("Amina Yusuf, /home/amina"));

        assertThat(line)
                .contains("IllegalStateException", "F-00AA11")
                .doesNotContain("Amina")
                .doesNotContain("/home");
    }

    @Test
    void leavesOutWhatALibrarySays() {
        assertThat(noted("org.apache.pdfbox", "cannot read secret-name.pdf", null))
                .contains("org.apache.pdfbox")
                .doesNotContain("secret-name");
    }

    @Test
    void leavesOutASentenceOfOurOwn() {
        assertThat(noted("org.cairn.ui.common.ErrorMessages", "witness Amina said", null))
                .doesNotContain("Amina");
    }

    /// Through every way by which libraries say something.
    @Test
    void notesNothingOfWhatAFileMakesItsReadersSay(@TempDir Path folder) throws Exception {
        QuietLog.begin(folder);
        try {
            IllegalStateException failure = new IllegalStateException("Amina Yusuf");
            for (int i = 0; i < 1_000; i++) {
                Logger.getLogger("org.apache.pdfbox.contentstream").log(Level.SEVERE, "Amina Yusuf", failure);
                LoggerFactory.getLogger("org.apache.fontbox.ttf").error("Amina Yusuf", failure);
                LogFactory.getLog("org.apache.pdfbox.cos").error("Amina Yusuf", failure);
            }
            Logger.getLogger("org.cairn.ui.common.ErrorMessages").warning("F-00AA11");
            Logger.getLogger("other.library").log(Level.SEVERE, "Amina Yusuf", failure);

            assertThat(Files.readString(folder.resolve("cairn-0.log")))
                    .contains("F-00AA11", "other.library")
                    .doesNotContain("Amina", "pdfbox", "fontbox");
        } finally {
            LogManager.getLogManager().readConfiguration();
        }
    }

    private static String noted(String logger, String message, @Nullable Throwable failure) {
        LogRecord line = new LogRecord(Level.WARNING, message);
        line.setLoggerName(logger);
        line.setThrown(failure);
        return QuietLog.formatter().format(line);
    }
}
