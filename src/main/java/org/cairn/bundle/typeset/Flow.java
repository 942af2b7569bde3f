package org.cairn.bundle.typeset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.cairn.domain.Area;
import org.cairn.domain.LanguageTag;
import org.jspecify.annotations.Nullable;

/// Text running from page to page: paragraphs, headings, tables; no heading alone at a foot, no line alone anywhere.
public final class Flow {

    private static final float HANG = 30;
    /// The rank of a heading that looks like no heading of its own.
    private static final int LEAST = 3;

    private final Fonts fonts;
    private final Margins margins;
    private final Direction direction;
    private final List<PDPage> pages = new ArrayList<>();
    private final List<Typeset.Link> links = new ArrayList<>();
    private final Map<String, PDPage> anchors = new HashMap<>();
    private final Map<String, List<Typeset.Stretch>> stretches = new HashMap<>();
    private Sheet sheet;
    private float y;
    private float tail;
    private boolean untouched = true;
    private final Part part = new Part("Sect");
    private @Nullable String language;
    private @Nullable Element list;
    private @Nullable Element item;

    /// @param fonts of the document that the pages are for
    /// @param margins the white around the text
    /// @param direction which way the whole runs; a paragraph in other letters runs its own way
    public Flow(Fonts fonts, Margins margins, Direction direction) {
        this.fonts = fonts;
        this.margins = margins;
        this.direction = direction;
        this.sheet = sheet(1);
        this.y = margins.height() - margins.top();
    }

    private Sheet sheet(int number) {
        return new Sheet(fonts.document(), margins, part, fonts.leaves(number));
    }

    /// The width of a line.
    public float width() {
        return margins.textWidth();
    }

    /// A paragraph of the whole, standing at the side where the whole starts.
    public Flow paragraph(String text, Style style) {
        return note(text, style, direction, 0, Optional.empty());
    }

    /// A paragraph of somebody's words, running and standing the way its first letter does.
    public Flow quoted(String text, Style style) {
        return paragraph(text, style, direction.orOf(text), 0, Optional.empty());
    }

    /// A paragraph.
    ///
    /// @param way which way it runs
    /// @param indent the white before its lines, at the side where reading starts
    /// @param link the key it leads to
    public Flow paragraph(String text, Style style, Direction way, float indent, Optional<String> link) {
        return linked(compose(text, style, way, width() - indent), style, way, indent, link, text);
    }

    /// A paragraph that runs its own way but stands at the side where another way starts, as a note in the bundle's
    /// language under the words of a witness.
    public Flow note(String text, Style style, Direction side, float indent, Optional<String> link) {
        return linked(compose(text, style, direction.orOf(text), width() - indent), style, side, indent, link, text);
    }

    /// A heading: never the last thing on a page.
    public Flow heading(String text, Style style) {
        Direction way = direction.orOf(text);
        List<Line> lines = compose(text, style, way, width());
        room(style.before() + lines.size() * style.leading() + style.after() + 54);
        endList();
        return lines(lines, style, direction, 0, part.heading(style.heading() > 0 ? style.heading() : LEAST, language));
    }

    /// What follows is in this language, until another is said; nothing stands for the document's own.
    public Flow speaking(Optional<LanguageTag> tag) {
        language = tag.flatMap(one -> Tongue.tag(one.tag())).orElse(null);
        return this;
    }

    private Flow linked(
            List<Line> lines, Style style, Direction side, float indent, Optional<String> link, String text) {
        Element paragraph = paragraph(style, indent);
        if (link.isEmpty()) {
            return lines(lines, style, side, indent, paragraph);
        }
        Element words = paragraph.add("Link");
        return lines(lines, style, side, indent, words, new Leading(link.get(), Printable.line(text)));
    }

    /// What stands indented under a numbered paragraph belongs to it.
    private Element paragraph(Style style, float indent) {
        if (style.heading() > 0) {
            endList();
            return part.heading(style.heading(), language);
        }
        Element under = indent > 0 ? item : null;
        if (under != null) {
            return under.add("P", language);
        }
        endList();
        return part.element().add("P", language);
    }

