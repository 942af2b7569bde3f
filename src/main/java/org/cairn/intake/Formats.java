package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.PasswordProvider;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.xml.sax.SAXException;

/// The formats that Tika knows, and how each is read here.
final class Formats {

    /// A picture in whatever way, such as a scan.
    static final String TIFF = "image/tiff";

    /// A picture out of a medical machine.
    static final String DICOM = "application/dicom";

    private static final String WEB_ARCHIVE = "multipart/related";
    private static final Pattern MIME = Pattern.compile("(?mi)^content-type:\\s*(?:multipart|text)/");
    private static final String OLD_WORKBOOK = "application/vnd.ms-excel";

    /// Every parser that reads by itself; those that would start a program of the machine are left out.
    private static final String PARSERS = """
            <properties>
              <parsers>
                <parser class="org.apache.tika.parser.DefaultParser">
                  <parser-exclude class="org.apache.tika.parser.ocr.TesseractOCRParser"/>
                  <parser-exclude class="org.apache.tika.parser.external.CompositeExternalParser"/>
                  <parser-exclude class="org.apache.tika.parser.external.ExternalParser"/>
                  <parser-exclude class="org.apache.tika.parser.mail.RFC822Parser"/>
                </parser>
                <parser class="org.apache.tika.parser.mail.RFC822Parser">
                  <params><param name="extractAllAlternatives" type="bool">true</param></params>
                </parser>
              </parsers>
            </properties>
            """;

    private static final Set<String> MESSAGES =
            Set.of("message/rfc822", "application/vnd.ms-outlook", "message/news", "multipart/related");
    private static final Set<String> WEB_PAGES = Set.of("text/html", "application/xhtml+xml");

    /// Letters to a whole city have heads longer than Tika would read; what does not end is stopped by its size.
    private static final MimeConfig LONG_HEADS = new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(10_000)
            .build();

    private final TikaConfig config;
    private final Parser parser;
    private final Set<MediaType> types;
    private final boolean ofLeft;

