package org.cairn.conversion;

import static org.cairn.conversion.XmlCopy.fo;
import static org.cairn.conversion.XmlCopy.style;
import static org.cairn.conversion.XmlCopy.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.cairn.progress.Progress;

/// The sheets of a workbook, each with a page style of its own: all of it is printed, and no break of columns is kept.
final class FittedContent implements XmlCopy.Change {

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final int OFTEN = 10_000;

    private final List<SheetShape> sheets;
    private final List<PageFit> fits;
    private final RoomyStyles roomy;
    private final Progress progress;
    private int depth;
    private int sheet = -1;
    private int row;
    private int cell;
    private int column;
    private boolean ours;
    private boolean repeating;
    private int closing;
    private int events;

    FittedContent(List<SheetShape> sheets, List<PageFit> fits, Progress progress) {
        this.sheets = sheets;
        this.fits = fits;
        this.roomy = new RoomyStyles(sheets);
        this.progress = progress;
    }

    /// What the page style of a sheet, and the sheet's own style, are called.
    static String name(int sheet) {
        return "cairn" + sheet;
    }

    @Override
    public List<XMLEvent> of(XMLEvent event) {
        if (++events % OFTEN == 0) {
            progress.checkCancelled();
        }
        if (depth == 0) {
            return beforeSheets(event);
        }
        if (XmlCopy.begins(event, Ods.TABLE, "table")) {
            depth++;
        } else if (XmlCopy.ends(event, Ods.TABLE, "table")) {
            depth--;
        } else if (depth == 1 && ours) {
            return within(event);
        }
        return List.of(event);
    }

    private List<XMLEvent> beforeSheets(XMLEvent event) {
        if (XmlCopy.begins(event, Ods.TABLE, "table")) {
            depth++;
            return List.of(sheet(event.asStartElement()));
        }
        if (XmlCopy.ends(event, OFFICE, "automatic-styles")) {
            return withStyles(event);
        }
        roomy.see(event);
        if (XmlCopy.begins(event, Ods.STYLE, "table-column-properties")) {
            return List.of(XmlCopy.with(event.asStartElement(), Map.of(fo("break-before"), "", fo("break-after"), "")));
        }
        return List.of(event);
    }

    private List<XMLEvent> withStyles(XMLEvent end) {
        List<XMLEvent> all = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            SheetShape shape = sheets.get(i);
            all.add(XmlCopy.start(
                    style("style"),
                    Map.of(style("name"), name(i), style("family"), "table", style("master-page-name"), name(i))));
            all.addAll(XmlCopy.empty(
                    style("table-properties"),
                    Map.of(
                            table("display"),
                            String.valueOf(!shape.hidden()),
                            style("writing-mode"),
                            shape.leftwards() ? "rl-tb" : "lr-tb")));
            all.add(XmlCopy.end(style("style")));
        }
        all.addAll(roomy.styles());
        all.add(end);
        return all;
    }

    private XMLEvent sheet(StartElement element) {
        sheet++;
        row = -1;
        column = 0;
        ours = sheet < sheets.size()
                && !XmlCopy.attribute(element, Ods.TABLE, "style-name").equals(SheetSurvey.FOREIGN);
        if (!ours) {
            return element;
        }
        repeating = fits.get(sheet).repeats() && !sheets.get(sheet).headed();
        return XmlCopy.with(
                element, Map.of(table("style-name"), name(sheet), table("print-ranges"), "", table("print"), ""));
    }

    private List<XMLEvent> within(XMLEvent event) {
        Cramped cramped = sheets.get(sheet).cramped();
        if (XmlCopy.begins(event, Ods.TABLE, "table-column")) {
            return columns(event.asStartElement(), cramped);
        }
        if (XmlCopy.ends(event, Ods.TABLE, "table-column") && closing > 0) {
            closing--;
            return List.of(); // written with what it ends
        }
        if (XmlCopy.begins(event, Ods.TABLE, "table-row")) {
            row++;
            cell = -1;
            return List.of(roomier(event.asStartElement(), cramped.hasRow(row)));
        }
        if (XmlCopy.begins(event, Ods.TABLE, "table-cell") || XmlCopy.begins(event, Ods.TABLE, "covered-table-cell")) {
            cell++;
            return List.of(wrapped(event.asStartElement(), cramped.hasCell(row, cell)));
        }
        if (XmlCopy.begins(event, Ods.TABLE, "table-column-group")
                || XmlCopy.begins(event, Ods.TABLE, "table-columns")) {
            repeating = false;
        }
        return List.of(event);
    }

    private static StartElement roomier(StartElement element, boolean marked) {
        String own = XmlCopy.attribute(element, Ods.TABLE, "style-name");
        return marked ? XmlCopy.with(element, Map.of(table("style-name"), RoomyStyles.name(own))) : element;
    }

    /// A cell without a style of its own has that of its column, which is known by its number.
    private StartElement wrapped(StartElement element, boolean marked) {
        if (!marked) {
            return element;
        }
        String own = XmlCopy.attribute(element, Ods.TABLE, "style-name");
        String style = own.isEmpty() ? sheets.get(sheet).cramped().styleOf(row, cell) : own;
        return XmlCopy.with(element, Map.of(table("style-name"), RoomyStyles.name(style)));
    }

    /// Columns that are written as one are parted where one of them becomes wider, or is to come again on each page:
    /// the first then stands where such columns stand. Not where it belongs to a group, or is hidden.
    private List<XMLEvent> columns(StartElement element, Cramped cramped) {
        String times = XmlCopy.attribute(element, Ods.TABLE, "number-columns-repeated");
        int end = column + (times.matches("[0-9]{1,9}") ? Math.max(1, Integer.parseInt(times)) : 1);
        boolean heads = repeating
                && column == 0
                && XmlCopy.attribute(element, Ods.TABLE, "visibility").isEmpty();
        repeating = false;
        List<XMLEvent> all = new ArrayList<>();
        int from = column;
        if (heads) {
            all.add(XmlCopy.start(table("table-header-columns"), Map.of()));
            add(all, element, 0, 1, cramped);
            all.add(XmlCopy.end(table("table-header-columns")));
            from = 1;
        }
        for (int wide : cramped.columns().subMap(from, end).keySet()) {
            add(all, element, from, wide, cramped);
            add(all, element, wide, wide + 1, cramped);
            from = wide + 1;
        }
        add(all, element, from, end, cramped);
        column = end;
        closing++;
        return all;
    }

    private void add(List<XMLEvent> all, StartElement element, int from, int to, Cramped cramped) {
        if (from >= to) {
            return;
        }
        Map<QName, String> changed = new HashMap<>();
        changed.put(table("number-columns-repeated"), to - from > 1 ? String.valueOf(to - from) : "");
        if (to - from == 1 && cramped.columns().containsKey(from)) {
            changed.put(table("style-name"), RoomyStyles.column(sheet, from));
        }
        all.add(XmlCopy.with(element, changed));
        all.add(XmlCopy.end(table("table-column")));
    }
}
