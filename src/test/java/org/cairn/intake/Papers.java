package org.cairn.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Makes the files that the tests read.
final class Papers {

    private Papers() {}

    /// One page for each text; an empty text makes a page without letters.
    static byte[] pdf(String... pages) {
        try (PDDocument document = document(pages)) {
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] lockedPdf(String password, String text) {
        try (PDDocument document = document(text)) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDDocument document(String... pages) throws IOException {
        PDDocument document = new PDDocument();
        for (String text : pages) {
            PDPage page = new PDPage();
            document.addPage(page);
            if (!text.isEmpty()) {
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(text);
                    content.endText();
                }
            }
        }
        return document;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    static byte[] docx(String... paragraphs) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] slides(String... slides) {
        try (XMLSlideShow show = new XMLSlideShow();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (String slide : slides) {
                show.createSlide().createTextBox().setText(slide);
            }
            show.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Two sheets, `First` and `Second`, with rows that say which they are.
    static byte[] workbook(Workbook workbook, int rows) {
        try (workbook;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (String name : new String[] {"First", "Second"}) {
                Sheet sheet = workbook.createSheet(name);
                for (int i = 1; i <= rows; i++) {
                    Row row = sheet.createRow(i - 1);
                    row.createCell(0).setCellValue(name + i);
                    row.createCell(1).setCellValue(i);
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A workbook as Excel keeps it in binary: sheets by their names, with what stands in the first cell of some rows.
    ///
    /// @param sheets rows from 1
    static byte[] binaryWorkbook(Map<String, Map<Integer, String>> sheets) {
        String type = "application/vnd.ms-excel.";
        StringBuilder types = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
                + "relationships+xml\"/><Override PartName=\"/xl/workbook.bin\" ContentType=\"" + type
                + "sheet.binary.macroEnabled.main\"/>");
        StringBuilder links = new StringBuilder();
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        int number = 0;
        for (Map.Entry<String, Map<Integer, String>> sheet : sheets.entrySet()) {
            number++;
            String part = "worksheets/sheet" + number + ".bin";
            types.append("<Override PartName=\"/xl/" + part + "\" ContentType=\"" + type + "worksheet\"/>");
            links.append(link("r" + number, "worksheet", part));
            workbook.writeBytes(record(156, numbers(0, number), wide("r" + number), wide(sheet.getKey())));
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            sheet.getValue().forEach((row, text) -> {
                rows.writeBytes(record(0, numbers(row - 1, 0, 0, 0)));
                rows.writeBytes(record(6, numbers(0, 0), wide(text)));
            });
            parts.put("xl/" + part, rows.toByteArray());
        }
        parts.put("[Content_Types].xml", lines(types + "</Types>"));
        parts.put("_rels/.rels", links(link("r1", "officeDocument", "xl/workbook.bin")));
        parts.put("xl/workbook.bin", workbook.toByteArray());
        parts.put("xl/_rels/workbook.bin.rels", links(links.toString()));
        return zip(parts);
    }

    private static byte[] links(String some) {
        return lines("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + some
                + "</Relationships>");
    }

    private static String link(String id, String type, String to) {
        return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                + "relationships/" + type + "\" Target=\"" + to + "\"/>";
    }

    /// A record: its type and its length seven bits at a time, then what it holds.
    private static byte[] record(int type, byte[]... held) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] one : held) {
            all.writeBytes(one);
        }
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        for (int rest : new int[] {type, all.size()}) {
            for (; rest > 0x7f; rest >>= 7) {
                record.write(rest & 0x7f | 0x80);
            }
            record.write(rest);
        }
        record.writeBytes(all.toByteArray());
        return record.toByteArray();
    }

    private static byte[] numbers(int... some) {
        ByteBuffer bytes = ByteBuffer.allocate(some.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int one : some) {
            bytes.putInt(one);
        }
        return bytes.array();
    }

    private static byte[] wide(String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_16LE);
        return ByteBuffer.allocate(4 + letters.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(text.length())
                .put(letters)
                .array();
    }

    /// An OpenDocument table.
    ///
    /// @param sheets their elements, with the prefixes `table` and `text`
    static byte[] openSheets(String sheets, Map<String, byte[]> parts) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII));
        all.putAll(parts);
        all.put("content.xml", content(sheets));
        return zip(all);
    }

    static byte[] content(String body) {
        String open = "urn:oasis:names:tc:opendocument:xmlns:";
        return ("<office:document-content xmlns:office=\"" + open + "office:1.0\" xmlns:table=\"" + open
                        + "table:1.0\" xmlns:text=\"" + open + "text:1.0\"><office:body><office:spreadsheet>" + body
                        + "</office:spreadsheet></office:body></office:document-content>")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A message with a body, an inline picture, a named attachment and a forwarded message.
    static byte[] message() {
        String picture = Base64.getEncoder().encodeToString(png());
        return lines(
                "From: Amina <amina@example.org>",
                "To: The Inquiry <inquiry@example.org>",
                "Subject: What I saw in March",
                "Date: Mon, 3 Jan 2022 10:00:00 +0000",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=\"B\"",
                "",
                "--B",
                "Content-Type: text/plain; charset=windows-1251",
                "Content-Transfer-Encoding: 8bit",
                "",
                "The body says cornerstone.",
                "--B",
                "Content-Type: image/png; name=\"ward.png\"",
                "Content-Disposition: inline; filename=\"ward.png\"",
                "Content-Transfer-Encoding: base64",
                "",
                picture,
                "--B",
                "Content-Type: text/plain; name=\"notes.txt\"",
                "Content-Disposition: attachment; filename=\"notes.txt\"",
                "",
                "attached words",
                "--B",
                "Content-Type: message/rfc822",
                "",
                "From: other@example.org",
                "Subject: Forwarded",
                "",
                "forwarded words",
                "--B--");
    }

    static byte[] lines(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static Source source(byte[] bytes) {
        return new Source() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
