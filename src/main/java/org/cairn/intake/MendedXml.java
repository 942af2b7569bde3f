package org.cairn.intake;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// XML of which something is broken, made such that a parser reads what is left: what is open at the end is closed,
/// what is no tag is left out, and the words stay.
final class MendedXml {

    private static final int LONGEST_TAG = 64 * 1024;
    /// Java's own parser takes a hundred.
    private static final int DEEPEST = 90;

    /// What never stands in itself: where one is open, its end was lost.
    private static final Set<String> FLAT = Set.of(
            "si",
            "row",
            "c",
            "v",
            "t",
            "w:p",
            "w:r",
            "w:t",
            "a:p",
            "a:r",
            "a:t",
            "p",
            "text:p",
            "text:h",
            "table:table-row",
            "table:table-cell");

    /// What holds such again: what is open around it stays open.
    private static final Set<String> CONTAINERS = Set.of(
            "text:note-body",
            "office:annotation",
            "draw:text-box",
            "draw:custom-shape",
            "draw:rect",
            "draw:ellipse",
            "w:txbxContent",
            "table:table",
            "w:tbl");

    /// No sign is written longer than this (XML 1.0, 4.1).
    private static final int LONGEST_ENTITY = 12;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*+(?::[A-Za-z_][A-Za-z0-9_.-]*+)?+");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\G\\s++(" + NAME.pattern() + ")\\s*+=\\s*+(\"[^\"]*+\"|'[^']*+')");
    private static final Pattern ENTITY = Pattern.compile(
            "&(?:lt|gt|amp|quot|apos|#(?:9|1[03]|3[2-9]|[4-9]\\d|[1-9]\\d{2,4})|#x[1-9A-Fa-f][0-9A-Fa-f]{1,3});");

    private final Reader in;
    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> prefixes = new HashSet<>(Set.of("xml", "xmlns"));
    private final StringBuilder held = new StringBuilder();
    private boolean begun;

    private MendedXml(Reader in, Writer out) {
        this.in = in;
        this.out = out;
    }

    /// Whether bytes begin as XML does.
    static boolean begins(byte[] bytes) {
        int at = bytes.length > 3 && (bytes[0] & 0xFF) == 0xEF ? 3 : 0;
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] > 0) {
            at++;
        }
        return at < bytes.length && bytes[at] == '<';
    }

    /// The same in UTF-8, whole; nothing where not even its first tag is left.
    static Optional<byte[]> of(byte[] bytes) throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream(bytes.length + 1024);
        try (Reader in = new BufferedReader(
                        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(made, StandardCharsets.UTF_8)) {
            MendedXml mended = new MendedXml(in, out);
            mended.mend();
            if (!mended.begun) {
                return Optional.empty();
            }
        }
        return Optional.of(made.toByteArray());
    }

    private void mend() throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        int sign = in.read();
        while (sign >= 0 && !(begun && open.isEmpty())) {
            if (sign == '<') {
                words();
                sign = tag();
            } else {
                held.append((char) sign);
                if (held.length() > LONGEST_TAG
                        && !Character.isHighSurrogate((char) sign)
                        && (held.length() > 2 * LONGEST_TAG
                                || held.lastIndexOf("&") < held.length() - LONGEST_ENTITY)) {
                    words();
                }
                sign = in.read();
            }
        }
        words();
        while (!open.isEmpty()) {
            out.write("</" + open.pop() + ">");
        }
    }

    private void words() throws IOException {
        if (!open.isEmpty()) {
            out.write(sound(held, ""));
        }
        held.setLength(0);
    }

    /// @return the sign after it
    private int tag() throws IOException {
        StringBuilder tag = new StringBuilder();
        int sign = in.read();
        while (sign >= 0 && sign != '>' && sign != '<' && tag.length() < LONGEST_TAG) {
            tag.append((char) sign);
            sign = in.read();
        }
        if (sign == '<') {
            return sign;
        }
        if (sign == '>') {
            tag(tag.toString());
            return in.read();
        }
        return sign;
    }

    private void tag(String tag) throws IOException {
        if (tag.startsWith("/")) {
            close(tag.substring(1).strip());
        } else if (!tag.startsWith("?") && !tag.startsWith("!")) {
            boolean empty = tag.endsWith("/");
            open(empty ? tag.substring(0, tag.length() - 1) : tag, empty);
        }
    }

    private void close(String name) throws IOException {
        if (open.contains(name)) {
            String closed = "";
            while (!closed.equals(name)) {
                closed = open.pop();
                out.write("</" + closed + ">");
            }
        }
    }

    private void open(String tag, boolean empty) throws IOException {
        Matcher name = NAME.matcher(tag);
        if (!name.lookingAt() || open.size() >= DEEPEST) {
            return;
        }
        StringBuilder attributes = new StringBuilder();
        Set<String> seen = new HashSet<>();
        Matcher attribute = ATTRIBUTE.matcher(tag).region(name.end(), tag.length());
        int end = name.end();
        while (attribute.find()) {
            String called = attribute.group(1);
            if (called.startsWith("xmlns:")) {
                prefixes.add(called.substring(6));
            }
            if (known(called) && seen.add(called)) {
                attributes.append(' ').append(called).append('=').append(sound(attribute.group(2), "<"));
            }
            end = attribute.end();
        }
        boolean clean = tag.substring(end).isBlank();
        if (clean && known(name.group())) {
            begun = true;
            if (FLAT.contains(name.group()) && near(name.group())) {
                close(name.group());
            }
            out.write("<" + name.group() + attributes + (empty ? "/>" : ">"));
            if (!empty) {
                open.push(name.group());
            }
        }
    }

    /// Whether it is open in the same container.
    private boolean near(String name) {
        for (String one : open) {
            if (one.equals(name)) {
                return true;
            }
            if (CONTAINERS.contains(one)) {
                return false;
            }
        }
        return false;
    }

    private boolean known(String name) {
        int colon = name.indexOf(':');
        return colon < 0 || prefixes.contains(name.substring(0, colon));
    }

    /// Without what no XML may hold.
    private static String sound(CharSequence words, String forbidden) {
        StringBuilder sound = new StringBuilder(words.length());
        Matcher entity = ENTITY.matcher(words);
        for (int i = 0; i < words.length(); i++) {
            char sign = words.charAt(i);
            boolean pair = Character.isHighSurrogate(sign)
                    && i + 1 < words.length()
                    && Character.isLowSurrogate(words.charAt(i + 1));
            if (sign == '&') {
                entity.region(i, Math.min(i + LONGEST_ENTITY, words.length()));
                sound.append(entity.lookingAt() ? "&" : "&amp;");
            } else if (pair) {
                sound.append(sign).append(words.charAt(i + 1));
                i++;
            } else if (!Character.isSurrogate(sign)
                    && sign < '\uFFFE'
                    && (sign >= ' ' || sign == '\t' || sign == '\n' || sign == '\r')
                    && forbidden.indexOf(sign) < 0) {
                sound.append(sign);
            }
        }
        return sound.toString();
    }
}
