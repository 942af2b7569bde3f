package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is not understood is refused, with what would be, never ignored; and a script always gets one document.
class RefusalsTest {

    @TempDir
    Path temp;

    private CommandLineProcess cairn;

    @BeforeEach
    void createAnArchive() throws Exception {
        cairn = CommandLineProcess.shared(temp);
        cairn.makeAStudy();
    }

    @Test
    void listsWhatIsAllowedWhereSomethingElseWasGiven() throws Exception {
        refuses("icc", "bundle", "--query", "x", "--preflight-only", "--profile", "the-moon");
        refuses("zh", "bundle", "--query", "x", "--preflight-only", "--bundle-language", "no language");
        refuses("public", "bundle", "--query", "x", "--preflight-only", "--versions", "secret");
        refuses("evidence", "search", "x", "--kind", "nothing");
        refuses("2014-03", "search", "x", "--from", "banana");
        refuses("PHOTO", "search", "x", "--type", "NOTHING");
        refuses("10000", "search", "x", "--limit", "0");
        refuses("SUBPOENA", "import", temp.toString(), "--source", "s", "--acquired", "STOLEN");
        refuses("payment", "record", "--template", "nothing");
    }

    @Test
    void refusesWhatTheParserDoesNotUnderstandInADocumentToo() throws Exception {
        assertThat(usage("search", "x", "--protection", "NOTHING", "--json")
                        .get("allowed")
                        .toString())
                .contains("EX_PARTE");
        assertThat(usage("list", "witness", "--sort", "colour", "--json")
                        .get("allowed")
                        .toString())
                .contains("REFERENCE");
        assertThat(usage("list", "witness", "--json", "--no-such-option")
                        .get("message")
                        .asText())
                .contains("--no-such-option");
        assertThat(run("list", "witness", "--json", "--lang", "qq")
                        .at("/error/allowed")
                        .toString())
                .contains("ar");
    }

    @Test
    void makesNoVersionThatTheDraftDoesNotHave() throws Exception {
        Ran ran = cairn.unlocked(
                "bundle",
                "--query",
                "x",
                "--out",
                temp.resolve("out").toString(),
                "--versions",
                "confidential,public",
                "--json");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void tellsWhatWasKeptBeforeTheFormThatFailed() throws Exception {
        Path good = Files.writeString(
                temp.resolve("a.json"), "{\"kind\":\"witness\",\"category\":\"victim-survivor\",\"language\":\"en\"}");
        Path bad = Files.writeString(temp.resolve("b.json"), "{\"kind\":\"witness\",\"no\":1}");
        Ran ran = cairn.unlocked("record", good.toString(), bad.toString(), good.toString(), "--json");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json().at("/kept/0/reference").asText()).isEqualTo("W-0001");
        assertThat(ran.json().get("kept").size()).isEqualTo(1);
        assertThat(ran.json().get("failed").asText()).isEqualTo(bad.toString());
        assertThat(ran.json().get("notKept").size()).isEqualTo(2);
        assertThat(ran.json().at("/error/exit").asInt()).isEqualTo(2);
    }

    @Test
    void refusesAPageThatIsNotThere() throws Exception {
        Path forms = Files.createDirectory(temp.resolve("forms"));
        Path witness = Files.writeString(
                forms.resolve("w.json"), "{\"kind\":\"witness\",\"category\":\"victim-survivor\",\"language\":\"en\"}");
        Path statement = Files.writeString(
                forms.resolve("t.json"),
                "{\"kind\":\"testimony\",\"witness\":\"W-0001\",\"title\":\"The promise\",\"language\":\"en\","
                        + "\"paragraphs\":[\"One.\",\"Two.\"]}");
        cairn.unlocked("record", witness.toString(), statement.toString());
        JsonNode shown = run("show", "T-0001", "--page", "2", "--json");
        assertThat(shown.at("/passages/0/text").asText()).isEqualTo("Two.");
        refuses("1 – 2", "show", "T-0001", "--page", "99");
        assertThat(cairn.unlocked("show", "W-0001", "--page", "1").exit()).isEqualTo(2);
        Path paper = Files.writeString(temp.resolve("note.txt"), "one note");
        cairn.unlocked("import", paper.toString(), "--source", "s");
        refuses("1 – 1", "show", "E-0001", "--page", "99");
    }

    @Test
    void saysWhenTheLocaleHasTakenTheLettersOutOfAName() throws Exception {
        Path papers = Files.createDirectory(temp.resolve("papers"));
        Files.writeString(papers.resolve("ئىسپات.txt"), "one note");
        Ran lost = cairn.poor("import", papers.resolve("ئىسپات.txt").toString(), "--source", "s", "--json");
        assertThat(lost.exit()).isEqualTo(2);
        assertThat(lost.json().at("/error/hint").asText()).contains("UTF-8");
        Ran renamed = cairn.poor("import", papers.toString(), "--source", "s", "--json");
        assertThat(renamed.exit()).isEqualTo(2);
        assertThat(run("list", "evidence", "--json").get("total").asInt()).isZero();
    }

    @Test
    void saysWhichFileIsNotInTheEncodingThatItReads() throws Exception {
        Path form = Files.write(temp.resolve("latin.json"), new byte[] {'{', '"', (byte) 0xE9, '"', '}'});
        Ran recorded = cairn.unlocked("record", form.toString(), "--json");
        assertThat(recorded.exit()).isEqualTo(2);
        assertThat(recorded.json().at("/error/message").asText()).contains(form.toString(), "UTF-8");
        Path passphrase = Files.write(temp.resolve("latin.txt"), new byte[] {(byte) 0xE9, '\n'});
        Ran opened = cairn.run(List.of(
                "list",
                "witness",
                "--json",
                "--archive",
                cairn.archive().toString(),
                "--user",
                "amina",
                "--passphrase-file",
                passphrase.toString(),
                "--lang",
                "en"));
        assertThat(opened.exit()).isEqualTo(2);
        assertThat(opened.json().at("/error/message").asText()).contains(passphrase.toString(), "UTF-8");
    }

    private void refuses(String allowed, String... arguments) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.add("--json");
        Ran ran = cairn.unlocked(all.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        JsonNode error = ran.json().get("error");
        assertThat(error.get("allowed").toString()).contains(allowed);
        assertThat(error.get("exit").asInt()).isEqualTo(2);
        assertThat(error.get("hint").asText()).isNotBlank();
        assertThat(ran.err()).contains(allowed);
    }

    private JsonNode usage(String... arguments) throws Exception {
        Ran ran = cairn.unlocked(arguments);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json().at("/error/code").asText()).isEqualTo("usage");
        return ran.json().get("error");
    }

    private JsonNode run(String... arguments) throws Exception {
        return cairn.unlocked(arguments).json();
    }
}
