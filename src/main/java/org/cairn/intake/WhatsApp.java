package org.cairn.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;

/// Reads the text that WhatsApp exports of a chat. What was attached is named in its message as the export names it,
/// or as left out.
final class WhatsApp {

    /// Enough lines to see what a text is.
    private static final int LOOKED_AT = 60;

    private static final int LONGEST_LINE = 100_000;

    private final IncomingBytes bytes;
    private final Charset charset;

    WhatsApp(IncomingBytes bytes) throws IOException {
        this.bytes = bytes;
        byte[] head = bytes.head(TextEncoding.HEAD);
        this.charset = TextEncoding.ofText(head).orElse(StandardCharsets.UTF_8);
    }

    /// Whether a text is such a chat: it begins with a message, and somebody wrote another one.
    boolean recognised() throws IOException {
        int begun = 0;
        boolean named = false;
        try (BufferedReader lines = lines()) {
            for (int looked = 0; looked < LOOKED_AT; looked++) {
                String line = line(lines);
                if (line == null) {
                    break;
                }
                WhatsAppLine first = WhatsAppLine.of(line).orElse(null);
                if (first == null && begun == 0 && !WhatsAppLine.plain(line).isBlank()) {
                    return false;
                }
                begun += first == null ? 0 : 1;
                named = named || first != null && !first.sender().isEmpty();
            }
        }
        return begun > 1 && named;
    }

    void read(Metadata metadata, Gathering gathering) throws IOException, StopReading {
        metadata.set(HttpHeaders.CONTENT_ENCODING, charset.name());
        Chat chat = new Chat(gathering);
        try (BufferedReader lines = lines()) {
            WhatsAppLine open = null;
            StringBuilder text = new StringBuilder();
            for (String line = line(lines); line != null; line = line(lines)) {
                WhatsAppLine next = WhatsAppLine.of(line).orElse(null);
                if (next == null) {
                    text.append(text.isEmpty() ? "" : "\n").append(WhatsAppLine.plain(line));
                    if (text.length() < LONGEST_LINE) {
                        continue;
                    }
                }
                said(chat, open, text);
                open = next == null ? open : next;
                text.setLength(0);
                text.append(next == null ? "" : next.text());
            }
            said(chat, open, text);
        } finally {
            chat.told("WhatsApp", metadata);
        }
        chat.end("WhatsApp", metadata);
    }

    private static void said(Chat chat, @Nullable WhatsAppLine head, StringBuilder text)
            throws IOException, StopReading {
        if (head != null && !(text.isEmpty() && head.sender().isEmpty())) {
            chat.add(new Chat.Message(head.at(), head.sender(), text.toString()));
        }
    }

    private BufferedReader lines() throws IOException {
        InputStream in = bytes.open();
        return new BufferedReader(new InputStreamReader(in, charset));
    }

    /// A line, or the beginning of an endless one.
    private static @Nullable String line(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        int letter = lines.read();
        if (letter < 0) {
            return null;
        }
        while (letter >= 0 && letter != '\n' && line.length() < LONGEST_LINE) {
            if (letter != '\r') {
                line.append((char) letter);
            }
            letter = lines.read();
        }
        if (letter >= 0 && letter != '\n') {
            line.append((char) letter);
        }
        return line.toString();
    }
}
