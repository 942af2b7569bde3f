package org.cairn.intake;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;

/// Reads addresses (vCard 2.1, RFC 2426, RFC 6350) and appointments (vCalendar, RFC 5545) as people wrote them.
///
/// Telephones hand addresses out with every letter that is no ASCII as `=D0=98`, and long lines are broken in the
/// middle of a word: nobody would find a name in that. Pictures and sounds among them are taken out.
final class CardReading {

    private static final String QUOTED = "QUOTED-PRINTABLE";

    private static final Set<String> TYPES =
            Set.of("text/x-vcard", "text/vcard", "text/directory", "text/calendar", "text/x-vcalendar");

    private static final long LARGEST = 16L * 1024 * 1024;

    private static final Pattern WRITTEN = Pattern.compile("\\\\([nN,;\\\\])");

    /// What stands before a file that is written into the value (RFC 2397).
    private static final String DATA = "data:";

    private static final String AS_LETTERS = ";base64";
    private static final int LONGEST_DATA_HEAD = 200;
    /// A head that goes on in further lines is looked for so far.
    private static final int LONGEST_HEAD = 2_000;

    private final Children children;
    private final Gathering gathering;
    private Charset usual = StandardCharsets.UTF_8;
    private boolean older;
    /// Whether a line of what is being joined may end softly, as its head says: asked once, not at each line.
    private boolean quoted;
    private int attached;

    CardReading(Children children, Gathering gathering) {
        this.children = children;
        this.gathering = gathering;
    }

    /// One that is larger than any honest one is read as the text that it is.
    static boolean reads(String mediaType, IncomingBytes bytes) {
        return TYPES.contains(mediaType) && bytes.size() <= LARGEST;
    }

    void read(IncomingBytes bytes) throws IOException, SAXException {
        usual = TextEncoding.ofText(bytes.head(TextEncoding.HEAD)).orElse(StandardCharsets.UTF_8);
        // bytes as they are: a letter may be broken in two by the end of a line
        boolean wide = usual.name().startsWith("UTF-16") || usual.name().startsWith("UTF-32");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(bytes.open(), wide ? usual : StandardCharsets.ISO_8859_1))) {
            usual = wide ? StandardCharsets.UTF_8 : usual;
            StringBuilder whole = new StringBuilder();
            String line = lines.readLine();
            while (line != null) {
                String given = wide ? bytewise(line) : line;
                if (follows(whole, given)) {
                    join(whole, given);
                } else {
                    say(whole.toString());
                    whole.setLength(0);
                    whole.append(given);
                    quoted = quotes(whole);
                }
                line = lines.readLine();
            }
            say(whole.toString());
        }
        gathering.end();
    }

    private static String bytewise(String line) {
        return new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private boolean follows(StringBuilder before, String line) {
        if (before.isEmpty()) {
            return false;
        }
        boolean folded = line.startsWith(" ") || line.startsWith("\t");
        return folded || softly(before);
    }

    /// Whether its last sign says that it goes on in the next line.
    private boolean softly(StringBuilder line) {
        return quoted && line.charAt(line.length() - 1) == '=';
    }

    private void join(StringBuilder whole, String line) {
        if (softly(whole)) {
            whole.setLength(whole.length() - 1);
            whole.append(line);
        } else {
            // the older ones break lines at a gap and keep it
            whole.append(line, older ? 0 : 1, line.length());
        }
        quoted |= whole.length() < LONGEST_HEAD && quotes(whole);
    }

    private static boolean quotes(CharSequence line) {
        return head(line).toUpperCase(Locale.ROOT).contains(QUOTED);
    }

    private static String head(CharSequence line) {
        int colon = colon(line);
        return line.subSequence(0, Math.max(0, colon)).toString();
    }

    /// The first that stands in no quotation marks.
    private static int colon(CharSequence line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            quoted ^= sign == '"';
            if (sign == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private void say(String line) throws IOException, SAXException {
        String head = head(line);
        String value = line.substring(head.isEmpty() ? 0 : head.length() + 1);
        String upper = head.toUpperCase(Locale.ROOT);
        if (upper.equals("VERSION")) {
            older = value.strip().equals("2.1") || value.strip().equals("1.0");
        }
        Optional<byte[]> inside =
                upper.contains("BASE64") || upper.contains("ENCODING=B") ? binary(value) : Optional.empty();
        if (inside.isPresent()) {
            attach(upper, inside.get());
            return;
        }
        int data = data(value);
        Optional<byte[]> file = data > 0 ? binary(value.substring(data)) : Optional.empty();
        if (file.isPresent()) {
            attach(upper + ";" + value.substring(0, data).toUpperCase(Locale.ROOT), file.get());
            return;
        }
        byte[] bytes = upper.contains(QUOTED) ? unquoted(value) : value.getBytes(StandardCharsets.ISO_8859_1);
        String told = new String(bytes, charset(head, bytes));
        String shown = shown(head);
        gathering.append(shown.isEmpty() ? told : shown + ":" + plain(told));
        gathering.endLine();
    }

    private String plain(String told) {
        return older
                ? told
                : WRITTEN.matcher(told)
                        .replaceAll(sign ->
                                sign.group(1).equalsIgnoreCase("n") ? "\n" : Matcher.quoteReplacement(sign.group(1)));
    }

    /// Where the letters of a file begin that is written as an address; 0 where it is none.
    private static int data(String value) {
        if (!value.regionMatches(true, 0, DATA, 0, DATA.length())) {
            return 0;
        }
        int comma = value.indexOf(',');
        return comma > 0
                        && comma < LONGEST_DATA_HEAD
                        && value.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(AS_LETTERS)
                ? comma + 1
                : 0;
    }

    private Charset charset(String head, byte[] bytes) {
        Optional<Charset> named = parts(head).stream()
                .filter(part -> part.regionMatches(true, 0, "CHARSET=", 0, 8))
                .findFirst()
                .flatMap(part -> TextEncoding.named(part.substring(8).replace("\"", "")));
        return TextEncoding.ofNamed(bytes, named).orElse(usual);
    }

    private static List<String> parts(String head) {
        return new ArrayList<>(List.of(head.split(";")));
    }

    /// What it is called, without how it is written.
    private String shown(String head) {
        List<String> parts = parts(new String(head.getBytes(StandardCharsets.ISO_8859_1), usual));
        parts.removeIf(part -> part.regionMatches(true, 0, "CHARSET=", 0, 8)
                || part.regionMatches(true, 0, "ENCODING=", 0, 9)
                || part.equalsIgnoreCase("QUOTED-PRINTABLE"));
        return String.join(";", parts);
    }

    private static byte[] unquoted(String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        for (int i = 0; i < value.length(); i++) {
            char sign = value.charAt(i);
            int high = sign == '=' && i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(value.charAt(i + 2), 16);
            bytes.write(low < 0 ? sign : high * 16 + low);
            i += low < 0 ? 0 : 2;
        }
        return bytes.toByteArray();
    }

    private static Optional<byte[]> binary(String value) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(value);
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void attach(String head, byte[] bytes) throws IOException, SAXException {
        attached++;
        String name = parts(head).getFirst().toLowerCase(Locale.ROOT).replaceAll("[^a-z-]", "");
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            children.take((name.isEmpty() ? "part" : name) + "-" + attached + ending(head), in);
        }
    }

    private static String ending(String head) {
        return head.contains("JPEG") || head.contains("JPG")
                ? ".jpg"
                : head.contains("PNG") ? ".png" : head.contains("GIF") ? ".gif" : "";
    }
}
