package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.archive.KitPapers;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kit made, rehearsed, used and remade by script, from what is printed on its pages.
class RecoveryCommandsTest {

    @TempDir
    Path temp;

    @Test
    void opensTheArchiveAgainByWhatIsOnThePages() throws Exception {
        CommandLineProcess cairn = CommandLineProcess.shared(temp);
        Path pdf = temp.resolve("kit.pdf");
        Ran made = cairn.unlocked(
                "create", cairn.archive().toString(), "--name", "Study", "--recovery-kit", pdf.toString(), "--json");
        assertThat(made.exit()).isZero();
        assertThat(made.json().at("/recoveryKit/shares").asInt()).isEqualTo(3);
        assertThat(made.json().at("/recoveryKit/needed").asInt()).isEqualTo(2);
        Path papers = Files.createDirectory(temp.resolve("papers"));
        writeOut(pdf, papers);

        Ran rehearsed = cairn.unlocked(with(papers, "recovery-kit", "--rehearse", "--json"));
        assertThat(rehearsed.exit()).as(rehearsed.err()).isZero();
        assertThat(rehearsed.json().get("opens").asBoolean()).isTrue();

        Files.writeString(temp.resolve("new.txt"), "quite another sentence to keep\n");
        Ran recovered = cairn.run(withNew(cairn, papers));
        assertThat(recovered.exit()).as(recovered.err()).isZero();
        assertThat(cairn.unlocked("list", "witness").exit()).isEqualTo(4);
        Files.writeString(temp.resolve("pass.txt"), "quite another sentence to keep\n");
        assertThat(cairn.unlocked("verify").exit()).isZero();

        Path again = temp.resolve("again.pdf");
        assertThat(cairn.unlocked("recovery-kit", "--out", again.toString(), "--shares", "2")
                        .exit())
                .isZero();
        Ran former = cairn.unlocked(with(papers, "recovery-kit", "--rehearse", "--json"));
        assertThat(former.exit()).isEqualTo(2);
        assertThat(former.json().at("/error/code").asText()).isEqualTo("recoveryMistyped");
    }

    @Test
    void tellsRefusalsApartByExitCode() throws Exception {
        CommandLineProcess cairn = CommandLineProcess.shared(temp);
        Path pdf = temp.resolve("kit.pdf");
        assertThat(cairn.unlocked(
                                "create",
                                cairn.archive().toString(),
                                "--name",
                                "Study",
                                "--recovery-kit",
                                pdf.toString(),
                                "--needed",
                                "4")
                        .exit())
                .isEqualTo(2);
        assertThat(cairn.archive()).doesNotExist();
        assertThat(pdf).doesNotExist();

        cairn.unlocked("create", cairn.archive().toString(), "--name", "Study");
        assertThat(cairn.unlocked("recovery-kit", "--rehearse").exit()).isEqualTo(4);
        assertThat(cairn.unlocked("recovery-kit").exit()).isEqualTo(2);
        assertThat(cairn.unlocked("recovery-kit", "--out", pdf.toString(), "--shares", "1", "--needed", "1")
                        .exit())
                .isZero();
        assertThat(cairn.unlocked("recovery-kit", "--out", pdf.toString()).exit())
                .isEqualTo(2);

        Path papers = Files.createDirectory(temp.resolve("papers"));
        writeOut(pdf, papers);
        Path phrase = papers.resolve("phrase");
        Files.writeString(phrase, "abacus abdomen abdominal abide abiding ability ablaze able");
        Ran wrong = cairn.unlocked(
                "recovery-kit",
                "--rehearse",
                "--phrase-file",
                phrase.toString(),
                "--share-file",
                papers.resolve("share1").toString(),
                "--json");
        assertThat(wrong.exit()).isEqualTo(4);
        assertThat(wrong.json().at("/error/code").asText()).isEqualTo("wrongRecovery");
    }

    private static String[] with(Path papers, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--phrase-file", papers.resolve("phrase").toString()));
        all.addAll(List.of("--share-file", papers.resolve("share3").toString()));
        all.addAll(List.of("--share-file", papers.resolve("share1").toString()));
        return all.toArray(String[]::new);
    }

    private List<String> withNew(CommandLineProcess cairn, Path papers) {
        List<String> all = new ArrayList<>(List.of(with(papers, "recover")));
        all.addAll(List.of("--archive", cairn.archive().toString(), "--user", "amina"));
        all.addAll(List.of("--new-passphrase-file", temp.resolve("new.txt").toString()));
        return all;
    }

    /// Types the pages off, as somebody does who has the paper.
    private static void writeOut(Path pdf, Path into) throws IOException {
        KitPapers typed = KitPapers.read(pdf);
        Files.writeString(into.resolve("phrase"), typed.phrase());
        for (int number = 1; number <= typed.shares().size(); number++) {
            Files.writeString(into.resolve("share" + number), typed.shares().get(number - 1));
        }
    }
}
