package org.cairn.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Paper;
import org.cairn.bundle.typeset.Typeset;

/// A medical report as it will be printed in a bundle, for reading it through.
public final class MedicalReportPreview {

    private MedicalReportPreview() {}

    /// The report as a PDF in memory.
    ///
    /// @param ui the language of its headings where the clinician's is none that the program speaks
    public static byte[] pdf(Content.MedicalReport report, Locale ui) {
        Words words = new Words(ui);
        try (PDDocument document = new PDDocument(SealedScratch.cache())) {
            Fonts fonts = new Fonts(document, words.locale());
            Typeset set = new MedicalReportLayout(fonts, words, Paper.A4, report, Map.of()).set();
            Imprint imprint = new Imprint(report.title(), "", Instant.EPOCH, report.hash());
            new OwnPages(document).add(set).finish(fonts, words.locale(), imprint);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
