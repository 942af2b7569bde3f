package org.cairn.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// A PDF made by the PDF library and then damaged. Each page says its number in a word, and is as wide as 100 and that.
public final class BrokenPdf {

    private static final List<String> WORDS = List.of("first", "second", "third", "fourth", "fifth");

    private final String text;

    private BrokenPdf(String text) {
        this.text = text;
    }

    /// So many pages, up to five, each object by itself.
    public static BrokenPdf of(int pages) {
        return made(pages, "");
    }

    /// Locked with a password.
    public static BrokenPdf locked(int pages, String password) {
        return made(pages, password);
    }

    private static BrokenPdf made(int pages, String password) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int number = 1; number <= pages; number++) {
                PDPage page = new PDPage(new PDRectangle(100 + number, 200));
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 9);
                    content.newLineAtOffset(9, 100);
                    content.showText(WORDS.get(number - 1));
                    content.endText();
                }
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return new BrokenPdf(bytes.toString(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With all objects that say they are of this type wiped out, each byte of them a blank.
    public BrokenPdf without(String type) {
        Matcher object = Pattern.compile("(?s)(\\d+ \\d+ obj)((?:(?!endobj).)*?/Type */" + type + "\\b.*?)endobj")
                .matcher(text);
        return new BrokenPdf(object.replaceAll(
                found -> found.group(1) + " ".repeat(found.group(2).length()) + "endobj"));
    }

    /// With these words replaced everywhere.
    public BrokenPdf with(String words, String others) {
        if (!Pattern.compile(words).matcher(text).find()) {
            throw new IllegalArgumentException("not in it");
        }
        return new BrokenPdf(text.replaceAll(words, others));
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A PDF of objects as they are written, the first with the number 1; the first is the root.
    public static byte[] written(List<String> objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = pdf.length();
        int size = objects.size() + 1;
        pdf.append("xref\n0 ").append(size).append('\n').append(table);
        pdf.append("trailer<</Size ")
                .append(size)
                .append("/Root 1 0 R>>\nstartxref\n")
                .append(start)
                .append("\n%%EOF");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
