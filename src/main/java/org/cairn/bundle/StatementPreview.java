package org.cairn.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Paper;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.Testimony;

/// A statement as it will be printed in a bundle, for reading it through before it is sealed.
public final class StatementPreview {

    private StatementPreview() {}

    /// A statement without answers to added questions, as a PDF in memory.
    public static byte[] pdf(Testimony testimony, String pseudonym, int number, Locale ui) {
        return pdf(testimony, pseudonym, number, ui, List.of());
    }

    /// The statement as a PDF in memory.
    ///
    /// @param testimony the statement
    /// @param pseudonym what its witness is called
    /// @param number the first, second… statement of that witness
    /// @param ui the language of the headings
    /// @param forms the forms whose answers it holds
    public static byte[] pdf(Testimony testimony, String pseudonym, int number, Locale ui, List<FormDefinition> forms) {
        Words words = new Words(ui);
        Content.Statement statement =
                new Content.Statement(testimony, pseudonym, number, Fingerprint.of(new byte[0]), forms);
        try (PDDocument document = new PDDocument(SealedScratch.cache())) {
            Fonts fonts = new Fonts(document, words.locale());
            Typeset set = new StatementLayout(
                            fonts, words, Paper.A4, statement, Map.of(), Optional.empty(), Optional.empty())
                    .set();
            Imprint imprint =
                    new Imprint(words.text("statement.title", pseudonym), "", Instant.EPOCH, statement.hash());
            new OwnPages(document).add(set).finish(fonts, words.locale(), imprint);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
