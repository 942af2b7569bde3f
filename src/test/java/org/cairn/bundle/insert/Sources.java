package org.cairn.bundle.insert;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// Sources made for tests: each the smallest that is awkward in its own way.
final class Sources {

    static final PDType1Font HELVETICA = new PDType1Font(FontName.HELVETICA);
    static final String HELLO = "BT /F1 12 Tf 100 400 Td (Hello from inside) Tj ET\n";

    private Sources() {}

    interface Making {
        void make(PDDocument document) throws IOException;
    }

    /// The saved bytes of a document made so.
    static Memory pdf(Making making) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            making.make(document);
            document.save(out);
            return new Memory(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One A4 page with this content; `F1` is Helvetica.
    static Memory pdfOf(String content) {
        return pdf(document -> page(document, content));
    }

    static PDPage page(PDDocument document, String content) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("F1"), HELVETICA);
        page.setResources(resources);
        page.getCOSObject().setItem(COSName.CONTENTS, stream(document, content));
        document.addPage(page);
        return page;
    }

    static COSStream stream(PDDocument document, String content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return stream;
    }

    static COSStream raw(PDDocument document, byte[] bytes, COSName filter) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(bytes);
        }
        stream.setItem(COSName.FILTER, filter);
        return stream;
    }

    static COSDictionary dictionary(Object... pairs) {
        COSDictionary dictionary = new COSDictionary();
        for (int i = 0; i < pairs.length; i += 2) {
            dictionary.setItem(COSName.getPDFName((String) pairs[i]), value(pairs[i + 1]));
        }
        return dictionary;
    }

    static COSArray array(Object... values) {
        COSArray array = new COSArray();
        for (Object value : values) {
            array.add(value(value));
        }
        return array;
    }

    private static COSBase value(Object value) {
        return switch (value) {
            case COSBase base -> base;
            case Integer number -> new COSFloat(number);
            case Float number -> new COSFloat(number);
            case String name -> COSName.getPDFName(name);
            default -> throw new IllegalArgumentException();
        };
    }

    static void annotate(PDPage page, COSDictionary... annotations) {
        COSArray array = new COSArray();
        for (COSDictionary annotation : annotations) {
            annotation.setItem(COSName.TYPE, COSName.ANNOT);
            if (!annotation.containsKey(COSName.RECT)) {
                annotation.setItem(COSName.RECT, array(100, 100, 200, 120));
            }
            array.add(annotation);
        }
        page.getCOSObject().setItem(COSName.ANNOTS, array);
    }

    /// A picture that is red in its top left quarter and grey elsewhere.
    static BufferedImage picture(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return image;
    }

    static byte[] coded(BufferedImage image, String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A JPEG as a camera writes it: turned, and with words beside the picture.
    static byte[] photograph(int width, int height, int orientation, String words) {
        byte[] jpeg = coded(picture(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
        byte[] said = words.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        byte[] exif = {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        int length = 2 + exif.length + said.length;
        out.write(0xFF);
        out.write(0xE1);
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(exif);
        out.writeBytes(said);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
