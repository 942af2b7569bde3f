package org.cairn.bundle;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.IntakeAccount;
import org.cairn.domain.custody.IntakeAccount.Line;
import org.cairn.domain.custody.IntakeAccount.Read;

/// Every file of an intake as a table of RFC 4180, in UTF-8.
///
/// It begins with the mark by which spreadsheet programs know UTF-8, for else they show anything but English as
/// rubbish. No cell can be taken for a formula: one that begins like one gets an apostrophe before it.
public final class IntakeTable {

    private static final String UTF_8_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    /// Also in the wide shapes that some spreadsheet programs take for the narrow ones.
    private static final String BEGINS_FORMULA = "=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20";

    private IntakeTable() {}

    /// The table, with its head in a language.
    public static String csv(IntakeAccount account, Locale language) {
        IntakeWords words = new IntakeWords(language);
        StringBuilder table = new StringBuilder(UTF_8_MARK);
        String head = Stream.of(
                        "number",
                        "depth",
                        "path",
                        "bytesOffered",
                        "bytesKept",
                        "sha256",
                        "item",
                        "state",
                        "reason",
                        "expected",
                        "found")
                .map(column -> words.words().text("intake.column." + column))
                .map(IntakeTable::cell)
                .collect(Collectors.joining(","));
        table.append(head).append(LINE_END);
        int number = 0;
        for (Line line : account.lines()) {
            number++;
            table.append(row(number, line, words)).append(LINE_END);
        }
        return table.toString();
    }

    private static String row(int number, Line line, IntakeWords words) {
        boolean told = !line.withheld();
        return Stream.of(
                        String.valueOf(number),
                        String.valueOf(line.depth()),
                        line.file().path(),
                        told ? String.valueOf(line.file().offered()) : "",
                        line.file().size().map(String::valueOf).orElse(""),
                        line.file().fingerprint().map(Fingerprint::hex).orElse(""),
                        line.file().item().map(Reference::toString).orElse(""),
                        words.state(line),
                        words.reason(IntakeWords.reason(line)),
                        line.reading().map(Read::expected).map(String::valueOf).orElse(""),
                        line.reading().map(Read::found).map(String::valueOf).orElse(""))
                .map(IntakeTable::cell)
                .collect(Collectors.joining(","));
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
