package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.IOUtils;

/// Goes through the groups of an RTF file (Rich Text Format 1.9.1) for what Tika does not tell.
///
/// Tika takes words for a part of the head until the first paragraph is set back to the usual, and drops them; many a
/// program writes none. It drops the footnotes of programs that mark them as something new, and joins others to the
/// word that they stand at. And of a file that is cut off it reads what there is and says nothing.
final class RtfScan {

    static final String TYPE = "application/rtf";

    /// Groups before the words that hold none.
    private static final Set<String> HEAD = Set.of(
            "fonttbl", "colortbl", "stylesheet", "info", "filetbl", "revtbl", "listtable", "listoverridetable", "pict");

    /// Groups among the words that are read for themselves.
    private static final Set<String> APART = Set.of(
            "footnote",
            "annotation",
            "comment",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "shptxt",
            "result");

    /// What ends the head for Tika.
    private static final String BODY = "pard";

    private static final String PARAGRAPH = "\\pard ";
    private static final String NEXT_LINE = "\\par ";
    /// So many changes are made to a file.
    private static final int MOST = 200_000;

    /// Notes within notes are followed so deep.
    private static final int DEEPEST = 1_000;

    private static final int JAPANESE = 932;

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
    private boolean japanese;
    private boolean body;
    private int tail;
    private long star = -1;
    private final List<Change> changes = new ArrayList<>();
    private final Deque<Integer> apart = new ArrayDeque<>();

    /// Some bytes that are passed over, and some that are written instead.
    private record Change(long at, int passed, String instead) {
        @Override
        public String toString() {
            return "Change";
        }
    }

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

    /// The same file with what Tika needs to read all of its words; nothing where that is the file itself.
    Optional<IncomingBytes> begun(IncomingBytes bytes) throws IOException {
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(IncomingBytes.made(bytes.size(), out -> write(bytes, out)));
    }

    private void write(IncomingBytes bytes, OutputStream out) throws IOException {
        try (InputStream from = new BufferedInputStream(bytes.open())) {
            long at = 0;
            for (Change change : changes) {
                IOUtils.copyLarge(from, out, 0, change.at() - at);
                from.skipNBytes(change.passed());
                out.write(change.instead().getBytes(StandardCharsets.US_ASCII));
                at = change.at() + change.passed();
            }
            from.transferTo(out);
        }
    }

    private void change(long at, int passed, String instead) {
        if (changes.size() < MOST) {
            changes.add(new Change(at, passed, instead));
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
        star = -1;
        begins = true;
    }

    private void close() {
        if (!apart.isEmpty() && apart.getFirst() == depth) {
            apart.pop();
            change(place - 1, 0, NEXT_LINE);
        }
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
        // half-wide letters of Japan are one byte (JIS X 0201)
        boolean one = japanese && sign >= 0xA1 && sign <= 0xDF;
        if (wide && sign > 0x80 && !one) {
            next();
        }
    }

    /// Words begin here, unless they are none.
    private void said(long from) {
        if (!body && depth > 0 && depth < headDepth) {
            change(from, 0, PARAGRAPH);
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
                star = from;
                return next();
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
        word(word.toString(), number, from, sign == ' ' ? place : place - 1);
        if (word.toString().equals("bin") && !minus) {
            return skip(number, sign);
        }
        return sign == ' ' ? next() : sign;
    }

    /// @param after where the next one begins
    private void word(String said, int number, long from, long after) {
        boolean starred = begins && star >= 0;
        boolean words = begins && APART.contains(said) && depth < headDepth && body;
        if (starred && words) {
            change(star, 2, "");
        }
        if (words) {
            change(after, 0, NEXT_LINE);
            if (apart.size() < DEEPEST) {
                apart.push(depth);
            }
        } else if (starred || begins && HEAD.contains(said)) {
            headDepth = Math.min(headDepth, depth);
        } else if (depth < headDepth) {
            if (said.equals("u")) {
                said(from);
            }
            body = body || said.equals(BODY);
            if (said.equals("ansicpg")) {
                wide = WIDE.contains(number);
                japanese = number == JAPANESE;
            }
        }
        begins = false;
        star = -1;
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
