package org.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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

    private static String noted(String logger, String message, @Nullable Throwable failure) {
        LogRecord line = new LogRecord(Level.WARNING, message);
        line.setLoggerName(logger);
        line.setThrown(failure);
        return QuietLog.formatter().format(line);
    }
}
