package org.cairn.bundle.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cairn.bundle.check.Leak.Kind;

/// Looks through what a stream of a file holds, piece by piece, each in the manner of what it is.
final class StreamWords {

    private static final int PIECE = 1 << 20;
    /// What may be cut by the end of a piece is looked at again with the next.
    private static final int OVERLAP = 4096;
    private static final int MOST_ATTACHED = 64 << 20;
    private static final double MOST_UNPRINTED = 0.10;

    private final ByteWords words;
    private final Leaks leaks;

    /// What a stream is, as far as its dictionary says.
    enum Nature {
        /// Bytes in an order of their own: fonts, colour profiles.
        BYTES,
        /// Written in the manner of PDF.
        SYNTAX,
        ATTACHMENT,
        /// To be told from its beginning.
        UNKNOWN
    }

    StreamWords(ByteWords words, Leaks leaks) {
        this.words = words;
        this.leaks = leaks;
    }

    void look(InputStream in, Nature nature, long object, Kind otherwise) throws IOException {
        byte[] piece = new byte[PIECE];
        int kept = 0;
        Nature told = nature;
        boolean map = false;
        boolean first = true;
        while (true) {
            int read = in.readNBytes(piece, kept, PIECE - kept);
            int length = kept + read;
            if (first) {
                if (nature == Nature.ATTACHMENT && attached(piece, length, in, object)) {
                    return;
                }
                map = told(piece, length, "begincmap");
                told = nature == Nature.UNKNOWN ? map ? Nature.SYNTAX : guessed(piece, length) : nature;
                first = false;
            }
            ByteWords.Told to = leaks.in(object, otherwise);
            if (told == Nature.SYNTAX) {
                words.syntax(piece, length, map, to);
            } else {
                words.bytes(piece, length, to);
            }
            if (length < PIECE) {
                return;
            }
            System.arraycopy(piece, PIECE - OVERLAP, piece, 0, OVERLAP);
            kept = OVERLAP;
        }
    }

    private static boolean told(byte[] piece, int length, String sign) {
        return new String(piece, 0, Math.min(length, 4096), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains(sign);
    }

    private static Nature guessed(byte[] piece, int length) {
        int some = Math.min(length, 4096);
        int start = 0;
        while (start < some && piece[start] >= 0 && piece[start] <= ' ') {
            start++;
        }
        if (start < some && piece[start] == '<' && !(start + 1 < some && piece[start + 1] == '<')) {
            return Nature.BYTES; // XML and its like
        }
        int unprinted = 0;
        for (int i = 0; i < some; i++) {
            int c = piece[i] & 255;
            unprinted += c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' ? 1 : 0;
        }
        return unprinted > some * MOST_UNPRINTED ? Nature.BYTES : Nature.SYNTAX;
    }

    /// A file within the file: one that holds others is opened, whatever else it is.
    private boolean attached(byte[] start, int length, InputStream rest, long object) throws IOException {
        byte[] whole = Arrays.copyOf(start, length);
        if (length == PIECE) {
            byte[] more = rest.readNBytes(MOST_ATTACHED - length);
            whole = Arrays.copyOf(whole, length + more.length);
            System.arraycopy(more, 0, whole, length, more.length);
            if (rest.read() >= 0) {
                leaks.wrong(Kind.UNREADABLE, object);
            }
        }
        words.bytes(whole, whole.length, leaks.at(Kind.ATTACHMENT, leaks.pageOf(object), object));
        if (told(whole, Math.min(whole.length, 1024), "%PDF-")) {
            RawFile.look(whole, this, words, leaks, object);
        } else if (whole.length > 4 && whole[0] == 'P' && whole[1] == 'K') {
            zip(whole, object);
        }
        return true;
    }

    private void zip(byte[] whole, long object) throws IOException {
        ByteWords.Told to = leaks.at(Kind.ATTACHMENT, leaks.pageOf(object), object);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                words.text(entry.getName(), to);
                byte[] inside = entries.readNBytes(MOST_ATTACHED);
                words.bytes(inside, inside.length, to);
            }
        } catch (IOException | IllegalArgumentException e) {
            leaks.wrong(Kind.UNREADABLE, object);
        }
    }
}
