package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words that mean the same by script: kept, changed, taken out, and to and from a file.
class SynonymsCommandTest {

    @TempDir
    Path temp;

    private CommandLineProcess cairn;

    @BeforeEach
    void takeTwoPapersIn() throws Exception {
        cairn = CommandLineProcess.shared(temp);
        cairn.makeAStudy();
        Path first = Files.writeString(temp.resolve("first.txt"), "The lantern went out.");
        Path second = Files.writeString(temp.resolve("second.txt"), "Фонарь погас.");
        cairn.unlocked("import", first.toString(), second.toString(), "--source", "the registry");
    }

    private JsonNode json(String... arguments) throws Exception {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        Ran ran = cairn.unlocked(all);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    private int found(String query) throws Exception {
        return json("search", query).get("total").asInt();
    }

    @Test
    void keepsChangesAndTakesOutWords() throws Exception {
        assertThat(json("synonyms").get("synonyms")).isEmpty();
        assertThat(json("synonyms", "add", "lantern", "фонарь").get("ref").asText())
                .isEqualTo("G-0001");
        assertThat(found("lantern")).isEqualTo(2);
        assertThat(found("lantern synonyms:none")).isEqualTo(1);
        JsonNode also = json("search", "lantern").at("/hits/1/passages/0/alsoMatchedAs/0");
        assertThat(also.asText()).isEqualTo("Фонарь");
        assertThat(json("synonyms", "change", "G-0001", "lantern", "lampe")
                        .get("revision")
                        .asInt())
                .isEqualTo(2);
        assertThat(found("lantern")).isEqualTo(1);
        assertThat(cairn.unlocked("synonyms").out()).contains("G-0001  lantern, lampe");
        assertThat(json("synonyms", "remove", "G-0001").get("retired").asBoolean())
                .isTrue();
        assertThat(json("synonyms", "list").get("synonyms")).isEmpty();
        assertThat(cairn.unlocked("show", "G-0001").out()).contains("lampe");
        assertThat(cairn.unlocked("verify").exit()).isZero();
    }

    @Test
    void takesAFileAndWritesOne() throws Exception {
        Path file = Files.writeString(temp.resolve("words.txt"), "# light\nlantern, фонарь\n");
        assertThat(json("synonyms", "import", file.toString()).get("added").asInt())
                .isEqualTo(1);
        assertThat(json("synonyms", "import", file.toString()).get("known").asInt())
                .isEqualTo(1);
        Path out = temp.resolve("out.txt");
        json("synonyms", "export", out.toString());
        assertThat(out).hasContent("lantern, фонарь");
        assertThat(cairn.unlocked("synonyms", "export", out.toString()).exit()).isEqualTo(2);
        assertThat(cairn.unlocked("synonyms", "export").out()).isEqualToIgnoringNewLines("lantern, фонарь");
        assertThat(json("synonyms", "starter").get("text").asText()).contains("kidney");
    }

    @Test
    void refusesAFileWithItsLinesAndReasonsAndTakesNothing() throws Exception {
        Path file = Files.writeString(temp.resolve("words.txt"), "lantern, фонарь\nalone\na => b\n");
        Ran ran = cairn.unlocked("synonyms", "import", file.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("Line 2: two words or more", "Line 3: => is not taken");
        JsonNode told =
                cairn.unlocked("synonyms", "import", file.toString(), "--json").json();
        assertThat(told.at("/faults/1/line").asInt()).isEqualTo(3);
        assertThat(told.at("/faults/1/reason").asText()).isEqualTo("oneWay");
        assertThat(json("synonyms").get("synonyms")).isEmpty();
    }

    @Test
    void tellsOfASavedSearchThatOtherWordsMeanTheSame() throws Exception {
        json("saved-search", "--save", "Lanterns", "--query", "lantern");
        json("synonyms", "add", "lantern", "фонарь");
        assertThat(json("saved-search", "S-0001", "--run")
                        .get("synonymsChanged")
                        .asBoolean())
                .isTrue();
        assertThat(cairn.unlocked("saved-search", "S-0001", "--run").out())
                .contains("Other words mean the same than then");
    }

    @Test
    void refusesWhatIsNoGroup() throws Exception {
        assertThat(cairn.unlocked("synonyms", "add", "lantern").exit()).isEqualTo(2);
        assertThat(cairn.unlocked("synonyms", "remove", "G-0009").exit()).isEqualTo(2);
        assertThat(cairn.unlocked("synonyms", "remove", "x").err()).contains("G-0001");
        assertThat(cairn.unlocked("synonyms", "forget").err()).contains("starter");
        assertThat(cairn.unlocked("search", "lantern OR synonyms:none").err()).contains("synonyms:none");
    }
}
