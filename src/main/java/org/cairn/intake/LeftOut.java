package org.cairn.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Words of a Word document that Tika leaves out, though everybody who opens it may see them: what somebody crossed out
/// while changes were kept (ECMA-376 part 1, 17.13.5), and what stands in a box for which older programs find nothing
/// instead (part 3, 10.2). Words between which it sees nothing are kept apart.
///
/// A copy of the document in memory gets a paragraph of what was crossed out behind the one that it stood in, and such
/// boxes as they are.
final class LeftOut {

    private static final int LARGEST = 24 << 20;
    private static final int LARGEST_PART = 48 << 20;
    /// What all of its parts with words may hold.
    private static final long LARGEST_ALL = 128L << 20;

    private static final String BOX = "txbxContent>";
    private static final List<String> SIGNS = List.of("delText", ":AlternateContent", BOX, ":ptab", ":noBreakHyphen");
    private static final String BEGIN = "<mc:AlternateContent";
    private static final String END = "</mc:AlternateContent>";
    private static final Pattern TAB = Pattern.compile("<w:ptab(?:\\s[^>]*+)?+>");
    private static final Pattern WAY = Pattern.compile("</?mc:(?:AlternateContent|Choice)(?:\\s[^>]*+)?+>");
    private static final Pattern PART =
            Pattern.compile("word/(?:document|footnotes|endnotes|header\\d*|footer\\d*)\\.xml");
    private static final Pattern PLACES =
            Pattern.compile("<(\\w++):delText(?:\\s[^>]*+)?+>([^<]*+)</\\1:delText>|</(\\w++):p>");

    private LeftOut() {}

    /// The same document with its crossed-out words told; nothing where it has none.
    static Optional<IncomingBytes> told(String mediaType, IncomingBytes bytes) {
        boolean word = mediaType.contains("wordprocessingml") || mediaType.contains("ms-word.document.macroenabled");
        if (!word || bytes.size() > LARGEST) {
            return Optional.empty();
        }
        try (ZipFile zip =
                ZipFile.builder().setSeekableByteChannel(bytes.channel()).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            boolean any = false;
            long unpacked = 0;
            for (ZipArchiveEntry part : parts) {
                if (PART.matcher(part.getName()).matches()) {
                    String text = text(zip, part);
                    any = any || leaves(text);
                    unpacked += text.isEmpty() ? LARGEST_PART : text.length();
                }
                if (unpacked > LARGEST_ALL) {
                    return Optional.empty();
                }
            }
            return any ? Optional.of(copy(zip, parts)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // whatever is wrong with it is said by who reads it
        }
    }

    private static boolean leaves(String text) {
        return SIGNS.stream().anyMatch(text::contains);
    }

    private static IncomingBytes copy(ZipFile zip, List<ZipArchiveEntry> parts) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(copy)) {
            for (ZipArchiveEntry part : parts) {
                String text = PART.matcher(part.getName()).matches() ? text(zip, part) : "";
                if (leaves(text)) {
                    out.putArchiveEntry(new ZipArchiveEntry(part.getName()));
                    out.write(told(apart(boxes(text))).getBytes(StandardCharsets.UTF_8));
                    out.closeArchiveEntry();
                } else {
                    out.addRawArchiveEntry(part, zip.getRawInputStream(part));
                }
            }
        }
        return IncomingBytes.of(copy.toByteArray());
    }

    private static String text(ZipFile zip, ZipArchiveEntry part) throws IOException {
        try (InputStream in = zip.getInputStream(part)) {
            byte[] bytes = in.readNBytes(LARGEST_PART);
            return bytes.length < LARGEST_PART ? new String(bytes, StandardCharsets.UTF_8) : "";
        }
    }

    /// Keeps the words of a box from the word that it hangs on, and words from each other between which a sign stands
    /// that Tika does not know.
    private static String apart(String text) {
        String boxes = text.replace("<w:" + BOX, "<w:" + BOX + "<w:p/>");
        String tabs = TAB.matcher(boxes).replaceAll("<w:tab/>");
        return tabs.replace("<w:noBreakHyphen/>", "<w:t>\u2011</w:t>");
    }

    /// Takes the first of several ways to show something where it alone has words.
    private static String boxes(String text) {
        StringBuilder told = new StringBuilder(text.length());
        int from = 0;
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int end = text.indexOf(END, begin);
            if (end < 0) {
                break;
            }
            String block = text.substring(begin, end);
            int other = block.indexOf("<mc:Fallback");
            String first = other < 0 ? block : block.substring(0, other);
            boolean alone =
                    first.contains(BOX) && (other < 0 || !block.substring(other).contains(BOX));
            // one within another is left as it is
            if (alone && block.indexOf(BEGIN, 1) < 0) {
                told.append(text, from, begin).append(WAY.matcher(first).replaceAll(""));
                from = end + END.length();
            }
            begin = text.indexOf(BEGIN, end);
        }
        return told.append(text, from, text.length()).toString();
    }

    private static String told(String text) {
        StringBuilder told = new StringBuilder(text.length() + 1024);
        StringBuilder words = new StringBuilder();
        Matcher places = PLACES.matcher(text);
        int from = 0;
        int crossed = 0;
        while (places.find()) {
            if (places.group(2) != null) {
                // what was typed in one go is one word, though it lies in several pieces
                boolean apart = !words.isEmpty()
                        && text.substring(crossed, places.start()).contains(":t>");
                words.append(apart ? " " : "").append(places.group(2));
                crossed = places.end();
            } else if (!words.isEmpty()) {
                String prefix = places.group(3);
                told.append(text, from, places.end());
                told.append("<" + prefix + ":p><" + prefix + ":r><" + prefix + ":t xml:space=\"preserve\">")
                        .append(words)
                        .append("</" + prefix + ":t></" + prefix + ":r></" + prefix + ":p>");
                words.setLength(0);
                from = places.end();
            }
        }
        return told.append(text, from, text.length()).toString();
    }
}
