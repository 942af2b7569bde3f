package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.cairn.domain.reading.ReadingStatus;
import org.xml.sax.SAXException;

/// Reads one file inside the worker: finds out what it is, and reads it as that.
final class FileReading {

    private static final int CAUSES = 20;
    private static final Set<String> LETTERS = Set.of(MessageHead.TYPE, "message/news");

    private final int textCharacters;
    private final Languages languages = new Languages();
    private final Formats formats = new Formats();

    FileReading(int textCharacters) {
        this.textCharacters = textCharacters;
    }

    /// Loads what most files need.
    void prepare() {
        languages.prepare();
    }

    /// How reading ended.
    record Verdict(ReadingStatus status, String reason) {
        static final Verdict COMPLETE = new Verdict(ReadingStatus.COMPLETE, "");
        static final Verdict LOCKED = new Verdict(ReadingStatus.ENCRYPTED, "password");
        static final Verdict BROKEN = new Verdict(ReadingStatus.UNREADABLE, "damaged");
        static final Verdict SILENT = new Verdict(ReadingStatus.NO_TEXT, "noText");
    }

    /// Reads a file and says everything about it; fails only when the program is no longer there to hear it.
    void read(IncomingBytes bytes, String name, Unlocking unlocking, Answer answer) throws IOException {
        Gathering gathering = new Gathering(answer, languages, textCharacters);
        Children children = new Children(answer, bytes.size(), formats.mimeTypes());
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, FileNames.safe(name));
        String mediaType = Dialogue.UNKNOWN_TYPE;
        Verdict verdict;
        try {
            mediaType = formats.detect(bytes, metadata);
            Optional<IncomingBytes> left = BrokenPackage.mended(mediaType, bytes);
            String kind = left.isPresent() ? formats.detect(left.get(), metadata) : "";
            if (BrokenPackage.reads(kind)) {
                mediaType = kind;
                answer.mediaType(mediaType);
                verdict = readLeft(kind, left.orElseThrow(), metadata, gathering, children, unlocking);
            } else {
                answer.mediaType(mediaType);
                verdict = readAs(mediaType, bytes, metadata, gathering, children, unlocking);
            }
            if (Packed.one(mediaType) && verdict.reason().equals("childrenMissing") && children.found() == 0) {
                new Packed(bytes, children).part(mediaType, FileNames.of(metadata));
                verdict = said(mediaType, gathering, children);
            }
        } catch (IOException | TikaException | SAXException | RuntimeException | StackOverflowError | LinkageError e) {
            verdict = failed(e, mediaType, gathering, children);
            if (LETTERS.contains(mediaType) && verdict.equals(Verdict.BROKEN)) {
                verdict = asWritten(bytes, metadata, gathering, children);
            }
            if (verdict.equals(Verdict.BROKEN) && StrayWords.reads(mediaType, bytes)) {
                verdict = strayWords(bytes, gathering, children);
            }
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

    /// Takes a document out of its lock and hands it over as its only child.
    void unlock(IncomingBytes bytes, String name, Unlocking unlocking, Answer answer) throws IOException {
        Gathering gathering = new Gathering(answer, languages, textCharacters);
        Children children = new Children(answer, bytes.size(), formats.mimeTypes());
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, FileNames.safe(name));
        String mediaType = Dialogue.UNKNOWN_TYPE;
        Verdict verdict;
        try {
            mediaType = formats.detect(bytes, metadata);
            verdict = Verdict.COMPLETE;
            OfficeLocks.Opening opening = OfficeLocks.open(mediaType, bytes, unlocking);
            if (opening.document().isPresent() && !opening.whole()) {
                opening.document().get().close();
                verdict = Verdict.BROKEN;
            } else if (opening.document().isPresent()) {
                try (IncomingBytes document = opening.document().get();
                        InputStream plain = document.open()) {
                    mediaType = formats.detect(document, new Metadata());
                    children.take("document", new WholeMember(() -> plain, document.size(), WholeMember.UNKNOWN));
                }
            } else if (opening.locked()) {
                verdict = Verdict.LOCKED;
            }
        } catch (IOException | SAXException | RuntimeException | StackOverflowError | LinkageError e) {
            verdict = failed(e, mediaType, gathering, children);
        }
        answer.reading(
                verdict.status(),
                verdict.reason(),
                mediaType,
                0,
                "",
                children.expected(),
                children.found(),
                About.of(new Metadata()));
    }

