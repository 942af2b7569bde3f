package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// Hears what Tika writes of an archive besides its members: a paragraph with the path of each that it cannot open,
/// because it is locked or packed in an unknown way. The paths are counted and not kept.
final class Members extends DefaultHandler {

    private final Children children;
    private boolean named;

    Members(Children children) {
        this.children = children;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        named = false;
    }

    @Override
    public void characters(char[] letters, int start, int length) {
        named = named || !new String(letters, start, length).isBlank();
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (name.equals("p") && named) {
            children.miss();
        }
        named = false;
    }

    /// Whether a zip says of its first member that it is locked.
    static boolean locked(IncomingBytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            byte[] head = in.readNBytes(8);
            return head.length == 8 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && (head[6] & 1) == 1;
        }
    }
}
