package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.utils.XMLReaderUtils;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// The words of a drawing: what is written in it, not how it looks or what it would do.
final class SvgReading extends DefaultHandler {

    static final String TYPE = "image/svg+xml";

    private static final Set<String> UNSPOKEN = Set.of("script", "style");
    private static final Set<String> LINES = Set.of("text", "title", "desc", "p", "div", "flowPara");

    private final Gathering gathering;
    private int unspoken;

    private SvgReading(Gathering gathering) {
        this.gathering = gathering;
    }

    static void read(IncomingBytes bytes, Gathering gathering) throws IOException, SAXException, TikaException {
        try (InputStream in = bytes.open()) {
            XMLReaderUtils.parseSAX(in, new SvgReading(gathering), new ParseContext());
        }
        gathering.end();
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        unspoken += UNSPOKEN.contains(name) ? 1 : 0;
        gathering.gap(' ');
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        unspoken -= UNSPOKEN.contains(name) ? 1 : 0;
        if (LINES.contains(name) && gathering.length() > 0) {
            try {
                gathering.endLine();
            } catch (IOException e) {
                throw new SAXException(e);
            }
        }
    }

    @Override
    public void characters(char[] letters, int start, int length) throws SAXException {
        if (unspoken == 0) {
            try {
                gathering.append(letters, start, length);
            } catch (IOException e) {
                throw new SAXException(e);
            }
        }
    }
}
