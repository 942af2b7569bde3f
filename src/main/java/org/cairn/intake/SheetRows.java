package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/// Which numbers the rows of a newer workbook have: empty ones are left out of it, and Tika does not tell.
final class SheetRows {

    private static final int MOST = 5_000_000;

    private SheetRows() {}

    /// The numbers of the rows that are there, sheet after sheet in the workbook's order; nothing where that cannot be
    /// made out.
    static List<int[]> of(IncomingBytes bytes) {
        List<int[]> sheets = new ArrayList<>();
        int left = MOST;
        try (InputStream in = bytes.open();
                OPCPackage workbook = OPCPackage.open(in)) {
            Iterator<InputStream> parts = new XSSFReader(workbook).getSheetsData();
            while (parts.hasNext()) {
                try (InputStream sheet = parts.next()) {
                    int[] rows = rows(sheet, left);
                    left -= rows.length;
                    sheets.add(rows);
                }
            }
            return sheets;
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException | LinkageError e) {
            return List.of();
        }
    }

    /// A row that does not say its number is the next one.
    private static int[] rows(InputStream sheet, int most) throws XMLStreamException, IOException {
        int[] rows = new int[256];
        int count = 0;
        int last = 0;
        XMLStreamReader reader = XMLHelper.newXMLInputFactory().createXMLStreamReader(sheet);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("row")) {
                String number = reader.getAttributeValue(null, "r");
                last = number == null ? last + 1 : Integer.parseInt(number);
                if (count == most) {
                    throw new IOException("too many rows");
                }
                rows = count == rows.length ? Arrays.copyOf(rows, 2 * count) : rows;
                rows[count++] = last;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
