package org.cairn.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/// A table as its file has it: headings, and rows that may be shorter or longer than they.
record CsvTable(List<String> headings, List<List<String>> rows) {

    private static final int MOST_ROWS = 100_000;

    CsvTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /// The text of a file, where it is one.
    static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static CsvTable read(String text) throws Unreadable {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                .get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            for (CSVRecord row : parser) {
                if (rows.size() >= MOST_ROWS) {
                    throw new Unreadable("tooLarge");
                }
                rows.add(row.toList());
            }
            List<String> headings =
                    parser.getHeaderNames().stream().map(String::strip).toList();
            return new CsvTable(headings, rows);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new Unreadable("notATable");
        }
    }

    /// What a row says in a column; nothing where it has none.
    Optional<String> cell(List<String> row, String heading) {
        int column = headings.indexOf(heading);
        return column >= 0 && column < row.size() ? Optional.of(row.get(column)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "CsvTable";
    }
}
