package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole job by script: exit codes, JSON on standard output, nothing of it in the program's own log.
class CommandLineTest {

    @TempDir
    Path temp;

    @Test
    void doesTheWholeJob() throws Exception {
        CommandLineProcess cairn = new CommandLineProcess(temp);
        assertThat(cairn.unlocked("create", cairn.archive().toString(), "--name", "Study", "--json")
                        .json()
                        .get("user")
                        .asText())
                .isEqualTo("amina");

        Path forms = Files.createDirectory(temp.resolve("forms"));
        Path witness = Files.writeString(
                forms.resolve("w.json"),
                "{\"kind\":\"witness\",\"category\":\"victim-survivor\",\"language\":\"en\","
                        + "\"identity\":{\"name\":\"Plantedname Example\"}}");
        Path notes = Files.writeString(forms.resolve("c0.json"), consent("REC_NOTES"));
        Path store = Files.writeString(forms.resolve("c1.json"), consent("STORE"));
        Path submit = Files.writeString(forms.resolve("c2.json"), consent("SUBMIT_TRIBUNAL"));
        Path testimony = Files.writeString(
                forms.resolve("t.json"),
                "{\"kind\":\"testimony\",\"witness\":\"W-0001\",\"title\":\"The promise\",\"language\":\"en\","
                        + "\"paragraphs\":[\"They promised ten thousand for the kidney.\"]}");
        assertThat(cairn.unlocked("record", witness.toString(), notes.toString(), store.toString(), "--json")
                        .exit())
                .isZero();
        assertThat(cairn.unlocked("record", testimony.toString(), "--seal", "--json")
                        .json()
                        .get("reference")
                        .asText())
                .isEqualTo("T-0001");

        Path papers = Files.createDirectory(temp.resolve("papers"));
        Files.writeString(papers.resolve("receipt.txt"), "Received one thousand for the kidney, bed 14.");
        JsonNode taken = cairn.unlocked(
                        "import", papers.toString(), "--source", "the registry", "--acquired", "HANDED_OVER", "--json")
                .json();
        assertThat(taken.get("taken").asInt()).isEqualTo(1);
        assertThat(taken.at("/files/0/reading/status").asText()).isEqualTo("COMPLETE");

        JsonNode found = cairn.unlocked("search", "kidney", "--json").json();
        assertThat(found.get("total").asInt()).isEqualTo(2);
        assertThat(found.at("/hits/0/passages/0/highlights/0").size()).isEqualTo(2);

        JsonNode asked = cairn.unlocked("search", "Who received how much for the kidney?", "--json")
                .json();
        assertThat(asked.get("total").asInt()).isEqualTo(2);
        assertThat(asked.at("/hits/0/ref").asText()).isEqualTo("E-0001");
        assertThat(asked.at("/instead/query").asText()).startsWith("Who OR received OR how");
        assertThat(asked.at("/instead/foundAsTyped").asInt()).isZero();
        assertThat(cairn.unlocked("search", "Who received how much for the kidney?", "--kind", "witness", "--json")
                        .json()
                        .get("total")
                        .asInt())
                .describedAs("narrowed, nobody knows what has all of the words")
                .isZero();
        JsonNode narrow = cairn.unlocked("search", "kidney zebra", "--json").json();
        assertThat(narrow.get("total").asInt()).isZero();
        assertThat(narrow.get("anyOfTheWords").asText()).isEqualTo("kidney OR zebra");
        JsonNode pasted = cairn.unlocked("search", "received 1) one thousand 2) for the kidney now", "--json")
                .json();
        assertThat(pasted.at("/instead/query").asText()).startsWith("received OR 1 OR one");
        assertThat(pasted.get("total").asInt()).isEqualTo(2);

        Path out = temp.resolve("served");
        CommandLineProcess.Ran refused =
                cairn.unlocked("bundle", "--query", "kidney", "--title", "Kidney", "--out", out.toString(), "--json");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.json().at("/error/gaps/0/statement").asText()).isEqualTo("T-0001");
        assertThat(refused.json().at("/error/gaps/0/scope").asText()).isEqualTo("SUBMIT_TRIBUNAL");
        assertThat(out).doesNotExist();

        cairn.unlocked("record", submit.toString());
        JsonNode served = cairn.unlocked(
                        "bundle", "--query", "kidney", "--title", "Kidney", "--out", out.toString(), "--json")
                .json();
        assertThat(Path.of(served.get("pdf").asText())).exists();
        assertThat(cairn.run(List.of(
                                "check-bundle",
                                served.get("pdf").asText(),
                                "--manifest",
                                served.get("manifest").asText()))
                        .exit())
                .isZero();

        Path withdraw = Files.writeString(
                forms.resolve("c3.json"), consent("SUBMIT_TRIBUNAL").replace("GRANTED", "WITHDRAWN"));
        CommandLineProcess.Ran withdrawn = cairn.unlocked("record", withdraw.toString(), "--json");
        assertThat(withdrawn.json().at("/bundles/0").asText()).isEqualTo("B-0001");

        assertThat(cairn.unlocked("verify", "--json").json().get("clean").asBoolean())
                .isTrue();
        assertNothingOfItInTheLog();
    }

    @Test
    void takesWhatHoldsForEveryCommandBeforeItsNameToo() throws Exception {
        CommandLineProcess cairn = CommandLineProcess.shared(temp);
        cairn.makeAStudy();
        CommandLineProcess.Ran ran = cairn.run(List.of(
                "--archive",
                cairn.archive().toString(),
                "--json",
                "--user",
                "demo",
                "list",
                "witness",
                "--user",
                "amina",
                "--passphrase-file",
                temp.resolve("pass.txt").toString()));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().get("total").asInt()).isZero();
    }

    @Test
    void tellsRefusalsApartByExitCode() throws Exception {
        CommandLineProcess cairn = CommandLineProcess.shared(temp);
        assertThat(cairn.unlocked("list", "witness").exit()).isEqualTo(4);
        cairn.makeAStudy();
        assertThat(cairn.unlocked("create", cairn.archive().toString(), "--name", "Study")
                        .exit())
                .isEqualTo(2);
        assertThat(cairn.run(List.of(
                                "list",
                                "witness",
                                "--archive",
                                cairn.archive().toString(),
                                "--user",
                                "nobody",
                                "--passphrase-file",
                                temp.resolve("pass.txt").toString()))
                        .exit())
                .isEqualTo(4);
        assertThat(cairn.unlocked("search", "kidney AND (").exit()).isEqualTo(2);
        assertThat(cairn.unlocked("no-such-command").exit()).isEqualTo(2);
        assertThat(cairn.unlocked("import", temp.resolve("nowhere").toString(), "--source", "x")
                        .exit())
                .isEqualTo(6);
        Files.write(cairn.archive().resolve("records.db"), new byte[4096]);
        assertThat(cairn.unlocked("verify").exit()).isEqualTo(5);
        // what a shell is told is what the commands say among themselves
        assertThat(new CommandLineProcess(temp).unlocked("verify").exit()).isEqualTo(5);
    }

    private void assertNothingOfItInTheLog() throws Exception {
        try (Stream<Path> all = Files.walk(temp.resolve(".local"))) {
            for (Path log : all.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log)).doesNotContain("Planted", "kidney", "receipt", "study", "amina");
            }
        }
    }

    private static String consent(String scope) {
        return "{\"kind\":\"consent\",\"witness\":\"W-0001\",\"scope\":\"" + scope
                + "\",\"decision\":\"GRANTED\",\"language\":\"en\",\"explainedBy\":\"interviewer 1\",\"mode\":\"SIGNED\"}";
    }
}
