package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/// Long whole numbers of a newer workbook, with all of their digits.
///
/// A cell shows a telephone number with its country, or the number of an account, as 8.61381E+12 where nobody said
/// otherwise. The digits are in the file, and people look for them.
final class LongNumbers {

    static final LongNumbers NONE = new LongNumbers();

    private static final Pattern ROUNDED = Pattern.compile("-?\\d(?:[.,]\\d{1,5})?E\\+?(?:1[1-9])");
    private static final Pattern WHOLE = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:E\\+?\\d{1,2})?");
    private static final BigDecimal LEAST = new BigDecimal("1E11");
    private static final MathContext SHOWN = new MathContext(6);
    private static final BigDecimal HARDLY = new BigDecimal("0.00002");
    private static final int MOST = 500_000;

    private final List<List<BigDecimal>> sheets = new ArrayList<>();
    private int count;

    private LongNumbers() {}

    /// Those of a workbook; none where they cannot be made out.
    static LongNumbers of(IncomingBytes bytes) {
        LongNumbers numbers = new LongNumbers();
        try (InputStream in = bytes.open();
                OPCPackage workbook = OPCPackage.open(in)) {
            Iterator<InputStream> parts = new XSSFReader(workbook).getSheetsData();
            while (parts.hasNext()) {
                try (InputStream sheet = parts.next()) {
                    numbers.sheets.add(numbers.read(sheet));
                }
            }
            return numbers;
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException | LinkageError e) {
            return NONE;
        }
    }

    /// A cell's number with all of its digits, where it was shown rounded and only one number of the sheet is shown so.
    ///
    /// @param sheet from 0, in the workbook's order
    /// @param shown the cells come in their order
    String whole(int sheet, String shown) {
        if (sheet < 0 || sheet >= sheets.size()) {
            return shown;
        }
        if (!ROUNDED.matcher(shown).matches()) {
            return shown;
        }
        BigDecimal rounded = new BigDecimal(shown.replace(',', '.'));
        BigDecimal most = rounded.abs().multiply(HARDLY);
        // of two that are shown alike nobody could say which it is
        List<BigDecimal> fitting = sheets.get(sheet).stream()
                .filter(number -> number.subtract(rounded).abs().compareTo(most) <= 0)
                .distinct()
                .limit(2)
                .toList();
        if (fitting.size() != 1) {
            return shown;
        }
        // as often as the sheet has it
        sheets.get(sheet).remove(fitting.getFirst());
        return fitting.getFirst().toPlainString();
    }

    private List<BigDecimal> read(InputStream sheet) throws XMLStreamException {
        List<BigDecimal> found = new ArrayList<>();
        XMLStreamReader reader = XMLHelper.newXMLInputFactory().createXMLStreamReader(sheet);
        boolean number = false;
        while (reader.hasNext() && count < MOST) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (reader.getLocalName().equals("c")) {
                String type = reader.getAttributeValue(null, "t");
                number = type == null || type.equals("n");
            } else if (number && reader.getLocalName().equals("v")) {
                keep(reader.getElementText().strip(), found);
            }
        }
        return found;
    }

    private void keep(String value, List<BigDecimal> found) {
        if (value.length() > 40 || !WHOLE.matcher(value).matches()) {
            return;
        }
        BigDecimal number = new BigDecimal(value);
        if (number.abs().compareTo(LEAST) >= 0 && number.round(SHOWN).compareTo(number) != 0) {
            found.add(number);
            count++;
        }
    }
}
