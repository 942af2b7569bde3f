package org.cairn.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cairn.sample.Paper.Block;

/// A paper as an OpenDocument text or as RTF, written out by hand.
final class TextFiles {
    private static final String SPACES = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\"";

    private TextFiles() {}

    static byte[] odt(Paper paper) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("mimetype", bytes("application/vnd.oasis.opendocument.text"));
        members.put(
                "content.xml",
                bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content " + SPACES
                        + "><office:body><office:text>" + odtBody(paper)
                        + "</office:text></office:body></office:document-content>"));
        members.put(
                "meta.xml",
                bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta " + SPACES
                        + "><office:meta><dc:title>" + escaped(paper.title() + " (" + Paper.MARKING + ")")
                        + "</dc:title><meta:creation-date>2025-01-01T00:00:00</meta:creation-date></office:meta>"
                        + "</office:document-meta>"));
        members.put("META-INF/manifest.xml", bytes("""
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
                <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
                <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
                </manifest:manifest>
                """));
        return FixedZip.of(members);
    }

    private static String odtBody(Paper paper) {
        StringBuilder body = new StringBuilder("<text:p>" + Paper.MARKING + "</text:p>");
        for (Paper.Sheet sheet : paper.sheets()) {
            for (Block block : sheet.blocks()) {
                switch (block) {
                    case Block.Heading heading ->
                        body.append("<text:h text:outline-level=\"")
                                .append(heading.level())
                                .append("\">")
                                .append(escaped(heading.text()))
                                .append("</text:h>");
                    case Block.Words words -> body.append(odtParagraph(words.text()));
                    case Block.Table table -> odtTable(body, table);
                    case Block.Signature unused -> body.append(odtParagraph("____________________"));
                    case Block.Chart unused -> body.append(odtParagraph("(chart)"));
                }
            }
        }
        return body.toString();
    }

    private static void odtTable(StringBuilder body, Block.Table table) {
        body.append("<table:table><table:table-column table:number-columns-repeated=\"")
                .append(table.rows().getFirst().size())
                .append("\"/>");
        for (var row : table.rows()) {
            body.append("<table:table-row>");
            for (String cell : row) {
                body.append("<table:table-cell>").append(odtParagraph(cell)).append("</table:table-cell>");
            }
            body.append("</table:table-row>");
        }
        body.append("</table:table>");
    }

    private static String odtParagraph(String text) {
        return "<text:p>" + escaped(text) + "</text:p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static byte[] rtf(Paper paper) {
        StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Noto Sans;}}\n");
        rtfLine(rtf, Paper.MARKING, "\\b\\fs18 ");
        for (Paper.Sheet sheet : paper.sheets()) {
            for (Block block : sheet.blocks()) {
                switch (block) {
                    case Block.Heading heading -> rtfLine(rtf, heading.text(), "\\b\\fs32 ");
                    case Block.Words words -> rtfLine(rtf, words.text(), "\\fs22 ");
                    case Block.Table table ->
                        table.rows().forEach(row -> rtfLine(rtf, String.join("\t", row), "\\fs20 "));
                    case Block.Signature unused -> rtfLine(rtf, "____________________", "\\fs22 ");
                    case Block.Chart unused -> rtfLine(rtf, "(chart)", "\\fs22 ");
                }
            }
        }
        return rtf.append("}\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void rtfLine(StringBuilder rtf, String text, String style) {
        rtf.append("{\\pard").append(style);
        for (char letter : text.toCharArray()) {
            switch (letter) {
                case '\\', '{', '}' -> rtf.append('\\').append(letter);
                case '\t' -> rtf.append("\\tab ");
                default -> rtf.append(letter < 128 ? String.valueOf(letter) : "\\u" + (short) letter + "?");
            }
        }
        rtf.append("\\par}\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
