package org.cairn.intake;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out in which encoding bytes are text, or that they are none.
///
/// What proves itself comes first (a mark, strict UTF-8, the zero bytes of UTF-16); between the old encodings, which
/// read each other's text as nonsense, the one whose words look like words wins.
public final class TextEncoding {

    /// Enough to tell by.
    public static final int HEAD = 64 * 1024;

    /// Old encodings of the scripts we meet that ICU does not try.
    private static final List<String> MORE = List.of(
            "windows-1256",
            "IBM866",
            "x-windows-874",
            "x-MacCyrillic",
            "IBM850",
            "IBM852",
            "IBM737",
            "IBM862",
            "IBM857",
            "x-MacRoman");

    /// The same letters and more: what people's machines really wrote where ICU names the norm.
    private static final Map<String, String> WIDER = Map.of(
            "ISO-8859-1", "windows-1252",
            "ISO-8859-8", "windows-1255",
            "ISO-8859-8-I", "windows-1255",
            "ISO-8859-9", "windows-1254",
            "GB2312", "GB18030",
            "GBK", "GB18030",
            "Shift_JIS", "windows-31j",
            "EUC-KR", "x-windows-949",
            "KOI8-R", "KOI8-U",
            "TIS-620", "x-windows-874");

    /// What programs name that do not know what they write, and any bytes can be read as.
    private static final Set<String> LATIN = Set.of(
            "windows-1252",
            "windows-1250",
            "windows-1254",
            "windows-1257",
            "ISO-8859-1",
            "ISO-8859-2",
            "ISO-8859-9",
            "ISO-8859-15");

    /// Few words of a Latin script have so many letters in a row that are no ASCII.
    private static final int STRANGE = 3;

    /// Bytes that are no letters in the Latin encodings of Windows: dots, dashes, quotation marks and blanks.
    private static final String SIGNS =
            "\u0082\u0084\u0085\u0086\u0087\u008B\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0099\u009B"
                    + "\u00A0\u00A1\u00A7\u00A9\u00AB\u00AD\u00AE\u00B0\u00B6\u00B7\u00BB\u00BF";

    /// The share of control characters in what is text for sure, and in what may be.
    private static final double CLEAN = 0.002;

    private static final double SOILED = 0.1;

    /// So many zeros in a row are no letters of two or four bytes.
    private static final int HOLE = 16;

    /// What is nearly all holes is no text.
    private static final int MOST_HOLES = 4;

    /// Of so many letters that are no ASCII, one may be broken in an encoding that text is said to have.
    private static final int ONE_BROKEN_OF = 10;

    /// Fewer bytes than this look like letters of two bytes by chance.
    private static final int LEAST_WIDE = 12;

    private TextEncoding() {}

    /// The encoding of bytes that nothing but their look says to be text.
    ///
    /// @param head the first bytes of a file, at most [#HEAD]
    static Optional<Charset> of(byte[] head) {
        return of(head, CLEAN);
    }

    /// The encoding of bytes that are said to be text: a stretch of garbage in it does not make it something else.
    public static Optional<Charset> ofText(byte[] head) {
        return of(head, SOILED);
    }

    /// The encoding that text is said to have, where it can be; nothing where it reads as nonsense.
    ///
    /// Of UTF-16 and UTF-32 nothing is believed: the bytes show it, and any bytes can be read as such.
    static Optional<Charset> ofNamed(byte[] head, Optional<Charset> named) {
        return named.filter(charset -> !charset.name().startsWith("UTF-16")
                        && !charset.name().startsWith("UTF-32")
                        && !charset.name().contains("AutoDetect"))
                .filter(charset -> marked(head).isEmpty())
                .filter(charset -> !LATIN.contains(charset.name()) || !strange(head))
                .filter(charset -> charset == StandardCharsets.UTF_8 || !manyBytes(head, oneByte(charset) ? 2 : 8))
                .filter(charset -> {
                    String text = decoded(head, charset);
                    return broken(text, head) * ONE_BROKEN_OF <= wideLetters(text);
                });
    }

