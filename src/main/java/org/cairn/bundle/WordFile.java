package org.cairn.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.cairn.bundle.typeset.Direction;
import org.cairn.domain.search.Hit.Highlight;

/// A document of a word processor (Office Open XML), written as it comes, however long: headings, paragraphs, tables,
/// each running the way its letters do.
///
/// The libraries that make such files hold all of them in memory.
final class WordFile implements AutoCloseable {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String DECLARED = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    /// The width of the text of a lying A4 page, in twentieths of a point.
    private static final int WIDTH = 14_570;

    private final ZipOutputStream zip;
    private final XMLStreamWriter xml;
    private final Direction direction;

    /// @param title what a word processor shows as the document's title
    /// @param foot what stands before the number of a page
    WordFile(OutputStream out, String title, String author, Instant made, String foot, Direction direction) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.direction = direction;
        try {
            part("[Content_Types].xml", types());
            part("_rels/.rels", relations("officeDocument", "word/document.xml", "core", "docProps/core.xml"));
            part("docProps/core.xml", core(title, author, made));
            part("word/_rels/document.xml.rels", relations("styles", "styles.xml", "footer", "footer1.xml"));
            part("word/styles.xml", styles());
            part("word/footer1.xml", footer(foot));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(zip, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("w", "document", W);
            xml.writeNamespace("w", W);
            xml.writeNamespace("r", R);
            xml.writeStartElement("w", "body", W);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /// What writes.
    private interface Writing {
        void write() throws XMLStreamException;
    }

    private static UncheckedIOException failed(XMLStreamException e) {
        return new UncheckedIOException(e.getCause() instanceof IOException known ? known : new IOException(e));
    }

    private static void writing(Writing what) {
        try {
            what.write();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /// A heading, 0 for the title of the whole.
    void heading(int level, String text) {
        paragraph(level == 0 ? "Title" : "Heading" + level, text, List.of());
    }

    void paragraph(String text) {
        paragraph("Normal", text, List.of());
    }

    private void paragraph(String style, String text, List<Highlight> strong) {
        writing(() -> {
            Direction way = direction.orOf(text);
            xml.writeStartElement("w", "p", W);
            xml.writeStartElement("w", "pPr", W);
            empty("pStyle", "val", style);
            if (way.rightToLeft()) {
                empty("bidi");
            }
            xml.writeEndElement();
            int reached = 0;
            for (Highlight one : strong) {
                run(text.substring(reached, one.start()), way, false);
                run(text.substring(one.start(), one.end()), way, true);
                reached = one.end();
            }
            run(text.substring(reached), way, false);
            xml.writeEndElement();
        });
    }

    /// A run of an Arabic paragraph is set for Arabic, but not where its own letters run the other way.
    private void run(String text, Direction way, boolean strong) throws XMLStreamException {
        if (text.isEmpty()) {
            return;
        }
        xml.writeStartElement("w", "r", W);
        xml.writeStartElement("w", "rPr", W);
        if (strong) {
            empty("b");
            empty("bCs");
        }
        if (way.orOf(text).rightToLeft()) {
            empty("rtl");
        }
        xml.writeEndElement();
        xml.writeStartElement("w", "t", W);
        xml.writeAttribute("http://www.w3.org/XML/1998/namespace", "space", "preserve");
        xml.writeCharacters(writable(text));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /// Without what no XML may hold.
    private static String writable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point == '\t'
                        || point == '\n'
                        || point >= 0x20 && point < 0xD800
                        || point > 0xDFFF && point < 0xFFFE
                        || point > 0xFFFF)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /// A cell, some of its letters strong.
    record Cell(String text, List<Highlight> strong) {
        Cell {
            strong = List.copyOf(strong);
        }

        static Cell of(String text) {
            return new Cell(text, List.of());
        }

        @Override
        public String toString() {
            return "Cell";
        }
    }

    /// Begins a table; what is added to the document until it ends are rows.
    ///
    /// @param shares of the width, in hundredths
    /// @param head repeated on every page; none where empty
    void beginTable(List<Integer> shares, List<String> head) {
        writing(() -> {
            xml.writeStartElement("w", "tbl", W);
            xml.writeStartElement("w", "tblPr", W);
            if (direction.rightToLeft()) {
                empty("bidiVisual");
            }
            empty("tblW", "w", String.valueOf(WIDTH), "type", "dxa");
            xml.writeStartElement("w", "tblBorders", W);
            for (String side : List.of("top", "bottom", "insideH")) {
                empty(side, "val", "single", "sz", "4", "space", "0", "color", "B8BEC6");
            }
            xml.writeEndElement();
            empty("tblLayout", "type", "fixed");
            xml.writeEndElement();
            xml.writeStartElement("w", "tblGrid", W);
            for (int share : shares) {
                empty("gridCol", "w", String.valueOf(WIDTH * share / 100));
            }
            xml.writeEndElement();
            if (!head.isEmpty()) {
                xml.writeStartElement("w", "tr", W);
                xml.writeStartElement("w", "trPr", W);
                empty("tblHeader");
                xml.writeEndElement();
                cells(shares, head.stream().map(Cell::of).toList(), "TableHead");
                xml.writeEndElement();
            }
        });
    }

    void row(List<Integer> shares, List<Cell> cells) {
        writing(() -> {
            xml.writeStartElement("w", "tr", W);
            xml.writeStartElement("w", "trPr", W);
            empty("cantSplit");
            xml.writeEndElement();
            cells(shares, cells, "TableText");
            xml.writeEndElement();
        });
    }

    private void cells(List<Integer> shares, List<Cell> cells, String style) throws XMLStreamException {
        for (int i = 0; i < cells.size(); i++) {
            xml.writeStartElement("w", "tc", W);
            xml.writeStartElement("w", "tcPr", W);
            empty("tcW", "w", String.valueOf(WIDTH * shares.get(i) / 100), "type", "dxa");
            xml.writeEndElement();
            paragraph(style, cells.get(i).text(), cells.get(i).strong());
            xml.writeEndElement();
        }
    }

    void endTable() {
        writing(() -> xml.writeEndElement());
    }

    /// Ends the document; the stream below stays open.
    void finish() {
        writing(() -> {
            xml.writeStartElement("w", "sectPr", W);
            xml.writeStartElement("w", "footerReference", W);
            xml.writeAttribute("w", W, "type", "default");
            xml.writeAttribute("r", R, "id", "rId2");
            xml.writeEndElement();
            empty("pgSz", "w", "16838", "h", "11906", "orient", "landscape");
            empty(
                    "pgMar", "top", "1134", "right", "1134", "bottom", "1134", "left", "1134", "header", "567",
                    "footer", "567", "gutter", "0");
            if (direction.rightToLeft()) {
                empty("bidi");
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        });
        try {
            zip.closeEntry();
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lets go of what holds memory.
    @Override
    public void close() {
        writing(() -> xml.close());
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement("w", name, W);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute("w", W, attributes[i], attributes[i + 1]);
        }
    }

    private void part(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((DECLARED + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String types() {
        return """
            <Types xmlns="%scontent-types"><Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" ContentType="%sdocument.main+xml"/>\
            <Override PartName="/word/styles.xml" ContentType="%sstyles+xml"/>\
            <Override PartName="/word/footer1.xml" ContentType="%sfooter+xml"/>\
            <Override PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>""".formatted(PACKAGE, TYPE, TYPE, TYPE);
    }

    private static String relations(String one, String to, String other, String toOther) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                + relation(1, one, to)
                + relation(2, other, toOther)
                + "</Relationships>";
    }

    private static String relation(int number, String type, String target) {
        String space = type.equals("core") ? PACKAGE + "relationships/metadata/core-properties" : R + "/" + type;
        return "<Relationship Id=\"rId" + number + "\" Type=\"" + space + "\" Target=\"" + target + "\"/>";
    }

    private static String core(String title, String author, Instant made) {
        return """
            <cp:coreProperties xmlns:cp="%smetadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
            <dc:title>%s</dc:title><dc:creator>%s</dc:creator>\
            <dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created></cp:coreProperties>""".formatted(PACKAGE, escaped(title), escaped(author), made);
    }

    private static String escaped(String text) {
        return writable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private String footer(String foot) {
        String bidi = direction.rightToLeft() ? "<w:bidi/>" : "";
        return "<w:ftr xmlns:w=\"" + W + "\"><w:p><w:pPr><w:pStyle w:val=\"TableHead\"/>" + bidi
                + "<w:jc w:val=\"center\"/></w:pPr><w:r><w:t xml:space=\"preserve\">" + escaped(foot)
                + " </w:t></w:r>" + field("PAGE") + "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>"
                + field("NUMPAGES") + "</w:p></w:ftr>";
    }

    private static String field(String what) {
        return "<w:fldSimple w:instr=\" " + what + " \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
    }

    private static String styles() {
        return "<w:styles xmlns:w=\"" + W + "\"><w:docDefaults><w:rPrDefault><w:rPr>"
                + "<w:rFonts w:ascii=\"Noto Sans\" w:hAnsi=\"Noto Sans\" w:eastAsia=\"Noto Sans SC\""
                + " w:cs=\"Noto Naskh Arabic\"/><w:sz w:val=\"19\"/><w:szCs w:val=\"21\"/>"
                + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\"/></w:pPr>"
                + "</w:pPrDefault></w:docDefaults>"
                + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
                + "</w:style>"
                + style("Title", "Title", "<w:spacing w:after=\"160\"/>", 40)
                + style(
                        "Heading1",
                        "heading 1",
                        "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"100\"/>" + "<w:outlineLvl w:val=\"0\"/>",
                        27)
                + style("TableHead", "Table Head", "<w:keepNext/><w:spacing w:before=\"30\" w:after=\"30\"/>", 16)
                + "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"TableText\">"
                + "<w:name w:val=\"Table Text\"/><w:basedOn w:val=\"Normal\"/>"
                + "<w:pPr><w:spacing w:before=\"30\" w:after=\"30\"/></w:pPr>"
                + "<w:rPr><w:sz w:val=\"17\"/><w:szCs w:val=\"19\"/></w:rPr></w:style></w:styles>";
    }

    private static String style(String id, String name, String paragraph, int size) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>"
                + "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>" + paragraph
                + "</w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val=\"" + size + "\"/><w:szCs w:val=\"" + (size + 2)
                + "\"/></w:rPr></w:style>";
    }
}
