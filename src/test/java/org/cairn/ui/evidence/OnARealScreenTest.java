package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What only a real screen can show: files dragged from another window, the clipboard of the machine. On a screen of
/// its own where Xvfb is installed; skipped elsewhere, with a word.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OnARealScreenTest {

    private static List<String> facts = List.of();

    @BeforeAll
    static void dragDropAndCopy(@TempDir Path folder) throws Exception {
        assumeThat(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "Xvfb"))))
                .as("Xvfb is not installed: dragging files and the clipboard are not tested here")
                .isTrue();
        Process xvfb = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader display = xvfb.inputReader(StandardCharsets.UTF_8)) {
            String number = display.readLine();
            assumeThat(number).as("Xvfb does not start here").isNotNull();
            facts = run(folder, ":" + number);
        } finally {
            xvfb.destroy();
            xvfb.waitFor();
        }
    }

    @AfterAll
    static void forget() {
        facts = List.of();
    }

    @Test
    void filesDroppedOntoTheWindowComeIntoEvidenceAfterOneQuestion() {
        assertThat(facts).containsSequence("asked once", "taken in 2");
    }

    @Test
    void theLineMarkedOutOnAPageComesToTheClipboardAndNothingElseOfIt() {
        assertThat(facts).contains("copied The blood sample was taken");
    }

    @Test
    void whatWasCopiedIsTakenBackWhenTheArchiveIsLocked() {
        assertThat(facts).containsSequence("locked null", "locked null", "locked from elsewhere");
    }

    @Test
    void whatAnotherProgramCopiedStaysWhereNothingWasMarkedOrSomethingElseChosen() {
        assertThat(facts)
                .containsSequence(
                        "nothing marked from elsewhere", "something else chosen from elsewhere", "chosen null");
    }

    private static List<String> run(Path folder, String display) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx1g",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                RealScreen.class.getName(),
                folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", display);
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().put("GDK_BACKEND", "x11");
        Process program = builder.start();
        List<String> said;
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            said = out.lines().toList();
        }
        int exit = program.waitFor();
        assumeThat(exit)
                .as("no window can be opened here: the system has no GTK")
                .isNotEqualTo(RealScreen.NO_SCREEN);
        assertThat(exit).as(String.join("\n", said)).isZero();
        return said;
    }
}