    private Verdict readAs(
            String mediaType,
            IncomingBytes bytes,
            Metadata metadata,
            Gathering gathering,
            Children children,
            Unlocking unlocking)
            throws IOException, TikaException, SAXException {
        boolean inParts = bytes.reachable()
                && (Stores.reads(mediaType) || Archives.readsInParts(mediaType) || Packed.reads(mediaType));
        if (!bytes.whole() && !inParts) {
            return readHead(mediaType, bytes, metadata, gathering);
        }
        if (mediaType.equals("application/pdf")) {
            return new PdfReading(gathering, children, metadata, unlocking).read(bytes);
        }
        if (mediaType.equals(Emlx.TYPE)) {
            try (IncomingBytes letter = Emlx.letter(bytes)) {
                return readAs(MessageHead.TYPE, letter, metadata, gathering, children, unlocking);
            }
        }
        if (CameraTiff.raw(mediaType) && !formats.readable(mediaType)) {
            return readAs(Formats.TIFF, bytes, metadata, gathering, children, unlocking);
        }
        if (Chats.maybe(mediaType) && Chats.read(bytes, metadata, gathering)) {
            return said(mediaType, gathering, children);
        }
        if (CardReading.reads(mediaType, bytes)) {
            new CardReading(children, gathering).read(bytes);
            return said(mediaType, gathering, children);
        }
        if (formats.plain(mediaType)) {
            Optional<InputStream> rest = TextReading.table(mediaType)
                    ? Optional.empty()
                    : UuReading.ofText(bytes, children).read();
            if (rest.isPresent()) {
                TextReading.rest(rest.get(), metadata, gathering);
            } else {
                TextReading.read(mediaType, bytes, metadata, gathering);
            }
            return said(mediaType, gathering, children);
        }
        if (mediaType.equals(SvgReading.TYPE)) {
            SvgReading.read(bytes, gathering);
            return said(mediaType, gathering, children);
        }
        if (DataReading.reads(mediaType)) {
            DataReading.read(mediaType, bytes, gathering, children);
            return said(mediaType, gathering, children);
        }
        if (mediaType.startsWith("audio/")) {
            Sound.duration(bytes, metadata);
        }
        if (mediaType.equals(Formats.DICOM)) {
            Dicom.about(bytes, metadata);
        }
        if (mediaType.equals(MessageHead.TYPE)) {
            MessageHead.about(bytes, metadata);
        }
        if (Stores.reads(mediaType)) {
            children.ofStore();
            new Stores(bytes, children, formats.mimeTypes()).read(mediaType);
            return said(mediaType, gathering, children);
        }
        if (Packed.reads(mediaType)) {
            new Packed(bytes, children).read(mediaType, FileNames.of(metadata));
            return said(mediaType, gathering, children);
        }
        if (Archives.reads(mediaType)) {
            children.ofStore();
            new Archives(bytes, children, unlocking).read(mediaType);
            return said(mediaType, gathering, children);
        }
        if (!formats.readable(mediaType) || Formats.wordless(mediaType)) {
            return unread(mediaType);
        }
        LockedFormats parsing = new LockedFormats(formats, unlocking);
        Optional<InputStream> words = LETTERS.contains(mediaType)
                ? UuReading.ofLetter(bytes, children).read()
                : Optional.empty();
        if (words.isPresent()) {
            try (IncomingBytes letter = IncomingBytes.unlocked(words.get(), bytes.size())) {
                parsing.parse(mediaType, letter, metadata, gathering, children);
            }
        } else {
            parsing.parse(mediaType, bytes, metadata, gathering, children);
        }
        gathering.end();
        if (LETTERS.contains(mediaType) && LetterEnd.missing(bytes)) {
            return partOf(gathering, children, "damaged");
        }
        return said(mediaType, gathering, children);
    }

