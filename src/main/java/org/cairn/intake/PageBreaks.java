package org.cairn.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.events.XMLEvent;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.util.XMLHelper;

/// Where the pages of a written document break, as the program that wrote it laid it out last.
///
/// The file says so beside its words, and Tika does not tell: a copy of the file in memory gets a mark among its words
/// at each break, which is found again in what is read. Where the file does not say, no pages are made up.
final class PageBreaks {

    /// A code point that is no character: it stands in no text.
    static final char MARK = '\uFDD0';

    private static final int LARGEST = 24 << 20;
    private static final int LARGEST_PART = 64 << 20;

    private PageBreaks() {}

    /// Finds breaks in the words of a document, event after event.
    interface Layout {

        /// Looks at an event.
        ///
        /// @return whether a page begins at it
        boolean breaksAt(XMLEvent event);

        /// How many breaks are to be believed, where the document is said to have so many pages; 0 for none.
        ///
        /// @param pages 0 where nobody says how many
        int believed(int pages);

        /// Writes a mark before an event at which a page begins.
        void mark(XMLEvent at, XMLEventWriter into) throws XMLStreamException;
    }

    /// The same document with its breaks marked; nothing where the file tells of none.
    static Optional<IncomingBytes> marked(String mediaType, IncomingBytes bytes) {
        boolean word = mediaType.contains("wordprocessingml") || mediaType.contains("ms-word.document.macroenabled");
        boolean open = mediaType.startsWith("application/vnd.oasis.opendocument.text");
        if (!word && !open || bytes.size() > LARGEST) {
            return Optional.empty();
        }
        try (ZipFile zip =
                ZipFile.builder().setSeekableByteChannel(bytes.channel()).get()) {
            if (open) {
                int pages = number(zip, "meta.xml", "document-statistic", "page-count");
                return marked(zip, "content.xml", pages, bytes, OpenLayout::new);
            }
            int pages = number(zip, "docProps/app.xml", "Pages", "");
            Optional<IncomingBytes> seen = marked(zip, "word/document.xml", pages, bytes, () -> new WordLayout(false));
            return seen.isPresent() ? seen : marked(zip, "word/document.xml", pages, bytes, () -> new WordLayout(true));
        } catch (IOException | XMLStreamException | RuntimeException | LinkageError e) {
            return Optional.empty(); // whatever is wrong with it is said by who reads it
        }
    }

    private static Optional<IncomingBytes> marked(
            ZipFile zip, String part, int pages, IncomingBytes bytes, Supplier<Layout> layout)
            throws IOException, XMLStreamException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null || entry.getSize() > LARGEST_PART || believed(zip, entry, layout.get(), pages) == 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream((int) bytes.size() + 65_536);
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(copy)) {
            for (ZipArchiveEntry member : Collections.list(zip.getEntries())) {
                if (member.getName().equals(part)) {
                    out.putArchiveEntry(new ZipArchiveEntry(part));
                    write(zip, entry, layout.get(), out);
                    out.closeArchiveEntry();
                } else {
                    out.addRawArchiveEntry(member, zip.getRawInputStream(member));
                }
            }
        }
        return Optional.of(IncomingBytes.of(copy.toByteArray()));
    }

    private static int believed(ZipFile zip, ZipArchiveEntry entry, Layout layout, int pages)
            throws IOException, XMLStreamException {
        try (InputStream in = new Bounded(zip.getInputStream(entry))) {
            XMLEventReader events = XMLHelper.newXMLInputFactory().createXMLEventReader(in);
            while (events.hasNext()) {
                layout.breaksAt(events.nextEvent());
            }
        }
        return layout.believed(pages);
    }

    private static void write(ZipFile zip, ZipArchiveEntry entry, Layout layout, ZipArchiveOutputStream out)
            throws IOException, XMLStreamException {
        try (InputStream in = new Bounded(zip.getInputStream(entry))) {
            XMLEventReader events = XMLHelper.newXMLInputFactory().createXMLEventReader(in);
            XMLEventWriter writer = XMLOutputFactory.newFactory().createXMLEventWriter(out, "UTF-8");
            while (events.hasNext()) {
                XMLEvent event = events.nextEvent();
                if (layout.breaksAt(event)) {
                    layout.mark(event, writer);
                }
                writer.add(event);
            }
            writer.flush();
        }
    }

    /// A number that the document says of itself: as the text of an element, or as its attribute.
    private static int number(ZipFile zip, String part, String element, String attribute)
            throws IOException, XMLStreamException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null || entry.getSize() > LARGEST_PART) {
            return 0;
        }
        try (InputStream in = new Bounded(zip.getInputStream(entry))) {
            XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    String said = attribute.isEmpty() ? xml.getElementText() : attribute(xml, attribute);
                    return said.strip().matches("\\d{1,6}") ? Integer.parseInt(said.strip()) : 0;
                }
            }
        }
        return 0;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /// No more of a part than a document can have: what unpacks to more is none.
    private static final class Bounded extends java.io.FilterInputStream {

        private long left = LARGEST_PART;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = super.read(into, offset, length);
            left -= Math.max(0, some);
            if (left < 0) {
                throw new IOException("more than a document has");
            }
            return some;
        }
    }
}
