package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.archive.OpenArchive;
import org.cairn.cli.CommandLineProcess.Ran;
import org.cairn.domain.Identity;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words that are looked for in a draft from a terminal, and the draft in which they are blacked out.
class BundleWordsCommandTest {

    @TempDir
    static Path temp;

    private static CommandLineProcess cairn;
    private static Reference statement;
    private static Reference paper;
    private static Reference message;
    private static Reference edge;

    @TempDir
    Path own;

    private Path draft;
    private Path words;
    private Path out;

    @BeforeAll
    static void fillAStudy() throws Exception {
        cairn = CommandLineProcess.shared(temp);
        try (OpenArchive open = new OpenArchive(temp)) {
            statement = open.sealedStatement("Doctor Harlan came at night.", "He spoke of Harlanville.");
            Identity identity = new Identity("Zuhra Yasin", List.of(), Optional.empty(), "", List.of(), "");
            open.archive.witnesses().keepIdentity(new Reference(RecordKind.WITNESS, 1), identity);
            paper = taken(open, OpenArchive.file(temp, "receipt.txt", "Received from Harlan and Zuhra: 1,000"));
            message = taken(open, letter());
            edge = taken(open, beyondTheEdge());
            open.archive.users().add("dilnur", Set.of(Role.COUNSEL), OpenArchive.passphrase());
        }
    }

    private static Reference taken(OpenArchive open, Path file) {
        return open.take(file).files().getFirst().reference().orElseThrow();
    }

    private static Path letter() throws IOException {
        return Files.writeString(temp.resolve("letter.eml"), """
                From: a@example.org
                Subject: The list
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                See what I send.
                --b
                Content-Type: text/plain; name=list.txt
                Content-Disposition: attachment; filename=list.txt

                Surgeon Harlan, room 4
                --b--
                """.replace("\n", "\r\n"), StandardCharsets.US_ASCII);
    }

