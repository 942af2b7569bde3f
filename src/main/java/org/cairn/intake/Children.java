package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.cairn.domain.PlaceInside;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Hands what is inside a file to the program, up to limits that no honest file reaches.
final class Children implements EmbeddedDocumentExtractor {

    private static final int MOST = 10_000;
    /// A mailbox of many years, or the capture of a whole site.
    private static final int MOST_OF_A_STORE = 50_000;
    private static final int MOST_OF_THE_LARGEST = 1_000_000;
    private static final long SMALLEST = 8 * 1024;
    private static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;
    /// A file that unpacks to more than this many times its size, and to more than [#SUSPICIOUS], is a bomb.
    private static final long RATIO = 100;
    private static final long SUSPICIOUS = 256L * 1024 * 1024;

    /// Parts of an office document that are not documents themselves.
    private static final Set<String> PARTS = Set.of("MACRO", "METADATA", "FONT", "THUMBNAIL", "RENDERING");

    private static final List<String> REASONS =
            List.of("childrenMissing", "moreFollows", "tooMuchInside", "unsupported", "rar5", "password");

    private final Answer answer;
    private final long parentSize;
    private final MimeTypes types;
    private Bodies bodies = Bodies.NONE;
    private boolean picturesStay = true;
    private int most = MOST;
    private int expected;
    private int found;
    private int pictures;
    private long bytes;
    private String missing = "childrenMissing";

    Children(Answer answer, long parentSize, MimeTypes types) {
        this.answer = answer;
        this.parentSize = parentSize;
        this.types = types;
    }

    /// A message's own words, which Tika hands over as if they were attachments.
    @FunctionalInterface
    interface Bodies {
        Bodies NONE = (stream, handler, metadata) -> false;

        /// Whether this was such a body, and was read.
        boolean read(InputStream stream, ContentHandler handler, Metadata metadata) throws IOException, SAXException;
    }

    /// The file is a message: its bodies are its text, and its pictures are attachments like any other.
    void ofMessage(Bodies own) {
        bodies = own;
        picturesStay = false;
    }

    /// The file is a store of many messages or pages.
    void ofStore() {
        most = Math.toIntExact(Math.clamp(parentSize / SMALLEST, MOST_OF_A_STORE, MOST_OF_THE_LARGEST));
    }

    /// A program was started to take them out: whoever ends this process ends that one too.
    void started(Process process) throws IOException {
        answer.started(process.pid());
    }

    /// How many are taken out at most.
    int most() {
        return most;
    }

    int expected() {
        return expected;
    }

    int found() {
        return found;
    }

    /// How many pictures stay where they are drawn.
    int pictures() {
        return pictures;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        String role = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        if (picturesStay && "INLINE".equals(role)) {
            pictures++;
            return false;
        }
        return role == null || !PARTS.contains(role);
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html)
            throws SAXException, IOException {
        if (shouldParseEmbedded(metadata) && !bodies.read(stream, handler, metadata)) {
            take(
                    name(metadata),
                    new WholeMember(() -> InnerOffice.written(stream), WholeMember.UNKNOWN, WholeMember.UNKNOWN));
        }
    }

    /// Hands one over, in the order in which it was found.
    ///
    /// @return whether all of it came
    boolean take(String name, InputStream stream) throws SAXException, IOException {
        return take(name, FileNames.place(name), stream);
    }

    /// The same, from a place that the name does not tell.
    boolean take(String name, Optional<PlaceInside> place, InputStream stream) throws SAXException, IOException {
        expected++;
        if (expected > most) {
            throw new StopReading("tooManyChildren");
        }
        Frames.Sent sent = answer.child(FileNames.safe(name), place, stream, allowed());
        bytes += sent.written();
        found += sent.whole() ? 1 : 0;
        if (sent.tooMuch()) {
            throw new StopReading("tooMuchInside");
        }
        if (!sent.whole() && stream instanceof WholeMember member) {
            explain(member.reason());
        }
        return sent.whole();
    }

    /// Something is inside that cannot be taken out.
    ///
    /// @param reason why, a code
    void miss(String reason) {
        expected++;
        explain(reason);
    }

    /// Why what is missing could not be taken out: the reason that people can do most about.
    String missing() {
        return missing;
    }

    /// Why something that was not taken whole is missing.
    void explain(String reason) {
        if (REASONS.indexOf(reason) > REASONS.indexOf(missing)) {
            missing = reason;
        }
    }

    /// Whether so many bytes may still come out.
    boolean fit(long more) {
        return more <= allowed();
    }

    private long allowed() {
        long byRatio = Math.max(SUSPICIOUS, parentSize * RATIO);
        return Math.max(0, Math.min(Math.max(MOST_BYTES, parentSize * 2), byRatio) - bytes);
    }

    private String name(Metadata metadata) {
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        return name == null || name.isBlank() ? "unnamed" + extension(metadata.get(HttpHeaders.CONTENT_TYPE)) : name;
    }

    private String extension(@org.jspecify.annotations.Nullable String type) {
        try {
            return type == null ? "" : types.forName(type.replaceAll(";.*", "")).getExtension();
        } catch (MimeTypeException e) {
            return "";
        }
    }
}
