package org.cairn.intake;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/// Page breaks of an OpenDocument text: where its program saw one when it laid it out last, and those that a style of
/// a paragraph asks for; only where they are all the pages that it says it has.
final class OpenLayout implements PageBreaks.Layout {

    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final Set<String> PARAGRAPHS = Set.of("p", "h");
    /// A paragraph in these begins no page by itself.
    private static final Set<String> WITHIN = Set.of("table", "frame", "note", "list", "tracked-changes");

    private static final XMLEventFactory EVENTS = XMLEventFactory.newFactory();

    private final Set<String> breaking = new HashSet<>();
    private String style = "";
    private boolean inText;
    private boolean begun;
    private int paragraphs;
    private int within;
    private int breaks;

    @Override
    public boolean breaksAt(XMLEvent event) {
        boolean counts = false;
        if (event.isStartElement()) {
            counts = begins(event.asStartElement());
        } else if (event.isEndElement()) {
            String name = event.asEndElement().getName().getLocalPart();
            paragraphs -= inText && PARAGRAPHS.contains(name) ? 1 : 0;
            within -= inText && WITHIN.contains(name) ? 1 : 0;
        }
        breaks += counts ? 1 : 0;
        return counts;
    }

    private boolean begins(StartElement element) {
        String name = element.getName().getLocalPart();
        if (!inText) {
            learn(name, element);
            inText = name.equals("text");
            return false;
        }
        boolean asked =
                PARAGRAPHS.contains(name) && within == 0 && begun && breaking.contains(value(element, "style-name"));
        begun |= PARAGRAPHS.contains(name) || name.equals("table");
        paragraphs += PARAGRAPHS.contains(name) ? 1 : 0;
        within += WITHIN.contains(name) ? 1 : 0;
        return asked || name.equals("soft-page-break");
    }

    /// Which styles ask for a new page.
    private void learn(String name, StartElement element) {
        if (name.equals("style")) {
            style = value(element, "name");
            if (value(element, "family").equals("paragraph")
                    && !value(element, "master-page-name").isEmpty()) {
                breaking.add(style);
            }
        } else if (name.equals("paragraph-properties")
                && value(element, "break-before").equals("page")) {
            breaking.add(style);
        }
    }

    private static String value(StartElement element, String name) {
        Iterator<Attribute> all = element.getAttributes();
        while (all.hasNext()) {
            Attribute one = all.next();
            if (one.getName().getLocalPart().equals(name)) {
                return one.getValue();
            }
        }
        return "";
    }

    @Override
    public int believed(int pages) {
        return breaks + 1 == pages ? breaks : 0;
    }

    /// Among the words of a paragraph, or as one of its own between two.
    @Override
    public void mark(XMLEvent at, XMLEventWriter into) throws XMLStreamException {
        boolean soft = at.asStartElement().getName().getLocalPart().equals("soft-page-break");
        boolean amongWords = soft && paragraphs > 0;
        if (!amongWords) {
            into.add(EVENTS.createStartElement("text", TEXT, "p"));
        }
        into.add(EVENTS.createCharacters(String.valueOf(PageBreaks.MARK)));
        if (!amongWords) {
            into.add(EVENTS.createEndElement("text", TEXT, "p"));
        }
    }
}
