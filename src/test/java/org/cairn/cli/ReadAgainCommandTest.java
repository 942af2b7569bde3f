package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What could not be read is read again by script.
class ReadAgainCommandTest {

    @TempDir
    Path temp;

    @Test
    void readsAgainWhatWasNamedAndWhatCouldNotBeRead() throws Exception {
        CommandLineProcess cairn = CommandLineProcess.shared(temp);
        cairn.makeAStudy();
        Path note = Files.writeString(temp.resolve("note.txt"), "The lantern went out.");
        Path strange = Files.write(temp.resolve("x.bin"), new byte[] {0x7f, 0x43, 0x52, 0, 1, 2});
        cairn.unlocked("import", note.toString(), strange.toString(), "--source", "the registry");

        Ran unreadable = cairn.unlocked("read-again", "--unreadable", "--json");
        assertThat(unreadable.exit()).as(unreadable.err()).isZero();
        assertThat(unreadable.json().get("again")).hasSize(1);
        assertThat(unreadable.json().at("/again/0/ref").asText()).isEqualTo("E-0002");
        assertThat(unreadable.json().at("/again/0/reading/status").asText()).isEqualTo("UNREADABLE");

        Ran named = cairn.unlocked("read-again", "E-0001");
        assertThat(named.exit()).as(named.err()).isZero();
        assertThat(named.out() + named.err()).contains("1 item read again, 1 of them now whole");
        assertThat(cairn.unlocked("custody", "E-0001", "--lang", "fr").out())
                .contains("relu pour la recherche", "Lecture précédente");
        assertThat(cairn.unlocked("read-again").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(cairn.unlocked("read-again", "E-0099").exit()).isNotZero();
        assertThat(cairn.unlocked("verify", "--json").json().get("clean").asBoolean())
                .isTrue();
    }
}
