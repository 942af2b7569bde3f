package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.bundle.Particulars.Bearer;
import org.cairn.bundle.Particulars.Happening;
import org.cairn.bundle.Particulars.LinkedElement;
import org.cairn.bundle.Particulars.Persona;
import org.cairn.dates.Spoken;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleMaking.Schedule;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.PageRanges;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.served.ExhibitPlace;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands before the exhibits leads to them, and the tables beside a bundle list what is in it.
class FrontSchedulesTest {

    private static final List<Schedule> ALL = List.of(Schedule.values());

    @TempDir
    private Path folder;

    private ServedBundle write(BundlePlan plan, List<BundlePlan> versions) {
        return new BundleWriter().write(plan, versions, folder, Progress.none(), served -> {});
    }

    private static PlannedExhibit statement() {
        return Plans.statement("A/1", 1, "en", "They took me there at night.", 12);
    }

    private static PlannedExhibit paper(String mark, int number, String title) {
        return Plans.document(mark, number, title, "p.pdf", "application/pdf", Plans.pdf(number - 10));
    }

    private static PlannedExhibit withheld(PlannedExhibit exhibit) {
        return new PlannedExhibit(
                exhibit.reference(),
                exhibit.mark(),
                ExhibitTitles.withheld(Locale.ENGLISH),
                exhibit.content(),
                exhibit.custody(),
                exhibit.fileStem(),
                exhibit.shownAs(),
                PageRanges.ALL,
                List.of(),
                Optional.of("WITNESS_IDENTITY"));
    }

    private static Particulars particulars() {
        return new Particulars(
                List.of(
                        new LinkedElement(
                                "PAL.PURP",
                                "PALERMO",
                                "3(a)",
                                false,
                                List.of(Bearer.of(Mention.in("A/2")), Bearer.of(Mention.in("A/3")))),
                        new LinkedElement("RS7h.2", "ROME", "7(1)(h)", true, List.of(Bearer.of(Mention.in("A/2"))))),
                List.of(new Happening(
                        "Night transfer",
                        Spoken.date("March 2018"),
                        List.of(new Mention("A/1", Optional.of(Pinpoint.parse("T-0001 ¶2"))), Mention.in("A/2")))),
                List.of(
                        new Persona(
                                Persona.Kind.WITNESS,
                                "W-0007",
                                Optional.empty(),
                                Optional.of("former-detainee"),
                                List.of(Mention.in("A/1"))),
                        new Persona(
                                Persona.Kind.SPOKEN_OF,
                                "P-0003",
                                Optional.of("The surgeon R."),
                                Optional.of("SURGEON"),
                                List.of(Mention.in("A/3"))),
                        new Persona(
                                Persona.Kind.SPOKEN_OF,
                                "P-0004",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(Mention.in("A/2")))));
    }

    private static BundlePlan plan(
            Locale language,
            List<PlannedExhibit> exhibits,
            Edition edition,
            Particulars particulars,
            List<Schedule> schedules) {
        BundlePlan plain = Plans.of(language, exhibits.toArray(PlannedExhibit[]::new));
        return new BundlePlan(
                plain.draft().made(new BundleMaking(schedules, List.of(), false, true, Optional.empty())),
                plain.date(),
                plain.language(),
                plain.version(),
                plain.sections(),
                plain.consents(),
                plain.preflight(),
                edition,
                particulars);
    }

    private static BundlePlan plan(Locale language) {
        return plan(
                language,
                List.of(statement(), paper("A/2", 12, "A list of tests"), paper("A/3", 13, "An invoice")),
                Edition.ONLY,
                particulars(),
                ALL);
    }

    /// Two versions: all of it, and one from which the second exhibit is withheld.
    private static List<BundlePlan> versions() {
        List<BundleVersion> both = List.of(BundleVersion.CONFIDENTIAL, BundleVersion.PUBLIC);
        BundlePlan whole = plan(
                Locale.ENGLISH,
                List.of(statement(), paper("A/2", 12, "A list of tests"), paper("A/3", 13, "An invoice")),
                new Edition(Optional.of(both.getFirst()), both.subList(1, 2), 1, Optional.empty()),
                particulars(),
                ALL);
        Particulars less = new Particulars(
                List.of(new LinkedElement("PAL.PURP", "PALERMO", "3(a)", false, List.of(Bearer.of(Mention.in("A/3"))))),
                List.of(),
                particulars().persons().subList(0, 1));
        BundlePlan open = plan(
                Locale.ENGLISH,
                List.of(statement(), withheld(paper("A/2", 12, "A list of tests")), paper("A/3", 13, "An invoice")),
                new Edition(Optional.of(both.getLast()), both.subList(0, 1), 1, Optional.empty()),
                less,
                ALL);
        return List.of(whole, open);
    }

