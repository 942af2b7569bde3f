package org.cairn.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.tika.metadata.Metadata;

/// The line in which a message says when it was sent, as its sender's clock and calendar had it: Tika tells only what
/// Greenwich would have said, which can be another day.
final class MessageHead {

    static final String DATE = "Message:Raw-Header:Date";

    private static final int LONGEST = 256 * 1024;
    private static final int LONGEST_LINE = 500;

    private MessageHead() {}

    static void about(IncomingBytes bytes, Metadata metadata) throws IOException {
        try (InputStream in = bytes.open()) {
            String sent = sent(new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1));
            if (!sent.isEmpty()) {
                metadata.set(DATE, sent);
            }
        }
    }

    /// The first such line before the empty one that ends the head; it may go on in lines that are set in.
    private static String sent(String message) throws IOException {
        StringBuilder sent = new StringBuilder();
        BufferedReader lines = new BufferedReader(new StringReader(message));
        boolean within = false;
        String line = lines.readLine();
        while (line != null && !line.isEmpty() && sent.length() < LONGEST_LINE) {
            boolean goesOn = Character.isWhitespace(line.charAt(0));
            if (within && !goesOn) {
                break;
            }
            boolean begins = line.toLowerCase(Locale.ROOT).startsWith("date:");
            if (begins || within) {
                within = true;
                sent.append(' ').append(begins ? line.substring("date:".length()) : line);
            }
            line = lines.readLine();
        }
        return CleanText.of(sent.toString().replaceAll("\\s+", " ")).strip();
    }
}
