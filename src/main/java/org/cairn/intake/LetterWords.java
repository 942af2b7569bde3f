package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.EmbeddedContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// A letter's own words: parts of it that are text and no attachment, each in the encoding that it names.
///
/// Many letters say the same twice, as plain text and as a web page. Then the web page is read, and the plain text too
/// where it has a word or an address more: whoever would hide words in one of them does not.
final class LetterWords {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /// What stands for a picture is in the plain text alone.
    private static final Pattern PICTURE = Pattern.compile("\\[(?:image|cid)[^\\]]*]");
    /// A web page has its addresses behind its words.
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|mailto:)[^\\s<>\"')\\]]+");

    private final Gathering gathering;
    private final Parser parser;
    private final ParseContext context;
    private final Markup.Telling head;
    private Optional<Plain> waiting = Optional.empty();
    private boolean some;
    private boolean headed;

    /// A plain text of which another version may come.
    private record Plain(byte[] bytes, Metadata about) {

        @Override
        public String toString() {
            return "Plain";
        }
    }

    /// @param head tells who wrote to whom
    LetterWords(Gathering gathering, Parser parser, ParseContext context, Markup.Telling head) {
        this.gathering = gathering;
        this.parser = parser;
        this.context = context;
        this.head = head;
    }

    /// Tells the head, which comes before all words, once.
    void head() throws IOException, SAXException {
        if (!headed) {
            headed = true;
            head.tell();
        }
    }

    /// Reads a part of the letter, unless it is an attachment.
    ///
    /// @param handler what a web page's words go to
    /// @return whether it was one of the letter's texts
    boolean read(InputStream stream, ContentHandler handler, Metadata about) throws IOException, SAXException {
        String type = String.valueOf(about.get(HttpHeaders.CONTENT_TYPE)).replaceAll(";.*", "");
        boolean page = type.equals("text/html");
        if (!page && !type.equals("text/plain") || attached(about)) {
            return false;
        }
        some = true;
        if (page) {
            about.set(HttpHeaders.CONTENT_TYPE, type);
            page(stream.readAllBytes(), handler, about);
        } else {
            end();
            waiting = Optional.of(new Plain(stream.readAllBytes(), about));
            if (!"alternative".equals(about.get(Message.MULTIPART_SUBTYPE))) {
                end();
            }
        }
        return true;
    }

    /// No other version of a text came.
    void end() throws IOException, SAXException {
        if (waiting.isPresent()) {
            Plain plain = waiting.get();
            waiting = Optional.empty();
            head();
            TextReading.body(new ByteArrayInputStream(plain.bytes()), plain.about(), gathering);
        }
    }

    /// What has a name is an attachment, but for a letter's first text, which some programs name too.
    private boolean attached(Metadata about) {
        boolean named = about.get(TikaCoreProperties.RESOURCE_NAME_KEY) != null;
        return named && (some || "ATTACHMENT".equals(about.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE)));
    }

    private void page(byte[] page, ContentHandler handler, Metadata about) throws IOException, SAXException {
        if (waiting.isPresent()) {
            Plain plain = waiting.get();
            BodyContentHandler words = new BodyContentHandler(-1);
            parse(page, words, copy(about), alone());
            if (saysAll(words.toString(), new String(page, StandardCharsets.ISO_8859_1), plain)) {
                waiting = Optional.empty();
            }
        }
        end();
        parse(page, new EmbeddedContentHandler(new BodyContentHandler(handler)), about, context);
    }

    /// For a look at the words of a page: nothing in it is taken out.
    private ParseContext alone() {
        ParseContext alone = new ParseContext();
        alone.set(EncodingDetector.class, context.get(EncodingDetector.class));
        alone.set(EmbeddedDocumentExtractor.class, new EmbeddedDocumentExtractor() {
            @Override
            public boolean shouldParseEmbedded(Metadata inside) {
                return false;
            }

            @Override
            public void parseEmbedded(InputStream in, ContentHandler handler, Metadata inside, boolean html) {
                // it is taken when the page is read
            }
        });
        return alone;
    }

    private void parse(byte[] page, ContentHandler handler, Metadata about, ParseContext how)
            throws IOException, SAXException {
        try {
            parser.parse(new ByteArrayInputStream(page), handler, about, how);
        } catch (TikaException e) {
            throw new SAXException(e);
        }
    }

    private static Metadata copy(Metadata about) {
        Metadata copy = new Metadata();
        for (String name : List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_ENCODING)) {
            Optional.ofNullable(about.get(name)).ifPresent(value -> copy.set(name, value));
        }
        return copy;
    }

    /// Whether a plain text has no word more often than the page, and no address that the page does not lead to.
    ///
    /// @param behind the page as it is written
    private static boolean saysAll(String page, String behind, Plain plain) {
        String text = PICTURE.matcher(TextReading.decoded(plain.bytes(), plain.about()))
                .replaceAll(" ");
        String led = behind.replace("&amp;", "&");
        if (!ADDRESS.matcher(text).results().map(MatchResult::group).allMatch(led::contains)) {
            return false;
        }
        Map<String, Integer> onPage = new HashMap<>();
        words(page).forEach(word -> onPage.merge(word, 1, Integer::sum));
        return words(ADDRESS.matcher(text).replaceAll(" ")).stream()
                .allMatch(word -> onPage.merge(word, -1, Integer::sum) >= 0);
    }

    private static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
