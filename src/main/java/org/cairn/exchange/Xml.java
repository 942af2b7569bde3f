package org.cairn.exchange;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An element of a stranger's XML, with what lies in it.
///
/// A document type is refused before anything of it is read: nothing is expanded, nothing fetched. Depth, number and
/// size have their limits.
final class Xml {

    /// Nobody's form or submission is larger; pictures travel beside it.
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int DEEPEST = 100;
    private static final int MOST_ELEMENTS = 2_000_000;

    private final String name;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Xml> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Xml(String name, int line) {
        this.name = name;
        this.line = line;
    }

    /// The root of a document.
    static Xml read(byte[] bytes) throws Unreadable {
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable("tooLarge");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (XMLStreamException e) {
            int at = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new Unreadable("notXml", at > 0 ? String.valueOf(at) : "");
        }
    }

    private static Xml read(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        Deque<Xml> open = new ArrayDeque<>();
        Optional<Xml> root = Optional.empty();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
                        throw new Unreadable("tooLarge");
                    }
                    Xml element = started(reader);
                    if (open.isEmpty()) {
                        root = Optional.of(element);
                    } else {
                        open.peek().children.add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.getFirst().text.append(reader.getText());
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.ENTITY_DECLARATION -> throw new Unreadable("documentType");
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
        return root.orElseThrow(() -> new Unreadable("notXml"));
    }

    private static Xml started(XMLStreamReader reader) {
        Xml element = new Xml(reader.getLocalName(), reader.getLocation().getLineNumber());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return element;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /// An attribute, empty where it has none of that name.
    String attribute(String which) {
        return attributes.getOrDefault(which, "");
    }

    List<Xml> children() {
        return children;
    }

    Stream<Xml> children(String which) {
        return children.stream().filter(child -> child.name.equals(which));
    }

    Optional<Xml> child(String which) {
        return children(which).findFirst();
    }

    /// What stands directly in it, without what lies in its children.
    String text() {
        return text.toString();
    }

    /// What stands directly in a child, without blanks around it; empty where there is none.
    String inside(String which) {
        return child(which).map(Xml::text).orElse("").strip();
    }

    @Override
    public String toString() {
        return "Xml " + line;
    }
}
