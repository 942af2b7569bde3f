package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.poi.util.XMLHelper;

/// The long numbers of an OpenDocument table, which holds of each cell what it showed in the program that wrote it, and
/// the number. That of LibreOffice shows all digits it keeps; Excel writes what it shows itself.
final class OpenNumbers {

    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final int LARGEST_PART = 256 << 20;
    private static final int LONGEST = 40;

    private final LongNumbers numbers = new LongNumbers();

    private OpenNumbers() {}

    /// Those of a table; none where they cannot be made out.
    static LongNumbers of(IncomingBytes bytes) {
        OpenNumbers found = new OpenNumbers();
        try (InputStream in = bytes.open();
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                // tables of charts come as well
                if (part.getName().endsWith("content.xml")) {
                    found.read(XMLHelper.newXMLInputFactory()
                            .createXMLStreamReader(BoundedInputStream.builder()
                                    .setInputStream(CloseShieldInputStream.wrap(zip))
                                    .setMaxCount(LARGEST_PART)
                                    .get()));
                }
            }
            return found.numbers;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            return LongNumbers.NONE;
        }
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            boolean starts = event == XMLStreamConstants.START_ELEMENT;
            if (!starts && event != XMLStreamConstants.END_ELEMENT || !TABLE.equals(reader.getNamespaceURI())) {
                continue;
            }
            if (reader.getLocalName().equals("table")) {
                depth += starts ? 1 : -1;
            } else if (starts && depth == 1 && reader.getLocalName().endsWith("table-cell")) {
                String type = reader.getAttributeValue(OFFICE, "value-type");
                String value = reader.getAttributeValue(OFFICE, "value");
                boolean number = type != null && !type.equals("string") && value != null;
                readCell(reader, reader.getLocalName(), number ? value.strip() : "");
            }
        }
    }

    /// @param value the number in it; empty where it holds a text
    private void readCell(XMLStreamReader reader, String cell, String value) throws XMLStreamException {
        StringBuilder said = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.CHARACTERS && said.length() <= LONGEST) {
                said.append(reader.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                said.setLength(0);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (reader.getLocalName().equals("p")) {
                    keep(said.toString(), value);
                }
                if (reader.getLocalName().equals(cell)) {
                    return;
                }
            }
        }
    }

    private void keep(String said, String value) {
        if (value.isEmpty()) {
            numbers.text(said);
        } else {
            numbers.number(said, value);
        }
    }
}
