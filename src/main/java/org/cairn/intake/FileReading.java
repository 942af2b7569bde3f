package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.cairn.domain.reading.ReadingStatus;
import org.xml.sax.SAXException;

/// Reads one file inside the worker: finds out what it is, and reads it as that.
final class FileReading {

    /// Every parser that reads by itself; those that would start a program of the machine are left out.
    private static final String PARSERS = """
            <properties>
              <parsers>
                <parser class="org.apache.tika.parser.DefaultParser">
                  <parser-exclude class="org.apache.tika.parser.ocr.TesseractOCRParser"/>
                  <parser-exclude class="org.apache.tika.parser.external.CompositeExternalParser"/>
                  <parser-exclude class="org.apache.tika.parser.external.ExternalParser"/>
                </parser>
              </parsers>
            </properties>
            """;

    private static final Set<String> CONTAINERS = Set.of(
            "application/zip",
            "application/x-tar",
            "application/gzip",
            "application/x-7z-compressed",
            "application/x-bzip2",
            "application/x-xz",
            "application/x-rar-compressed",
            "application/x-cpio",
            "application/x-archive",
            "application/java-archive",
            "application/mbox",
            "application/vnd.ms-outlook-pst",
            "application/zstd",
            "application/x-compress",
            "application/x-lzma");
    private static final Set<String> MESSAGES =
            Set.of("message/rfc822", "application/vnd.ms-outlook", "message/news", "multipart/related");

    private final int textCharacters;
    private final Languages languages = new Languages();
    private final TikaConfig config;
    private final AutoDetectParser parser;

    FileReading(int textCharacters) {
        this.textCharacters = textCharacters;
        try {
            this.config = new TikaConfig(new ByteArrayInputStream(PARSERS.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TikaException | SAXException e) {
            throw new IllegalStateException("our own list of parsers", e);
        }
        this.parser = new AutoDetectParser(config);
    }

    /// Reads a file and says everything about it; fails only when the program is no longer there to hear it.
    void read(IncomingBytes bytes, String name, Answer answer) throws IOException {
        Gathering gathering = new Gathering(answer, languages, textCharacters);
        Children children = new Children(answer, bytes.size());
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, Children.safe(name));
        String mediaType = "application/octet-stream";
        Verdict verdict;
        try {
            mediaType = mediaType(bytes, metadata);
            verdict = readAs(mediaType, bytes, metadata, gathering, children);
        } catch (StopReading e) {
            verdict = new Verdict(ReadingStatus.PARTIAL, e.reason());
        } catch (EncryptedDocumentException e) {
            verdict = new Verdict(ReadingStatus.ENCRYPTED, "password");
        } catch (ZeroByteFileException e) {
            verdict = new Verdict(ReadingStatus.EMPTY, "empty");
        } catch (IOException | TikaException | SAXException | RuntimeException | StackOverflowError | LinkageError e) {
            verdict = failed(e, gathering, children);
        }
        answer.reading(
                verdict.status(),
                verdict.reason(),
                mediaType,
                gathering.pages(),
                gathering.language(),
                children.expected(),
                children.found(),
                About.of(metadata));
    }

    /// How reading ended.
    record Verdict(ReadingStatus status, String reason) {
        static final Verdict COMPLETE = new Verdict(ReadingStatus.COMPLETE, "");
    }

    private String mediaType(IncomingBytes bytes, Metadata metadata) throws IOException {
        try (TikaInputStream stream = bytes.tika()) {
            MediaType type = config.getDetector().detect(stream, metadata);
            return type.getBaseType().toString();
        }
    }

    private Verdict readAs(
            String mediaType, IncomingBytes bytes, Metadata metadata, Gathering gathering, Children children)
            throws IOException, TikaException, SAXException {
        if (!bytes.whole()) {
            return readHead(mediaType, bytes, metadata, gathering);
        }
        if (mediaType.equals("application/pdf")) {
            return new PdfReading(gathering, children, metadata).read(bytes);
        }
        if (TextReading.isPlain(mediaType)) {
            TextReading.read(bytes, metadata, gathering);
            return said(mediaType, gathering, children);
        }
        if (!known(mediaType)) {
            return new Verdict(ReadingStatus.UNREADABLE, "unknownFormat");
        }
        parse(bytes, metadata, gathering, children);
        if (MESSAGES.contains(mediaType)) {
            header(metadata, gathering);
        }
        gathering.end();
        return said(mediaType, gathering, children);
    }

    private boolean known(String mediaType) {
        MediaType type = MediaType.parse(mediaType);
        Parser composite = config.getParser();
        Set<MediaType> types = composite.getSupportedTypes(new ParseContext());
        MediaType looked = type;
        while (looked != null && !looked.equals(MediaType.OCTET_STREAM)) {
            if (types.contains(looked)) {
                return true;
            }
            looked = config.getMediaTypeRegistry().getSupertype(looked);
        }
        return false;
    }

    private Verdict readHead(String mediaType, IncomingBytes bytes, Metadata metadata, Gathering gathering)
            throws IOException, SAXException, TikaException {
        if (TextReading.isPlain(mediaType)) {
            TextReading.read(bytes, metadata, gathering);
            return new Verdict(ReadingStatus.PARTIAL, "tooLarge");
        }
        return silent(mediaType)
                ? new Verdict(ReadingStatus.NO_TEXT, "noText")
                : new Verdict(ReadingStatus.UNREADABLE, "tooLarge");
    }

    private void parse(IncomingBytes bytes, Metadata metadata, Gathering gathering, Children children)
            throws IOException, TikaException, SAXException {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, children);
        context.set(Parser.class, parser);
        try (TikaInputStream stream = bytes.tika()) {
            parser.parse(stream, new Markup(gathering), metadata, context);
        } catch (SAXException | TikaException e) {
            throwCause(e);
            throw e;
        }
    }