    private void endList() {
        list = null;
        item = null;
    }

    private Element listItem() {
        Element whole = list;
        if (whole == null) {
            whole = list();
            list = whole;
        }
        return whole.add("LI");
    }

    Element list() {
        Element whole = part.element().add("L");
        whole.attribute("List", "ListNumbering", COSName.getPDFName("Decimal"));
        return whole;
    }

    /// A numbered paragraph at a place that links can lead to.
    public Flow numbered(String number, String text, Style style, Direction way, String key) {
        List<Line> lines = compose(text, style, way, width() - HANG);
        makeRoomForFirst(lines.size(), style);
        anchor(key);
        int first = pages.size();
        float top = y;
        numbered(number, text, style, way);
        stretches.put(key, stretches(first, top));
        return this;
    }

    /// From a height of a page to where the flow is now.
    private List<Typeset.Stretch> stretches(int first, float top) {
        List<Typeset.Stretch> found = new ArrayList<>();
        float height = margins.paper().height();
        float width = margins.paper().width();
        for (int page = first; page <= pages.size(); page++) {
            float from = page == first ? top : height - margins.top();
            float to = Math.max(page == pages.size() ? y : margins.bottom(), 0);
            if (from > to) {
                Area area =
                        Area.within(margins.left() / width, 1 - from / height, rightEdge() / width, 1 - to / height);
                found.add(new Typeset.Stretch(page + 1, area));
            }
        }
        return List.copyOf(found);
    }

    /// A paragraph with its number hanging before it.
    public Flow numbered(String number, String text, Style style, Direction way) {
        List<Line> lines = compose(text, style, way, width() - HANG);
        makeRoomForFirst(lines.size(), style);
        float baseline = y - (untouched ? 0 : style.before()) - style.leading();
        Line mark = Line.of(fonts, number, style.in(Style.Ink.QUIET), Direction.LEFT_TO_RIGHT);
        Element one = listItem();
        float x = way.rightToLeft() ? rightEdge() - mark.width() : margins.left();
        sheet.line(mark, x, baseline, one.add("Lbl"));
        Element body = one.add("LBody");
        item = body;
        return lines(lines, style, way, HANG, body.add("P", language));
    }

    /// The indent of what belongs to a numbered paragraph.
    public static float hang() {
        return HANG;
    }

    List<Line> compose(String text, Style style, Direction way, float width) {
        return Composition.lines(fonts, Printable.text(text), style, way, width);
    }

    /// Keeps so much room with the last lines of the next paragraph, for notes that belong to it.
    public Flow keepingRoomFor(float points) {
        tail = points;
        return this;
    }

    /// Where words lead, and what they say.
    private record Leading(String to, String said) {
        @Override
        public String toString() {
            return "Leading";
        }
    }

    private Flow lines(List<Line> lines, Style style, Direction side, float indent, Element element) {
        return lines(lines, style, side, indent, element, null);
    }

    private Flow lines(
            List<Line> lines, Style style, Direction side, float indent, Element element, @Nullable Leading leading) {
        makeRoomForFirst(lines.size(), style);
        space(style.before());
        int left = lines.size();
        for (Line line : lines) {
            int fits = (int) Math.floor((y - margins.bottom() + 0.01f) / style.leading());
            boolean wouldLeaveOne = left == 2 && fits == 1 && lines.size() > 3;
            boolean wouldPart = left == 2 && y - 2 * style.leading() - tail < margins.bottom();
            if (fits < 1 || wouldLeaveOne || wouldPart && lines.size() > 3) {
                newPage();
            }
            y -= style.leading();
            untouched = false;
            sheet.line(line, x(line, side, indent), y, element);
            if (leading != null) {
                PDRectangle area = new PDRectangle(
                        x(line, side, indent), y - style.leading() * 0.25f, line.width(), style.leading());
                link(area, leading.to(), element, leading.said());
            }
            left--;
        }
        y -= style.after();
        tail = 0;
        return this;
    }

