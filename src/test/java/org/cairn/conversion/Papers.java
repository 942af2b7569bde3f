package org.cairn.conversion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Documents that ask for something from elsewhere, written as their formats are.
final class Papers {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String NAMES = """
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
            xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture\"""";
    private static final String OPEN = """
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
            xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
            xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"
            xmlns:ooo="http://openoffice.org/2004/office"
            xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2\"""";

    private Papers() {}

    /// A Word document with pictures, a template, an included file and a DDE field from elsewhere.
    static byte[] asking(String server, Path disk) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", XML + """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/word/document.xml" ContentType=
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                <Override PartName="/word/settings.xml" ContentType=
                "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/></Types>""");
        parts.put("_rels/.rels", relations(relation("d", "officeDocument", "word/document.xml", false)));
        parts.put(
                "word/_rels/document.xml.rels",
                relations(relation("s", "settings", "settings.xml", false)
                        + relation("i1", "image", server + "/remote.png", true)
                        + relation(
                                "i2", "image", disk.resolve("own.png").toUri().toString(), true)));
        parts.put(
                "word/_rels/settings.xml.rels",
                relations(relation("t", "attachedTemplate", server + "/template.dotm", true)));
        parts.put("word/settings.xml", XML + "<w:settings " + NAMES + "><w:attachedTemplate r:id=\"t\"/></w:settings>");
        parts.put(
                "word/document.xml",
                XML + "<w:document " + NAMES + "><w:body>" + line("Before") + picture("i1") + picture("i2")
                        + field("INCLUDETEXT \"" + disk.resolve("own.txt") + "\"", "as it was included")
                        + field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"", "as it was linked")
                        + field("INCLUDEPICTURE \"" + server + "/included.png\"", "a picture")
                        + line("After") + "</w:body></w:document>");
        return zipped(parts);
    }

    private static String relations(String some) {
        return XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + some
                + "</Relationships>";
    }

    private static String relation(String id, String type, String target, boolean elsewhere) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATION + "/" + type + "\" Target=\"" + target + "\""
                + (elsewhere ? " TargetMode=\"External\"" : "") + "/>";
    }

    private static String line(String words) {
        return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    private static String field(String code, String shown) {
        return "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> "
                + code.replace("\"", "&quot;") + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/>"
                + "</w:r><w:r><w:t>" + shown + "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    }

    private static String picture(String id) {
        return """
                <w:p><w:r><w:drawing><wp:inline><wp:extent cx="2000000" cy="2000000"/><wp:docPr id="1" name="p"/>
                <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
                <pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>
                <a:blip r:link="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>
                <a:off x="0" y="0"/><a:ext cx="2000000" cy="2000000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>
                </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>""".formatted(id);
    }

    /// A text document with sections and pictures that lie elsewhere.
    static byte[] linked(String server, Path disk) throws IOException {
        return open(
                "text",
                "",
                "<text:p>Begin</text:p>"
                        + section("a", disk.resolve("own.txt").toUri().toString(), "kept section")
                        + section("b", server + "/section.odt", "another kept section") + "<text:p>"
                        + frame(disk.resolve("own.png").toUri().toString()) + frame(server + "/frame.png")
                        + "</text:p><text:p>End</text:p>",
                Map.of());
    }

    private static String section(String name, String from, String kept) {
        return "<text:section text:name=\"" + name + "\"><text:section-source xlink:href=\"" + from + "\"/><text:p>"
                + kept + "</text:p></text:section>";
    }

    private static String frame(String from) {
        return "<draw:frame text:anchor-type=\"as-char\" svg:width=\"5cm\" svg:height=\"5cm\"><draw:image xlink:href=\""
                + from + "\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/></draw:frame>";
    }

    /// A text document that writes a file as soon as it is opened, where macros run.
    static byte[] withMacro(Path trace) throws IOException {
        String names = "<!DOCTYPE %s PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"%s\">";
        String library = "<library:libraries xmlns:library=\"http://openoffice.org/2000/library\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"><library:library library:name=\"Standard\""
                + " library:link=\"false\"/></library:libraries>";
        String module = "<script:module xmlns:script=\"http://openoffice.org/2000/script\" script:name=\"Module1\""
                + " script:language=\"StarBasic\">Sub Main\n Open \"" + trace
                + "\" For Output As #1\n Print #1, \"ran\"\n Close #1\nEnd Sub</script:module>";
        return open(
                "text",
                "<office:scripts><office:event-listeners><script:event-listener script:language=\"ooo:script\""
                        + " script:event-name=\"dom:load\" xlink:type=\"simple\""
                        + " xlink:href=\"vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document\"/>"
                        + "</office:event-listeners></office:scripts>",
                "<text:p>A paper that runs something</text:p>",
                Map.of(
                        "Basic/script-lc.xml",
                        XML + names.formatted("library:libraries", "libraries.dtd") + library,
                        "Basic/Standard/script-lb.xml",
                        XML + names.formatted("library:library", "library.dtd")
                                + "<library:library xmlns:library=\"http://openoffice.org/2000/library\""
                                + " library:name=\"Standard\" library:readonly=\"false\""
                                + " library:passwordprotected=\"false\"><library:element library:name=\"Module1\"/>"
                                + "</library:library>",
                        "Basic/Standard/Module1.xml",
                        XML + names.formatted("script:module", "module.dtd") + module));
    }

    /// A workbook whose values come from other workbooks and from a server.
    static byte[] external(String server, Path disk) throws IOException {
        return open(
                "spreadsheet",
                "",
                "<table:table table:name=\"one\">" + row("kept value")
                        + formula("'" + disk.resolve("own.txt").toUri() + "'#$own.A1")
                        + formula("WEBSERVICE(&quot;" + server + "/value&quot;)")
                        + "</table:table><table:table table:name=\"two\"><table:table-source xlink:href=\"" + server
                        + "/table.ods\" xlink:type=\"simple\"/>" + row("another") + "</table:table>",
                Map.of());
    }

    private static String row(String words) {
        return "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>" + words
                + "</text:p></table:table-cell></table:table-row>";
    }

    private static String formula(String formula) {
        return "<table:table-row><table:table-cell table:formula=\"of:=" + formula
                + "\" office:value-type=\"string\"><text:p>as it was</text:p></table:table-cell></table:table-row>";
    }

    /// A sheet with a hundred million cells that are not empty, in a few bytes.
    static byte[] endless() throws IOException {
        return open(
                "spreadsheet",
                "",
                "<table:table table:name=\"one\"><table:table-row table:number-rows-repeated=\"1000000\">"
                        + "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"100\">"
                        + "<text:p>again and again</text:p></table:table-cell></table:table-row></table:table>",
                Map.of());
    }

    private static byte[] open(String kind, String scripts, String body, Map<String, String> besides)
            throws IOException {
        String type = "application/vnd.oasis.opendocument." + kind;
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", type);
        parts.put(
                "content.xml",
                XML + "<office:document-content " + OPEN + ">" + scripts + "<office:body><office:" + kind + ">" + body
                        + "</office:" + kind + "></office:body></office:document-content>");
        parts.putAll(besides);
        StringBuilder entries = new StringBuilder(entry("/", type));
        parts.keySet().stream().skip(1).forEach(name -> entries.append(entry(name, "text/xml")));
        parts.put(
                "META-INF/manifest.xml",
                XML + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                        + entries + "</manifest:manifest>");
        return zipped(parts);
    }

    private static String entry(String name, String type) {
        return "<manifest:file-entry manifest:full-path=\"" + name + "\" manifest:media-type=\"" + type + "\"/>";
    }

    private static byte[] zipped(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
