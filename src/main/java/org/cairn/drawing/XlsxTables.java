package org.cairn.drawing;

import static org.cairn.drawing.ZippedXml.attribute;
import static org.cairn.drawing.ZippedXml.number;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;

/// A workbook of ECMA-376, sheet by sheet. Formulas are never worked out: what was last seen in their cells is shown.
final class XlsxTables implements Tables {

    private static final int MOST_STRINGS = 2_000_000;
    private static final long MOST_LETTERS = 60_000_000;

    private final ZippedXml zip;
    private final List<String> names = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<String> shared = new ArrayList<>();
    private final Map<Integer, String> ownFormats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
    private boolean from1904;
    private boolean stringsRead;

    XlsxTables(PipedBytes bytes) throws IOException {
        zip = new ZippedXml(bytes);
        Map<String, String> targets = new HashMap<>();
        zip.read(
                "xl/_rels/workbook.xml.rels",
                xml -> each(xml, "Relationship", () -> targets.put(attribute(xml, "Id"), attribute(xml, "Target"))));
        zip.read("xl/workbook.xml", xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "workbookPr" -> from1904 = yes(attribute(xml, "date1904"));
                        case "sheet" -> {
                            names.add(attribute(xml, "name"));
                            parts.add(part(targets.getOrDefault(attribute(xml, "id"), "")));
                        }
                        default -> {
                            // says nothing of sheets
                        }
                    }
                }
            }
        });
        if (names.isEmpty()) {
            throw new IOException("no sheets");
        }
        zip.read("xl/styles.xml", this::readStyles);
    }

    private static String part(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private static boolean yes(String value) {
        return value.equals("1") || value.equals("true");
    }

    private static void each(XMLStreamReader xml, String element, Runnable found) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(element)) {
                found.run();
            }
        }
    }

    private void readStyles(XMLStreamReader xml) throws XMLStreamException {
        boolean cells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                    ? xml.getLocalName()
                    : "";
            if (name.equals("cellXfs")) {
                cells = event == XMLStreamConstants.START_ELEMENT;
            } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("numFmt")) {
                ownFormats.put(number(xml, "numFmtId", 0), attribute(xml, "formatCode"));
            } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("xf") && cells) {
                styles.add(number(xml, "numFmtId", 0));
            }
        }
    }

    private void readStrings(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        long letters = 0;
        boolean within = false;
        boolean spelling = false;
        while (xml.hasNext() && shared.size() < MOST_STRINGS && letters < MOST_LETTERS) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    within |= xml.getLocalName().equals("t");
                    spelling |= xml.getLocalName().equals("rPh");
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (within && !spelling) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "t" -> within = false;
                        case "rPh" -> spelling = false;
                        case "si" -> {
                            shared.add(text.toString());
                            letters += text.length();
                            text.setLength(0);
                        }
                        default -> {
                            // goes on
                        }
                    }
                }
                default -> {
                    // no text
                }
            }
        }
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public TableRows read(int number) throws IOException {
        if (!stringsRead) {
            zip.read("xl/sharedStrings.xml", this::readStrings);
            stringsRead = true;
        }
        TableRows rows = new TableRows();
        zip.read(parts.get(number), xml -> readRows(xml, rows));
        return rows;
    }

    private void readRows(XMLStreamReader xml, TableRows into) throws XMLStreamException {
        int row = -1;
        List<String> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "sheetView" -> {
                        if (yes(attribute(xml, "rightToLeft"))) {
                            into.runLeftwards();
                        }
                    }
                    case "row" -> {
                        row = number(xml, "r", row + 2) - 1;
                        cells = new ArrayList<>();
                    }
                    case "c" -> readCell(xml, cells, into);
                    default -> {
                        // no cell
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")
                    && !into.add(row, cells)) {
                return;
            }
        }
    }

    private void readCell(XMLStreamReader xml, List<String> cells, TableRows into) throws XMLStreamException {
        int column = column(attribute(xml, "r"), cells.size());
        String type = attribute(xml, "t");
        int style = number(xml, "s", 0);
        StringBuilder value = new StringBuilder();
        boolean within = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                within = xml.getLocalName().equals("v") || xml.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.CHARACTERS && within) {
                value.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                within = false;
                if (xml.getLocalName().equals("c")) {
                    break;
                }
            }
        }
        if (value.length() > 0 && column >= TableRows.MOST_COLUMNS) {
            into.leaveOut();
        } else if (value.length() > 0) {
            while (cells.size() < column) {
                cells.add("");
            }
            boolean unread = type.equals("s") && isUnread(value.toString());
            if (unread) {
                into.leaveOut();
            }
            cells.add(unread ? "" : shown(value.toString(), type, style));
        }
    }

    /// Whether a cell's text is behind those that were read: the number of it is not what stands there.
    private boolean isUnread(String number) {
        try {
            return Integer.parseInt(number.strip()) >= shared.size();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /// The column of a cell such as `AB12`, from 0.
    private static int column(String cell, int otherwise) {
        int column = 0;
        int at = 0;
        while (at < cell.length() && at < 4 && Character.isLetter(cell.charAt(at))) {
            column = column * 26 + Character.toUpperCase(cell.charAt(at)) - 'A' + 1;
            at++;
        }
        return at == 0 ? otherwise : Math.max(otherwise, column - 1);
    }

    private String shown(String value, String type, int style) {
        try {
            return switch (type) {
                case "s" -> shared.get(Integer.parseInt(value.strip()));
                case "b" -> yes(value.strip()) ? "TRUE" : "FALSE";
                case "inlineStr", "str", "e", "d" -> value;
                default -> LongNumber.whole(formatted(Double.parseDouble(value), style), value);
            };
        } catch (RuntimeException e) {
            return value; // as it stands
        }
    }

    private String formatted(double value, int style) {
        int id = style >= 0 && style < styles.size() ? styles.get(style) : 0;
        String format = ownFormats.getOrDefault(id, BuiltinFormats.getBuiltinFormat(id));
        return formatter.formatRawCellContents(value, id, format == null ? "General" : format, from1904);
    }
}
