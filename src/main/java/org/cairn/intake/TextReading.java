package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;

/// Reads plain text in whatever encoding it is.
final class TextReading {

    private static final Set<String> PLAIN = Set.of(
            "text/plain",
            "text/csv",
            "text/tab-separated-values",
            "application/json",
            "text/calendar",
            "text/vcard",
            "text/x-vcard",
            "application/x-sh",
            "text/x-log",
            "text/x-web-markdown",
            "text/markdown",
            "application/x-subrip");

    private TextReading() {}

    static boolean isPlain(String mediaType) {
        return PLAIN.contains(mediaType) || (mediaType.startsWith("text/x-") && !mediaType.equals("text/x-vcalendar"));
    }

    static void read(IncomingBytes bytes, Metadata metadata, Gathering gathering)
            throws IOException, TikaException, StopReading {
        try (InputStream in = new BufferedInputStream(bytes.open());
                AutoDetectReader reader = new AutoDetectReader(in, metadata)) {
            metadata.set("Content-Encoding", reader.getCharset().name());
            lines(reader, gathering);
        }
    }

    /// A file of one endless line is cut, not held.
    private static void lines(BufferedReader reader, Gathering gathering) throws IOException, StopReading {
        char[] piece = new char[8_192];
        int some = reader.read(piece);
        while (some >= 0) {
            int start = 0;
            for (int i = 0; i < some; i++) {
                if (piece[i] == '\n' || piece[i] == '\r') {
                    gathering.append(piece, start, i - start);
                    if (piece[i] == '\n') {
                        gathering.endLine();
                    }
                    start = i + 1;
                }
            }
            gathering.append(piece, start, some - start);
            some = reader.read(piece);
        }
        gathering.end();
    }
}
