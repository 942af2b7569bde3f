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
    /// A head is read byte by byte, and any byte may stand in it, also one that ends a line elsewhere.
    private static final Pattern FIELD = Pattern.compile("[\\x21-\\x39\\x3B-\\x7E]++[ \\t]*+:.*", Pattern.DOTALL);
    /// Before the head: where it lay in a mailbox, or how many bytes it has.
    private static final Pattern BEFORE = Pattern.compile(">?From .*|\\d{1,12}\\s*", Pattern.DOTALL);

    /// Each is looked for once from every letter on at most, whatever stands there.
    private static final Map<String, Pattern> MARKS = Map.of(
            "date",
            Pattern.compile(
                    "\\d{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*+[ -]\\d{2,4} ++\\d{1,2}:\\d\\d"),
            "message-id",
            Pattern.compile("^<[^<>\\s]++>"),
            "mime-version",
            Pattern.compile("^\\d\\.\\d"),
            "content-type",
            Pattern.compile("^[a-z]++/[a-z0-9.+-]"),
            "received",
            Pattern.compile("^(?>.*?\\b(?:by|from) ).*;", Pattern.DOTALL),
            "from",
            Pattern.compile("[^\\s@]@[^\\s@]"));

    /// Those that nobody writes or copies by hand: only they count where a line of the head is wrong.
    private static final Set<String> OF_PROGRAMS = Set.of("mime-version", "content-type", "received", "message-id");

    private final Set<String> found = new HashSet<>();
    private final StringBuilder field = new StringBuilder();
    private boolean broken;

    private LetterMarks() {}

    /// How many there are. Where a line among them is of no head, it may have been folded wrongly, or the words
    /// of a note have begun: then only those count that nobody writes by hand.
    static int of(IncomingBytes bytes) throws IOException {
        byte[] begin = bytes.head(LONGEST);
        String head = new String(begin, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", "");
        return new LetterMarks().count(Arrays.asList(head.split("\\r\\n|\\r|\\n", -1)), begin.length == LONGEST);
    }

    /// @param brokenOff whether the last line is not all of it
    private int count(List<String> lines, boolean brokenOff) {
        for (int i = 0; i < lines.size() && !lines.get(i).isEmpty(); i++) {
            String line = lines.get(i);
            if (i > 0 && Character.isWhitespace(line.charAt(0))) {
                add(" " + line.strip());
            } else if (FIELD.matcher(line).matches()) {
                mark();
                add(line);
            } else if (i == 0 && !BEFORE.matcher(line).matches()) {
                return 0;
            } else if (i > 0 && !(brokenOff && i == lines.size() - 1)) {
                mark();
                broken = true;
            }
        }
        mark();
        if (broken) {
            found.retainAll(OF_PROGRAMS);
        }
        return found.size();
    }

    private void add(String words) {
        int room = Math.max(0, LONGEST_FIELD - field.length());
        field.append(words, 0, Math.min(room, words.length()));
    }

    /// The field that came is at its end.
    private void mark() {
        int colon = field.indexOf(":");
        String name = field.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
        String said = field.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        field.setLength(0);
        Pattern mark = MARKS.get(name);
        if (mark != null && mark.matcher(said).find()) {
            found.add(name);
        }
    }
}
