package org.cairn.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/// What veraPDF says of a file.
final class Vera {

    private static final Logger QUIET = Logger.getLogger("org.verapdf");

    static {
        QUIET.setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Vera() {}

    /// The rules of PDF/A-2b that it breaks, each once with an example.
    static List<String> againstArchival(byte[] pdf) {
        return against(pdf, PDFAFlavour.PDFA_2_B);
    }

    /// The rules of PDF/UA-1 that it breaks.
    static List<String> againstAccessible(byte[] pdf) {
        return against(pdf, PDFAFlavour.PDFUA_1);
    }

    static byte[] bytes(Path pdf) throws IOException {
        return Files.readAllBytes(pdf);
    }

    private static List<String> against(byte[] pdf, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant()) {
                return List.of();
            }
            return result.getTestAssertions().stream()
                    .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                    .map(one -> one.getRuleId().getClause() + "-"
                            + one.getRuleId().getTestNumber() + " " + one.getMessage() + " at "
                            + one.getLocation().getContext())
                    .toList();
        } catch (VeraPDFException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
