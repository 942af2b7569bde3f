package org.cairn.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.cairn.bundle.typeset.Printable;

/// What a PDF says of itself once more, as archives read it (ISO 16684-1): the same as its document information.
record Xmp(Imprint imprint) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneOffset.UTC);

    /// The marker of PDF/UA is no property that PDF/A knows by itself, and must be explained.
    private static final String ACCESSIBLE_EXPLAINED = """
             <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
              <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
               <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
               <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
               <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
               <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
                <pdfaProperty:name>part</pdfaProperty:name>
                <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                <pdfaProperty:category>internal</pdfaProperty:category>
                <pdfaProperty:description>Part of PDF/UA that the file keeps to</pdfaProperty:description>
               </rdf:li></rdf:Seq></pdfaSchema:property>
              </rdf:li></rdf:Bag></pdfaExtension:schemas>
             </rdf:Description>
            """;

    PDMetadata of(PDDocument document, Conformance conformance) throws IOException {
        return new PDMetadata(
                document, new ByteArrayInputStream(packet(conformance).getBytes(StandardCharsets.UTF_8)));
    }

    String packet(Conformance conformance) {
        String made = MOMENT.format(imprint.made().truncatedTo(ChronoUnit.SECONDS));
        StringBuilder packet = new StringBuilder("""
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                """);
        describe(packet, "dc", "http://purl.org/dc/elements/1.1/", "title", alternatives(imprint.title()));
        describe(packet, "xmp", "http://ns.adobe.com/xap/1.0/", "CreateDate", made);
        describe(packet, "xmp", "http://ns.adobe.com/xap/1.0/", "ModifyDate", made);
        if (!imprint.producer().isBlank()) {
            describe(packet, "pdf", "http://ns.adobe.com/pdf/1.3/", "Producer", escaped(imprint.producer()));
        }
        if (conformance.archival()) {
            String archival = "http://www.aiim.org/pdfa/ns/id/";
            describe(packet, "pdfaid", archival, "part", "2");
            describe(packet, "pdfaid", archival, "conformance", "B");
        }
        if (conformance.accessible()) {
            describe(packet, "pdfuaid", "http://www.aiim.org/pdfua/ns/id/", "part", "1");
            packet.append(ACCESSIBLE_EXPLAINED);
        }
        return packet.append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>").toString();
    }

    private static void describe(StringBuilder packet, String prefix, String space, String name, String value) {
        packet.append(
                " <rdf:Description rdf:about=\"\" xmlns:%1$s=\"%2$s\"><%1$s:%3$s>%4$s</%1$s:%3$s></rdf:Description>\n"
                        .formatted(prefix, space, name, value));
    }

    private static String alternatives(String text) {
        return "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) + "</rdf:li></rdf:Alt>";
    }

    /// As XML takes it, which has no place for some characters at all.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        Printable.line(text)
                .codePoints()
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        default -> escaped.appendCodePoint(c);
                    }
                });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return "Xmp";
    }
}