    /// A page that shows less than is written on it.
    private static Path beyondTheEdge() throws IOException {
        Path file = temp.resolve("edge.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setCropBox(new PDRectangle(0, 0, 595, 500));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 400);
                content.showText("Nothing to be seen here");
                content.newLineAtOffset(0, 300);
                content.showText("Behind the edge Margold waits");
                content.endText();
            }
            document.save(file.toFile());
        }
        return file;
    }

    @BeforeEach
    void draft() throws IOException {
        draft = draft("", statement, paper, message);
        words = Files.writeString(own.resolve("words.txt"), "\uFEFFharlan\n\n  nobody  \n");
        out = own.resolve("without.json");
    }

    private Path draft(String making, Reference... exhibits) throws IOException {
        List<String> all = new ArrayList<>();
        for (Reference exhibit : exhibits) {
            all.add("\"" + exhibit + "\"");
        }
        return Files.writeString(own.resolve("draft.json"), """
                {"title": "Clinic", "language": "en", "confidentiality": "CONFIDENTIAL", %s
                 "sections": [{"title": "Papers", "exhibits": [%s]}]}
                """.formatted(making, String.join(", ", all)));
    }

    private Ran look(String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of("bundle-words", draft.toString()));
        all.addAll(List.of(more));
        return cairn.unlocked(all.toArray(String[]::new));
    }

    private Ran find(String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of("--words", words.toString()));
        all.addAll(List.of(more));
        return look(all.toArray(String[]::new));
    }

    private Ran redact(String... more) throws Exception {
        List<String> all =
                new ArrayList<>(List.of("--redact", "--reason", "WITNESS_IDENTITY", "--out", out.toString()));
        all.addAll(List.of(more));
        return find(all.toArray(String[]::new));
    }

    private static List<String> each(JsonNode document, String member) {
        return StreamSupport.stream(document.get("found").spliterator(), false)
                .map(place -> place.path(member).asText())
                .toList();
    }

    @Test
    void listsEveryPlaceInStatementsDocumentsAndAttachments() throws Exception {
        Ran listed = find();
        JsonNode json = find("--json").json();

        assertThat(listed.exit()).as(listed.err()).isZero();
        assertThat(listed.out())
                .contains("1    " + statement, "Doctor [Harlan] came at night", "4 places found.")
                .contains("He spoke of [Harlan]ville", "(part of a longer word)")
                .contains("Surgeon [Harlan], room 4  (came with " + message + ")");
        assertThat(each(json, "ref").subList(0, 3)).containsExactly("" + statement, "" + statement, "" + paper);
        assertThat(each(json, "whole")).containsExactly("true", "false", "true", "true");
        assertThat(each(json, "line")).containsOnly("1");
        assertThat(each(json, "within").getLast()).isEqualTo(message.toString());
        assertThat(json.get("notSeen")).isEmpty();
        assertThat(json.get("words").asInt()).isEqualTo(2);
    }

    @Test
    void givesNoPlaceTheNumberOfOneThatIsNotListed() throws Exception {
        Ran whole = find("--only-whole");

        assertThat(each(find("--only-whole", "--json").json(), "number")).containsExactly("1", "3", "4");
        assertThat(whole.out())
                .contains("One place, part of a longer word, is not listed.")
                .doesNotContain("]ville");
    }

    @Test
    void writesADraftThatTheBundleIsThenWrittenFromWithoutTheWords() throws Exception {
        Ran written = redact("--witness-names");

        assertThat(written.exit()).as(written.err()).isZero();
        assertThat(written.out()).contains("(blacked out now)", "4 places are blacked out", "confidential");
        assertThat(written.err()).contains("One place stays, as part of a longer word", "as closely as what it hides");
        String bundle = bundle(out);
        assertThat(bundle)
                .contains("came at night", "Received from", "room 4", "Harlanville")
                .doesNotContain("Doctor Harlan", "from Harlan", "Zuhra", "Surgeon Harlan");
        draft = out;
        out = own.resolve("again.json");
        assertThat(each(find("--json").json(), "hiddenFrom"))
                .containsExactly("confidential", "", "confidential", "confidential");
        assertThat(redact("--json").json().get("taken").asInt()).isZero();
        assertThat(out).exists();
    }

    private String bundle(Path from) throws Exception {
        Ran ran = cairn.unlocked(
                "bundle", from.toString(), "--out", own.resolve("served").toString(), "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        try (PDDocument document =
                Loader.loadPDF(Path.of(ran.json().get("pdf").asText()).toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void takesAlsoPartsOrExactlyTheNumbersThatAreSaid() throws Exception {
        JsonNode parts = redact("--also-parts", "--json").json();
        Files.delete(out);
        JsonNode numbers = redact("--take", "2,4", "--json").json();

        assertThat(each(parts, "taken")).containsOnly("true");
        assertThat(each(numbers, "taken")).containsExactly("false", "true", "false", "true");
        assertThat(numbers.get("listed")).hasSize(1);
        Files.delete(out);
        assertThat(redact("--take", "5").err()).contains("1 – 4");
        assertThat(redact("--take", "").exit()).isEqualTo(2);
        assertThat(redact("--take", "1", "--also-parts").exit()).isEqualTo(2);
    }

    @Test
    void takesOutFromTheVersionThatIsSaidAndFromNoneThatTheDraftHasNot() throws Exception {
        Ran absent = redact("--from", "party");
        draft = draft("\"making\": {\"versions\": [{\"kind\": \"CONFIDENTIAL\"}, {\"kind\": \"PARTY\"}]},", paper);
        Ran silent = redact();
        Ran unknown = redact("--from", "public");
        Ran party = redact("--from", "party", "--json");

        assertThat(absent.exit()).isEqualTo(2);
        assertThat(absent.err()).contains("confidential").doesNotContain("public");
        assertThat(silent.exit()).isEqualTo(2);
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("confidential, party");
        assertThat(party.exit()).as(party.err()).isZero();
        assertThat(Files.readString(out)).contains("\"from\" : \"PARTY\"", "\"WITNESS_IDENTITY\"");
    }

    @Test
    void leavesAFileThatIsThereAndRefusesAReasonThatIsNone() throws Exception {
        Files.writeString(out, "kept");
        Ran there = redact();
        Ran reason = find(
                "--redact", "--reason", "SHAME", "--out", own.resolve("x.json").toString());
        Ran none = find("--redact", "--out", own.resolve("x.json").toString());
        Ran stray = find("--out", own.resolve("x.json").toString());

        assertThat(there.exit()).isEqualTo(2);
        assertThat(out).content().isEqualTo("kept");
        assertThat(reason.exit()).isEqualTo(2);
        assertThat(reason.err()).contains("INTERMEDIARY").doesNotContain("SHAME");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(stray.exit()).isEqualTo(2);
        assertThat(own.resolve("x.json")).doesNotExist();
    }

    @Test
    void writesWhatNobodyElseOnTheMachineCanRead() throws Exception {
        assumeTrue(own.getFileSystem().supportedFileAttributeViews().contains("posix"));
        redact();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
    }

    @Test
    void saysThatNothingWasFound() throws Exception {
        Files.writeString(words, "tramway");
        Ran nothing = find();
        Ran blank = look(
                "--words",
                Files.writeString(own.resolve("blank.txt"), "\uFEFF\n \n").toString());

        assertThat(nothing.exit()).isZero();
        assertThat(nothing.out()).contains("Found nowhere.");
        assertThat(find("--json").json().get("found")).isEmpty();
        assertThat(blank.exit()).isEqualTo(2);
        assertThat(look().exit()).isEqualTo(2);
        assertThat(cairn.unlocked("bundle-words", "-", "--words", "-").exit()).isEqualTo(2);
    }

    @Test
    void looksForNamesOfWitnessesWithoutSayingThemForWhoeverMayKnowThem() throws Exception {
        Ran names = look("--witness-names", "--json");
        Ran both = find("--witness-names");
        Ran counsel = cairn.run(List.of(
                "bundle-words",
                draft.toString(),
                "--witness-names",
                "--archive",
                cairn.archive().toString(),
                "--user",
                "dilnur",
                "--passphrase-file",
                temp.resolve("pass.txt").toString()));

        assertThat(names.exit()).as(names.err()).isZero();
        assertThat(each(names.json(), "itself")).containsExactly("Zuhra");
        assertThat(each(names.json(), "name")).containsExactly("true");
        assertThat(names.json().get("names").asInt()).isEqualTo(3);
        assertThat(names.out() + names.err() + both.out() + both.err()).doesNotContain("Yasin");
        assertThat(both.out()).contains("5 places found.");
        assertThat(counsel.exit()).isEqualTo(3);
    }

    @Test
    void saysWhatStaysBeyondTheEdgeOfAPage() throws Exception {
        draft = draft("", edge);
        Files.writeString(words, "Margold");
        Ran listed = find();
        Ran written = redact();
        Files.delete(out);
        Ran chosen = redact("--take", "1");

        assertThat(listed.out()).contains("(beyond the page’s edge: withhold the page)");
        assertThat(written.err()).contains("One place stays beyond the edge of a page");
        assertThat(chosen.exit()).isEqualTo(2);
        assertThat(chosen.err()).contains("--take 1", "cannot be blacked out");
        assertThat(out).doesNotExist();
    }

    @Test
    void readsADraftThatIsKept() throws Exception {
        Path form = Files.writeString(
                own.resolve("kept.json"), Files.readString(draft).replaceFirst("\\{", "{\"kind\": \"bundle\", "));
        String kept = cairn.unlocked("record", form.toString(), "--json")
                .json()
                .at("/reference")
                .asText();
        draft = Path.of(kept);

        assertThat(each(find("--json").json(), "whole")).hasSize(4);
    }
}
