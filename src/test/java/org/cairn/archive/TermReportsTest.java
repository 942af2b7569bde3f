package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.domain.search.TermsReport;
import org.cairn.domain.search.TermsReport.Line;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What terms find is counted as a search finds it, each item once, and nobody counts what they may not see.
class TermReportsTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void takeThemIn() throws IOException {
        open = new OpenArchive(temp);
        take("one.txt", "The clinic paid for a kidney.\n", Protection.PUBLIC);
        take("two.txt", "A kidney, and the blood group.\n", Protection.PUBLIC);
        take("three.txt", "Blood group and clinic.\n", Protection.PUBLIC);
        take("four.txt", "Only the hangar.\n", Protection.PUBLIC);
        take("closed.txt", "The kidney that nobody sees.\n", Protection.SEALED);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private void take(String name, String text, Protection protection) throws IOException {
        open.archive
                .evidence()
                .take(
                        List.of(Files.writeString(temp.resolve(name), text)),
                        OpenArchive.terms(protection),
                        Progress.none());
    }

    private TermsReport report(String... terms) {
        return open.archive.termReports().report(List.of(terms), Filter.NONE, Locale.ENGLISH, Progress.none());
    }

    @Test
    void countsItemsPassagesAndWhatOnlyOneTermFinds() {
        TermsReport report = report("kidney", "\"blood group\"", " ", "hangar", "nothing");
        assertThat(report.lines())
                .containsExactly(
                        new Line("kidney", 3, 3, 2, Optional.empty()),
                        new Line("\"blood group\"", 2, 2, 1, Optional.empty()),
                        new Line("hangar", 1, 1, 1, Optional.empty()),
                        new Line("nothing", 0, 0, 0, Optional.empty()));
        assertThat(report.items()).isEqualTo(5);
        assertThat(report.passages()).isEqualTo(5);
        assertThat(report.standing().headLine())
                .isEqualTo(open.archive
                        .session()
                        .store()
                        .read(view -> view.head())
                        .map(CustodyEvent::sequence)
                        .orElseThrow());
    }

    @Test
    void tellsOfATermThatIsNoQueryAndCountsTheOthers() {
        TermsReport report = report("(kidney", "hangar");
        assertThat(report.lines().getFirst().misread()).isPresent();
        assertThat(report.lines().getLast().items()).isEqualTo(1);
        assertThat(report.items()).isEqualTo(1);
    }

    @Test
    void countsNothingThatThePersonMayNotSee() {
        open.reopenAs("layla", Set.of(Role.ANALYST));
        TermsReport report = report("kidney", "nobody");
        assertThat(report.lines())
                .containsExactly(
                        new Line("kidney", 2, 2, 2, Optional.empty()), new Line("nobody", 0, 0, 0, Optional.empty()));
        assertThat(report.unseen().noPermission()).isPositive();
    }

    @Test
    void refusesAListOfNoneAndOneOfTooMany() {
        assertThatThrownBy(() -> report(" ", "")).isInstanceOf(ArchiveException.InvalidInput.class);
        String[] many = java.util.stream.IntStream.range(0, 1_001)
                .mapToObj(i -> "word" + i)
                .toArray(String[]::new);
        assertThatThrownBy(() -> report(many)).isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void writesBothPapersInEveryLanguageAndTellsTheLedgerNoTerm() throws IOException {
        for (String language : List.of("en", "fr", "es", "ar", "ru", "zh")) {
            TermsReport report = report("kidney", "=SUM(1)", "(kidney");
            Path out = temp.resolve("out-" + language);
            ReportPapers papers = open.archive.termReports().write(report, out, Locale.forLanguageTag(language));
            byte[] table = Files.readAllBytes(papers.data());
            assertThat(new String(table, StandardCharsets.UTF_8))
                    .contains("kidney")
                    .contains("'=SUM(1)");
            assertThat(text(papers.pdf()))
                    .contains("kidney")
                    .contains(Fingerprint.of(table).hex().substring(0, 16));
            assertThatThrownBy(() -> open.archive.termReports().write(report, out, Locale.ENGLISH))
                    .isInstanceOf(ArchiveException.AlreadyThere.class);
        }
        List<CustodyEvent> told = open.archive.session().store().read(view -> view.custody(Optional.empty(), 0, 1_000));
        assertThat(told)
                .filteredOn(event -> event.action().equals("EXPORTED"))
                .hasSize(6)
                .allSatisfy(event -> assertThat(event.details().toString())
                        .doesNotContain("kidney")
                        .contains("searchTerms"));
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
