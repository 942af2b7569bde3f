package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tie to a witness that was a mistake is ended by script, with the reason, and never without.
class UntieCommandTest {

    @TempDir
    Path temp;

    private CommandLineProcess cairn;

    @BeforeEach
    void takeInAPaperOfAWitness() throws Exception {
        cairn = CommandLineProcess.shared(temp);
        cairn.makeAStudy();
        Path witness = Files.writeString(
                temp.resolve("w.json"), "{\"kind\":\"witness\",\"category\":\"victim-survivor\",\"language\":\"en\"}");
        Path note = Files.writeString(temp.resolve("note.txt"), "The lantern went out.");
        assertThat(cairn.unlocked("record", witness.toString()).exit()).isZero();
        assertThat(cairn.unlocked("import", note.toString(), "--source", "W-0001", "--witness", "W-0001")
                        .exit())
                .isZero();
        assertThat(export().exit()).isEqualTo(3);
    }

    @Test
    void freesARecordThatWasTiedByMistakeAndSaysWhyInTheLedger() throws Exception {
        Ran untied = cairn.unlocked("untie", "E-0001", "W-0001", "--reason", "their name was misread");
        assertThat(untied.exit()).as(untied.err()).isZero();
        assertThat(untied.out() + untied.err()).contains("E-0001 is not tied to W-0001 any more");
        assertThat(cairn.unlocked("custody", "E-0001", "--json").out())
                .contains("WITNESS_UNTIED", "their name was misread");
        assertThat(export().exit()).isZero();
    }

    @Test
    void refusesWithoutAReasonAndWhereThereIsNoTie() throws Exception {
        assertThat(cairn.unlocked("untie", "E-0001", "W-0001").exit()).isEqualTo(2);
        assertThat(cairn.unlocked("untie", "E-0001", "W-0001", "--reason", " ").exit())
                .isEqualTo(2);
        assertThat(cairn.unlocked("untie", "E-0001", "W-0002", "--reason", "x").exit())
                .isNotZero();
        assertThat(cairn.unlocked("untie", "E-0001").exit()).isEqualTo(2);
        assertThat(export().exit()).isEqualTo(3);
    }

    private Ran export() throws Exception {
        Path folder = Files.createTempDirectory(temp, "out");
        return cairn.unlocked("export", "E-0001", "--out", folder.toString());
    }
}
