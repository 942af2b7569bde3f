package org.cairn.drawing;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A zip of XML parts, read as they stream by; nothing outside it is ever looked for.
final class ZippedXml {

    private final ZipFile zip;
    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    ZippedXml(PipedBytes bytes) throws IOException {
        zip = ZipFile.builder().setSeekableByteChannel(new PipedChannel(bytes)).get();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // signs that stand for others are counted too, and a long sheet has a hundred thousand of them
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.entityExpansionLimit", "0");
    }

    /// What is done with a part while it streams by.
    @FunctionalInterface
    interface Use {
        void of(XMLStreamReader xml) throws XMLStreamException;
    }

    /// Reads a part; one that is not there says nothing.
    void read(String part, Use use) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            use.of(xml);
        } catch (XMLStreamException e) {
            throw new IOException("not well formed");
        }
    }

    /// An attribute by its local name; empty where there is none.
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                @Nullable String value = xml.getAttributeValue(i);
                return value == null ? "" : value;
            }
        }
        return "";
    }

    static int number(XMLStreamReader xml, String name, int otherwise) {
        try {
            return Integer.parseInt(attribute(xml, name));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
