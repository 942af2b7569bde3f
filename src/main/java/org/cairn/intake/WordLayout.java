package org.cairn.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/// Page breaks of a document of ECMA-376: where its program saw one when it laid it out last; or those that somebody
/// put there by hand, where they are all the pages it says it has.
final class WordLayout implements PageBreaks.Layout {

    /// What is in these is not laid out, or a second time.
    private static final Set<String> BESIDE = Set.of("txbxContent", "Fallback", "del", "moveFrom");

    private static final XMLEventFactory EVENTS = XMLEventFactory.newFactory();

    private final boolean byHand;
    /// The cell of each row that is open: of cells beside one another, the first tells of the row's breaks.
    private final Deque<int[]> rows = new ArrayDeque<>();
    private int beside;
    private int breaks;

    WordLayout(boolean byHand) {
        this.byHand = byHand;
    }

    boolean byHand() {
        return byHand;
    }

    @Override
    public boolean breaksAt(XMLEvent event) {
        if (event.isStartElement()) {
            return begins(event.asStartElement());
        }
        if (event.isEndElement()) {
            String name = event.asEndElement().getName().getLocalPart();
            if (BESIDE.contains(name)) {
                beside--;
            } else if (name.equals("tr")) {
                rows.poll();
            }
        }
        return false;
    }

    private boolean begins(StartElement element) {
        String name = element.getName().getLocalPart();
        if (BESIDE.contains(name)) {
            beside++;
        } else if (name.equals("tr")) {
            rows.push(new int[1]);
        } else if (name.equals("tc") && !rows.isEmpty()) {
            rows.element()[0]++;
        }
        boolean breaksHere = byHand ? name.equals("br") && page(element) : name.equals("lastRenderedPageBreak");
        boolean counts = breaksHere && beside == 0 && rows.stream().allMatch(cells -> cells[0] <= 1);
        breaks += counts ? 1 : 0;
        return counts;
    }

    private static boolean page(StartElement element) {
        Attribute type = element.getAttributeByName(new QName(element.getName().getNamespaceURI(), "type"));
        return type != null && type.getValue().equals("page");
    }

    @Override
    public int believed(int pages) {
        return !byHand || breaks + 1 == pages ? breaks : 0;
    }

    /// Among the words of the same run.
    @Override
    public void mark(XMLEvent at, XMLEventWriter into) throws XMLStreamException {
        QName name = at.asStartElement().getName();
        into.add(EVENTS.createStartElement(name.getPrefix(), name.getNamespaceURI(), "t"));
        into.add(EVENTS.createCharacters(String.valueOf(PageBreaks.MARK)));
        into.add(EVENTS.createEndElement(name.getPrefix(), name.getNamespaceURI(), "t"));
    }
}
