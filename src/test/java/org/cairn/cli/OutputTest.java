package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A name that somebody gave to a file says nothing to the terminal.
class OutputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B[2Jpapers",
                "papers\rE-0001  taken",
                "\u009B31mpapers",
                "pape\brs",
                "gpj\u202E.exe",
                "a\u2067b"
            })
    void showsWhatATerminalWouldObeyAsAReplacement(String name) {
        assertThat(Output.shown(name)).contains("\uFFFD").hasSameSizeAs(name);
    }

    @Test
    void leavesLinesColumnsAndEveryScriptAlone() {
        String text = "first line\n\tسجل \u200Fa\u200E 证据 🫀";
        assertThat(Output.shown(text)).isEqualTo(text);
    }
}
