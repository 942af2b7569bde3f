package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The work on items by script: looked through, noted, judged, handled, related, changed many at once.
class WorkCommandsTest {

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

    @Test
    void marksAsReviewedAndSaysWhenTheMarkIsOutOfDate() throws Exception {
        assertThat(json("review", "E-0001").at("/items/0/changed").asBoolean()).isTrue();
        assertThat(json("review", "E-0001").at("/items/0/changed").asBoolean()).isFalse();
        assertThat(json("search", "lantern reviewed:no").get("hits").size()).isEqualTo(1);
        cairn.unlocked("describe", "E-0001", "--title", "A paper");
        JsonNode mark = json("review", "E-0001", "--who").at("/items/0/marks/0");
        assertThat(mark.get("person").asText()).isEqualTo("amina");
        assertThat(mark.get("changedSince").asBoolean()).isTrue();
        assertThat(json("review", "E-0001", "--undo").at("/items/0/changed").asBoolean())
                .isTrue();
        assertThat(json("review", "E-0001", "--who").at("/items/0/marks").size())
                .isZero();
        assertThat(cairn.unlocked("review", "E-0099").exit()).isNotZero();
    }

    @Test
    void pointsAtThePlaceInAQueryThatIsNotUnderstood() throws Exception {
        CommandLineProcess.Ran ran = cairn.unlocked("search", "lantern near/0 lit", "--json");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("lantern near/»0« lit").contains("near/5");
        assertThat(ran.json().at("/error/start").asInt()).isEqualTo(13);
        assertThat(ran.json().at("/error/end").asInt()).isEqualTo(14);
        assertThat(ran.json().at("/error/reason").asText()).isEqualTo("nearNumber");
        assertThat(json("search", "lantern then/1 lit").get("hits").size()).isZero();
        assertThat(json("search", "lantern then/2 lit").get("hits").size()).isEqualTo(1);
    }

    @Test
    void notesAtAPlaceAndWithdrawsANote() throws Exception {
        String note = json("note", "E-0001 p. 1", "--text", "another hand")
                .get("reference")
                .asText();
        JsonNode told = json("note", "E-0001").at("/notes/0");
        assertThat(told.get("ref").asText()).isEqualTo(note);
        assertThat(told.get("place").asText()).isEqualTo("E-0001 p. 1");
        assertThat(json("note", note, "--text", "the same hand").get("revision").asInt())
                .isEqualTo(2);
        json("note", note, "--withdraw", "looked again");
        assertThat(json("note", "E-0001").at("/notes/0/withdrawn").asText()).isEqualTo("looked again");
        assertThat(usage("note", "E-0001", "--withdraw", "not a note")).contains("N-0001");
        assertThat(cairn.unlocked("note", note, "--text", "taken up again").exit())
                .isNotZero();
    }

    @Test
    void writesAllThatASearchFindsIntoFiles() throws Exception {
        Path out = temp.resolve("lists");
        JsonNode written = json("export-hits", "lantern", "--as", "csv,docx,pdf", "--out", out.toString());
        assertThat(written.get("items").asInt())
                .isEqualTo(json("search", "lantern").get("total").asInt());
        for (String format : List.of("csv", "docx", "pdf")) {
            assertThat(Path.of(written.get(format).asText())).isNotEmptyFile();
        }
        assertThat(text(Path.of(written.get("pdf").asText()))).contains("lantern");
        assertThat(usage("export-hits", "lantern", "--as", "odt", "--out", out.toString()))
                .contains("DOCX");
    }

    @Test
    void searchesInsideOneRecordAndForWhatIsLikeIt() throws Exception {
        JsonNode inside = json("search", "--in", "E-0001", "lantern");
        assertThat(inside.get("count").asInt()).isEqualTo(inside.get("passages").size());
        assertThat(inside.at("/passages/0/pinpoint").asText()).startsWith("E-0001");
        JsonNode like = json("search", "--like", "E-0001");
        assertThat(like.get("query").asText()).contains("lantern").endsWith("NOT ref:E-0001");
        assertThat(like.get("hits").findValuesAsText("ref")).doesNotContain("E-0001");
    }

    @Test
    void goesThroughAReviewSet() throws Exception {
        JsonNode made = json("review-set", "--name", "lanterns", "--query", "lantern");
        int items = made.get("items").asInt();
        assertThat(made.get("left").asInt()).isEqualTo(items);
        String number = made.get("set").asText();
        String first = json("review-set", number, "--next").get("next").asText();
        json("review", first);
        JsonNode after = json("review-set", number, "--next", "--after", first);
        assertThat(after.get("reviewed").asInt()).isEqualTo(1);
        assertThat(after.get("left").asInt()).isEqualTo(items - 1);
        assertThat(json("review-set").get("sets")).hasSize(1);
        assertThat(json("review-set", number, "--close").get("closed").asBoolean())
                .isTrue();
        assertThat(cairn.unlocked("review-set", "--name", "x", "--query", "lantern", "--for", "a stranger")
                        .exit())
                .isNotZero();
        json("review", first, "--undo");
    }

