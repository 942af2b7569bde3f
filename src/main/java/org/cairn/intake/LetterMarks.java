package org.cairn.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What programs write at the head of a letter (RFC 5322), and hardly anybody by hand.
///
/// A note may begin with a word that is also one of a letter's head: `Message-ID: is what they asked me for`. Read as a
/// letter it would lose the words of its first lines.
final class LetterMarks {

    /// So many are sure to be a program's.
    static final int SURE = 2;

    private static final int LONGEST = 256 * 1024;
    private static final int LONGEST_FIELD = 2_000;
    private static final Pattern FIELD = Pattern.compile("[\\x21-\\x39\\x3B-\\x7E]+[ \\t]*:.*");
    /// Before the head: where it lay in a mailbox, or how many bytes it has.
    private static final Pattern BEFORE = Pattern.compile(">?From .*|\\d{1,12}\\s*");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.?[^\\s@]*");

    private static final Map<String, Pattern> MARKS = Map.of(
            "date",
            Pattern.compile(
                    "\\d{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\\d{2,4} +\\d{1,2}:\\d\\d"),
            "message-id",
            Pattern.compile("^<[^<>\\s]+>"),
            "mime-version",
            Pattern.compile("^\\d\\.\\d"),
            "content-type",
            Pattern.compile("^[a-z]+/[a-z0-9.+-]+"),
            "received",
            Pattern.compile("\\b(?:by|from) .*;"),
            "from",
            ADDRESS);

    private LetterMarks() {}

    /// How many there are; none where there are lines among them that are of no head.
    static int of(IncomingBytes bytes) throws IOException {
        byte[] begin = bytes.head(LONGEST);
        String head = new String(begin, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", "");
        Set<String> found = new HashSet<>();
        String field = "";
        List<String> lines = Arrays.asList(head.split("\\r\\n|\\r|\\n", -1));
        for (int i = 0; i < lines.size() && !lines.get(i).isEmpty(); i++) {
            String line = lines.get(i);
            boolean goesOn = i > 0 && Character.isWhitespace(line.charAt(0));
            if (!goesOn && !FIELD.matcher(line).matches()) {
                boolean brokenOff = begin.length == LONGEST && i == lines.size() - 1;
                if (i > 0 && !brokenOff || i == 0 && !BEFORE.matcher(line).matches()) {
                    return 0;
                }
                continue;
            }
            if (!goesOn) {
                field = line;
            } else if (field.length() < LONGEST_FIELD) {
                field += " " + line.strip();
            }
            mark(field, found);
        }
        return found.size();
    }

    private static void mark(String field, Set<String> found) {
        int colon = field.indexOf(':');
        if (colon < 0) {
            return;
        }
        String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        Pattern mark = MARKS.get(name);
        if (mark != null
                && mark.matcher(field.substring(colon + 1).strip().toLowerCase(Locale.ROOT))
                        .find()) {
            found.add(name);
        }
    }
}
