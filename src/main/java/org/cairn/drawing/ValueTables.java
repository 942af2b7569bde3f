package org.cairn.drawing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Values between commas, semicolons, tabs or bars, as RFC 4180 has them: quoted ones may hold any of these and lines.
final class ValueTables implements Tables {

    private static final List<Character> BETWEEN = List.of(',', ';', '\t', '|');
    private static final int LOOKED_AT = 16 * 1024;
    private static final int LONGEST = 200_000;

    private final PipedBytes bytes;
    private final Charset charset;

    ValueTables(PipedBytes bytes, String encoding) {
        this.bytes = bytes;
        this.charset = charset(encoding);
    }

    private static Charset charset(String name) {
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    @Override
    public List<String> names() {
        return List.of("");
    }

    @Override
    public TableRows read(int number) throws IOException {
        TableRows rows = new TableRows();
        char between = between(new String(bytes.first(LOOKED_AT), charset));
        try (Reader in = new BufferedReader(new InputStreamReader(PipedChannel.stream(bytes), charset), 1 << 16)) {
            int row = 0;
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            int letter = skipMark(in);
            while (letter >= 0) {
                int next = in.read();
                if (quoted && letter == '"' && next == '"') {
                    cell.append('"');
                    next = in.read();
                } else if (letter == '"' && (quoted || cell.isEmpty())) {
                    quoted = !quoted;
                } else if (!quoted && letter == between) {
                    take(cell, cells);
                } else if (!quoted && (letter == '\n' || letter == '\r')) {
                    next = letter == '\r' && next == '\n' ? in.read() : next;
                    take(cell, cells);
                    if (!end(rows, row++, cells)) {
                        return rows;
                    }
                    cells = new ArrayList<>();
                } else if (cell.length() < LONGEST) {
                    cell.append((char) letter);
                }
                letter = next;
            }
            take(cell, cells);
            end(rows, row, cells);
        }
        return rows;
    }

    private static int skipMark(Reader in) throws IOException {
        int first = in.read();
        return first == 0xfeff ? in.read() : first;
    }

    private static void take(StringBuilder cell, List<String> into) {
        if (into.size() <= TableRows.MOST_COLUMNS) {
            into.add(cell.toString());
        }
        cell.setLength(0);
    }

    private static boolean end(TableRows rows, int row, List<String> cells) {
        boolean empty = cells.stream().allMatch(String::isEmpty);
        return rows.add(row, empty ? List.of() : cells);
    }

    /// What stands most often between values of the first lines.
    private static char between(String head) {
        return BETWEEN.stream()
                .max(Comparator.comparingLong(sign -> times(head, sign)))
                .filter(sign -> times(head, sign) > 0)
                .orElse(',');
    }

    private static long times(String head, char sign) {
        boolean quoted = false;
        long times = 0;
        for (int i = 0; i < head.length(); i++) {
            quoted ^= head.charAt(i) == '"';
            times += !quoted && head.charAt(i) == sign ? 1 : 0;
        }
        return times;
    }
}
