package org.cairn.conversion;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cairn.progress.Progress;

/// Goes through a workbook of OpenDocument once and measures its sheets; holds none of its words.
final class SheetSurvey {

    /// What is kept of other workbooks that formulas ask for: never shown.
    static final String FOREIGN = "ta_extref";

    private static final int OFTEN = 10_000;

    private final Progress progress;
    private final CellLooks looks = new CellLooks();
    private final Map<String, TableStyle> tables = new HashMap<>();
    private final Map<String, Double> lengths = new HashMap<>();
    private final List<SheetShape> sheets = new ArrayList<>();
    private String style = "";
    private String family = "";
    private String master = "";
    private int hiddenSheets;
    private int hiddenRows;
    private int hiddenColumns;
    private int comments;
    private int reckoned;
    private int mergedCut;
    private int covered;
    private int cut;
    private long cramped;

    SheetSurvey(Progress progress) {
        this.progress = progress;
    }

    private record TableStyle(String page, boolean hidden, boolean leftwards) {
        @Override
        public String toString() {
            return "TableStyle";
        }
    }

    /// The styles that cells of all sheets may build on.
    void readStyles(InputStream styles) throws XMLStreamException {
        XMLStreamReader xml = Ods.reader().createXMLStreamReader(styles);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> looks.begin(xml);
                case XMLStreamConstants.END_ELEMENT -> looks.end(xml);
                default -> {
                    // words of heads and feet
                }
            }
        }
    }

    void readContent(InputStream content) throws XMLStreamException {
        XMLStreamReader xml = Ods.reader().createXMLStreamReader(content);
        while (xml.hasNext() && !tooMuch()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (Ods.TABLE.equals(xml.getNamespaceURI())
                        && xml.getLocalName().equals("table")) {
                    sheet(xml);
                } else {
                    style(xml);
                    looks.begin(xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                looks.end(xml);
            }
        }
    }

    private void style(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "style" -> {
                style = Ods.attribute(xml, "name");
                family = Ods.attribute(xml, "family");
                master = Ods.attribute(xml, "master-page-name");
                if (family.equals("table")) {
                    tables.put(style, new TableStyle(master, false, false));
                }
            }
            case "table-properties" -> {
                if (family.equals("table")) {
                    boolean hidden = Ods.attribute(xml, "display").equals("false");
                    boolean leftwards = Ods.attribute(xml, "writing-mode").equals("rl-tb");
                    tables.put(style, new TableStyle(master, hidden, leftwards));
                }
            }
            case "table-column-properties" ->
                lengths.put("column " + style, Ods.points(Ods.attribute(xml, "column-width")));
            case "table-row-properties" -> lengths.put("row " + style, Ods.points(Ods.attribute(xml, "row-height")));
            default -> {
                // of no size
            }
        }
    }

    /// How wide or high what has a style is.
    double length(String what, String style) {
        return lengths.getOrDefault(what + " " + style, 0.0);
    }

    private void sheet(XMLStreamReader xml) throws XMLStreamException {
        TableStyle known = tables.getOrDefault(Ods.attribute(xml, "style-name"), new TableStyle("", false, false));
        boolean foreign = Ods.attribute(xml, "style-name").equals(FOREIGN);
        SheetMeasure measure = new SheetMeasure(looks, this::length);
        int depth = 1;
        int seen = 0;
        while (depth > 0 && xml.hasNext()) {
            if (++seen % OFTEN == 0) {
                progress.checkCancelled();
            }
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth += xml.getLocalName().equals("table") ? 1 : 0;
                    measure.begin(xml);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth -= xml.getLocalName().equals("table") ? 1 : 0;
                    measure.end(xml);
                }
                case XMLStreamConstants.CHARACTERS ->
                    measure.letters(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                default -> {
                    // nothing that is seen
                }
            }
        }
        SheetShape shape = measure.shape(known.page(), known.hidden(), known.leftwards());
        PageFit fit = PageFit.of(shape);
        if (fit.strips() > 1 || fit.small()) {
            measure.breakTrailing();
            shape = measure.shape(known.page(), known.hidden(), known.leftwards());
        }
        sheets.add(shape);
        cramped += shape.cramped().count();
        if (known.hidden()) {
            hiddenSheets += measure.empty() || foreign ? 0 : 1;
        } else {
            hiddenRows += measure.hiddenRows();
            hiddenColumns += measure.hiddenColumns();
            comments += measure.comments();
            mergedCut += measure.mergedCut();
            covered += measure.covered();
            cut += measure.cut();
        }
        // others may reckon with those of a hidden sheet
        reckoned += foreign ? 0 : measure.reckoned();
    }

    /// Whether more cells would be cut off than can be given room; what comes after them was not read.
    boolean tooMuch() {
        return cramped > Cramped.MOST_CELLS;
    }

    /// In the order of the workbook.
    List<SheetShape> sheets() {
        return List.copyOf(sheets);
    }

    /// What was found, with how the sheets are fitted.
    Fitting fitting(List<PageFit> fits) {
        int stripped = 0;
        int small = 0;
        for (int i = 0; i < fits.size(); i++) {
            boolean shown = !sheets.get(i).hidden() && sheets.get(i).columns().length > 0;
            stripped += shown && fits.get(i).strips() > 1 ? 1 : 0;
            small += shown && fits.get(i).small() ? 1 : 0;
        }
        return new Fitting(
                stripped, small, hiddenSheets, hiddenRows, hiddenColumns, comments, reckoned, mergedCut, covered, cut);
    }
}
