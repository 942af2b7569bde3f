package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Searches by script: saved, asked again, frozen, stated and checked, and written down where the owner says so.
class SavedSearchCommandsTest {

    @TempDir
    Path temp;

    private CommandLineProcess cairn;

    @BeforeEach
    void takeTwoPapersIn() throws Exception {
        cairn = CommandLineProcess.shared(temp);
        cairn.makeAStudy();
        Path first = Files.writeString(temp.resolve("first.txt"), "The lantern went out.");
        Path second = Files.writeString(temp.resolve("second.txt"), "The lantern was lit again.");
        cairn.unlocked("import", first.toString(), second.toString(), "--source", "the registry");
    }

    private JsonNode json(String... arguments) throws Exception {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        Ran ran = cairn.unlocked(all);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    @Test
    void savesASearchAndTellsWhatIsNewUntilItIsKept() throws Exception {
        JsonNode saved = json("saved-search", "--save", "Lanterns", "--query", "lantern");
        assertThat(saved.get("reference").asText()).isEqualTo("S-0001");
        assertThat(saved.get("items").asInt()).isEqualTo(2);
        Path third = Files.writeString(temp.resolve("third.txt"), "A third lantern.");
        cairn.unlocked("import", third.toString(), "--source", "the registry");

        JsonNode again = json("saved-search", "S-0001", "--run");
        assertThat(again.at("/new/0/ref").asText()).isEqualTo("E-0003");
        assertThat(again.at("/new/0/since").asText()).isEqualTo("KEPT");
        assertThat(again.get("unchanged").asInt()).isEqualTo(2);
        assertThat(again.get("analyserChanged").asBoolean()).isFalse();
        assertThat(json("saved-search", "S-0001", "--keep").get("keptAs").asInt())
                .isEqualTo(2);
        assertThat(json("saved-search", "S-0001", "--run").get("newCount").asInt())
                .isZero();
        assertThat(json("saved-search").at("/searches/0/name").asText()).isEqualTo("Lanterns");
        assertThat(json("saved-search", "S-0001").get("total").asInt()).isEqualTo(3);
        Ran people = cairn.unlocked("saved-search", "S-0001", "--run");
        assertThat(people.out()).contains("Lanterns", "New: 0", "Gone: 0");
    }

    @Test
    void freezesAListAndChangesExactlyWhatIsOnIt() throws Exception {
        json("saved-search", "--save", "Lanterns", "--query", "lantern");
        JsonNode frozen = json("saved-search", "S-0001", "--freeze", "For the hearing");
        String hash = frozen.get("list").asText();
        assertThat(frozen.get("count").asInt()).isEqualTo(2);
        assertThat(json("frozen-list").at("/lists/0/ref").asText()).isEqualTo("K-0001");
        assertThat(json("frozen-list", "K-0001").get("list").asText()).isEqualTo(hash);

        JsonNode done = json("batch", "--list", "K-0001", "--tag", "hearing", "--run", hash);
        assertThat(done.at("/items/1/fate").asText()).isEqualTo("CHANGED");
        assertThat(json("search", "tag:hearing").get("total").asInt()).isEqualTo(2);
        assertThat(cairn.unlocked("batch", "E-0001", "--list", "K-0001", "--tag", "x")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void statesThatNothingWasFoundAndSeesThroughAChangedByte() throws Exception {
        Path out = temp.resolve("statements");
        JsonNode stated = json("search-statement", "zebra", "--out", out.toString());
        assertThat(stated.get("items").asInt()).isZero();
        assertThat(stated.get("records").asInt()).isEqualTo(2);
        Path file = Path.of(stated.get("signed").asText());
        assertThat(Path.of(stated.get("pdf").asText())).exists();

        Ran whole = cairn.run(List.of("search-statement", "--check", file.toString()));
        assertThat(whole.exit()).isZero();
        assertThat(whole.out()).contains("zebra");
        assertThat(json("search-statement", "--check", file.toString())
                        .get("inLedger")
                        .asBoolean())
                .isTrue();
        Files.writeString(file, Files.readString(file).replace("zebra", "zebro"));
        assertThat(cairn.run(List.of("search-statement", "--check", file.toString()))
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void writesSearchesDownWhereTheOwnerSaysSo() throws Exception {
        assertThat(json("policy").get("searchesInLedger").asBoolean()).isFalse();
        json("search", "lantern");
        assertThat(json("policy", "--searches-in-ledger")
                        .get("searchesInLedger")
                        .asBoolean())
                .isTrue();
        json("search", "lantern");
        assertThat(json("search-log").get("searches")).hasSize(1);
        assertThat(json("search-log").at("/searches/0/queries/0").asText()).isEqualTo("lantern");
        assertThat(cairn.unlocked("search-log").out()).contains("lantern", "[found: 2]");
        assertThat(json("search-log", "--person", "nobody").get("searches")).isEmpty();
        assertThat(cairn.unlocked("custody").out()).contains("searched").doesNotContain("lantern");
        json("policy", "--no-searches-in-ledger");
        json("search", "went");
        assertThat(json("search-log").get("searches")).hasSize(1);
    }

    @Test
    void givesSearchesAndListsOtherNames() throws Exception {
        json("saved-search", "--save", "Lanterns", "--query", "lantern");
        json("saved-search", "S-0001", "--freeze", "For the hearing");
        assertThat(json("saved-search", "S-0001", "--rename", "Lamps")
                        .get("revision")
                        .asInt())
                .isEqualTo(2);
        assertThat(json("saved-search").at("/searches/0/name").asText()).isEqualTo("Lamps");
        Ran list = cairn.unlocked("frozen-list", "K-0001", "--rename", "For the second hearing");
        assertThat(list.out()).contains("K-0001", "For the second hearing");
        assertThat(json("frozen-list", "K-0001").get("name").asText()).isEqualTo("For the second hearing");
        assertThat(cairn.unlocked("saved-search", "S-0001", "--rename", "x", "--run")
                        .exit())
                .isEqualTo(2);
        assertThat(cairn.unlocked("frozen-list", "--rename", "x").exit()).isEqualTo(2);
    }

    @Test
    void refusesWhatSaysTwoThingsAtOnce() throws Exception {
        assertThat(cairn.unlocked("saved-search", "--query", "lantern").exit()).isEqualTo(2);
        assertThat(cairn.unlocked("saved-search", "--run").exit()).isEqualTo(2);
        assertThat(cairn.unlocked("saved-search", "S-0009").exit()).isNotZero();
        assertThat(cairn.unlocked("search-statement", "lantern").exit()).isEqualTo(2);
        assertThat(cairn.unlocked("saved-search", "--save", "x", "--query", "(lantern")
                        .exit())
                .isEqualTo(2);
    }
}
