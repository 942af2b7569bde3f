package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.poi.util.XMLHelper;

/// The sheets of an OpenDocument table, and which numbers their rows have: a row is written once for all that are like
/// it, and Tika tells neither that nor what a sheet is called.
final class OpenSheets {

    static final OpenSheets NONE = new OpenSheets(List.of());

    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final int MOST_ROWS = 2_000_000;
    private static final int MOST_SHEETS = 10_000;
    private static final int LARGEST_PART = 256 << 20;
    /// No program counts further in a sheet.
    private static final int LAST_ROW = 1 << 24;

    private final List<Sheet> sheets;

    private OpenSheets(List<Sheet> sheets) {
        this.sheets = sheets;
    }

    /// One sheet, or a table of a chart, which has no name.
    ///
    /// @param ends of each row that is written the number of the last one it stands for, from 1
    private record Sheet(String name, int[] ends) {
        @Override
        public String toString() {
            return "Sheet";
        }
    }

    /// The tables in the order in which they are read; nothing where that cannot be made out.
    static Optional<OpenSheets> of(IncomingBytes bytes) {
        List<Sheet> sheets = new ArrayList<>();
        int left = MOST_ROWS;
        try (InputStream in = bytes.open();
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().endsWith("content.xml")) {
                    InputStream content = BoundedInputStream.builder()
                            .setInputStream(CloseShieldInputStream.wrap(zip))
                            .setMaxCount(LARGEST_PART)
                            .get();
                    left -= read(content, part.getName().equals("content.xml"), left, sheets);
                }
            }
            return Optional.of(new OpenSheets(sheets));
        } catch (IOException | XMLStreamException | RuntimeException e) {
            return Optional.empty(); // whatever is wrong with it is said by who reads it
        }
    }

    private static int read(InputStream content, boolean own, int most, List<Sheet> into)
            throws XMLStreamException, IOException {
        XMLStreamReader reader = XMLHelper.newXMLInputFactory().createXMLStreamReader(content);
        int rows = 0;
        int depth = 0;
        String name = "";
        Ends ends = new Ends();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT
                    || !TABLE.equals(reader.getNamespaceURI())) {
                continue;
            }
            boolean starts = event == XMLStreamConstants.START_ELEMENT;
            if (reader.getLocalName().equals("table")) {
                depth += starts ? 1 : -1;
                if (starts && depth == 1) {
                    name = own ? value(reader, "name") : "";
                    ends = new Ends();
                } else if (depth == 0) {
                    into.add(new Sheet(name, ends.all()));
                }
            } else if (starts && depth > 0 && reader.getLocalName().equals("table-row")) {
                rows++;
                ends.add(depth == 1 ? repeated(reader) : 0);
            }
            if (rows > most || into.size() > MOST_SHEETS) {
                throw new IOException("too many rows");
            }
        }
        return rows;
    }

    private static int repeated(XMLStreamReader reader) {
        String times = value(reader, "number-rows-repeated");
        return times.matches("\\d{1,9}") ? Math.max(1, Integer.parseInt(times)) : 1;
    }

    private static String value(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(TABLE, name);
        return value == null ? "" : value.strip();
    }

    /// The numbers of rows as they are read.
    private static final class Ends {

        private int[] numbers = new int[64];
        private int count;
        private int last;

        /// @param times how many rows it stands for; none where it is a row within a cell of another
        void add(int times) {
            last = Math.min(LAST_ROW, last + times);
            numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
            numbers[count++] = last;
        }

        int[] all() {
            return Arrays.copyOf(numbers, count);
        }
    }

    /// What a table is called; empty for one that is no sheet, or is not known.
    ///
    /// @param table from 0
    String name(int table) {
        return known(table) ? sheets.get(table).name() : "";
    }

    /// How many rows of a table are written.
    int rows(int table) {
        return known(table) ? sheets.get(table).ends().length : -1;
    }

    private boolean known(int table) {
        return table >= 0 && table < sheets.size();
    }

    /// Says that a row of a sheet begins, and with it all that are like it.
    ///
    /// @param row how many were written so far, with this one
    void number(int table, int row, Covering covering) {
        int[] ends = name(table).isEmpty() ? new int[0] : sheets.get(table).ends();
        if (row >= 1 && row <= ends.length) {
            covering.begin(row == 1 ? 1 : Math.min(ends[row - 2] + 1, ends[row - 1]));
            covering.begin(ends[row - 1]);
        }
    }
}
