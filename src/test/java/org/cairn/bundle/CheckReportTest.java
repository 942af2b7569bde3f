package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.CheckedBundle;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.SignatureSaid;
import org.cairn.domain.served.TimeSaid;
import org.cairn.i18n.Messages;
import org.junit.jupiter.api.Test;

/// The report of a check, as it is filed.
class CheckReportTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Fingerprint HASH = new Fingerprint("ab".repeat(32));
    private static final Fingerprint CERTIFICATE = new Fingerprint("cd".repeat(32));
    private static final Fingerprint AUTHORITY = new Fingerprint("ef".repeat(32));

    static CheckedBundle checked(String file, Outcome signature) {
        return new CheckedBundle(
                file,
                HASH,
                Optional.of("manifest-sha256.txt"),
                List.of(
                        RuleResult.of("1", Outcome.MET, "check.whole.met"),
                        RuleResult.of(
                                "SIGNATURE",
                                signature,
                                signature == Outcome.MET ? "check.signature.met" : "check.signature.broken",
                                1,
                                "CN=Counsel",
                                CERTIFICATE)),
                List.of(new SignatureSaid(
                        "CN=Counsel",
                        "CN=Root",
                        CERTIFICATE,
                        signature == Outcome.MET,
                        true,
                        Optional.of(NOON),
                        Optional.of(new TimeSaid(NOON.plusSeconds(60), "CN=Time", AUTHORITY, true)))));
    }

    private static String text(CheckedBundle checked, Locale language) {
        return new String(CheckReport.text(checked, "Cairn 1.0", NOON, language), StandardCharsets.UTF_8);
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void saysOfWhichFileItIsAndEveryRuleWithSourceAndOutcome() {
        String text = text(checked("Clinic.pdf", Outcome.MET), Locale.ENGLISH);

        assertThat(text)
                .contains("Clinic.pdf", HASH.hex(), "manifest-sha256.txt", "4 March 2026, 12:00:00 UTC", "Cairn 1.0")
                .contains("All rules are met (2).")
                .contains("[met] The file was written in one piece.")
                .contains("General Guidance on Electronic Court Bundles", "ETSI EN 319 142-1");
    }

    @Test
    void saysWhatSignaturesSay() {
        assertThat(text(checked("Clinic.pdf", Outcome.MET), Locale.ENGLISH))
                .contains("CN=Counsel", "CN=Root", CERTIFICATE.hex(), "CN=Time", AUTHORITY.hex())
                .contains("Time attested: 4 March 2026, 12:01:00 UTC");
    }

    @Test
    void saysWhatIsNotMet() {
        assertThat(text(checked("Clinic.pdf", Outcome.BROKEN), Locale.ENGLISH))
                .contains("Not met: 1 of 2 rules.", "[NOT MET] Signature 1 does not hold", "Holds: NO");
    }

    @Test
    void letsNoNameOfAFileWriteALineOfItsOwn() {
        assertThat(text(checked("a\n[met] forged", Outcome.MET), Locale.ENGLISH).lines())
                .noneMatch(line -> line.startsWith("[met] forged"));
    }

    @Test
    void saysTheSameOnPaperInEveryLanguage() throws IOException {
        for (Locale language : Messages.LANGUAGES) {
            byte[] pdf = CheckReport.pdf(checked("Clinic.pdf", Outcome.MET), "Cairn 1.0", NOON, language);
            assertThat(words(pdf).replace(" ", ""))
                    .as(language.getLanguage())
                    .contains("Clinic.pdf", HASH.hex(), CERTIFICATE.hex(), AUTHORITY.hex())
                    .doesNotContain("«");
        }
    }
}
