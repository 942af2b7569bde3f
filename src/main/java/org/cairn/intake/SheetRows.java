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
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.util.LittleEndian;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.binary.XSSFBParser;
import org.apache.poi.xssf.binary.XSSFBRecordType;
import org.apache.poi.xssf.eventusermodel.XSSFBReader;
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

    /// The same of a newer workbook in binary: empty where that cannot be made out.
    static List<int[]> ofBinary(IncomingBytes bytes) {
        List<int[]> sheets = new ArrayList<>();
        int left = MOST;
        try (InputStream in = bytes.open();
                OPCPackage workbook = OPCPackage.open(in)) {
            Iterator<InputStream> parts = new XSSFBReader(workbook).getSheetsData();
            while (parts.hasNext()) {
                try (InputStream sheet = parts.next()) {
                    BinaryRows rows = new BinaryRows(sheet, left);
                    rows.parse();
                    left -= rows.count;
                    sheets.add(Arrays.copyOf(rows.numbers, rows.count));
                }
            }
            return sheets;
        } catch (IOException | OpenXML4JException | RuntimeException | LinkageError e) {
            return List.of();
        }
    }

    /// The heads of rows, each of which begins with the row's number from 0.
    private static final class BinaryRows extends XSSFBParser {

        private static final int HEAD = XSSFBRecordType.BrtRowHdr.getId();

        private final int most;
        private int[] numbers = new int[256];
        private int count;

        BinaryRows(InputStream sheet, int most) {
            super(sheet);
            this.most = most;
        }

        @Override
        public void handleRecord(int type, byte[] record) {
            if (type != HEAD || record.length < Integer.BYTES) {
                return;
            }
            int number = LittleEndian.getInt(record);
            if (count == most || number < 0 || number >= SpreadsheetVersion.EXCEL2007.getMaxRows()) {
                throw new IllegalStateException("no such row");
            }
            numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
            numbers[count++] = number + 1;
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
