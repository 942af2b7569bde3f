package org.cairn.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a WhatsApp export with which a message begins, in the shapes that telephones of many languages write:
/// `31/12/20, 9:41 PM - Name: words` (Android) or `[2020/12/31 下午9:41:05] Name: words` (iPhone).
///
/// @param at the time as it is written
/// @param sender empty where the line is the program's own
/// @param text the rest of the line
record WhatsAppLine(String at, String sender, String text) {

    /// A head is never longer, and a longer line is not looked at any further.
    private static final int HEAD = 60;

    private static final int LONGEST_NAME = 100;

    private static final String DATE =
            "(?:\\d{1,4}[./-] ?\\d{1,2}[./-] ?\\d{1,4}\\.?|\\d{4}[年년] ?\\d{1,2}[月월] ?\\d{1,2}[日일])";

    /// Before noon or after it: `PM`, `p. m.`, `下午`, `오후`, `م`, `ب.ظ.`
    private static final String HALF = "[\\p{L}\\p{M}]{1,8}\\.?(?: ?[\\p{L}\\p{M}]{1,3}\\.)?";

    private static final String BETWEEN = "(?:[,،] ?| )(?:(?:at|à|um|às|alle|kl\\.?|o|в) )?";

    private static final String TIME = "(?:" + HALF + " ?)?\\d{1,2}[:.]\\d{2}";

    private static final Pattern ANDROID =
            Pattern.compile("(" + DATE + BETWEEN + TIME + "(?: ?" + HALF + ")?) [-–] (.*)", Pattern.DOTALL);

    private static final Pattern IPHONE = Pattern.compile(
            "\\[(" + DATE + BETWEEN + TIME + "(?:[:.]\\d{2})?(?: ?" + HALF + ")?)] ?(.*)", Pattern.DOTALL);

    /// Programs write their logs so: a day of the computer's, seconds, no comma.
    private static final Pattern LOG = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");

    /// Reads a line; nothing where it goes on with the message before.
    static Optional<WhatsAppLine> of(String line) {
        String plain = plain(line);
        if (plain.isEmpty() || plain.charAt(0) != '[' && Character.digit(plain.charAt(0), 10) < 0) {
            return Optional.empty();
        }
        String head = digits(plain.substring(0, Math.min(plain.length(), HEAD)));
        Matcher matcher = (head.charAt(0) == '[' ? IPHONE : ANDROID).matcher(head);
        if (!matcher.matches() || LOG.matcher(matcher.group(1)).matches()) {
            return Optional.empty();
        }
        return Optional.of(said(plain.substring(matcher.start(1), matcher.end(1)), plain.substring(matcher.start(2))));
    }

    private static WhatsAppLine said(String at, String rest) {
        int colon = rest.indexOf(": ");
        int end = rest.endsWith(":") && colon < 0 ? rest.length() - 1 : colon;
        boolean named = end > 0 && end <= LONGEST_NAME;
        return named
                ? new WhatsAppLine(at, rest.substring(0, end).strip(), rest.substring(Math.min(rest.length(), end + 2)))
                : new WhatsAppLine(at, "", rest);
    }

    /// Without the unseen marks that order a line from right to left, and with plain spaces for the narrow and the
    /// unbreakable ones.
    static String plain(String line) {
        StringBuilder plain = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            boolean mark = letter == '\u200E'
                    || letter == '\u200F'
                    || letter == '\u061C'
                    || letter == '\uFEFF'
                    || letter >= '\u202A' && letter <= '\u202E'
                    || letter >= '\u2066' && letter <= '\u2069';
            if (!mark) {
                plain.append(letter == '\u202F' || letter == '\u00A0' ? ' ' : letter);
            }
        }
        return plain.toString();
    }

    /// Arabic, Persian and other digits as those that the patterns know; as many letters as before.
    private static String digits(String head) {
        StringBuilder plain = new StringBuilder(head);
        for (int i = 0; i < plain.length(); i++) {
            int digit = Character.digit(plain.charAt(i), 10);
            if (digit >= 0) {
                plain.setCharAt(i, (char) ('0' + digit));
            }
        }
        return plain.toString();
    }

    @Override
    public String toString() {
        return "WhatsAppLine";
    }
}