    /// The encoding of a name, the wider one that is really meant by it; nothing for plain ASCII and what nobody knows.
    static Optional<Charset> named(@Nullable String name) {
        try {
            return Optional.ofNullable(name)
                    .map(given -> Charset.forName(given.strip()))
                    .filter(known -> known != StandardCharsets.US_ASCII)
                    .map(known -> Charset.forName(WIDER.getOrDefault(known.name(), known.name())));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> of(byte[] head, double tolerated) {
        Optional<Charset> marked = marked(head);
        if (marked.isPresent()) {
            return marked;
        }
        double controls = share(head);
        Optional<Charset> switched = switching(head);
        if (switched.isPresent()) {
            return switched;
        }
        Optional<Charset> wide = controls > CLEAN ? wide(head) : Optional.empty();
        if (wide.isPresent() || controls > tolerated) {
            return wide;
        }
        return reads(head, StandardCharsets.UTF_8) || mostlyUtf8(head)
                ? Optional.of(StandardCharsets.UTF_8)
                : old(head);
    }

    private static Optional<Charset> marked(byte[] head) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (begins(head, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (begins(head, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (begins(head, 0xFF, 0xFE) && WordLikeness.of(decoded(head, StandardCharsets.UTF_16LE)) > 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (begins(head, 0xFE, 0xFF) && WordLikeness.of(decoded(head, StandardCharsets.UTF_16BE)) > 0) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    /// Encodings of plain bytes that say which letters follow (ISO 2022): any of them reads as ASCII too.
    private static Optional<Charset> switching(byte[] head) {
        for (int i = 0; i + 3 < head.length; i++) {
            if (head[i] == 0x1B && head[i + 1] == '$') {
                String name = switched((char) head[i + 2], (char) head[i + 3]);
                return Optional.of(name)
                        .filter(known -> !known.isEmpty() && Charset.isSupported(known))
                        .map(Charset::forName)
                        .filter(charset -> reads(head, charset));
            }
        }
        return Optional.empty();
    }

    private static String switched(char first, char second) {
        if (first == 'B' || first == '@' || first == '(' && second == 'D') {
            return "ISO-2022-JP-2";
        }
        return first != ')' ? "" : second == 'C' ? "ISO-2022-KR" : second == 'A' || second == 'G' ? "ISO-2022-CN" : "";
    }

    /// Whether most of what is no ASCII stands together as no Latin script has it. Rows of blanks and dots, as pages
    /// have them, are no letters: a run counts where two different bytes of it are letters in any encoding.
    private static boolean strange(byte[] head) {
        int all = 0;
        int together = 0;
        int run = 0;
        byte letter = 0;
        boolean letters = false;
        for (int i = 0; i <= head.length; i++) {
            byte one = i < head.length ? head[i] : 0;
            if (one < 0) {
                all++;
                run++;
                boolean sign = SIGNS.indexOf(one & 0xFF) >= 0;
                letters |= !sign && letter != 0 && letter != one;
                letter = sign ? letter : one;
            } else {
                together += letters && run >= STRANGE ? run : 0;
                run = 0;
                letter = 0;
                letters = false;
            }
        }
        return together * 2 > all && all >= 4 * STRANGE;
    }

    private static boolean oneByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
    }

    /// Whether it is UTF-8 with so many letters that are no ASCII that it is none by chance.
    private static boolean manyBytes(byte[] head, int most) {
        return reads(head, StandardCharsets.UTF_8) && wideLetters(decoded(head, StandardCharsets.UTF_8)) > most;
    }

    private static boolean begins(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// How many of the bytes are control characters that no text of one byte a letter holds. Long holes of zeros, as a
    /// program leaves them that was ended or a disk that was full, are passed over where something is around them.
    private static double share(byte[] head) {
        int controls = 0;
        int looked = 0;
        int zeros = 0;
        for (byte one : head) {
            boolean usual = one == '\t' || one == '\n' || one == '\r' || one == '\f' || one == 0x1A || one == 0x1B;
            controls += one >= 0 && one < 0x20 && !usual || one == 0x7F ? 1 : 0;
            looked++;
            zeros = one == 0 ? zeros + 1 : 0;
            if (zeros == HOLE) {
                controls -= HOLE;
                looked -= HOLE;
            } else if (zeros > HOLE) {
                controls--;
                looked--;
            }
        }
        if (looked * MOST_HOLES < head.length) {
            return 1;
        }
        return head.length == 0 ? 0 : (double) controls / looked;
    }

    private static boolean reads(byte[] head, Charset charset) {
        CharsetDecoder strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // a character that is cut by the head's end is no fault
        return !strict.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), head.length < HEAD)
                .isError();
    }

    /// Letters of several bytes hardly come about by chance: a text with many of them has a broken one here and there.
    private static boolean mostlyUtf8(byte[] head) {
        String text = decoded(head, StandardCharsets.UTF_8);
        return wideLetters(text) > 0 && broken(text, head) * 2 <= wideLetters(text);
    }

    /// How many signs stand for bytes that are no letter, but for one that the head's end cuts.
    private static long broken(String text, byte[] head) {
        long all = text.chars().filter(sign -> sign == '\uFFFD').count();
        return head.length >= HEAD && text.endsWith("\uFFFD") ? all - 1 : all;
    }

    private static long wideLetters(String text) {
        return text.chars().filter(sign -> sign >= 0x80 && sign != '\uFFFD').count();
    }

    /// UTF-16 without a mark, or nothing that is text.
    private static Optional<Charset> wide(byte[] head) {
        if (head.length < LEAST_WIDE) {
            return Optional.empty();
        }
        double little = WordLikeness.of(decoded(head, StandardCharsets.UTF_16LE));
        double big = WordLikeness.of(decoded(head, StandardCharsets.UTF_16BE));
        if (Math.max(little, big) < 0.7) {
            return Optional.empty();
        }
        return Optional.of(little >= big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static Optional<Charset> old(byte[] head) {
        Optional<Charset> best = Optional.empty();
        double most = 0.4;
        double handicap = 0;
        for (Charset charset : candidates(head)) {
            String text = decoded(head, charset);
            double likeness = WordLikeness.of(text) - handicap;
            if (likeness > most && reads(head, charset) && !mixed(text)) {
                best = Optional.of(charset);
                most = likeness;
            }
            // the more likely by ICU's count wins a draw, and a little more than that
            handicap = Math.min(0.06, handicap + 0.02);
        }
        return best;
    }

    /// Whether most of what is Arabic in it stands in or at words of Latin letters: then it is no Arabic.
    private static boolean mixed(String text) {
        int arabic = 0;
        int beside = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.UnicodeBlock.of(text.charAt(i)) == Character.UnicodeBlock.ARABIC) {
                arabic++;
                beside += latin(text, i - 1) || latin(text, i + 1) ? 1 : 0;
            }
        }
        return beside * 2 > arabic;
    }

    private static boolean latin(String text, int at) {
        return at >= 0
                && at < text.length()
                && Character.isLetter(text.charAt(at))
                && Character.UnicodeScript.of(text.charAt(at)) == Character.UnicodeScript.LATIN;
    }

    private static List<Charset> candidates(byte[] head) {
        CharsetMatch[] matches = new CharsetDetector().setText(head).detectAll();
        List<Charset> charsets = new ArrayList<>();
        for (CharsetMatch match : matches) {
            String name = match.getName();
            if (!name.startsWith("UTF") && !name.startsWith("IBM4") && match.getConfidence() > 5) {
                add(charsets, WIDER.getOrDefault(name, name));
            }
        }
        MORE.forEach(name -> add(charsets, name));
        return charsets;
    }

    private static void add(List<Charset> charsets, String name) {
        try {
            charsets.add(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // this Java has no such encoding: it cannot be the answer
        }
    }

    private static String decoded(byte[] head, Charset charset) {
        return new String(head, charset);
    }
}
