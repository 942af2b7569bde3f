package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;

/// Takes the files out of a text that uuencode wrote them into; what else is in it stays its text.
final class UuReading {

    static final String TYPE = "text/x-uuencode";
    /// Where it is looked for whether bytes begin with one.
    static final int HEAD = 1_024;

    private static final List<String> MARKS = List.of("begin ", "begin-base64 ");
    private static final Pattern INNER_LETTER =
            Pattern.compile("content-type: *(?:message/|multipart/digest)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTACHED =
            Pattern.compile("content-transfer-encoding: *[\"x-]*uu", Pattern.CASE_INSENSITIVE);
    private static final int CHUNK = 1 << 16;
    /// Longer than a mark.
    private static final int AGAIN = 16;
    /// A line of such a file has 61 letters or 76; some write all of base64 into one.
    private static final int LONGEST_LINE = 1 << 20;

    private final IncomingBytes bytes;
    private final Children children;
    private final boolean letter;

    private UuReading(IncomingBytes bytes, Children children, boolean letter) {
        this.bytes = bytes;
        this.children = children;
        this.letter = letter;
    }

    static UuReading ofText(IncomingBytes bytes, Children children) {
        return new UuReading(bytes, children, false);
    }

    /// Of a letter's own words: what letters hold that lie in it is theirs.
    static UuReading ofLetter(IncomingBytes bytes, Children children) {
        return new UuReading(bytes, children, true);
    }

    /// Where such a file lies in the text.
    ///
    /// @param from where the line stands that it begins with
    /// @param content where its first line of letters begins
    /// @param to where the text goes on
    private record Stretch(UuLine.Begin begin, long from, long content, long to) {}

    /// Takes out all that are in it.
    ///
    /// @return what is left of the text; nothing where there were none
    Optional<InputStream> read() throws IOException, SAXException {
        List<Stretch> stretches = mentioned() ? stretches() : List.of();
        for (Stretch stretch : stretches) {
            take(stretch);
        }
        return stretches.isEmpty() ? Optional.empty() : Optional.of(rest(stretches));
    }

    /// Whether bytes begin with such a file.
    static boolean begins(byte[] head) throws IOException {
        ByteLines lines = new ByteLines(new ByteArrayInputStream(head));
        UuLine.Begin begin = lines.next() ? UuLine.begin(lines.line()) : null;
        return begin != null && lines.next() && begin.followedBy(lines.line());
    }

    /// Nearly every text has none, and is not looked at line by line for it.
    private boolean mentioned() throws IOException {
        try (InputStream in = bytes.open()) {
            byte[] chunk = new byte[CHUNK];
            int kept = 0;
            int some = in.readNBytes(chunk, 0, CHUNK);
            while (some > 0) {
                String letters = new String(chunk, 0, kept + some, StandardCharsets.ISO_8859_1);
                if (MARKS.stream().anyMatch(letters::contains)) {
                    return true;
                }
                int last = kept + some;
                kept = Math.min(AGAIN, last);
                System.arraycopy(chunk, last - kept, chunk, 0, kept);
                some = in.readNBytes(chunk, kept, CHUNK - kept);
            }
            return false;
        }
    }

    private List<Stretch> stretches() throws IOException {
        List<Stretch> found = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(bytes.open(), CHUNK)) {
            ByteLines lines = new ByteLines(in, LONGEST_LINE);
            boolean inHead = letter;
            // a part of the letter that is written so comes out as an attachment, and is opened then
            boolean attached = false;
            boolean more = lines.next();
            while (more && !(letter && INNER_LETTER.matcher(lines.line()).lookingAt())) {
                String line = lines.line();
                UuLine.Begin begin = UuLine.begin(line);
                long from = lines.start();
                long content = lines.end();
                inHead &= !line.isEmpty();
                attached |= letter && !inHead && ATTACHED.matcher(line).lookingAt();
                more = lines.next();
                if (begin != null && more && !lines.isCut() && begin.followedBy(lines.line())) {
                    Stretch stretch = new Stretch(begin, from, content, end(begin, lines));
                    if (!attached) {
                        found.add(stretch);
                    }
                    attached = false;
                    more = lines.next();
                }
            }
        }
        return found;
    }

    /// Where it ends, with the line that says so. Where none does, only lines as long as the first are known to be its:
    /// the words of a letter that was cut off can look like a shorter one.
    private static long end(UuLine.Begin begin, ByteLines lines) throws IOException {
        int first = held(begin, lines).map(bytes -> bytes.length).orElse(0);
        long known = lines.start();
        Optional<byte[]> bytes = held(begin, lines);
        boolean more = true;
        while (more && bytes.isPresent()) {
            known = bytes.get().length == first ? lines.end() : known;
            more = lines.next();
            bytes = held(begin, lines);
        }
        return more && begin.ends(lines.line()) ? lines.end() : known;
    }

    private static Optional<byte[]> held(UuLine.Begin begin, ByteLines lines) {
        return lines.isCut() ? Optional.empty() : begin.holds(lines.line());
    }

    private void take(Stretch stretch) throws IOException, SAXException {
        try (InputStream letters =
                new BufferedInputStream(bytes.open(stretch.content(), stretch.to() - stretch.content()), CHUNK)) {
            Content content = new Content(stretch.begin(), new ByteLines(letters, LONGEST_LINE));
            children.take(
                    stretch.begin().name(), new WholeMember(() -> content, WholeMember.UNKNOWN, WholeMember.UNKNOWN));
        }
    }

    private InputStream rest(List<Stretch> stretches) throws IOException {
        List<InputStream> between = new ArrayList<>();
        long from = 0;
        for (Stretch stretch : stretches) {
            between.add(bytes.open(from, stretch.from() - from));
            from = stretch.to();
        }
        between.add(bytes.open(from, bytes.size() - from));
        return new SequenceInputStream(Collections.enumeration(between));
    }

    /// The file again, line by line; it is whole where the line came that ends it.
    private static final class Content extends BlockStream {

        private final UuLine.Begin begin;
        private final ByteLines lines;

        Content(UuLine.Begin begin, ByteLines lines) {
            this.begin = begin;
            this.lines = lines;
        }

        @Override
        Optional<byte[]> next() throws IOException {
            if (!lines.next()) {
                throw new EOFException();
            }
            if (begin.ends(lines.line())) {
                return Optional.empty();
            }
            return Optional.of(held(begin, lines).orElseThrow(EOFException::new));
        }
    }
}
