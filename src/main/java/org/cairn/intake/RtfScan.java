package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// Goes through the groups of an RTF file (Rich Text Format 1.9.1) for two things that Tika does not tell.
///
/// Tika takes words for a part of the head until the first paragraph is set back to the usual, and drops them; many a
/// program writes none. And of a file that is cut off it reads what there is and says nothing.
final class RtfScan {

    static final String TYPE = "application/rtf";

    /// Groups before the words that hold none.
    private static final Set<String> HEAD = Set.of(
            "fonttbl", "colortbl", "stylesheet", "info", "filetbl", "revtbl", "listtable", "listoverridetable", "pict");

    /// What ends the head for Tika.
    private static final String BODY = "pard";

    private static final byte[] PARAGRAPH = "\\pard ".getBytes(StandardCharsets.US_ASCII);
    /// Code pages whose letters may be two bytes, the second of which may look like a brace.
    private static final Set<Integer> WIDE = Set.of(932, 936, 949, 950);

    /// So much behind the last brace is what a program left there.
    private static final int TAIL = 256;

    private final InputStream in;
    private final StringBuilder word = new StringBuilder();
    private long place;
    private int depth;
    private int headDepth = Integer.MAX_VALUE;
    private boolean begins;
    private boolean wide;
    private boolean body;
    private long words = -1;
    private int tail;

    private RtfScan(InputStream in) {
        this.in = in;
    }

    /// Goes through a file once.
    static RtfScan of(IncomingBytes bytes) throws IOException {
        try (InputStream in = new BufferedInputStream(bytes.open())) {
            RtfScan scan = new RtfScan(in);
            scan.read();
            return scan;
        }
    }

    /// Whether its end is missing, or words follow after a brace that ended it too early.
    boolean broken() {
        return depth > 0 || tail > TAIL;
    }

    /// The same file with a paragraph begun before its first words; nothing where that is not needed.
    Optional<IncomingBytes> begun(IncomingBytes bytes) throws IOException {
        return words < 0 ? Optional.empty() : Optional.of(IncomingBytes.made(bytes.size(), out -> write(bytes, out)));
    }

    private void write(IncomingBytes bytes, OutputStream out) throws IOException {
        try (InputStream from = bytes.open()) {
            new ByteArrayInputStream(from.readNBytes(Math.toIntExact(words))).transferTo(out);
            out.write(PARAGRAPH);
            from.transferTo(out);
        }
    }

    private int next() throws IOException {
        place++;
        return in.read();
    }

    private void read() throws IOException {
        int sign = next();
        while (sign >= 0) {
            switch (sign) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> {
                    sign = control();
                    continue;
                }
                default -> text(sign);
            }
            sign = next();
        }
    }

    private void open() {
        depth++;
        begins = true;
    }

    private void close() {
        depth = Math.max(0, depth - 1);
        headDepth = depth < headDepth ? Integer.MAX_VALUE : headDepth;
        begins = false;
    }

    private void text(int sign) throws IOException {
        boolean blank = sign <= ' ';
        tail += depth == 0 && !blank ? 1 : 0;
        if (!blank) {
            said(place - 1);
        }
        if (wide && sign > 0x80) {
            next();
        }
    }

    /// Words begin here, unless they are none.
    private void said(long from) {
        if (!body && depth > 0 && depth < headDepth) {
            words = from;
            body = true;
        }
        begins = false;
    }

    /// @return the sign after it
    private int control() throws IOException {
        long from = place - 1;
        int sign = next();
        if (!letter(sign)) {
            if (sign == '*' && begins) {
                headDepth = Math.min(headDepth, depth);
            } else if (sign == '\'') {
                said(from);
            }
            return next();
        }
        word.setLength(0);
        while (letter(sign)) {
            word.append((char) sign);
            sign = next();
        }
        int number = 0;
        boolean minus = sign == '-';
        sign = minus ? next() : sign;
        while (sign >= '0' && sign <= '9') {
            number = Math.min(number * 10 + sign - '0', 100_000_000);
            sign = next();
        }
        word(word.toString(), number, from);
        if (word.toString().equals("bin") && !minus) {
            return skip(number, sign);
        }
        return sign == ' ' ? next() : sign;
    }

    private void word(String said, int number, long from) {
        if (begins && HEAD.contains(said)) {
            headDepth = Math.min(headDepth, depth);
        } else if (depth < headDepth) {
            if (said.equals("u")) {
                said(from);
            }
            body = body || said.equals(BODY);
            wide = said.equals("ansicpg") ? WIDE.contains(number) : wide;
        }
        begins = begins && said.equals("*");
    }

    /// Bytes of a picture, which may look like anything.
    private int skip(int number, int sign) throws IOException {
        int left = number - (sign == ' ' ? 0 : 1);
        in.skipNBytes(Math.max(0, Math.min(left, in.available())));
        place += left;
        return next();
    }

    private static boolean letter(int sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
    }
}
