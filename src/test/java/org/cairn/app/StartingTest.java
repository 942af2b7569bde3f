package org.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.outside.OwnJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways to start the program.
class StartingTest {

    private static final Map<String, String> ASKED = Map.of("CAIRN_HEAP", " 123m ");

    private static final String ERROR_FILE = "-XX:ErrorFile=";
    /// As each system, or Maven for it, calls the file that keeps nothing.
    private static final Pattern NOWHERE = Pattern.compile("^(" + ERROR_FILE + ")(/dev/null|NUL|\\$\\{nowhere})$");
    /// What is written for people only.
    private static final Pattern SAID_ASIDE = Pattern.compile("(?m)(?s:<!--.*?-->)|^\\s*(#|(?i:rem\\b|::)).*$");

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
        List<String> given = Stream.of(SAID_ASIDE
                        .matcher(Files.readString(Path.of(way)))
                        .replaceAll("")
                        .split("[\\s\"<>]+"))
                .map(option -> NOWHERE.matcher(option).replaceFirst("$1nowhere"))
                .toList();

        assertThat(OwnJvm.tellingNothing())
                .map(option -> NOWHERE.matcher(option).replaceFirst("$1nowhere"))
                .allSatisfy(option -> assertThat(given).contains(option));
        assertThat(given).filteredOn(option -> option.startsWith(ERROR_FILE)).containsOnly(ERROR_FILE + "nowhere");
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