    @Test
    void judgesAgainWithoutOverwritingWhatWasJudgedBefore() throws Exception {
        json("grade", "E-0001", "E-0002", "--source", "b", "--information", "2", "--reason", "two other papers");
        json("grade", "E-0001", "--source", "C", "--information", "3", "--reason", "one of them is a copy");
        JsonNode history = json("grade", "E-0001").at("/items/0/history");
        assertThat(history.findValuesAsText("value")).containsExactly("C3", "B2");
        json("authenticity", "E-0002", "--value", "disputed", "--reason", "too young", "--date", "May 2014");
        JsonNode held = json("authenticity", "E-0002").at("/items/0/history/0");
        assertThat(held.get("value").asText()).isEqualTo("DISPUTED");
        assertThat(held.get("date").asText()).isEqualTo("2014-05");
        assertThat(usage("grade", "E-0001", "--source", "G", "--information", "2", "--reason", "x"))
                .contains("--source");
        assertThat(usage("grade", "E-0001", "--source", "A", "--information", "2"))
                .contains("--reason");
        assertThat(usage("authenticity", "E-0001", "--value", "MAYBE", "--reason", "x"))
                .contains("CORROBORATED");
        assertThat(json("search", "lantern grade:C3").get("hits").size()).isEqualTo(1);
    }

    @Test
    void recordsAThingAndPrintsTheReceiptOfItsHandover() throws Exception {
        String box = json(
                        "thing",
                        "--title",
                        "Transport box",
                        "--description",
                        "blue, one wheel missing",
                        "--marks",
                        "KD-77",
                        "--source",
                        "the driver",
                        "--acquired",
                        "HANDED_OVER")
                .get("reference")
                .asText();
        json("handle", box, "SEALED", "--seal", "K-2211", "--when", "3 May 2014", "--place", "the office");
        Path receipt = temp.resolve("receipt.pdf");
        json("handle", box, "TRANSFERRED_OUT", "--to", "the laboratory", "--receipt", receipt.toString());
        assertThat(text(receipt)).contains(box).contains("the laboratory").contains("KD-77");
        assertThat(json("custody", box).toString()).contains("SEALED").contains("TRANSFERRED_OUT");
        Ran again = cairn.unlocked("handle", box, "RECEIVED", "--receipt", receipt.toString());
        assertThat(again.exit()).isNotZero();
        assertThat(json("custody", box).toString()).doesNotContain("RECEIVED");
        assertThat(usage("handle", box, "EATEN")).contains("STORED");
        assertThat(cairn.unlocked("export", box, "--out", temp.resolve("x").toString())
                        .exit())
                .isNotZero();
        assertThat(json("verify").get("clean").asBoolean()).isTrue();
    }

    @Test
    void relatesFromEitherEndAndNeverInACircle() throws Exception {
        JsonNode related = json("relate", "E-0001", "ORIGINAL_OF", "E-0002").at("/relations/0");
        assertThat(related.get("way").asText()).isEqualTo("COPY_OF");
        assertThat(related.get("inverse").asBoolean()).isTrue();
        assertThat(json("relate", "E-0002").at("/relations/0/other").asText()).isEqualTo("E-0001");
        assertThat(cairn.unlocked("relate", "E-0001", "COPY_OF", "E-0002").exit())
                .isNotZero();
        assertThat(cairn.unlocked("relate", "E-0001", "COPY_OF", "E-0001").exit())
                .isNotZero();
        assertThat(usage("relate", "E-0001", "COUSIN_OF", "E-0002")).contains("REDACTION_OF");
        assertThat(json("relate", "E-0002", "COPY_OF", "E-0001", "--undo")
                        .get("relations")
                        .size())
                .isZero();
    }

    @Test
    void changesManyOnlyAsStated() throws Exception {
        JsonNode stated = json("batch", "--query", "lantern", "--tag", "nights");
        assertThat(stated.get("count").asInt()).isEqualTo(2);
        assertThat(stated.get("run").asBoolean()).isFalse();
        assertThat(json("show", "E-0001").at("/record/tags").size()).isZero();
        String list = stated.get("list").asText();
        cairn.unlocked("describe", "E-0002", "--title", "Changed meanwhile");
        assertThat(cairn.unlocked("batch", "--query", "lantern", "--tag", "nights", "--run", list)
                        .exit())
                .isNotZero();
        String now = json("batch", "--query", "lantern", "--tag", "nights")
                .get("list")
                .asText();
        JsonNode done = json("batch", "--query", "lantern", "--tag", "nights", "--run", now);
        assertThat(done.findValuesAsText("fate")).containsExactly("CHANGED", "CHANGED");
        assertThat(json("show", "E-0002").at("/record/tags/0").asText()).isEqualTo("nights");
        assertThat(usage("batch", "E-0001", "--tag", "x", "--reviewed")).contains("--grade");
        assertThat(usage("batch", "--tag", "x")).contains("REF");
    }

    private static String text(Path pdf) throws Exception {
        byte[] bytes = Files.readAllBytes(pdf);
        assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private JsonNode json(String... arguments) throws Exception {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        Ran ran = cairn.unlocked(all);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    private String usage(String... arguments) throws Exception {
        Ran ran = cairn.unlocked(arguments);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.USAGE);
        return ran.err();
    }
}
