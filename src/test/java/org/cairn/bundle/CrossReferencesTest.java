package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.cairn.domain.Testimony;
import org.cairn.domain.served.ExhibitPlace;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a statement's words refer to is found in the bundle, or said not to be in it.
class CrossReferencesTest {

    @TempDir
    private Path folder;

    private static List<String> found(String text) {
        Testimony testimony = Plans.testimony("en", text, 12);
        return CrossReferences.in(text, testimony).stream()
                .map(one -> one.reference()
                        + (one.page().isPresent() ? " " + one.page().getAsInt() : ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I saw it in E-0012 p. 3.|E-0012 3",
                "E-0012, page 4 and E-0012, page 4|E-0012 4",
                "(T-0004)|T-0004",
                "في E-0012 p. 3 رأيت|E-0012 3",
                "我在E-0012见到|''",
                "W-0007 said so|''",
                "CASE-2024/017 and E-12 and XE-0012|''",
                "M-0003 pp. 2-4|M-0003 2"
            })
    void readsWhatIsWritten(String text, String expected) {
        assertThat(String.join(",", found(text))).isEqualTo(expected);
    }

    @Test
    void leadsToThePageThatIsMeantAndTellsOfWhatIsNotThere() throws IOException {
        BundlePlan plan = Plans.of(
                Locale.ENGLISH,
                Plans.statement("A/1", 1, "en", "It is in E-0012 p. 2, in E-0012 p. 9 and in E-0099.", 12),
                Plans.document("A/2", 12, "Report", "report.pdf", "application/pdf", Plans.pdf(3)));

        ServedBundle served = new BundleWriter().write(plan, folder, Progress.none(), done -> {});

        ExhibitPlace statement = served.places().getFirst();
        int separator = served.places().getLast().page();
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            TreeSet<Integer> led = new TreeSet<>();
            for (int page = statement.page(); page < statement.page() + statement.pages(); page++) {
                for (var annotation : document.getPage(page - 1).getAnnotations()) {
                    var to = (PDPageDestination) ((PDAnnotationLink) annotation).getDestination();
                    led.add(to.retrievePageNumber() + 1);
                }
            }
            // what was shown and what has no such page leads to the exhibit
            assertThat(led).containsExactly(separator, separator + 2);
        }
        assertThat(served.results())
                .filteredOn(result -> result.rule().equals("XREF"))
                .singleElement()
                .matches(result -> result.outcome() == RuleResult.Outcome.NEEDS_PERSON)
                .matches(result -> result.arguments().getLast().equals("¶1 E-0099, ¶2 E-0099"));
    }
}
