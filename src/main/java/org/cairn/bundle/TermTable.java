package org.cairn.bundle;

import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.domain.search.TermsReport;
import org.cairn.domain.search.TermsReport.Line;

/// What each of a list of search terms finds, as a table of RFC 4180, in UTF-8.
public final class TermTable {

    private TermTable() {}

    /// The table, with its head in a language; what all terms find together is its last line.
    public static String csv(TermsReport report, Locale language) {
        TermWords words = new TermWords(language);
        Csv table = new Csv();
        table.row(words.head());
        int number = 0;
        for (Line line : report.lines()) {
            number++;
            table.row(row(number, line, words));
        }
        table.row(Stream.of(
                "",
                words.words().text("terms.together"),
                String.valueOf(report.items()),
                String.valueOf(report.passages()),
                "",
                ""));
        return table.text();
    }

    private static Stream<String> row(int number, Line line, TermWords words) {
        boolean asked = line.misread().isEmpty();
        return Stream.of(
                String.valueOf(number),
                line.term(),
                asked ? String.valueOf(line.items()) : "",
                asked ? String.valueOf(line.passages()) : "",
                asked ? String.valueOf(line.unique()) : "",
                words.note(line));
    }
}
