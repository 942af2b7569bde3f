package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.tika.parser.microsoft.TikaExcelDataFormatter;
import org.jspecify.annotations.Nullable;

/// The long numbers of a newer workbook.
final class NewNumbers {

    private static final int LONGEST = 40;

    private final LongNumbers numbers = new LongNumbers();
    private final StylesTable styles;
    private final Map<Integer, String> texts;
    private final TikaExcelDataFormatter formatter = new TikaExcelDataFormatter();

    private NewNumbers(StylesTable styles, Map<Integer, String> texts) {
        this.styles = styles;
        this.texts = texts;
    }

    /// Those of a workbook; none where they cannot be made out.
    static LongNumbers of(IncomingBytes bytes) {
        try (InputStream in = bytes.open();
                OPCPackage workbook = OPCPackage.open(in)) {
            XSSFReader reader = new XSSFReader(workbook);
            NewNumbers found = new NewNumbers(reader.getStylesTable(), texts(reader));
            Iterator<InputStream> parts = reader.getSheetsData();
            while (parts.hasNext()) {
                try (InputStream sheet = parts.next()) {
                    found.read(XMLHelper.newXMLInputFactory().createXMLStreamReader(sheet));
                }
            }
            return found.numbers;
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException | LinkageError e) {
            return LongNumbers.NONE;
        }
    }

    /// Texts that look like rounded numbers, by their places in the list of those that sheets share.
    private static Map<Integer, String> texts(XSSFReader workbook)
            throws IOException, OpenXML4JException, XMLStreamException {
        Map<Integer, String> texts = new HashMap<>();
        try (InputStream list = workbook.getSharedStringsData()) {
            if (list == null) {
                return texts;
            }
            XMLStreamReader reader = XMLHelper.newXMLInputFactory().createXMLStreamReader(list);
            int place = 0;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("si")) {
                    String text = text(reader, "si");
                    if (LongNumbers.rounded(text)) {
                        texts.put(place, text);
                    }
                    place++;
                }
            }
        }
        return texts;
    }

    /// What an element says, up to its end.
    private static String text(XMLStreamReader reader, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean within = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                within = reader.getLocalName().equals("t")
                        || reader.getLocalName().equals("v");
            } else if (event == XMLStreamConstants.CHARACTERS && within && text.length() <= LONGEST) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                within = false;
                if (reader.getLocalName().equals(element)) {
                    break;
                }
            }
        }
        return text.toString();
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("c")) {
                String type = reader.getAttributeValue(null, "t");
                String style = reader.getAttributeValue(null, "s");
                keep(type == null ? "n" : type, style, text(reader, "c"));
            }
        }
    }

    private void keep(String type, @Nullable String style, String value) {
        switch (type) {
            case "n" -> number(style, value);
            case "s" -> {
                if (value.strip().matches("\\d{1,9}")) {
                    numbers.text(texts.getOrDefault(Integer.parseInt(value.strip()), ""));
                }
            }
            case "str", "inlineStr" -> numbers.text(value);
            default -> {
                // no number and no text
            }
        }
    }

    private void number(@Nullable String style, String value) {
        numbers.number(shown(style, value), value);
    }

    /// What comes of a number in its cell's format; the number as it stands where it has none, or none that can be made
    /// out.
    private String shown(@Nullable String style, String value) {
        try {
            XSSFCellStyle look = style != null || styles.getNumCellStyles() > 0
                    ? styles.getStyleAt(style == null ? 0 : Integer.parseInt(style))
                    : null;
            if (look == null) {
                return value;
            }
            String format = look.getDataFormatString();
            int index = look.getDataFormat();
            String known = format == null ? BuiltinFormats.getBuiltinFormat(index) : format;
            double number = Double.parseDouble(value);
            return known != null && LongNumbers.mayBeRounded(number, known)
                    ? formatter.formatRawCellContents(number, index, known, false)
                    : value;
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