    Formats() {
        this.ofLeft = false;
        try {
            this.config = new TikaConfig(new ByteArrayInputStream(PARSERS.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TikaException | SAXException e) {
            throw new IllegalStateException("our own list of parsers", e);
        }
        // not Tika's AutoDetectParser: it takes deeply nested old web pages for bombs; our own limits hold instead
        this.parser = config.getParser();
        this.types = parser.getSupportedTypes(new ParseContext());
    }

    private Formats(Formats whole) {
        this.config = whole.config;
        this.parser = whole.parser;
        this.types = whole.types;
        this.ofLeft = true;
    }

    /// The same for what is left of broken documents: slides are read without what they are laid out by.
    Formats ofLeft() {
        return new Formats(this);
    }

    MimeTypes mimeTypes() {
        return config.getMimeRepository();
    }

    /// What the bytes are; the name only helps where several formats look alike.
    String detect(IncomingBytes bytes, Metadata metadata) throws IOException {
        MediaType type = byContent(bytes, metadata);
        if (type.equals(MediaType.OCTET_STREAM)) {
            type = byFirstBytes(bytes);
        }
        if (type.equals(MediaType.OCTET_STREAM) && TextReading.looksLikeText(bytes)) {
            type = MediaType.TEXT_PLAIN;
        }
        if (type.toString().equals(WEB_ARCHIVE) && mimeHead(bytes)) {
            return MessageHead.TYPE;
        }
        if (type.toString().equals("application/smil+xml") && subtitles(bytes)) {
            return MediaType.TEXT_HTML.toString();
        }
        if (BegunAlike.isText(type, bytes, metadata, mimeTypes())) {
            return MediaType.TEXT_PLAIN.toString();
        }
        if (type.equals(MediaType.TEXT_PLAIN) && UuReading.begins(bytes.head(UuReading.HEAD))) {
            return UuReading.TYPE;
        }
        if (type.toString().equals(TIFF) && CameraTiff.seen(bytes)) {
            String byName = mimeTypes().detect(null, metadata).toString();
            return CameraTiff.raw(byName) ? byName : CameraTiff.RAW;
        }
        if (type.toString().equals(MessageHead.TYPE) && Emlx.counted(bytes)) {
            return Emlx.TYPE;
        }
        // a name says "text" of bytes that are none
        boolean lies = type.equals(MediaType.TEXT_PLAIN) && !TextReading.mayBeText(bytes);
        return (lies ? MediaType.OCTET_STREAM : type).toString();
    }

    /// Subtitles of Microsoft's kind (SAMI) are named like another format, and written like a page.
    private static boolean subtitles(IncomingBytes bytes) throws IOException {
        return new String(bytes.head(1_024), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains("<sami");
    }

    /// Whether it begins with the head of a message: a page that was saved with its pictures is one (RFC 2557),
    /// whatever its name makes of it.
    private static boolean mimeHead(IncomingBytes bytes) throws IOException {
        String head = new String(bytes.head(8_192), StandardCharsets.ISO_8859_1);
        return MIME.matcher(head).find();
    }

    private MediaType byContent(IncomingBytes bytes, Metadata metadata) throws IOException {
        if (ZipReading.withoutContents(bytes)) {
            // Tika would unpack all of it to look into it
            return MediaType.APPLICATION_ZIP;
        }
        try (TikaInputStream stream = bytes.tika()) {
            return config.getDetector().detect(stream, metadata).getBaseType();
        } catch (IOException | RuntimeException | LinkageError e) {
            return byMark(bytes, metadata);
        }
    }

    /// For what breaks when somebody looks into it: only what stands at the beginning.
    private MediaType byMark(IncomingBytes bytes, Metadata metadata) throws IOException {
        try (TikaInputStream stream = bytes.tika()) {
            return mimeTypes().detect(stream, metadata).getBaseType();
        }
    }

    /// What Tika does not tell by its first bytes.
    private static MediaType byFirstBytes(IncomingBytes bytes) throws IOException {
        byte[] head;
        try (InputStream in = bytes.open()) {
            head = in.readNBytes(16);
        }
        String first = new String(head, StandardCharsets.ISO_8859_1);
        if (first.startsWith("PK\u0003\u0004")) {
            return MediaType.APPLICATION_ZIP;
        }
        if (first.startsWith("LRZI") || first.startsWith("GRZip")) {
            return MediaType.application("x-lrzip");
        }
        if (first.startsWith("\u0089LZO")) {
            return MediaType.application("x-lzop");
        }
        if (Packed.lzma(head)) {
            return MediaType.parse(Packed.LZMA);
        }
        return Dicom.bare(head) ? MediaType.application("dicom") : MediaType.OCTET_STREAM;
    }

    /// Whether it is text that needs no parser but the right encoding.
    boolean plain(String mediaType) {
        MediaType type = MediaType.parse(mediaType);
        boolean text = config.getMediaTypeRegistry().isInstanceOf(type, MediaType.TEXT_PLAIN);
        boolean markup = config.getMediaTypeRegistry().isInstanceOf(type, MediaType.APPLICATION_XML);
        boolean table = mediaType.equals("text/csv") || mediaType.equals("text/tab-separated-values");
        boolean source = mediaType.startsWith("text/x-");
        return table || text && !markup && (source || type.equals(MediaType.TEXT_PLAIN) || !types.contains(type));
    }

    /// Whether there is a parser for it.
    boolean readable(String mediaType) {
        MediaType looked = MediaType.parse(mediaType);
        while (looked != null && !looked.equals(MediaType.OCTET_STREAM)) {
            if (types.contains(looked)) {
                return true;
            }
            looked = config.getMediaTypeRegistry().getSupertype(looked);
        }
        return false;
    }

    /// Pictures, sound and film: whatever they say is not text.
    static boolean silent(String mediaType) {
        boolean drawing = mediaType.equals("image/svg+xml") || mediaType.equals("image/vnd.dxf");
        return mediaType.startsWith("image/") && !drawing
                || mediaType.startsWith("audio/")
                || mediaType.startsWith("video/")
                || mediaType.equals("application/x-matroska")
                || mediaType.equals("application/mp4")
                || mediaType.equals(DICOM);
    }

    /// Programs, fonts and the like: they have a parser, and nothing that a person wrote.
    static boolean wordless(String mediaType) {
        return mediaType.contains("font")
                || mediaType.contains("executable")
                || mediaType.equals("application/x-dosexec")
                || mediaType.equals("application/x-elf")
                || mediaType.equals("application/java-vm");
    }

    /// @param password what opens it; empty where nobody knows of a lock
    void parse(
            String mediaType,
            IncomingBytes bytes,
            Metadata metadata,
            Gathering gathering,
            Children children,
            Optional<String> password)
            throws IOException, TikaException, SAXException {
        ParseContext context = new ParseContext();
        password.ifPresent(word -> context.set(PasswordProvider.class, about -> word));
        context.set(EmbeddedDocumentExtractor.class, children);
        context.set(Parser.class, parser);
        boolean everyRow = mediaType.equals(OLD_WORKBOOK) && OldWorkbook.fewRows(bytes);
        context.set(OfficeParserConfig.class, office(everyRow));
        metadata.set(HttpHeaders.CONTENT_TYPE, mediaType);
        context.set(EncodingDetector.class, new MarkupEncoding());
        context.set(MimeConfig.class, LONG_HEADS);
        context.set(HtmlMapper.class, new Blocks());
        LetterWords words = new LetterWords(gathering, parser, context, () -> header(metadata, gathering));
        Markup.Telling atBody = Markup.Telling.NOTHING;
        if (MESSAGES.contains(mediaType)) {
            atBody = words::head;
            children.ofMessage(words::read);
        }
        // a password that was tried before stays with the thread, and would open this one without a word of it
        Biff8EncryptionKey.setCurrentUserPassword(null);
        Markup markup = markup(mediaType, bytes, gathering, atBody);
        if (everyRow) {
            markup.everyRow();
        }
        IncomingBytes document = LeftOut.told(mediaType, bytes).orElse(bytes);
        Optional<IncomingBytes> marked = PageBreaks.marked(mediaType, document);
        marked.ifPresent(pages -> markup.pagesMarked());
        Optional<RtfScan> rich = mediaType.equals(RtfScan.TYPE) ? Optional.of(RtfScan.of(bytes)) : Optional.empty();
        Optional<IncomingBytes> made = rich.isPresent() ? rich.get().begun(bytes) : marked;
        try (TikaInputStream stream = made.orElse(document).tika()) {
            parser.parse(stream, markup, metadata, context);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
            words.end();
            if (made.isPresent()) {
                made.get().close();
            }
        }
        if (rich.isPresent() && rich.get().broken()) {
            throw new IOException("its end is missing");
        }
    }

    /// Word documents and slides are read as they stream by, which also reads what POI refuses (strict ones).
    ///
    /// @param everyRow whether empty rows of an old workbook come too, to be counted
    private OfficeParserConfig office(boolean everyRow) {
        OfficeParserConfig office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(true);
        office.setUseSAXPptxExtractor(ofLeft);
        office.setIncludeMissingRows(everyRow);
        return office;
    }

    /// Rows are numbered where their numbers can be found out. Of others nothing is said rather than something wrong.
    private static Markup markup(String mediaType, IncomingBytes bytes, Gathering gathering, Markup.Telling atBody) {
        Markup markup = new Markup(gathering, shape(mediaType), atBody);
        if (mediaType.contains("spreadsheetml.sheet") || mediaType.contains("ms-excel.sheet.macroenabled")) {
            List<int[]> rows = SheetRows.of(bytes);
            if (!rows.isEmpty()) {
                markup.numbered(rows);
            }
            markup.whole(NewNumbers.of(bytes));
        } else if (mediaType.contains("ms-excel.sheet.binary")) {
            markup.headed(SheetRows.ofBinary(bytes));
        } else if (mediaType.startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
            OpenSheets.of(bytes).ifPresent(markup::tables);
            markup.whole(OpenNumbers.of(bytes));
        } else if (mediaType.equals(OLD_WORKBOOK)) {
            markup.whole(OldNumbers.of(bytes));
        }
        return markup;
    }

    private static Markup.Shape shape(String mediaType) {
        if (mediaType.contains("spreadsheet") || mediaType.contains("ms-excel")) {
            return Markup.Shape.SHEETS;
        }
        return WEB_PAGES.contains(mediaType) ? Markup.Shape.WEB_PAGE : Markup.Shape.TEXT;
    }

    /// Who wrote to whom, when and about what: a part of its own before the message's words.
    private static void header(Metadata metadata, Gathering gathering) throws IOException, StopReading {
        for (String line : About.header(metadata)) {
            gathering.append(line);
            gathering.endLine();
        }
        gathering.endPart();
    }
}
