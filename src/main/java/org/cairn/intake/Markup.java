package org.cairn.intake;

import java.io.IOException;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Turns the XHTML that Tika makes of any format into lines, parts and pages.
final class Markup extends DefaultHandler {

    private static final int ROWS = 50;

    private static final Set<String> LINES = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "tr",
            "div",
            "br",
            "title",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "caption");
    private static final Set<String> PAGES = Set.of("page", "slide-content");
    private static final Set<String> SHEETS = Set.of("page", "sheet");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> UNSPOKEN = Set.of("script", "style", "head");

    private final Gathering gathering;
    private final Shape shape;
    private final Telling atBody;
    private final StringBuilder heading = new StringBuilder();
    private boolean inHeading;
    private boolean inTitle;
    private int unspoken;
    private int cells;
    private int rows;

    /// What the document is made of.
    enum Shape {
        /// Paragraphs, or pages where it has them.
        TEXT,
        /// Paragraphs, and a title that readers see.
        WEB_PAGE,
        /// Rows, in sheets that have names.
        SHEETS
    }

    /// @param atBody what is to be said before the document's own words, once everything about it is known
    Markup(Gathering gathering, Shape shape, Telling atBody) {
        this.gathering = gathering;
        this.shape = shape;
        this.atBody = atBody;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        if (name.equals("body")) {
            told(atBody);
        }
        if (UNSPOKEN.contains(name)) {
            unspoken++;
        }
        cells += CELLS.contains(name) ? 1 : 0;
        String style = attributes.getValue("class");
        if (name.equals("div") && style != null) {
            begin(style);
        }
        inTitle = name.equals("title") && shape == Shape.WEB_PAGE;
        inHeading = inHeading || name.equals("h1") && shape == Shape.SHEETS;
    }

    private void begin(String style) throws SAXException {
        if (shape == Shape.SHEETS && SHEETS.contains(style)) {
            heading.setLength(0);
            rows = 0;
            told(gathering::endPart);
        } else if (shape != Shape.SHEETS && PAGES.contains(style)) {
            told(gathering::beginPage);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        if (inTitle) {
            inTitle = false;
            told(gathering::endLine);
        }
        if (UNSPOKEN.contains(name)) {
            unspoken--;
        }
        cells -= CELLS.contains(name) ? 1 : 0;
        if (unspoken > 0) {
            return;
        }
        if (CELLS.contains(name)) {
            gathering.gap('\t');
        }
        if (name.equals("h1")) {
            inHeading = false;
        }
        if (LINES.contains(name)) {
            told(withinCell(name) ? () -> gathering.gap(' ') : gathering::endLine);
        }
        if (name.equals("tr") && shape == Shape.SHEETS) {
            endRow();
        }
    }

    /// Paragraphs of one cell stay in its row; old web pages lay out whole texts in cells.
    private boolean withinCell(String name) {
        return cells > 0 && shape != Shape.WEB_PAGE && !name.equals("tr");
    }

    /// Every part of a sheet says which sheet it is of.
    private void endRow() throws SAXException {
        rows++;
        if (rows == ROWS) {
            rows = 0;
            told(gathering::endPart);
            String sheet = heading.toString().strip();
            if (!sheet.isEmpty()) {
                told(() -> gathering.append(sheet + "\n"));
            }
        }
    }

    @Override
    public void characters(char[] letters, int start, int length) throws SAXException {
        if (inHeading) {
            heading.append(letters, start, length);
        }
        if (unspoken == 0 || inTitle) {
            told(() -> gathering.append(letters, start, length));
        }
    }

    @Override
    public void ignorableWhitespace(char[] letters, int start, int length) {
        if (unspoken == 0) {
            gathering.gap(' ');
        }
    }

    /// Telling the program can fail, or reach a limit.
    @FunctionalInterface
    interface Telling {
        Telling NOTHING = () -> {};

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
