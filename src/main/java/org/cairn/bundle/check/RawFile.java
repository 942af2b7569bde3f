package org.cairn.bundle.check;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.cairn.bundle.check.Leak.Kind;
import org.cairn.bundle.check.StreamWords.Nature;

/// The bytes of a file from its first to its last, whether an object of it leads there or not: so an earlier
/// state, what stands after the end, and streams that nothing refers to are looked through as well.
final class RawFile {

    private static final byte[] STREAM = ascii("stream");
    private static final byte[] END_STREAM = ascii("endstream");
    private static final byte[] END = ascii("%%EOF");
    private static final byte[] WHERE = ascii("startxref");
    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,10})\\s+\\d{1,5}\\s+obj\\b(?!.*\\bobj\\b)", Pattern.DOTALL);
    private static final Pattern FLATE_FIRST = Pattern.compile("/Filter\\s*\\[?\\s*/(FlateDecode|Fl)\\b");
    private static final Pattern FILTERED = Pattern.compile("/Filter\\s*(\\[\\s*/|/)");
    private static final int HEAD = 4096;
    private static final int PIECE = 1 << 20;
    private static final int OVERLAP = 4096;

    private final MemorySegment bytes;
    private final StreamWords streams;
    private final ByteWords words;
    private final Leaks leaks;
    private final long within;

    /// @param within the object that the whole file is in; 0 where it is the file itself
    private RawFile(MemorySegment bytes, StreamWords streams, ByteWords words, Leaks leaks, long within) {
        this.bytes = bytes;
        this.streams = streams;
        this.words = words;
        this.leaks = leaks;
        this.within = within;
    }

    static void look(Path file, StreamWords streams, ByteWords words, Leaks leaks) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            RawFile raw = new RawFile(bytes, streams, words, leaks, 0);
            raw.ends();
            raw.all();
        }
    }

    static void look(byte[] file, StreamWords streams, ByteWords words, Leaks leaks, long within) throws IOException {
        new RawFile(MemorySegment.ofArray(file), streams, words, leaks, within).all();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private byte at(long place) {
        return bytes.get(ValueLayout.JAVA_BYTE, place);
    }

    private long find(byte[] sign, long from) {
        long last = bytes.byteSize() - sign.length;
        for (long i = from; i <= last; i++) {
            if (at(i) == sign[0]) {
                int same = 1;
                while (same < sign.length && at(i + same) == sign[same]) {
                    same++;
                }
                if (same == sign.length) {
                    return i;
                }
            }
        }
        return -1;
    }

    /// A file is written once: a second end means that an earlier state is still inside.
    private void ends() {
        long end = -1;
        int ends = 0;
        for (long next = find(END, 0); next >= 0; next = find(END, next + 1)) {
            ends++;
            end = next;
        }
        int wheres = 0;
        for (long next = find(WHERE, 0); next >= 0; next = find(WHERE, next + 1)) {
            wheres++;
        }
        if (ends != 1 || wheres != 1) {
            leaks.wrong(Kind.EARLIER_REVISION, 0);
        }
        for (long i = end < 0 ? bytes.byteSize() : end + END.length; i < bytes.byteSize(); i++) {
            if (at(i) > ' ' || at(i) < 0) {
                leaks.wrong(Kind.AFTER_THE_END, 0);
                return;
            }
        }
    }

    private void all() throws IOException {
        long from = 0;
        while (from < bytes.byteSize()) {
            long stream = nextStream(from);
            if (stream < 0) {
                between(from, bytes.byteSize());
                return;
            }
            between(from, stream);
            long start = stream + STREAM.length;
            start += start < bytes.byteSize() && at(start) == '\r' ? 1 : 0;
            start += start < bytes.byteSize() && at(start) == '\n' ? 1 : 0;
            long end = find(END_STREAM, start);
            end = end < 0 ? bytes.byteSize() : end;
            stream(head(stream), start, end);
            from = end + END_STREAM.length;
        }
    }

    /// The word that opens a stream, after its dictionary.
    private long nextStream(long from) {
        for (long next = find(STREAM, from); next >= 0; next = find(STREAM, next + 1)) {
            long before = next - 1;
            while (before >= from && at(before) >= 0 && at(before) <= ' ') {
                before--;
            }
            boolean opened = before > from && at(before) == '>' && at(before - 1) == '>';
            if (opened) {
                return next;
            }
        }
        return -1;
    }

    private String head(long stream) {
        long from = Math.max(0, stream - HEAD);
        byte[] head = bytes.asSlice(from, stream - from).toArray(ValueLayout.JAVA_BYTE);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        int before = text.lastIndexOf("endobj");
        return before < 0 ? text : text.substring(before);
    }

    private void between(long from, long to) {
        for (long at = from; at < to; at += PIECE - OVERLAP) {
            long length = Math.min(PIECE, to - at);
            byte[] piece = bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
            // which object it is, whoever goes through the objects says better
            words.syntax(
                    piece,
                    piece.length,
                    false,
                    within > 0 ? leaks.at(Kind.ATTACHMENT, 0, within) : leaks.at(Kind.BETWEEN_OBJECTS, 0, 0));
            if (length < PIECE) {
                return;
            }
        }
    }

    private void stream(String head, long start, long end) throws IOException {
        Matcher number = NUMBER.matcher(head);
        long object = within > 0 ? within : number.find() ? Long.parseLong(number.group(1)) : 0;
        if (head.contains("/XRef") && head.contains("/Type")) {
            return;
        }
        if (PictureSegments.of(bytes, start, end, words, leaks, object)) {
            return;
        }
        boolean picture = head.matches("(?s).*/Subtype\\s*/Image\\b.*");
        if (picture) {
            return; // dots are read as pictures are
        }
        Nature nature = nature(head);
        Matcher flate = FLATE_FIRST.matcher(head);
        if (flate.find()) {
            try (InputStream in = new InflaterInputStream(new SegmentInput(bytes, start, end))) {
                streams.look(in, nature, object, Kind.STREAM);
            } catch (IOException e) {
                leaks.wrong(Kind.UNREADABLE, object);
            }
        } else if (!FILTERED.matcher(head).find()) {
            streams.look(new SegmentInput(bytes, start, end), nature, object, Kind.STREAM);
        }
    }

    private static Nature nature(String head) {
        if (head.contains("/EmbeddedFile")) {
            return Nature.ATTACHMENT;
        }
        if (head.contains("/ObjStm") || head.contains("/Subtype /Form") || head.contains("/Subtype/Form")) {
            return Nature.SYNTAX;
        }
        boolean font = head.contains("/Length1") || head.contains("/Type1C") || head.contains("/CIDFontType0C");
        boolean colours = head.contains("/Alternate") || head.matches("(?s).*/N\\s+[134]\\b.*");
        return font || colours ? Nature.BYTES : Nature.UNKNOWN;
    }
}
