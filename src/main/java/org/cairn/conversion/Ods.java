package org.cairn.conversion;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;

/// How workbooks of OpenDocument are written: names, lengths, and a reader that follows nothing.
final class Ods {

    static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    static final String FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    static final String CONTENT = "content.xml";
    static final String STYLES = "styles.xml";

    private static final Pattern LENGTH = Pattern.compile("(-?[0-9]*\\.?[0-9]+)(in|cm|mm|pt|pc|px)");

    /// The signs that stand for `&` and `<` are counted too, and a long sheet has a hundred thousand of them. Without a
    /// document type nothing else could grow.
    private static final List<String> COUNTED = List.of(
            "jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.entityExpansionLimit");

    private Ods() {}

    /// A document type could name what lies elsewhere, or grow without end: there is none in what is read here.
    static XMLInputFactory reader() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        COUNTED.forEach(limit -> factory.setProperty(limit, "0"));
        return factory;
    }

    /// An attribute by its name without its prefix; empty where there is none.
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    static int number(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        return value.matches("[0-9]{1,9}") ? Math.max(1, Integer.parseInt(value)) : 1;
    }

    /// A length in points; 0 where it is none.
    static double points(String length) {
        Matcher matcher = LENGTH.matcher(length.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return 0;
        }
        double value = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "in" -> value * 72;
            case "cm" -> value * 72 / 2.54;
            case "mm" -> value * 72 / 25.4;
            case "pc" -> value * 12;
            case "px" -> value * 0.75;
            default -> value;
        };
    }
}
