package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Hands what is inside a file to the program, up to limits that no honest file reaches.
final class Children implements EmbeddedDocumentExtractor {

    private static final int MOST = 10_000;
    private static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;
    /// A file that unpacks to more than this many times its size, and to more than [#SUSPICIOUS], is a bomb.
    private static final long RATIO = 250;
    private static final long SUSPICIOUS = 256L * 1024 * 1024;

    /// Parts of an office document that are not documents themselves.
    private static final Set<String> PARTS = Set.of("INLINE", "MACRO", "METADATA", "FONT", "THUMBNAIL", "RENDERING");

    private final Answer answer;
    private final long parentSize;
    private int expected;
    private int found;
    private long bytes;

    Children(Answer answer, long parentSize) {
        this.answer = answer;
        this.parentSize = parentSize;
    }

    int expected() {
        return expected;
    }

    int found() {
        return found;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        String role = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        return role == null || !PARTS.contains(role);
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html)
            throws SAXException, IOException {
        take(name(metadata), stream);
    }

    void take(String name, InputStream stream) throws SAXException, IOException {
        expected++;
        if (expected > MOST) {
            throw new StopReading("tooManyChildren");
        }
        long allowed = allowed();
        bytes += answer.child(safe(name), stream, allowed);
        found++;
        if (bytes >= allowed || allowed() <= 0) {
            throw new StopReading("tooMuchInside");
        }
    }

    private long allowed() {
        long byRatio = Math.max(SUSPICIOUS, parentSize * RATIO);
        return Math.min(MOST_BYTES, byRatio) - bytes;
    }

    private static String name(Metadata metadata) {
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        return name == null ? "" : name;
    }

    /// The last part of a name, without anything that a path could be made of.
    static String safe(String name) {
        String unified = name.replace('\\', '/');
        String last = unified.substring(unified.lastIndexOf('/') + 1);
        String plain = last.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_").strip();
        if (plain.isEmpty() || plain.equals(".") || plain.equals("..")) {
            return "unnamed";
        }
        return plain.length() > 200 ? plain.substring(plain.length() - 200) : plain;
    }
}
