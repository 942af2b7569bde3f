package org.cairn.bundle;

import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.IntakeAccount;
import org.cairn.domain.custody.IntakeAccount.Line;
import org.cairn.domain.custody.IntakeAccount.Read;

/// Every file of an intake as a table of RFC 4180, in UTF-8.
public final class IntakeTable {

    private IntakeTable() {}

    /// The table, with its head in a language.
    public static String csv(IntakeAccount account, Locale language) {
        IntakeWords words = new IntakeWords(language);
        Csv table = new Csv();
        table.row(Stream.of(
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
                .map(column -> words.words().text("intake.column." + column)));
        int number = 0;
        for (Line line : account.lines()) {
            number++;
            table.row(row(number, line, words));
        }
        return table.text();
    }

    private static Stream<String> row(int number, Line line, IntakeWords words) {
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
                line.reading().map(Read::found).map(String::valueOf).orElse(""));
    }
}
