package org.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.cairn.outside.OwnJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways to start the program.
class StartingTest {

    private static final Map<String, String> ASKED = Map.of("CAIRN_HEAP", " 123m ");

    @TempDir
    private Path folder;

    /// Notes with how much memory it was started, and with what it was asked.
    static final class Noting {
        public static void main(String[] arguments) throws IOException {
            Files.writeString(
                    Path.of(arguments[0]), (Runtime.getRuntime().maxMemory() >> 20) + " MiB, " + arguments[1]);
            System.exit(MoreMemory.wanted(ASKED, installed()).isPresent() ? 1 : 7);
        }

        private static Properties installed() {
            Properties properties = new Properties();
            properties.putAll(System.getProperties());
            properties.setProperty("jpackage.app-path", "cairn");
            return properties;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/launch/cairn", "src/main/launch/cairn.cmd", "installer/build", "pom.xml"})
    void everyWayToStartItKeepsTheJvmFromWritingAnythingDown(String way) throws IOException {
        String written = Files.readString(Path.of(way));

        assertThat(OwnJvm.tellingNothing())
                .map(option -> option.replaceAll("=.*", "="))
                .allSatisfy(option -> assertThat(written).contains(option));
    }

    @Test
    void anInstalledProgramStartsAgainWithTheMemoryThatWasAskedFor() throws IOException {
        assertThat(MoreMemory.wanted(ASKED, Noting.installed())).contains("123m");
        Path note = folder.resolve("note");

        int outcome = MoreMemory.run("123m", Noting.class, List.of(note.toString(), "what was said"));

        assertThat(Files.readString(note)).matches("1[12][0-9] MiB, what was said");
        assertThat(outcome).describedAs("it does not start itself once more").isEqualTo(7);
    }

    @Test
    void goesOnItselfWhereNothingWasAskedForOrTheLauncherHeardIt() {
        assertThat(MoreMemory.wanted(Map.of(), Noting.installed())).isEmpty();
        assertThat(MoreMemory.wanted(Map.of("CAIRN_HEAP", " "), Noting.installed()))
                .isEmpty();
        assertThat(MoreMemory.wanted(ASKED, new Properties())).isEmpty();
    }
}
