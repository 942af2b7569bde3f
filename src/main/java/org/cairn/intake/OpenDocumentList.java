package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.events.XMLEvent;
import org.apache.poi.util.XMLHelper;

/// The list of parts of an OpenDocument file, as far as it tells of a lock.
final class OpenDocumentList {

    private static final String LOCK = "encryption-data";

    private OpenDocumentList() {}

    /// How each part is locked that is.
    static Map<String, OpenDocumentKey> keys(byte[] list) throws XMLStreamException {
        Map<String, OpenDocumentKey> keys = new HashMap<>();
        XMLStreamReader reader = XMLHelper.newXMLInputFactory().createXMLStreamReader(new ByteArrayInputStream(list));
        Map<String, String> told = new HashMap<>();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (reader.getLocalName().equals("file-entry")) {
                    told.clear();
                }
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    told.put(
                            reader.getLocalName() + "/" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals(LOCK)) {
                keys.put(told.getOrDefault("file-entry/full-path", ""), key(told));
            }
        }
        return keys;
    }

    private static OpenDocumentKey key(Map<String, String> told) throws XMLStreamException {
        try {
            return new OpenDocumentKey(
                    told.getOrDefault("algorithm/algorithm-name", ""),
                    bytes(told, "algorithm/initialisation-vector"),
                    told.getOrDefault("key-derivation/key-derivation-name", ""),
                    bytes(told, "key-derivation/salt"),
                    Integer.parseInt(told.getOrDefault("key-derivation/iteration-count", "0")),
                    Integer.parseInt(told.getOrDefault("key-derivation/key-size", "16")),
                    told.getOrDefault("start-key-generation/start-key-generation-name", "SHA1"),
                    told.getOrDefault(LOCK + "/checksum-type", ""),
                    bytes(told, LOCK + "/checksum"));
        } catch (IllegalArgumentException e) {
            throw new XMLStreamException(e);
        }
    }

    private static byte[] bytes(Map<String, String> told, String name) {
        return Base64.getDecoder().decode(told.getOrDefault(name, "").strip());
    }

    /// The same list, that says nothing of a lock.
    static byte[] withoutKeys(byte[] list) throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLEventReader reader = XMLHelper.newXMLInputFactory().createXMLEventReader(new ByteArrayInputStream(list));
        XMLEventWriter writer = XMLOutputFactory.newInstance().createXMLEventWriter(bytes, "UTF-8");
        boolean within = false;
        while (reader.hasNext()) {
            XMLEvent event = reader.nextEvent();
            boolean lock = event.isStartElement()
                            && event.asStartElement().getName().getLocalPart().equals(LOCK)
                    || event.isEndElement()
                            && event.asEndElement().getName().getLocalPart().equals(LOCK);
            if (lock) {
                within = event.isStartElement();
            } else if (!within) {
                writer.add(event);
            }
        }
        writer.close();
        return bytes.toByteArray();
    }
}
