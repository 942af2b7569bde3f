package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
    private final Map<Integer, Integer> reached = new HashMap<>();
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

    /// The same cell's number with all of its digits, where it was shown rounded.
    ///
    /// @param sheet from 0, in the workbook's order
    /// @param shown the cells come in their order
    String whole(int sheet, String shown) {
        if (sheet < 0 || sheet >= sheets.size()) {
            return shown;
        }
        List<BigDecimal> here = sheets.get(sheet);
        int next = reached.getOrDefault(sheet, 0);
        if (next < here.size() && shown.equals(here.get(next).toPlainString())) {
            // some styles show it so
            reached.put(sheet, next + 1);
        }
        if (!ROUNDED.matcher(shown).matches()) {
            return shown;
        }
        BigDecimal rounded = new BigDecimal(shown.replace(',', '.'));
        for (int i = next; i < here.size(); i++) {
            BigDecimal off = here.get(i).subtract(rounded).abs();
            if (off.compareTo(rounded.abs().multiply(HARDLY)) <= 0) {
                reached.put(sheet, i + 1);
                return here.get(i).toPlainString();
            }
        }
        return shown;
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
