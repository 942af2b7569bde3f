package org.cairn.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Table.Column;
import org.cairn.domain.search.TermsReport.Standing;

/// What the reports have in common that somebody signs.
final class ReportSheets {

    private static final float ROOM_TO_SIGN = 140;
    private static final float COUNTED = 0.75f;

    private ReportSheets() {}

    /// A report as a PDF in memory.
    ///
    /// @param set lays it out with these fonts
    static byte[] pdf(Words words, Function<Fonts, Flow> set, FootLine.Said foot, Imprint imprint) {
        try (PDDocument document = new PDDocument(SealedScratch.cache())) {
            Fonts fonts = new Fonts(document, words.locale());
            OwnPages pages = new OwnPages(document).add(set.apply(fonts).finish());
            new FootLine(fonts, words.direction()).put(document, foot);
            pages.finish(fonts, words.locale(), imprint);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All of it on one page, with room for a hand.
    ///
    /// @param signing key of the sentence that is signed
    static void signature(Flow flow, Words words, String signing) {
        flow.room(ROOM_TO_SIGN);
        flow.heading(words.text("intake.signature"), Looks.SUBHEADING);
        flow.paragraph(words.text(signing), Looks.READING);
        flow.table(new Table(
                List.of(new Column(0.5f, Looks.CELL), new Column(0.5f, Looks.CELL)),
                List.of(),
                List.of(
                        Table.Row.of(line(words, "intake.name"), line(words, "intake.function")),
                        Table.Row.of(line(words, "intake.placeDate"), line(words, "intake.signed"))),
                false));
    }

    /// What could not be seen, and what that means.
    ///
    /// @param rows each with its number
    static void unseen(Flow flow, Words words, String heading, List<Table.Row> rows, String note) {
        flow.heading(words.text(heading), Looks.SUBHEADING);
        flow.table(Looks.known(COUNTED, rows));
        flow.space(4);
        flow.paragraph(words.text(note), Looks.NOTE);
    }

    static Table.Row row(Words words, String label, String value) {
        return Table.Row.of(words.text(label), value);
    }

    static Table.Row row(Words words, String label, long value) {
        return row(words, label, number(value));
    }

    /// Of which state of which archive a report is.
    static List<Table.Row> state(Words words, Standing standing) {
        return List.of(
                row(words, "intake.archive", standing.archive()),
                row(
                        words,
                        "intake.head",
                        standing.headLine() + " · " + standing.head().hex()),
                row(words, "terms.analyser", standing.analyser()));
    }

    private static String line(Words words, String label) {
        return "\n" + words.text(label) + ": " + "_".repeat(26);
    }

    /// Digits in groups, in every language the same ones as in file lists.
    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u00A0');
    }
}
