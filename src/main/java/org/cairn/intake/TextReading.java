package org.cairn.intake;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.cairn.domain.reading.Extent;

/// Reads plain text in whatever encoding it is.
final class TextReading {

    private static final Set<String> TABLES = Set.of("text/csv", "text/tab-separated-values");

    private static final Pattern DATA = Pattern.compile(".*\\.(?:json|jsonl|ndjson|geojson|har|ipynb|properties)");

    private TextReading() {}

    /// Whether bytes of no known format are text.
    static boolean looksLikeText(IncomingBytes bytes) throws IOException {
        return TextEncoding.of(head(bytes)).isPresent();
    }

    /// Whether bytes that are named as text may be some.
    static boolean mayBeText(IncomingBytes bytes) throws IOException {
        return TextEncoding.ofText(head(bytes)).isPresent();
    }

    private static byte[] head(IncomingBytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            return in.readNBytes(TextEncoding.HEAD);
        }
    }

    static boolean table(String mediaType) {
        return TABLES.contains(mediaType);
    }

    /// What is left of a text that files were taken out of.
    static void rest(InputStream text, Metadata metadata, Gathering gathering) throws IOException, StopReading {
        try (text) {
            read(text, Optional.empty(), metadata, gathering);
        }
        gathering.end();
    }

    static void read(String mediaType, IncomingBytes bytes, Metadata metadata, Gathering gathering)
            throws IOException, StopReading {
        if (table(mediaType)) {
            Covering rows = new Covering(Extent.Counted.ROWS);
            gathering.covering(rows);
            try (InputStream in = bytes.open()) {
                read(in, Optional.empty(), metadata, gathering, new TableRows(rows));
            }
            gathering.end();
            return;
        }
        try (InputStream in = bytes.open()) {
            read(in, Optional.empty(), metadata, gathering);
        }
        gathering.end();
    }

    /// A message's body, whose encoding the message names, mostly rightly.
    static void body(InputStream in, Metadata metadata, Gathering gathering) throws IOException, StopReading {
        read(in, TextEncoding.named(metadata.get(HttpHeaders.CONTENT_ENCODING)), metadata, gathering);
        gathering.endLine();
    }

    /// A body as a string.
    static String decoded(byte[] body, Metadata metadata) {
        byte[] head = Arrays.copyOf(body, Math.min(body.length, TextEncoding.HEAD));
        return new String(body, charset(head, TextEncoding.named(metadata.get(HttpHeaders.CONTENT_ENCODING))));
    }

    private static Charset charset(byte[] head, Optional<Charset> named) {
        return TextEncoding.ofNamed(head, named)
                .or(() -> TextEncoding.ofText(head))
                .or(() -> named)
                .orElse(StandardCharsets.UTF_8);
    }

    private static void read(InputStream in, Optional<Charset> named, Metadata metadata, Gathering gathering)
            throws IOException, StopReading {
        read(in, named, metadata, gathering, TableRows.none());
    }

    /// Whether it is data whose letters may be written as numbers.
    private static boolean escaped(byte[] head, Metadata metadata) {
        String text = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1)
                .replace("\u00EF\u00BB\u00BF", "")
                .strip();
        String name = String.valueOf(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY))
                .toLowerCase(Locale.ROOT);
        return text.startsWith("{\"")
                || text.startsWith("[{")
                || DATA.matcher(name).matches();
    }

    private static void read(
            InputStream in, Optional<Charset> named, Metadata metadata, Gathering gathering, TableRows rows)
            throws IOException, StopReading {
        byte[] head = in.readNBytes(TextEncoding.HEAD);
        Charset charset = charset(head, named);
        metadata.set(HttpHeaders.CONTENT_ENCODING, charset.name());
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), in);
        Reader letters = new BufferedReader(new InputStreamReader(all, charset));
        lines(escaped(head, metadata) ? new Unescaping(letters) : letters, gathering, rows);
    }

    /// A file of one endless line is cut, not held. Lines end with `\n`, `\r\n` or, from old Macs, `\r`.
    private static void lines(Reader reader, Gathering gathering, TableRows rows) throws IOException, StopReading {
        char[] piece = new char[8_192];
        boolean returned = false;
        int some = reader.read(piece);
        while (some >= 0) {
            int start = 0;
            for (int i = 0; i < some; i++) {
                boolean returns = piece[i] == '\r';
                rows.see(piece[i]);
                if (returns || piece[i] == '\n') {
                    gathering.append(piece, start, i - start);
                    if (returns || !returned) {
                        gathering.endLine();
                    }
                    start = i + 1;
                }
                returned = returns;
            }
            gathering.append(piece, start, some - start);
            some = reader.read(piece);
        }
    }
}
