package org.cairn.intake;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.cairn.domain.reading.Extent;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Turns the XHTML that Tika makes of any format into lines, parts and pages.
final class Markup extends DefaultHandler {

    private static final int ROWS = 50;
    private static final int LONGEST_ROUNDED = 24;

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
            "caption",
            "section",
            "article",
            "header",
            "footer",
            "nav",
            "main",
            "aside",
            "figure",
            "figcaption",
            "address",
            "ul",
            "ol",
            "dl",
            // lists of properties
            "key",
            "string",
            "integer",
            "real",
            "date");
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
    private boolean marked;
    private int unspoken;
    private int cells;
    private final Covering covering = new Covering(Extent.Counted.ROWS);
    private int rows;
    private boolean rowSaid;
    private List<int[]> numbers = List.of();
    private LongNumbers whole = LongNumbers.NONE;
    private OpenSheets open = OpenSheets.NONE;
    private Begins begins = Begins.DIVISION;
    private boolean emptyRowsCome;
    private int sheet = -1;
    private int row;
    private int tables;

    /// What the document is made of.
    enum Shape {
        /// Paragraphs, or pages where it has them.
        TEXT,
        /// Paragraphs, and a title that readers see.
        WEB_PAGE,
        /// Rows, in sheets that have names.
        SHEETS
    }

    /// Where a sheet begins in what Tika makes of its format.
    enum Begins {
        /// At a division that says so.
        DIVISION,
        /// At the heading with its name.
        HEADING,
        /// At its table; its name is known otherwise.
        TABLE
    }

    /// @param atBody what is to be said before the document's own words, once everything about it is known
    Markup(Gathering gathering, Shape shape, Telling atBody) {
        this.gathering = gathering;
        this.shape = shape;
        this.atBody = atBody;
    }

    /// The rows can be cited by their numbers.
    ///
    /// @param numbers of the rows that come, sheet after sheet
    void numbered(List<int[]> numbers) {
        this.numbers = numbers;
        gathering.covering(covering);
    }

    /// Numbers that are shown rounded come with all of their digits.
    void whole(LongNumbers numbers) {
        whole = numbers;
    }

    /// The same where a sheet begins at its heading.
    ///
    /// @param numbers none where they are not known
    void headed(List<int[]> numbers) {
        begins = Begins.HEADING;
        if (!numbers.isEmpty()) {
            numbered(numbers);
        }
    }

    /// Every row comes from the first to the last with words, also empty ones.
    void everyRow() {
        emptyRowsCome = true;
        numbered(List.of());
    }

    /// The sheets can be named and their rows cited, though nothing but tables comes.
    ///
    /// @param sheets those that come, in their order
    void tables(OpenSheets sheets) {
        begins = Begins.TABLE;
        open = sheets;
        gathering.covering(covering);
    }

    /// Where a page begins stands among the words: see [PageBreaks].
    void pagesMarked() {
        marked = true;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        if (name.equals("body")) {
            told(atBody);
            if (marked) {
                told(gathering::beginPage);
            }
        }
        if (UNSPOKEN.contains(name)) {
            unspoken++;
        }
        if (shape != Shape.SHEETS && LINES.contains(name) && !name.equals("br") && !inTitle) {
            gathering.gap('\n');
        }
        cells += CELLS.contains(name) ? 1 : 0;
        String style = attributes.getValue("class");
        if (name.equals("div") && style != null) {
            begin(style);
        }
        String instead = name.equals("img") && shape == Shape.WEB_PAGE ? attributes.getValue("alt") : null;
        if (instead != null && !instead.isBlank() && unspoken == 0) {
            told(() -> {
                gathering.gap(' ');
                gathering.append(instead + " ");
            });
        }
        inTitle = name.equals("title") && shape == Shape.WEB_PAGE;
        if (name.equals("h1") && begins == Begins.HEADING) {
            beginSheet();
        }
        inHeading = inHeading || name.equals("h1") && shape == Shape.SHEETS && begins != Begins.TABLE;
        if (name.equals("table") && begins == Begins.TABLE && tables++ == 0) {
            beginTable();
        }
        if (name.equals("tr") && shape == Shape.SHEETS) {
            beginRow();
        }
    }

    private void begin(String style) throws SAXException {
        if (shape == Shape.SHEETS && begins == Begins.DIVISION && SHEETS.contains(style)) {
            beginSheet();
        } else if (shape != Shape.SHEETS && PAGES.contains(style)) {
            told(gathering::beginPage);
        }
    }

    private void beginSheet() throws SAXException {
        told(gathering::endPart);
        heading.setLength(0);
        rows = 0;
        covering.within("");
        sheet++;
        row = 0;
    }

    private void beginTable() throws SAXException {
        beginSheet();
        String name = open.name(sheet);
        if (!name.isEmpty()) {
            heading.append(name);
            covering.within(name);
            told(() -> gathering.append(name));
            told(gathering::endLine);
        }
    }

    /// What comes after a table is of no sheet. Where other rows came than are known of it, nothing more is numbered.
    private void endTable() throws SAXException {
        open = row == open.rows(sheet) ? open : OpenSheets.NONE;
        beginSheet();
        sheet--;
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
        if (name.equals("table") && begins == Begins.TABLE && --tables == 0) {
            endTable();
        }
        if (name.equals("h1") && begins != Begins.TABLE) {
            covering.within(inHeading ? heading.toString() : "");
            inHeading = false;
        }
        boolean emptyRow = name.equals("tr") && shape == Shape.SHEETS && !rowSaid;
        if (LINES.contains(name) && !emptyRow) {
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

    private void beginRow() {
        rowSaid = false;
        row++;
        if (begins == Begins.TABLE || emptyRowsCome) {
            return; // empty ones come a million at a time: a row counts once there is a word in it
        }
        int[] here = sheet < 0 || sheet >= numbers.size() ? new int[0] : numbers.get(sheet);
        if (row <= here.length) {
            covering.begin(here[row - 1]);
        } else {
            covering.begin();
        }
    }

    /// Every part of a sheet says which sheet it is of, before its first word.
    private void beginPart() throws SAXException {
        if (cells > 0 && begins == Begins.TABLE) {
            open.number(sheet, row, covering);
        } else if (cells > 0 && emptyRowsCome) {
            covering.begin(row);
        }
        String name = heading.toString().strip();
        if (covering.current() > 1 && gathering.length() == 0 && !name.isEmpty()) {
            told(() -> gathering.append(name + "\n"));
        }
        rowSaid = true;
    }

    private void endRow() throws SAXException {
        rows += emptyRowsCome && !rowSaid && row > 1 ? 0 : 1;
        if (rows == ROWS) {
            rows = 0;
            told(gathering::endPart);
        }
    }

    @Override
    public void characters(char[] letters, int start, int length) throws SAXException {
        if (inHeading) {
            heading.append(letters, start, length);
        }
        if (shape == Shape.SHEETS && !inHeading && !rowSaid && !blank(letters, start, length)) {
            beginPart();
        }
        if (cells > 0 && unspoken == 0 && shape == Shape.SHEETS && length <= LONGEST_ROUNDED) {
            char[] cell = whole.whole(new String(letters, start, length)).toCharArray();
            say(cell, 0, cell.length);
        } else if (unspoken == 0 || inTitle) {
            say(letters, start, length);
        }
    }

    private void say(char[] letters, int start, int length) throws SAXException {
        int from = start;
        for (int at = start; marked && at < start + length; at++) {
            if (letters[at] == PageBreaks.MARK) {
                int begin = from;
                int end = at;
                told(() -> {
                    gathering.append(letters, begin, end - begin);
                    gathering.beginPage();
                });
                from = at + 1;
            }
        }
        int rest = from;
        told(() -> gathering.append(letters, rest, start + length - rest));
    }

    private static boolean blank(char[] letters, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (!Character.isWhitespace(letters[i])) {
                return false;
            }
        }
        return true;
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
