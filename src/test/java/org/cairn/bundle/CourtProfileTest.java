package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.bundle.typeset.Paper;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.i18n.Messages;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourtProfileTest {

    @TempDir
    Path temp;

    @Test
    void knowsEveryCourtOfTheSpecificationByNameInEveryLanguage() {
        assertThat(CourtProfile.codes())
                .startsWith("peoples-tribunal")
                .contains("england-wales", "uk-supreme-court", "icc", "ecthr", "icj", "us-cmecf");
        for (Locale language : Messages.LANGUAGES) {
            Messages words = Messages.of("bundle", language);
            assertThat(CourtProfile.codes()).allMatch(code -> words.has("profile." + code));
        }
    }

    @Test
    void everyRuleOfEveryCourtSaysWhereItComesFrom() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("resources/profiles"))) {
            List<Path> profiles = files.filter(file -> file.toString().endsWith(".properties"))
                    .toList();
            assertThat(profiles).hasSameSizeAs(CourtProfile.codes());
            for (Path file : profiles) {
                Properties rules = new Properties();
                try (var in = Files.newBufferedReader(file)) {
                    rules.load(in);
                }
                assertThat(rules.stringPropertyNames().stream().filter(rule -> !rule.endsWith(".source")))
                        .allSatisfy(rule -> assertThat(rules.getProperty(rule + ".source", ""))
                                .as("the source of %s in %s", rule, file)
                                .isNotBlank());
            }
        }
    }

    @Test
    void everyProfileCanBeRead() {
        assertThat(CourtProfile.codes())
                .allSatisfy(code -> assertThat(CourtProfile.of(code).head()).isNotEmpty());
        assertThatThrownBy(() -> CourtProfile.of("the-moon")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void setsLetterPagesAndNumbersThemAsTheCourtPrintsThem() throws IOException {
        BundlePlan plan = Plans.forCourt("us-cmecf");
        ServedBundle served = new BundleWriter().write(plan, temp.resolve("out"), Progress.none(), finished -> {});
        assertThat(served.results()).noneMatch(result -> result.outcome() == Outcome.BROKEN);
        try (PDDocument bundle = Loader.loadPDF(served.pdf().toFile())) {
            assertThat(bundle.getPage(0).getMediaBox().getWidth()).isEqualTo(Paper.LETTER.width());
            assertThat(new PDFTextStripper().getText(bundle)).contains("1 of " + served.pages());
        }
    }

    @Test
    void asksAPersonWhenAVolumeIsLargerThanItsCourtTakes() {
        CourtProfile court = CourtProfile.of("england-wales");
        assertThat(VolumeLimits.before(court, 36_000_000, 10)).allMatch(result -> result.outcome() == Outcome.MET);
        assertThat(VolumeLimits.before(court, 36_000_001, 10))
                .anyMatch(result -> result.outcome() == Outcome.NEEDS_PERSON);
        assertThat(VolumeLimits.after(CourtProfile.of("icj"), 1, 751))
                .anyMatch(result -> result.outcome() == Outcome.NEEDS_PERSON);
        assertThat(VolumeLimits.after(CourtProfile.of("icc"), Long.MAX_VALUE, 1_000_000))
                .isEmpty();
    }

    @Test
    void neverCallsAdviceTheRuleOfACourt() {
        Messages words = Messages.of("bundle", Locale.ENGLISH);
        List<RuleResult> large = VolumeLimits.before(CourtProfile.of("peoples-tribunal"), 500_000_001, 10);
        assertThat(large).hasSize(1).allMatch(result -> result.outcome() == Outcome.NEEDS_PERSON);
        String said =
                words.text(large.getFirst().code(), large.getFirst().arguments().toArray());
        assertThat(said).contains("no rule of this tribunal is known", "XBundle");
    }
}
