package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// A bar on a terminal makes way for a line, to its last column, and is gone when the work is done.
class TerminalProgressTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(screen, true, StandardCharsets.UTF_8);

    @Test
    void makesWayForALine() {
        TerminalProgress bar = TerminalProgress.on(terminal, new Words(Locale.forLanguageTag("zh-Hans")));
        bar.step("seal", 1, 40);
        bar.asideFor(() -> terminal.println("E-0001"));
        // two letters of two columns each, a blank and 1/40
        assertThat(shown()).isEqualTo("封存 1/40\r" + " ".repeat(9) + "\rE-0001" + System.lineSeparator());
    }

    @Test
    void leavesNothingBehindWhenTheWorkIsDone() {
        TerminalProgress bar = TerminalProgress.on(terminal, new Words(Locale.ENGLISH));
        bar.step("seal", 1, 2);
        bar.step("seal", 2, 2);
        bar.asideFor(() -> terminal.print("done"));
        assertThat(shown()).endsWith("\r" + " ".repeat("Sealing 1/2".length()) + "\rdone");
    }

    @Test
    void saysNothingWhereThereIsNoTerminal() {
        TerminalProgress none = TerminalProgress.none(new Words(Locale.ENGLISH));
        none.step("seal", 1, 2);
        none.asideFor(() -> terminal.print("E-0001"));
        assertThat(shown()).isEqualTo("E-0001");
    }

    @Test
    void countsColumnsAsATerminalDoes() {
        assertThat(Columns.width("abc")).isEqualTo(3);
        assertThat(Columns.width("封存（）")).isEqualTo(8);
        assertThat(Columns.width("محامٍ")).isEqualTo(4);
        assertThat(Columns.pad("封存", 6)).isEqualTo("封存  ");
        assertThat(Columns.pad("far too wide", 3)).isEqualTo("far too wide  ");
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
