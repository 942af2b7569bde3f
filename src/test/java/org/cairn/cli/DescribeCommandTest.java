package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What came in is described by script, and found by its description.
class DescribeCommandTest {

    @TempDir
    Path temp;

    private CommandLineProcess cairn;

    @BeforeEach
    void takeSomethingIn() throws Exception {
        cairn = CommandLineProcess.shared(temp);
        cairn.makeAStudy();
        Path note = Files.writeString(temp.resolve("note.txt"), "The lantern went out.");
        cairn.unlocked("import", note.toString(), "--source", "the registry");
    }

    @Test
    void findsByDateAndTypeWhatWasDescribed() throws Exception {
        assertThat(json("search", "lantern", "--from", "2014")
                        .at("/unseen/undated")
                        .asInt())
                .isEqualTo(1);
        Ran described = cairn.unlocked(
                "describe",
                "E-0001",
                "--title",
                "A note",
                "--type",
                "communication",
                "--date",
                "spring 2014",
                "--author",
                "the night nurse",
                "--language",
                "en",
                "--copy-status",
                "ORIGINAL",
                "--tag",
                "nights",
                "--graphic",
                "--json");
        assertThat(described.exit()).as(described.err()).isZero();
        assertThat(described.json().get("revision").asInt()).isEqualTo(2);
        JsonNode found = json("search", "lantern", "--from", "2014", "--type", "COMMUNICATION");
        assertThat(found.at("/hits/0/date").asText()).isEqualTo("2014-21");
        assertThat(found.at("/hits/0/dateClaimedByFile").isMissingNode()).isTrue();
        assertThat(found.at("/unseen/undated").asInt()).isZero();
        JsonNode record = json("show", "E-0001").get("record");
        assertThat(record.at("/date/verbatim").asText()).isEqualTo("spring 2014");
        assertThat(record.at("/author").asText()).isEqualTo("the night nurse");
        assertThat(record.at("/tags/0").asText()).isEqualTo("nights");
        assertThat(record.at("/graphic").asBoolean()).isTrue();
        assertThat(json("custody", "E-0001").toString()).contains("DESCRIBED");
        assertThat(json("verify").get("clean").asBoolean()).isTrue();
    }

    @Test
    void leavesWhatIsNotNamedAndTakesAwayWhatIsNamedEmpty() throws Exception {
        cairn.unlocked("describe", "E-0001", "--date", "2014", "--author", "a nurse", "--tag", "nights");
        cairn.unlocked("describe", "E-0001", "--date", "", "--untag", "nights", "--no-graphic");
        JsonNode record = json("show", "E-0001").get("record");
        assertThat(record.path("date").path("edtf").isMissingNode()).isTrue();
        assertThat(record.path("tags").size()).isZero();
        assertThat(record.at("/author").asText()).isEqualTo("a nurse");
        assertThat(record.at("/title").asText()).isEqualTo("note.txt");
    }

    @Test
    void refusesWhatItDoesNotUnderstandAndSaysWhatItWould() throws Exception {
        assertThat(usage("describe", "E-0001")).contains("--title");
        assertThat(usage("describe", "T-0001", "--title", "x")).contains("E-0001");
        assertThat(usage("describe", "E-0001", "--type", "NOTHING")).contains("LABORATORY");
        assertThat(usage("describe", "E-0001", "--copy-status", "NOTHING")).contains("CERTIFIED_COPY");
        assertThat(usage("describe", "E-0001", "--date", "banana")).contains("spring 2014");
        assertThat(usage("describe", "E-0001", "--language", "no language")).contains("zh-Hans");
        assertThat(usage("describe", "E-0001", "--title", " ")).contains("title");
        assertThat(cairn.unlocked("describe", "E-0099", "--title", "x").exit()).isNotZero();
    }

    @Test
    void tellsWhatALetterSaysItIsAboutApartFromItsTitle() throws Exception {
        Path letter = Files.writeString(
                temp.resolve("00012.eml"), "From: a@example.org\nTo: b@example.org\nSubject: The lists\n\nembers\n");
        cairn.unlocked("import", letter.toString(), "--source", "the registry");
        JsonNode hit = json("search", "embers").at("/hits/0");
        assertThat(hit.get("title").asText()).isEqualTo("00012.eml");
        assertThat(hit.get("titleSaidByFile").asText()).isEqualTo("The lists");
        assertThat(json("list", "evidence").get("items").findValuesAsText("titleSaidByFile"))
                .containsExactly("The lists");
        assertThat(cairn.unlocked("list", "evidence").out())
                .contains("“The lists”")
                .contains("note.txt");
        assertThat(cairn.unlocked("search", "embers").out()).contains("“The lists”");
        cairn.unlocked("describe", "E-0002", "--title", "A letter");
        assertThat(cairn.unlocked("list", "evidence").out())
                .contains("A letter")
                .doesNotContain("The lists");
    }

    private JsonNode json(String... arguments) throws Exception {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        Ran ran = cairn.unlocked(all);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    private String usage(String... arguments) throws Exception {
        Ran ran = cairn.unlocked(arguments);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        return ran.err();
    }
}
