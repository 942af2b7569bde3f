package org.cairn.conversion;

import static org.cairn.conversion.XmlCopy.fo;
import static org.cairn.conversion.XmlCopy.style;
import static org.cairn.conversion.XmlCopy.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.cairn.progress.Progress;

/// The sheets of a workbook, each with a page style of its own: all of it is printed, and no break of columns is kept.
final class FittedContent implements XmlCopy.Change {

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final int OFTEN = 10_000;

    private final List<SheetShape> sheets;
    private final List<PageFit> fits;
    private final Progress progress;
    private int depth;
    private int sheet = -1;
    private boolean firstColumn;
    private boolean dropping;
    private int events;

    FittedContent(List<SheetShape> sheets, List<PageFit> fits, Progress progress) {
        this.sheets = sheets;
        this.fits = fits;
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
        if (XmlCopy.ends(event, OFFICE, "automatic-styles")) {
            return withStyles(event);
        }
        if (XmlCopy.begins(event, Ods.STYLE, "table-column-properties")) {
            return List.of(XmlCopy.with(event.asStartElement(), Map.of(fo("break-before"), "", fo("break-after"), "")));
        }
        if (XmlCopy.begins(event, Ods.TABLE, "table")) {
            return List.of(++depth == 1 ? sheet(event.asStartElement()) : event);
        }
        if (XmlCopy.ends(event, Ods.TABLE, "table")) {
            depth--;
        } else if (depth == 1 && firstColumn) {
            return beforeRows(event);
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
        all.add(end);
        return all;
    }

    private XMLEvent sheet(StartElement element) {
        sheet++;
        if (sheet >= sheets.size()
                || XmlCopy.attribute(element, Ods.TABLE, "style-name").equals(SheetSurvey.FOREIGN)) {
            return element;
        }
        firstColumn = fits.get(sheet).repeats() && !sheets.get(sheet).headed();
        return XmlCopy.with(
                element, Map.of(table("style-name"), name(sheet), table("print-ranges"), "", table("print"), ""));
    }

    /// The first column is parted from those that are written with it, and stands where those stand that come again on
    /// each page. Not where it belongs to a group, or is hidden.
    private List<XMLEvent> beforeRows(XMLEvent event) {
        if (dropping) {
            dropping = false;
            firstColumn = false;
            return List.of();
        }
        if (XmlCopy.begins(event, Ods.TABLE, "table-row")
                || XmlCopy.begins(event, Ods.TABLE, "table-column-group")
                || XmlCopy.begins(event, Ods.TABLE, "table-columns")) {
            firstColumn = false;
        }
        if (!XmlCopy.begins(event, Ods.TABLE, "table-column")) {
            return List.of(event);
        }
        StartElement column = event.asStartElement();
        if (!XmlCopy.attribute(column, Ods.TABLE, "visibility").isEmpty()) {
            firstColumn = false;
            return List.of(event);
        }
        dropping = true; // its end, which is written here
        List<XMLEvent> all = new ArrayList<>();
        all.add(XmlCopy.start(table("table-header-columns"), Map.of()));
        all.add(XmlCopy.with(column, Map.of(table("number-columns-repeated"), "")));
        all.add(XmlCopy.end(table("table-column")));
        all.add(XmlCopy.end(table("table-header-columns")));
        String times = XmlCopy.attribute(column, Ods.TABLE, "number-columns-repeated");
        if (times.matches("[0-9]{1,9}") && Integer.parseInt(times) > 1) {
            String rest = String.valueOf(Integer.parseInt(times) - 1);
            all.add(XmlCopy.with(column, Map.of(table("number-columns-repeated"), rest)));
            all.add(XmlCopy.end(table("table-column")));
        }
        return all;
    }
}
