package org.cairn.drawing;

import static org.cairn.drawing.ZippedXml.attribute;
import static org.cairn.drawing.ZippedXml.number;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A spreadsheet of OpenDocument, sheet by sheet: cells as they were last seen.
final class OdsTables implements Tables {

    private static final String CONTENT = "content.xml";

    private final ZippedXml zip;
    private final List<String> names = new ArrayList<>();
    private final Set<String> leftwards = new HashSet<>();

    OdsTables(PipedBytes bytes) throws IOException {
        zip = new ZippedXml(bytes);
        zip.read(CONTENT, xml -> {
            String style = "";
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "style" -> style = attribute(xml, "name");
                        case "table-properties" -> {
                            if (attribute(xml, "writing-mode").equals("rl-tb")) {
                                leftwards.add(style);
                            }
                        }
                        case "table" -> names.add(attribute(xml, "name"));
                        default -> {
                            // no sheet
                        }
                    }
                }
            }
        });
        if (names.isEmpty()) {
            throw new IOException("no sheets");
        }
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public TableRows read(int number) throws IOException {
        TableRows rows = new TableRows();
        zip.read(CONTENT, xml -> {
            int at = -1;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("table")
                        && ++at == number) {
                    if (leftwards.contains(attribute(xml, "style-name"))) {
                        rows.runLeftwards();
                    }
                    readRows(xml, rows);
                    return;
                }
            }
        });
        return rows;
    }

    private static void readRows(XMLStreamReader xml, TableRows into) throws XMLStreamException {
        int row = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("table")) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("table-row")) {
                int times = Math.max(1, number(xml, "number-rows-repeated", 1));
                List<String> cells = readRow(xml, into);
                for (int i = 0; i < times && !cells.isEmpty(); i++) {
                    if (!into.add(row + i, cells)) {
                        return;
                    }
                }
                row = (int) Math.min(Integer.MAX_VALUE / 2, (long) row + times);
            }
        }
    }

    private static List<String> readRow(XMLStreamReader xml, TableRows into) throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int column = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("table-row")) {
                return cells;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && (xml.getLocalName().equals("table-cell")
                            || xml.getLocalName().equals("covered-table-cell"))) {
                int times = Math.clamp(number(xml, "number-columns-repeated", 1), 1, TableRows.MOST_COLUMNS + 1);
                String name = xml.getLocalName();
                String value = attribute(xml, "value-type").equals("string") ? "" : attribute(xml, "value");
                String text = LongNumber.whole(readCell(xml, name), value);
                if (!text.isEmpty() && column + times > TableRows.MOST_COLUMNS) {
                    into.leaveOut();
                }
                for (int i = 0; i < times && !text.isEmpty() && column + i < TableRows.MOST_COLUMNS; i++) {
                    while (cells.size() < column + i) {
                        cells.add("");
                    }
                    cells.add(text);
                }
                column = Math.min(column + times, TableRows.MOST_COLUMNS);
            }
        }
        return cells;
    }

    /// The paragraphs of a cell; what somebody noted beside it is left out.
    private static String readCell(XMLStreamReader xml, String cell) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int paragraph = 0;
        int note = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS && paragraph > 0 && note == 0) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                note += xml.getLocalName().equals("annotation") ? 1 : 0;
                paragraph += xml.getLocalName().equals("p") ? 1 : 0;
                text.append(xml.getLocalName().equals("p") && !text.isEmpty() && note == 0 ? "\n" : "");
                text.append(xml.getLocalName().equals("s") && note == 0 ? " " : "");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                note -= xml.getLocalName().equals("annotation") ? 1 : 0;
                paragraph -= xml.getLocalName().equals("p") ? 1 : 0;
                if (xml.getLocalName().equals(cell)) {
                    break;
                }
            }
        }
        return text.toString();
    }
}