    private static String text(PDDocument document, int first, int last) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    /// The page of every bookmark that is not under another, by its words without the number that it ends in.
    private static Map<String, Integer> bookmarks(PDDocument document) throws IOException {
        Map<String, Integer> pages = new HashMap<>();
        for (PDOutlineItem item :
                document.getDocumentCatalog().getDocumentOutline().children()) {
            int page = document.getPages().indexOf(item.findDestinationPage(document)) + 1;
            String title = item.getTitle();
            assertThat(title).endsWith(" – " + page);
            pages.put(title.substring(0, title.lastIndexOf(" – ")), page);
        }
        return pages;
    }

    private static List<String> linesLeading(PDDocument document, int page) throws IOException {
        List<String> leading = new ArrayList<>();
        for (var annotation : document.getPage(page - 1).getAnnotations()) {
            if (annotation instanceof PDAnnotationLink link
                    && link.getDestination() instanceof PDPageDestination destination) {
                leading.add(link.getContents() + " -> " + (destination.retrievePageNumber() + 1));
            }
        }
        return leading;
    }

    private static Map<String, Integer> pages(ServedBundle served) {
        Map<String, Integer> pages = new TreeMap<>();
        for (ExhibitPlace place : served.places()) {
            pages.put(place.mark(), place.page());
        }
        return pages;
    }