    /// Parsers wrap what stops them; the first cause that is ours says more.
    private static void throwCause(Exception e) throws StopReading, EncryptedDocumentException {
        Throwable looked = e;
        for (int i = 0; looked != null && i < 20; i++) {
            if (looked instanceof StopReading stop) {
                throw stop;
            }
            if (looked instanceof EncryptedDocumentException encrypted) {
                throw encrypted;
            }
            if (looked instanceof WriteLimitReachedException) {
                throw new StopReading("textLimit");
            }
            looked = looked.getCause();
        }
    }

    /// Who wrote to whom, when and about what: known once the message was read, and a part of its own.
    private static void header(Metadata metadata, Gathering gathering) throws IOException, StopReading {
        gathering.endPart();
        About.of(metadata).forEach((name, value) -> {
            if (Set.of("from", "to", "cc", "created", "subject", "title").contains(name)) {
                metadata.add("cairn:header", name + ": " + value);
            }
        });
        for (String line : metadata.getValues("cairn:header")) {
            gathering.append(line);
            gathering.endLine();
        }
    }

    private static Verdict said(String mediaType, Gathering gathering, Children children) {
        if (children.found() < children.expected()) {
            return new Verdict(ReadingStatus.PARTIAL, "childrenMissing");
        }
        if (gathering.passages() > 0 && !silent(mediaType)) {
            return Verdict.COMPLETE;
        }
        if (silent(mediaType)) {
            return new Verdict(ReadingStatus.NO_TEXT, "noText");
        }
        if (children.found() > 0 || CONTAINERS.contains(mediaType)) {
            return Verdict.COMPLETE;
        }
        return new Verdict(ReadingStatus.EMPTY, "noWords");
    }

    /// Pictures, sound and film: whatever they say is not text.
    private static boolean silent(String mediaType) {
        return mediaType.startsWith("image/")
                && !mediaType.equals("image/svg+xml")
                && !mediaType.equals("image/vnd.dxf")
                || mediaType.startsWith("audio/")
                || mediaType.startsWith("video/")
                || mediaType.equals("application/dicom");
    }

    private static Verdict failed(Throwable failure, Gathering gathering, Children children) {
        Throwable looked = failure;
        for (int i = 0; looked != null && i < 20; i++) {
            String name = looked.getClass().getSimpleName();
            if (name.contains("Encrypted") || name.contains("Password")) {
                return new Verdict(ReadingStatus.ENCRYPTED, "password");
            }
            looked = looked.getCause();
        }
        if (failure instanceof StackOverflowError) {
            return partOf(gathering, children, "tooDeep");
        }
        return partOf(gathering, children, "damaged");
    }

    private static Verdict partOf(Gathering gathering, Children children, String reason) {
        try {
            gathering.end();
        } catch (IOException | StopReading e) {
            // the part that was being gathered is lost with what broke it
        }
        boolean something = gathering.passages() > 0 || children.found() > 0;
        return new Verdict(something ? ReadingStatus.PARTIAL : ReadingStatus.UNREADABLE, reason);
    }
}
