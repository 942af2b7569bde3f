package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.utils.XMLReaderUtils;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/// The words of XML that is data, or of no known format, also those in its attributes: programs that save a telephone's
/// messages write all of them there, `<sms address="…" body="…"/>`, and their pictures as letters.
final class DataReading extends DefaultHandler {

    /// A book, and news of a site, are read so too: Tika joins all their paragraphs, or leaves entries out.
    private static final Set<String> TYPES =
            Set.of("application/xml", "application/x-fictionbook+xml", "application/rss+xml", "application/atom+xml");

    private static final Set<String> LINES =
            Set.of("p", "v", "subtitle", "text-author", "title", "description", "content", "summary", "entry", "item");

    /// A picture of a book, as letters.
    private static final String BINARY = "binary";

    /// What comes as a page, written as words of another.
    private static final Set<String> PAGES =
            Set.of("application/x-fictionbook+xml", "application/rss+xml", "application/atom+xml");

    /// Tags of such pages (HTML, section 4); anything else in such brackets is what somebody wrote.
    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(?:a|abbr|address|article|aside|audio|b|big|blockquote|body|br|button|caption|center|cite|code|col"
                    + "|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head"
                    + "|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|map|mark|meta|nav|object|ol"
                    + "|option|p|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub"
                    + "|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr)"
                    + "(?:\\s[^<>]*+|/)?>");

    /// Those in the middle of a line, and of a word.
    private static final Set<String> INLINE =
            Set.of("emphasis", "strong", "a", "sup", "sub", "style", "code", "b", "i", "span", "em");

    /// So long a value without a gap is no word.
    private static final int LONGEST_WORD = 4_096;

    private static final int LEAST_FILE = 64;

    private final Gathering gathering;
    private final Children children;
    private final boolean page;
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder picture = new StringBuilder();
    private Attributes about = new AttributesImpl();
    private String within = "";
    private int files;

    private DataReading(boolean page, Gathering gathering, Children children) {
        this.page = page;
        this.gathering = gathering;
        this.children = children;
    }

    static boolean reads(String mediaType) {
        return TYPES.contains(mediaType);
    }

    static void read(String mediaType, IncomingBytes bytes, Gathering gathering, Children children)
            throws IOException, SAXException, TikaException {
        try (InputStream in = bytes.open()) {
            XMLReaderUtils.parseSAX(
                    in, new DataReading(PAGES.contains(mediaType), gathering, children), new ParseContext());
        }
        gathering.end();
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        gap(name);
        within = name;
        if (name.equals(BINARY)) {
            about = new AttributesImpl(attributes);
            return;
        }
        boolean begun = false;
        for (int i = 0; i < attributes.getLength(); i++) {
            String called = attributes.getQName(i);
            String value = attributes.getValue(i);
            if (called.startsWith("xmlns") || called.startsWith("xsi:") || value.isBlank()) {
                continue;
            }
            Optional<byte[]> file = file(called, value);
            if (file.isPresent()) {
                take(attributes, file.get());
                continue;
            }
            if (!begun && gathering.length() > 0) {
                endLine();
            }
            append((begun ? " " : "") + called + ": " + value);
            begun = true;
        }
        if (begun) {
            endLine();
        }
    }

    private static Optional<byte[]> file(String called, String value) {
        boolean data = called.equals("data") && value.length() > LEAST_FILE;
        if (!data && value.length() < LONGEST_WORD || value.indexOf(' ') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(value))
                    .filter(bytes -> bytes.length * 2L > value.length());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void take(Attributes attributes, byte[] file) throws SAXException {
        files++;
        String name = "data-" + files;
        for (String called : new String[] {"cl", "name", "filename", "fn", "id"}) {
            String given = attributes.getValue(called);
            if (given != null && !given.isBlank() && !given.equals("null")) {
                name = given;
                break;
            }
        }
        try (InputStream in = new ByteArrayInputStream(file)) {
            children.take(name, in);
        } catch (IOException e) {
            throw new SAXException(e);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        if (name.equals(BINARY)) {
            String said = picture.toString();
            // its lines may be set in
            Optional<byte[]> file = file("data", said.lines().map(String::strip).collect(Collectors.joining()));
            picture.setLength(0);
            if (file.isPresent()) {
                take(about, file.get());
            } else if (said.length() < LONGEST_WORD || said.indexOf(' ') >= 0) {
                words.append(said);
            }
        }
        gap(name);
        if (LINES.contains(name) && gathering.length() > 0) {
            endLine();
        }
        within = "";
    }

    private void gap(String name) throws SAXException {
        say();
        if (!page || !INLINE.contains(name)) {
            gathering.gap(' ');
        }
    }

    /// News come as pages within the page: their tags are no words.
    private void say() throws SAXException {
        if (page && words.indexOf("<") >= 0) {
            append(TAG.matcher(words).replaceAll(" "));
        } else if (!words.isEmpty()) {
            append(words.toString());
        }
        words.setLength(0);
    }

    @Override
    public void characters(char[] letters, int start, int length) throws SAXException {
        if (within.equals(BINARY)) {
            picture.append(letters, start, length);
            return;
        }
        words.append(letters, start, length);
        if (words.length() > LONGEST_WORD) {
            say();
        }
    }

    private void append(String words) throws SAXException {
        try {
            gathering.append(words);
        } catch (IOException e) {
            throw new SAXException(e);
        }
    }

    private void endLine() throws SAXException {
        try {
            gathering.endLine();
        } catch (IOException e) {
            throw new SAXException(e);
        }
    }
}