    /// What is left of a document that is broken, with the pictures that nothing draws any more.
    private Verdict readLeft(
            String mediaType,
            IncomingBytes left,
            Metadata metadata,
            Gathering gathering,
            Children children,
            Unlocking unlocking)
            throws IOException, TikaException, SAXException {
        Verdict verdict;
        try (left) {
            new LockedFormats(formats.ofLeft(), unlocking).parse(mediaType, left, metadata, gathering, children);
            gathering.end();
            BrokenPackage.pictures(left, children);
            verdict = said(mediaType, gathering, children);
        } catch (IOException | TikaException | SAXException | RuntimeException e) {
            verdict = failed(e, mediaType, gathering, children);
        }
        return switch (verdict.status()) {
            case COMPLETE, EMPTY, NO_TEXT -> partOf(gathering, children, "damaged");
            default -> verdict;
        };
    }

    private static Verdict unread(String mediaType) {
        if (Formats.silent(mediaType)) {
            return Verdict.SILENT;
        }
        boolean known = !mediaType.equals(Dialogue.UNKNOWN_TYPE);
        return new Verdict(ReadingStatus.UNREADABLE, known ? "unsupported" : "unknownFormat");
    }

    private Verdict readHead(String mediaType, IncomingBytes bytes, Metadata metadata, Gathering gathering)
            throws IOException, SAXException {
        if (formats.plain(mediaType)) {
            TextReading.read(mediaType, bytes, metadata, gathering);
            return new Verdict(ReadingStatus.PARTIAL, "tooLarge");
        }
        return Formats.silent(mediaType) ? Verdict.SILENT : new Verdict(ReadingStatus.UNREADABLE, "tooLarge");
    }

    private static Verdict said(String mediaType, Gathering gathering, Children children) {
        if (children.found() < children.expected()) {
            return missing(gathering, children);
        }
        if (Formats.silent(mediaType)) {
            return Verdict.SILENT;
        }
        if (gathering.passages() > 0 || children.found() > 0) {
            return Verdict.COMPLETE;
        }
        return children.pictures() > 0 ? Verdict.SILENT : new Verdict(ReadingStatus.EMPTY, "noWords");
    }

    /// Parsers wrap what stops them; the first cause that says why is believed.
    private static Verdict failed(Throwable failure, String mediaType, Gathering gathering, Children children) {
        Throwable looked = failure;
        for (int i = 0; looked != null && i < CAUSES; i++) {
            if (looked instanceof StopReading stop) {
                return partOf(gathering, children, stop.reason());
            }
            if (LockedFormats.lockedBy(looked)) {
                return locked(gathering, children);
            }
            if (looked instanceof WriteLimitReachedException) {
                return partOf(gathering, children, "textLimit");
            }
            if (looked instanceof ZeroByteFileException) {
                return new Verdict(ReadingStatus.EMPTY, "noWords");
            }
            if (WholeMember.reason(looked).equals("unsupported")) {
                return partOf(gathering, children, "unsupported");
            }
            if (looked instanceof FileSystemException && !spoolThere()) {
                return Formats.silent(mediaType) ? Verdict.SILENT : partOf(gathering, children, "needsFile");
            }
            looked = looked.getCause();
        }
        return partOf(gathering, children, failure instanceof StackOverflowError ? "tooDeep" : "damaged");
    }

    /// A letter that no reader of letters takes is still lines that people can read.
    private static Verdict asWritten(IncomingBytes bytes, Metadata metadata, Gathering gathering, Children children)
            throws IOException {
        try {
            TextReading.read(MediaType.TEXT_PLAIN.toString(), bytes, metadata, gathering);
        } catch (StopReading stop) {
            return partOf(gathering, children, stop.reason());
        }
        return partOf(gathering, children, "damaged");
    }

    /// Of an older document whose parts nobody finds any more, the words that lie about in it.
    private static Verdict strayWords(IncomingBytes bytes, Gathering gathering, Children children) throws IOException {
        try {
            StrayWords.read(bytes, gathering);
        } catch (StopReading stop) {
            return partOf(gathering, children, stop.reason());
        }
        return partOf(gathering, children, "damaged");
    }

    private static boolean spoolThere() {
        return Files.isDirectory(Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static Verdict missing(Gathering gathering, Children children) {
        String reason = children.missing();
        return reason.equals("password") ? locked(gathering, children) : partOf(gathering, children, reason);
    }

    /// An archive may lock some of its members only.
    private static Verdict locked(Gathering gathering, Children children) {
        return children.found() > 0 ? partOf(gathering, children, "password") : Verdict.LOCKED;
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