    private void makeRoomForFirst(int lines, Style style) {
        room(style.before() + style.leading() * (lines <= 3 ? lines : 2) + (lines <= 3 ? tail : 0));
    }

    private float x(Line line, Direction side, float indent) {
        boolean fromRight = side.rightToLeft();
        return switch (line.style().align()) {
            case CENTRE -> margins.left() + (width() - line.width()) / 2;
            case START -> fromRight ? rightEdge() - indent - line.width() : margins.left() + indent;
            case END -> fromRight ? margins.left() : rightEdge() - line.width();
        };
    }

    float rightEdge() {
        return margins.left() + width();
    }

    void link(PDRectangle area, String to, Element element, String said) {
        links.add(new Typeset.Link(sheet.page(), area, to, element, said));
    }

    /// White, but not at the top of a page.
    public Flow space(float points) {
        if (!untouched) {
            y -= points;
        }
        return this;
    }

    /// Goes down to a height of the page, counted from its top in hundredths; never up.
    public Flow down(float hundredths) {
        y = Math.min(y, margins.height() * (1 - hundredths / 100));
        return this;
    }

    /// A thin rule across the width.
    public Flow rule() {
        room(12);
        y -= 6;
        untouched = false;
        sheet.hairline(margins.left(), y, width(), Style.Ink.HAIRLINE, 0.6f);
        y -= 6;
        return this;
    }

    /// A short strong rule, as under a cover's title.
    public Flow flourish(float length) {
        y -= 8;
        untouched = false;
        float x = direction.rightToLeft() ? rightEdge() - length : margins.left();
        sheet.hairline(x, y, length, Style.Ink.ACCENT, 1.6f);
        y -= 8;
        return this;
    }

    /// Goes to a new page unless so much room is left.
    public Flow room(float points) {
        if (!untouched && y - points < margins.bottom() - 0.01f && points <= margins.textHeight()) {
            newPage();
        }
        return this;
    }

    /// Goes to a new page, unless this one is still empty.
    public Flow newPage() {
        if (!untouched) {
            pages.add(sheet.finish());
            sheet = sheet(pages.size() + 1);
            y = margins.height() - margins.top();
            untouched = true;
        }
        return this;
    }

    /// Gives the page that is being set a key that links can lead to.
    public Flow anchor(String key) {
        anchors.put(key, sheet.page());
        return this;
    }

    /// A table.
    public Flow table(Table table) {
        endList();
        new TableSetter(this, table).set();
        return this;
    }

    /// A part of the page that is drawn on, all of it on one page.
    ///
    /// @param height in points
    /// @param alternative what is said where it cannot be seen
    public Flow canvas(float height, String alternative, Canvas.Painter painter) {
        room(height);
        endList();
        Element figure = part.element().add("Figure", language);
        figure.alternative(Printable.line(alternative));
        painter.paint(new Canvas(fonts, sheet, margins.left(), y, figure));
        untouched = false;
        y -= height;
        return this;
    }

    /// For what sets itself line by line: where it stands, and what it stands on.
    Margins margins() {
        return margins;
    }

    Direction direction() {
        return direction;
    }

    Part part() {
        return part;
    }

    @Nullable
    String language() {
        return language;
    }

    Sheet sheet() {
        return sheet;
    }

    float y() {
        return y;
    }

    boolean untouched() {
        return untouched;
    }

    void touched() {
        untouched = false;
    }

    void drop(float points) {
        y -= points;
    }

    boolean fits(float points) {
        return y - points >= margins.bottom() - 0.01f;
    }

    void hairline(Style.Ink ink, float thickness) {
        sheet.hairline(margins.left(), y, width(), ink, thickness);
    }

    /// Ends the last page.
    public Typeset finish() {
        pages.add(sheet.finish());
        return new Typeset(List.copyOf(pages), List.copyOf(links), Map.copyOf(anchors), part, Map.copyOf(stretches));
    }
}