    @Test
    void everySchedulesLinesLeadToTheExhibitsOnTheirPages() throws IOException {
        BundlePlan plan = plan(Locale.ENGLISH);

        ServedBundle served = write(plan, List.of(plan));

        Map<String, Integer> pages = pages(served);
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            Map<String, Integer> bookmarks = bookmarks(document);
            assertThat(bookmarks.get("Elements of the crimes"))
                    .isGreaterThan(bookmarks.get("Index"))
                    .isLessThan(bookmarks.get("Chronology"));
            assertThat(bookmarks.get("Chronology")).isLessThan(bookmarks.get("Persons"));
            assertThat(bookmarks.get("Persons")).isLessThan(pages.get("A/1"));
            assertThat(text(document, at(bookmarks, "Index"), at(bookmarks, "Index")))
                    .contains(
                            "Elements of the crimes " + bookmarks.get("Elements of the crimes"),
                            "Chronology " + bookmarks.get("Chronology"),
                            "Persons " + bookmarks.get("Persons"));
            assertThat(text(document, 1, 1)).contains("Index: page " + bookmarks.get("Index"));
            int elements = at(bookmarks, "Elements of the crimes");
            assertThat(text(document, elements, elements))
                    .contains(
                            "Purpose of removing organs, whether or not they were removed (PAL.PURP)",
                            "Palermo Protocol (2000), article 3(a) · summary in plain words, not yet checked",
                            "A/2 not said A list of tests " + pages.get("A/2"),
                            "A/3 not said An invoice " + pages.get("A/3"),
                            "article 7(1)(h) Place");
            assertThat(linesLeading(document, elements))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).matches(".* – (\\d+) -> \\1"))
                    .anyMatch(line -> line.endsWith("-> " + pages.get("A/2")))
                    .anyMatch(line -> line.endsWith("-> " + pages.get("A/3")));
            int persons = at(bookmarks, "Persons");
            assertThat(text(document, persons, persons))
                    .contains(
                            "W-0007 former detainee A/1 Taken at night " + pages.get("A/1"),
                            "P-0003 The surgeon R.",
                            "alleged surgeon",
                            "P-0004 kept more closely than this bundle");
        }
        assertThat(BundleChecker.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
    }

    @Test
    void theChronologyIsInOrderAndCountsWhatHasNoDate() throws IOException {
        PlannedExhibit undated = Plans.document("A/4", 14, "A note", "n.txt", "text/plain", Plans.bytes("x"), "x");
        undated = new PlannedExhibit(
                undated.reference(),
                undated.mark(),
                undated.title(),
                new Content.FreeRecord(
                        "A note", "", Optional.empty(), Map.of(), Fingerprint.of(Plans.bytes("x")), Content.Added.NONE),
                undated.custody(),
                undated.fileStem());
        BundlePlan plan = plan(
                Locale.ENGLISH,
                List.of(statement(), paper("A/2", 12, "A list of tests"), undated),
                Edition.ONLY,
                particulars(),
                List.of(Schedule.CHRONOLOGY));
        plan = new BundlePlan(
                plan.draft(),
                plan.date(),
                plan.language(),
                plan.version(),
                plan.sections(),
                plan.consents(),
                plan.preflight(),
                plan.edition(),
                new Particulars(List.of(), particulars().events(), List.of()));

        ServedBundle served = write(plan, List.of(plan));

        Map<String, Integer> pages = pages(served);
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            Map<String, Integer> bookmarks = bookmarks(document);
            assertThat(bookmarks).containsKey("Chronology").doesNotContainKeys("Persons", "Elements of the crimes");
            int page = at(bookmarks, "Chronology");
            assertThat(text(document, page, page))
                    .containsSubsequence(
                            "March 2018 A/1 ¶2 Event: Night transfer " + pages.get("A/1"),
                            "A/2",
                            "2019 A/2 A list of tests " + pages.get("A/2"),
                            "4 December 2024 A/1 Taken at night",
                            "Exhibits without a date that can be put in order: 1 (A/4).");
        }
    }

    @Test
    void versionsKeepTheirNumbersAndTellNothingOfWhatIsWithheld() throws IOException {
        List<BundlePlan> versions = versions();

        ServedBundle whole = write(versions.getFirst(), versions);
        ServedBundle open = write(versions.getLast(), versions);

        assertThat(open.pages()).isEqualTo(whole.pages());
        assertThat(pages(open)).isEqualTo(pages(whole));
        try (PDDocument document = Loader.loadPDF(open.pdf().toFile());
                PDDocument other = Loader.loadPDF(whole.pdf().toFile())) {
            Map<String, Integer> bookmarks = bookmarks(document);
            int last = at(pages(open), "A/1") - 2;
            assertThat(text(other, 1, last)).contains("A list of tests", "RS7h.2", "Night transfer");
            assertThat(text(document, 1, open.pages())).doesNotContain("A list of tests", "RS7h.2", "Night transfer");
            for (String schedule : List.of("Elements of the crimes", "Chronology", "Persons")) {
                int page = at(bookmarks, schedule);
                assertThat(text(document, page, page))
                        .contains(
                                "Not in this version",
                                "A/2 Withheld " + pages(open).get("A/2"))
                        .doesNotContain("E-0012", "2019 A/2");
            }
        }
        for (String name : List.of("data/index.csv", loadFile(open, "dat"), loadFile(open, "opt"))) {
            assertThat(Files.readString(beside(open).resolve(name)))
                    .doesNotContain(
                            "A list of tests",
                            "E-0012",
                            Fingerprint.of(Plans.pdf(2)).hex());
        }
        List<Map<String, String>> documents = documents(open);
        assertThat(documents.get(1))
                .containsEntry("MARK", "A/2")
                .containsEntry("TITLE", "Withheld")
                .containsEntry("DOCTYPE", "")
                .containsEntry("DOCDATE", "")
                .containsEntry("SHA256", "")
                .containsEntry("NATIVEPATH", "")
                .containsEntry("AUTHOR", "")
                .containsEntry("LANGUAGE", "");
        assertThat(rows(open).get(2))
                .containsExactly(
                        "A/2",
                        "Withheld",
                        "",
                        "A  Evidence",
                        "",
                        "",
                        "1",
                        at(pages(open), "A/2").toString(),
                        "3",
                        "",
                        "Withheld");
        assertThat(documents(whole).get(1)).containsEntry("TITLE", "A list of tests");
        assertThat(documents.stream().map(one -> one.get("BEGDOC")))
                .isEqualTo(
                        documents(whole).stream().map(one -> one.get("BEGDOC")).toList());
    }

    @Test
    void theNextVolumesIndexNamesTheSchedulesOfTheFirst() throws IOException {
        PlannedExhibit second =
                Plans.document("A/2", 12, "A list of tests", "p.pdf", "application/pdf", VolumesTest.heavy(2));
        PlannedExhibit third =
                Plans.document("A/3", 13, "An invoice", "q.pdf", "application/pdf", VolumesTest.heavy(3));
        PlannedExhibit fourth = Plans.document("A/4", 14, "A photo", "r.pdf", "application/pdf", VolumesTest.heavy(4));
        PlannedExhibit fifth = Plans.document("A/5", 15, "A map", "s.pdf", "application/pdf", VolumesTest.heavy(5));
        BundlePlan plan = plan(
                Locale.ENGLISH, List.of(statement(), second, third, fourth, fifth), Edition.ONLY, particulars(), ALL);
        BundlePlan parted = new BundlePlan(
                plan.draft().withProfile("england-wales"),
                plan.date(),
                plan.language(),
                plan.version(),
                plan.sections(),
                plan.consents(),
                plan.preflight(),
                plan.edition(),
                plan.particulars());

        ServedBundle served = write(parted, List.of(parted));

        assertThat(served.volumes()).hasSizeGreaterThan(1);
        ServedBundle.Volume next = served.volumes().get(1);
        try (PDDocument first = Loader.loadPDF(served.pdf().toFile());
                PDDocument document = Loader.loadPDF(next.pdf().toFile())) {
            Map<String, Integer> bookmarks = bookmarks(first);
            assertThat(text(document, 1, 3))
                    .contains("Chronology " + bookmarks.get("Chronology"))
                    .contains("Index: page " + (next.firstPage() + 1))
                    .doesNotContain("9999");
        }
        assertThat(Files.readAllLines(beside(served).resolve(loadFile(served, "opt"))))
                .anyMatch(line -> line.contains(",VOL002,..\\..\\" + next.pdf().getFileName()));
    }

    @Test
    void loadFilesNameTheSamePagesAndEveryOneOnce() throws IOException {
        List<PlannedExhibit> exhibits = List.of(
                statement(),
                paper("A/2", 12, "A þ\u00AE title"),
                paper("A/2.1", 13, "What was attached"),
                Plans.document("A/3", 14, "=SUM(A1)", "x.pdf", "application/pdf", Plans.pdf(1)));
        BundlePlan plan = plan(Locale.ENGLISH, exhibits, Edition.ONLY, Particulars.NONE, List.of());

        ServedBundle served = write(plan, List.of(plan));

        List<Map<String, String>> documents = documents(served);
        List<String[]> pages = Files.readAllLines(beside(served).resolve(loadFile(served, "opt"))).stream()
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(pages).allMatch(line -> line.length == 7);
        assertThat(pages.stream().map(line -> line[0])).doesNotHaveDuplicates();
        assertThat(pages.stream().filter(line -> line[3].equals("Y")).map(line -> line[0]))
                .isEqualTo(documents.stream().map(one -> one.get("BEGDOC")).toList());
        int at = 0;
        for (Map<String, String> document : documents) {
            int count = Integer.parseInt(pages.get(at)[6]);
            assertThat(document.get("PAGES")).isEqualTo(String.valueOf(count));
            assertThat(document.get("ENDDOC")).isEqualTo(pages.get(at + count - 1)[0]);
            at += count;
        }
        assertThat(at).isEqualTo(pages.size());
        Path load = Objects.requireNonNull(
                beside(served).resolve(loadFile(served, "dat")).getParent());
        assertThat(load.resolve(pages.getFirst()[2].replace('\\', '/')).normalize())
                .isEqualTo(served.pdf());
        assertThat(documents.getFirst())
                .containsEntry(
                        "BEGDOC", "ST-2026-017-%06d".formatted(pages(served).get("A/1")))
                .containsEntry("DOCTYPE", "STATEMENT")
                .containsEntry("WITNESS", "W-0007")
                .containsEntry("DOCDATE", "2024-12-04")
                .containsEntry("DOCDATE_ESTIMATED", "N")
                .containsEntry("CONFIDENTIALITY", "CONFIDENTIAL")
                .containsEntry("BEGATTACH", "");
        assertThat(documents.get(1))
                .containsEntry("TITLE", "A th(R) title")
                .containsEntry("DOCDATE", "2019-01-01")
                .containsEntry("DOCDATE_ESTIMATED", "Y")
                .containsEntry("DOCDATE_EDTF", "2019")
                .containsEntry("AUTHOR", "Laboratory")
                .containsEntry("BEGATTACH", documents.get(1).get("BEGDOC"))
                .containsEntry("ENDATTACH", documents.get(2).get("ENDDOC"));
        assertThat(documents.get(2)).containsEntry("BEGATTACH", documents.get(1).get("BEGDOC"));
        Path original = load.resolve(at(documents.get(1), "NATIVEPATH").replace('\\', '/'));
        assertThat(Fingerprint.of(Files.readAllBytes(original)).hex())
                .isEqualTo(documents.get(1).get("SHA256"));
        assertThat(rows(served).getLast())
                .startsWith("A/3", "'=SUM(A1)", "E-0014")
                .endsWith("data/originals/A-3_E-0014.pdf");
        assertThat(rows(served).get(1))
                .startsWith("A/1", "Taken at night", "T-0001")
                .endsWith("printed in this bundle");
    }

    @Test
    void theTablesBesideAreInEveryListOfHashes() throws IOException {
        BundlePlan plan = plan(Locale.ENGLISH);

        ServedBundle served = write(plan, List.of(plan));

        for (String name : List.of("data/index.csv", loadFile(served, "dat"), loadFile(served, "opt"))) {
            String hash = Fingerprint.of(Files.readAllBytes(beside(served).resolve(name)))
                    .hex();
            assertThat(Files.readAllLines(beside(served).resolve("manifest-sha256.txt")))
                    .contains(hash + "  " + name);
            assertThat(Files.readAllLines(served.manifest()))
                    .contains(hash + "  " + beside(served).getFileName() + "/" + name);
        }
        assertThat(Files.readString(beside(served).resolve("bag-info.txt"))).contains("Payload-Oxum: " + oxum(served));
    }

    @Test
    void aBundleWithoutLoadFilesHasItsIndexAsATable() throws IOException {
        BundlePlan plan = Plans.of(Locale.ENGLISH, statement());

        ServedBundle served = write(plan, List.of(plan));

        assertThat(rows(served)).hasSize(2);
        assertThat(beside(served).resolve(loadFile(served, "dat"))).doesNotExist();
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            assertThat(bookmarks(document)).doesNotContainKeys("Chronology", "Persons", "Elements of the crimes");
        }
    }

    private static String oxum(ServedBundle served) throws IOException {
        long octets = 0;
        long count = 0;
        try (Stream<Path> files = Files.walk(beside(served).resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                octets += Files.size(file);
                count++;
            }
        }
        return octets + "." + count;
    }

    private static Path beside(ServedBundle served) {
        String name = served.pdf().getFileName().toString();
        return served.pdf().resolveSibling(name.substring(0, name.length() - ".pdf".length()));
    }

    private static String loadFile(ServedBundle served, String format) {
        return "data/" + beside(served).getFileName() + "." + format;
    }

    /// The DAT as a review program reads it.
    private static List<Map<String, String>> documents(ServedBundle served) throws IOException {
        String text = Files.readString(beside(served).resolve(loadFile(served, "dat")));
        assertThat(text.getBytes(StandardCharsets.UTF_8)).startsWith(0xEF, 0xBB, 0xBF);
        List<List<String>> lines = Arrays.stream(text.substring(1).split("\r\n"))
                .map(line -> Arrays.stream(line.split("\u0014", -1))
                        .peek(field -> assertThat(field).startsWith("\u00FE").endsWith("\u00FE"))
                        .map(field -> field.substring(1, field.length() - 1))
                        .toList())
                .toList();
        List<Map<String, String>> documents = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            assertThat(line).hasSameSizeAs(lines.getFirst());
            Map<String, String> document = new HashMap<>();
            for (int i = 0; i < line.size(); i++) {
                document.put(lines.getFirst().get(i), line.get(i));
            }
            documents.add(document);
        }
        return documents;
    }

    private static List<List<String>> rows(ServedBundle served) throws IOException {
        String text = Files.readString(beside(served).resolve("data/index.csv"));
        return Arrays.stream(text.split("\r\n"))
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    private static <V> V at(Map<String, V> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }
}
