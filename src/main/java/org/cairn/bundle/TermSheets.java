package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Table.Column;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.search.SearchAnswer.Unseen;
import org.cairn.domain.search.TermsReport;
import org.cairn.domain.search.TermsReport.Line;

/// The report of search terms that parties agree on, or argue over: what each finds, and what none of them could.
///
/// That a term finds nothing is worth as much as what was not looked at is known: both stand on the same page.
public final class TermSheets {

    private static final float LABELS = 0.32f;

    private final Flow flow;
    private final TermWords says;
    private final Words words;
    private final TermsReport report;
    private final Fingerprint table;

    private TermSheets(Fonts fonts, TermWords says, TermsReport report, Fingerprint table) {
        this.says = says;
        this.words = says.words();
        this.report = report;
        this.table = table;
        this.flow = new Flow(fonts, Looks.PAGE, words.direction());
    }

    /// The report as a PDF in memory.
    ///
    /// @param table the hash of the table that goes with it
    public static byte[] pdf(TermsReport report, Fingerprint table, Locale language) {
        TermWords says = new TermWords(language);
        Words words = says.words();
        return ReportSheets.pdf(
                words,
                fonts -> new TermSheets(fonts, says, report, table).set(),
                (page, of) -> words.text("terms.foot", page, of),
                new Imprint(
                        words.text("terms.title"),
                        report.standing().program(),
                        report.standing().asOf(),
                        table));
    }

    private Flow set() {
        flow.paragraph(words.text("terms.kicker"), Looks.KICKER.spaced(0, 6));
        flow.paragraph(words.text("terms.title"), Looks.TITLE.spaced(0, 10));
        flow.table(Looks.known(
                LABELS,
                List.of(
                        row("intake.asOf", words.moment(report.standing().asOf())),
                        row("intake.askedBy", report.standing().askedBy()),
                        row("intake.program", report.standing().program()))));
        flow.heading(words.text("terms.found"), Looks.SUBHEADING);
        flow.paragraph(words.text("terms.explained"), Looks.NOTE);
        flow.table(found());
        unseen();
        ReportSheets.signature(flow, words, "terms.signing");
        flow.heading(words.text("intake.proof"), Looks.SUBHEADING);
        flow.table(Looks.known(LABELS, proof()).withValue(Looks.SMALL_CELL));
        return flow;
    }

    private Table.Row row(String label, String value) {
        return ReportSheets.row(words, label, value);
    }

    private Table found() {
        List<Table.Row> rows = new ArrayList<>();
        for (Line line : report.lines()) {
            rows.add(row(rows.size() + 1, line));
        }
        rows.add(new Table.Row(
                List.of(
                        "",
                        words.text("terms.together"),
                        ReportSheets.number(report.items()),
                        ReportSheets.number(report.passages()),
                        ""),
                Optional.empty(),
                true));
        return new Table(
                List.of(
                        new Column(0.07f, Looks.CELL),
                        new Column(0.48f, Looks.CELL),
                        new Column(0.14f, Looks.right(Looks.CELL)),
                        new Column(0.15f, Looks.right(Looks.CELL)),
                        new Column(0.16f, Looks.right(Looks.CELL))),
                says.head().limit(5).toList(),
                rows,
                true);
    }

    private Table.Row row(int number, Line line) {
        if (line.misread().isPresent()) {
            return Table.Row.of(String.valueOf(number), line.term() + "\n" + says.note(line), "–", "–", "–");
        }
        return Table.Row.of(
                String.valueOf(number),
                line.term(),
                ReportSheets.number(line.items()),
                ReportSheets.number(line.passages()),
                ReportSheets.number(line.unique()));
    }

    private void unseen() {
        Unseen unseen = report.unseen();
        List<Table.Row> rows = List.of(
                ReportSheets.row(words, "terms.unread", unseen.unread()),
                ReportSheets.row(words, "terms.awaitingOcr", unseen.awaitingOcr()),
                ReportSheets.row(words, "terms.noPermission", unseen.noPermission()),
                ReportSheets.row(words, "terms.waiting", unseen.waiting()));
        ReportSheets.unseen(flow, words, "terms.unseen", rows, "terms.unseenNote");
    }

    private List<Table.Row> proof() {
        List<Table.Row> rows = new ArrayList<>();
        rows.add(row("intake.table", table.hex()));
        rows.addAll(ReportSheets.state(words, report.standing()));
        return rows;
    }
}
