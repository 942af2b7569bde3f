package org.cairn.conversion;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/// Copies a part of a workbook event by event, as large as it may be, with changes on the way.
final class XmlCopy {

    private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

    private XmlCopy() {}

    /// What is written for an event, in its place.
    @FunctionalInterface
    interface Change {
        List<XMLEvent> of(XMLEvent event) throws XMLStreamException;
    }

    /// Neither stream is closed.
    static void copy(InputStream from, OutputStream to, Change change) throws XMLStreamException {
        XMLEventReader reader = Ods.reader().createXMLEventReader(from);
        XMLEventWriter writer = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(to, "UTF-8");
        while (reader.hasNext()) {
            for (XMLEvent event : change.of(reader.nextEvent())) {
                writer.add(event);
            }
        }
        writer.flush();
    }

    static boolean begins(XMLEvent event, String space, String name) {
        return event.isStartElement() && is(event.asStartElement().getName(), space, name);
    }

    static boolean ends(XMLEvent event, String space, String name) {
        return event.isEndElement() && is(event.asEndElement().getName(), space, name);
    }

    private static boolean is(QName element, String space, String name) {
        return element.getLocalPart().equals(name) && element.getNamespaceURI().equals(space);
    }

    static String attribute(StartElement element, String space, String name) {
        Attribute attribute = element.getAttributeByName(new QName(space, name));
        return attribute == null ? "" : attribute.getValue();
    }

    static QName table(String name) {
        return new QName(Ods.TABLE, name, "table");
    }

    static QName style(String name) {
        return new QName(Ods.STYLE, name, "style");
    }

    static QName fo(String name) {
        return new QName(Ods.FO, name, "fo");
    }

    /// An element with other attributes: an empty value takes one away.
    static StartElement with(StartElement element, Map<QName, String> changed) {
        List<Attribute> attributes = new ArrayList<>();
        element.getAttributes().forEachRemaining(attribute -> {
            if (!changed.containsKey(attribute.getName())) {
                attributes.add(attribute);
            }
        });
        changed.forEach((name, value) -> {
            if (!value.isEmpty()) {
                attributes.add(EVENTS.createAttribute(name, value));
            }
        });
        return EVENTS.createStartElement(element.getName(), attributes.iterator(), element.getNamespaces());
    }

    static StartElement start(QName name, Map<QName, String> attributes) {
        List<Attribute> all = new ArrayList<>();
        attributes.forEach((of, value) -> all.add(EVENTS.createAttribute(of, value)));
        return EVENTS.createStartElement(name, all.iterator(), null);
    }

    static XMLEvent end(QName name) {
        return EVENTS.createEndElement(name, null);
    }

    /// An element with nothing in it.
    static List<XMLEvent> empty(QName name, Map<QName, String> attributes) {
        return List.of(start(name, attributes), end(name));
    }
}
