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
    private static final int LONGEST_NUMBER = 18;

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
            String algorithm = told.getOrDefault("algorithm/algorithm-name", "");
            return new OpenDocumentKey(
                    algorithm,
                    bytes(told, "algorithm/initialisation-vector"),
                    derivation(told, algorithm),
                    told.getOrDefault(LOCK + "/checksum-type", ""),
                    bytes(told, LOCK + "/checksum"));
        } catch (IllegalArgumentException e) {
            throw new XMLStreamException(e);
        }
    }

    private static OpenDocumentDerivation derivation(Map<String, String> told, String algorithm) {
        String name = told.getOrDefault("key-derivation/key-derivation-name", "");
        boolean argon = name.endsWith("argon2id");
        return new OpenDocumentDerivation(
                name,
                bytes(told, "key-derivation/salt"),
                number(told, "key-derivation/" + (argon ? "argon2-iterations" : "iteration-count"), 0),
                number(told, "key-derivation/argon2-memory", 0),
                number(told, "key-derivation/argon2-lanes", 0),
                number(told, "key-derivation/key-size", usualSize(algorithm)),
                told.getOrDefault("start-key-generation/start-key-generation-name", "SHA1"));
    }

    /// In bytes, where the list does not say it.
    private static long usualSize(String algorithm) {
        return algorithm.contains("#aes256") ? 32 : algorithm.contains("#aes192") ? 24 : 16;
    }

    /// One that is too large to be counted with is the largest there is.
    private static long number(Map<String, String> told, String name, long usual) {
        String digits = told.getOrDefault(name, "").strip();
        if (digits.isEmpty()) {
            return usual;
        }
        if (!digits.matches("\\d+")) {
            throw new IllegalArgumentException("no number");
        }
        return digits.length() > LONGEST_NUMBER ? Long.MAX_VALUE : Long.parseLong(digits);
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
