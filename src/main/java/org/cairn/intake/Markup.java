package org.cairn.intake;

import java.io.IOException;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Turns the XHTML that Tika makes of any format into lines, parts and pages.
final class Markup extends DefaultHandler {

    private static final Set<String> LINES = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "div", "br", "title", "dt", "dd", "blockquote", "pre",
            "caption");
    private static final Set<String> PAGES = Set.of("page", "slide-content", "slide");
    private static final Set<String> UNSPOKEN = Set.of("script", "style", "head");

    private final Gathering gathering;
    private int unspoken;

    Markup(Gathering gathering) {
        this.gathering = gathering;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        if (UNSPOKEN.contains(name)) {
            unspoken++;
        }
        String style = attributes.getValue("class");
        if (name.equals("div") && style != null && PAGES.contains(style)) {
            told(gathering::beginPage);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        if (UNSPOKEN.contains(name)) {
            unspoken--;
        }
        if (name.equals("td") || name.equals("th")) {
            told(() -> gathering.append("\t"));
        }
        if (LINES.contains(name)) {
            told(gathering::endLine);
        }
    }

    @Override
    public void characters(char[] letters, int start, int length) throws SAXException {
        if (unspoken == 0) {
            told(() -> gathering.append(letters, start, length));
        }
    }

    @Override
    public void ignorableWhitespace(char[] letters, int start, int length) throws SAXException {
        characters(letters, start, length);
    }

    /// Telling the program can fail, or reach a limit.
    @FunctionalInterface
    private interface Telling {
        void tell() throws IOException, SAXException;
    }

    private static void told(Telling telling) throws SAXException {
        try {
            telling.tell();
        } catch (IOException e) {
            throw new SAXException(e);
        }
    }
}
