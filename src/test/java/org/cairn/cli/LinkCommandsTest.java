package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Elements of crimes by script: linked at a place, corrected, looked at by others, withdrawn, read both ways.
class LinkCommandsTest {

    @TempDir
    Path temp;

    private CommandLineProcess cairn;

    @BeforeEach
    void takeAPaperIn() throws Exception {
        cairn = CommandLineProcess.shared(temp);
        cairn.makeAStudy();
        Path paper = Files.writeString(temp.resolve("first.txt"), "The lantern went out.");
        cairn.unlocked("import", paper.toString(), "--source", "the registry");
    }

    private JsonNode json(String... arguments) throws Exception {
        Ran ran = cairn.unlocked(with(arguments, "--json"));
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }

    private String refused(String... arguments) throws Exception {
        Ran ran = cairn.unlocked(with(arguments, "--lang", "en"));
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        return ran.err();
    }

    private String said(String... arguments) throws Exception {
        Ran ran = cairn.unlocked(with(arguments, "--lang", "en"));
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.out();
    }

    private String link(String... more) throws Exception {
        String[] first = {"link", "E-0001 p. 1", "--element", "pal.purp", "--bearing", "supports"};
        return json(with(first, more)).get("reference").asText();
    }

    @Test
    void linksAPlaceAndReadsItByRecordAndByElement() throws Exception {
        String link = link("--directness", "direct", "--weight", "2", "--rationale", "the stamp says so");

        JsonNode told = json("links", "E-0001").at("/links/0");
        assertThat(told.get("ref").asText()).isEqualTo(link);
        assertThat(told.get("pinpoint").asText()).isEqualTo("E-0001 p. 1");
        assertThat(told.get("element").asText()).isEqualTo("PAL.PURP");
        assertThat(told.get("bearing").asText()).isEqualTo("SUPPORTS");
        assertThat(told.get("weight").asInt()).isEqualTo(2);
        assertThat(told.get("standing").asText()).isEqualTo("DRAFT");
        assertThat(json("links", "--element", "PAL.PURP").at("/links/0/ref").asText())
                .isEqualTo(link);
        assertThat(json("links").at("/elements/0/supports").asInt()).isEqualTo(1);
        assertThat(json("search", "element:pal.purp").get("hits").size()).isEqualTo(1);
        assertThat(said("links", "--element", "PAL.PURP"))
                .contains(
                        "purpose of removing organs", "not checked by a lawyer", link, "supports", "the stamp says so");
        assertThat(said("links")).contains("PAL.PURP", "supports: 1");
        assertThat(said("show", link))
                .contains("Bearing: supports", "Standing: draft", "Place: E-0001 p. 1", "Element: purpose of removing");
    }

    @Test
    void correctsLooksAtAndWithdrawsALink() throws Exception {
        String link = link("--weight", "2");

        json("link", link, "--bearing", "contradicts", "--at", "E-0001 p. 2");
        json("link", link, "--standing", "disputed");
        JsonNode told = json("links", "E-0001").at("/links/0");
        assertThat(told.get("bearing").asText()).isEqualTo("CONTRADICTS");
        assertThat(told.get("pinpoint").asText()).isEqualTo("E-0001 p. 2");
        assertThat(told.get("weight").asInt()).isEqualTo(2);
        assertThat(told.get("standing").asText()).isEqualTo("DISPUTED");
        assertThat(told.get("revision").asInt()).isEqualTo(3);

        json("link", link, "--withdraw", "of another hospital");
        assertThat(json("links", "E-0001").at("/links/0/withdrawn").asText()).isEqualTo("of another hospital");
        assertThat(json("links").get("elements").size()).isZero();
        assertThat(json("search", "element:PAL.PURP").get("hits").size()).isZero();
        assertThat(cairn.unlocked("link", link, "--standing", "draft").exit()).isNotZero();
        assertThat(said("custody", link)).contains("link to an element withdrawn");
    }

    @Test
    void saysThatSomebodyElseMustRead() throws Exception {
        String link = link();
        Ran own = cairn.unlocked("link", link, "--standing", "reviewed", "--lang", "en");
        assertThat(own.exit()).isNotZero();
        assertThat(own.err()).contains("somebody else must read it");
        assertThat(refused("link", "E-0001", "--element", "PAL.PURP", "--bearing", "context", "--standing", "reviewed"))
                .contains("is a draft", "DRAFT");
    }

    @Test
    void showsWhatATagLinks() throws Exception {
        json("describe", "E-0001", "--tag", "element:RS7h.2");
        JsonNode told = json("links", "E-0001").at("/links/0");
        assertThat(told.get("tag").asBoolean()).isTrue();
        assertThat(told.get("element").asText()).isEqualTo("RS7h.2");
        assertThat(said("links", "E-0001")).contains("not said which way");
        assertThat(json("links").at("/elements/0/tagged").asInt()).isEqualTo(1);
    }

    @Test
    void listsTheElementsThatTheProgramKnows() throws Exception {
        JsonNode all = json("links", "--elements").get("elements");
        assertThat(all.size()).isGreaterThan(90);
        assertThat(all.get(0).get("code").asText()).isEqualTo("PAL.ACT");
        assertThat(all.get(0).get("reviewed").asBoolean()).isFalse();
    }

    @Test
    void saysWhatMayStandThereInstead() throws Exception {
        assertThat(refused("link", "E-0001", "--element", "PAL.PURPOSE", "--bearing", "supports"))
                .contains("PAL.PURP");
        assertThat(refused("link", "E-0001", "--element", "PAL.PURP", "--bearing", "proves"))
                .contains("SUPPORTS");
        assertThat(refused("link", "E-0001", "--element", "PAL.PURP")).contains("--bearing");
        assertThat(refused("link", "E-0001", "--bearing", "supports")).contains("--element");
        assertThat(refused("link", "W-0001", "--element", "PAL.PURP", "--bearing", "supports"))
                .contains("M-0001");
        assertThat(refused("link", "E-0001", "--element", "PAL.PURP", "--bearing", "context", "--weight", "4"))
                .contains("1", "3");
        assertThat(refused("link", "E-0001", "--withdraw", "no link")).contains("J-0001");
        assertThat(refused("link", "J-0001")).contains("--standing");
        assertThat(refused("links", "E-0001", "--element", "PAL.PURP")).contains("cairn links --elements");
        assertThat(refused("links", "W-0001")).contains("T-0001");
    }
}
