package org.cairn.intake;

import java.io.IOException;
import java.util.Set;
import org.apache.tika.mime.MimeTypes;
import org.xml.sax.SAXException;

/// Files that hold many messages or many pages of the web: each comes out as a file of its own, with where it lay.
final class Stores {

    private static final String MBOX = "application/mbox";
    private static final String OUTLOOK = "application/vnd.ms-outlook-pst";
    private static final Set<String> CAPTURES = Set.of("application/warc", "application/warc+gz");

    private final IncomingBytes bytes;
    private final Children children;
    private final MimeTypes types;

    Stores(IncomingBytes bytes, Children children, MimeTypes types) {
        this.bytes = bytes;
        this.children = children;
        this.types = types;
    }

    static boolean reads(String mediaType) {
        return mediaType.equals(MBOX) || mediaType.equals(OUTLOOK) || CAPTURES.contains(mediaType);
    }

    void read(String mediaType) throws IOException, SAXException {
        switch (mediaType) {
            case MBOX -> new MailboxReading(bytes, children).read();
            case OUTLOOK -> new PstReading(bytes, children).read();
            default -> new WarcReading(bytes, children, types).read();
        }
    }
}
