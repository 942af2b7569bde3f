package org.cairn.bundle;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table of RFC 4180, in UTF-8.
///
/// It begins with the mark by which spreadsheet programs know UTF-8, for else they show anything but English as
/// rubbish. No cell can be taken for a formula: one that begins like one gets an apostrophe before it.
final class Csv {

    private static final String UTF_8_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    /// Also in the wide shapes that some spreadsheet programs take for the narrow ones.
    private static final String BEGINS_FORMULA = "=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20";

    private final StringBuilder table = new StringBuilder(UTF_8_MARK);

    void row(Stream<String> cells) {
        table.append(cells.map(Csv::cell).collect(Collectors.joining(","))).append(LINE_END);
    }

    /// The table as it stands.
    String text() {
        return table.toString();
    }

    /// What was added since it was last taken, for a table that is written as it comes.
    String take() {
        String rows = table.toString();
        table.setLength(0);
        return rows;
    }

    /// A cell, between quotation marks where it has to be.
    static String cell(String text) {
        String safe = likeFormula(text) ? "'" + text : text;
        boolean quoted = List.of(",", "\"", "\r", "\n").stream().anyMatch(safe::contains) || !safe.equals(safe.strip());
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /// White space before it does not keep a spreadsheet program from calculating.
    private static boolean likeFormula(String text) {
        String bare = text.strip();
        return !text.isEmpty()
                && (BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0
                        || !bare.isEmpty() && BEGINS_FORMULA.indexOf(bare.charAt(0)) >= 0);
    }
}
