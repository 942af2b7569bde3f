package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.interactive.form.PDXFAResource;
import org.apache.poi.util.XMLHelper;

/// The words of a form that lies in a PDF as XML (XFA 3.3): what was filled in, and what is printed beside it. Its
/// pages say no more than that another program is wanted.
final class XfaWords {

    private static final int LARGEST = 24 << 20;
    private static final List<String> PARTS = List.of("datasets", "template", "form");

    private XfaWords() {}

    /// Each on its own line; empty where there are none, or it is broken before the first.
    static String of(PDXFAResource form) {
        StringBuilder words = new StringBuilder();
        for (COSStream part : parts(form.getCOSObject())) {
            try (InputStream in = part.createInputStream()) {
                words(in.readNBytes(LARGEST), words);
            } catch (IOException | RuntimeException e) {
                // what was read before it broke stands
            }
        }
        return words.toString();
    }

    private static List<COSStream> parts(COSBase form) {
        List<COSStream> parts = new ArrayList<>();
        if (form instanceof COSStream whole) {
            parts.add(whole);
        } else if (form instanceof COSArray named) {
            for (String name : PARTS) {
                for (int i = 0; i + 1 < named.size(); i += 2) {
                    if (named.getObject(i) instanceof COSString key
                            && key.getString().equals(name)
                            && named.getObject(i + 1) instanceof COSStream part) {
                        parts.add(part);
                    }
                }
            }
        }
        return parts;
    }

    private static void words(byte[] xml, StringBuilder words) {
        try {
            XMLStreamReader reader =
                    XMLHelper.newXMLInputFactory().createXMLStreamReader(new ByteArrayInputStream(xml));
            int scripts = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    scripts += reader.getLocalName().equals("script") ? 1 : 0;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    scripts -= reader.getLocalName().equals("script") ? 1 : 0;
                } else if (event == XMLStreamConstants.CHARACTERS && scripts == 0 && !reader.isWhiteSpace()) {
                    words.append(reader.getText().strip()).append('\n');
                }
            }
        } catch (XMLStreamException e) {
            // what was read before it broke stands
        }
    }
}
