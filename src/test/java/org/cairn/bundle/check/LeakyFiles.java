package org.cairn.bundle.check;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/// Files in which a name is hidden as tools are known to have hidden names: each in one way.
final class LeakyFiles {

    static final String NAME = "Aminata Sow";
    private static final PDType1Font HELVETICA = new PDType1Font(FontName.HELVETICA);
    private static final String PLAIN = "BT /F1 12 Tf 100 700 Td (The guard opened the door.) Tj ET\n";
    private static final String NAMED = "BT /F1 12 Tf 100 600 Td (It was Aminata Sow who came.) Tj ET\n";
    private static final String BOX = "0 g 130 595 90 16 re f\n";

    private LeakyFiles() {}

    interface Making {
        void make(PDDocument document) throws IOException;
    }

    static byte[] made(String way) throws IOException {
        return switch (way) {
            case "boxOverText" -> pdf(document -> page(document, PLAIN + NAMED + BOX));
            case "kernedText" ->
                pdf(document ->
                        page(document, PLAIN + "BT /F1 12 Tf 100 600 Td [(Am) -20 (ina) 10 (ta So) (w)] TJ ET"));
            case "brokenAtLineEnd" ->
                pdf(document -> page(
                        document,
                        PLAIN + "BT /F1 12 Tf 100 600 Td (It was Ami-) Tj 0 -16 Td (nata Sow herself.) Tj ET"));
            case "redactUnapplied" -> pdf(document -> annotated(document, "Redact", ""));
            case "highlight" -> pdf(document -> annotated(document, "Highlight", ""));
            case "note" ->
                pdf(document -> {
                    PDPage page = page(document, PLAIN);
                    annotate(page, "Text", NAME);
                });
            case "bookmark" -> pdf(LeakyFiles::bookmark);
            case "information" ->
                pdf(document -> {
                    page(document, PLAIN);
                    document.getDocumentInformation().setSubject("Statement of " + NAME);
                });
            case "xmp" -> pdf(LeakyFiles::xmp);
            case "ocrLayer" -> pdf(LeakyFiles::ocrLayer);
            case "aslant" -> pdf(document -> page(document, PLAIN + spelled(0.7, 0.7, -0.7, 0.7)));
            case "mirrored" -> pdf(document -> page(document, PLAIN + spelled(-1, 0, 0, 1)));
            case "curved" -> pdf(document -> page(document, PLAIN + curved()));
            case "stamp" -> pdf(LeakyFiles::stamp);
            case "writtenNote" ->
                pdf(document -> {
                    PDPage page = page(document, PLAIN);
                    annotate(page, "FreeText", "It was " + NAME);
                    COSDictionary note = (COSDictionary)
                            page.getCOSObject().getCOSArray(COSName.ANNOTS).getObject(0);
                    note.setString(COSName.DA, "/Helv 10 Tf 0 g");
                    note.setItem(COSName.RECT, numbers(100, 400, 300, 440));
                });
            case "earlierRevision" -> earlierRevision();
            case "afterTheEnd" -> joined(pdf(document -> page(document, PLAIN)), "\nleft by " + NAME + "\n");
            case "attachment" ->
                pdf(document -> attachment(document, ("told by " + NAME).getBytes(StandardCharsets.UTF_8)));
            case "attachedZip" -> pdf(document -> attachment(document, zip()));
            case "attachedPdf" -> pdf(document -> attachment(document, pdf(inner -> page(inner, PLAIN + NAMED))));
            case "hiddenLayer" -> pdf(LeakyFiles::hiddenLayer);
            case "altText" -> pdf(LeakyFiles::altText);
            case "actualText" ->
                pdf(document -> page(
                        document,
                        PLAIN + "/Span <</ActualText (Aminata Sow)>> BDC BT /F1 12 Tf 100 600 Td (XXX) Tj ET EMC"));
            case "toUnicode" -> pdf(LeakyFiles::toUnicode);
            case "glyphName" -> pdf(LeakyFiles::glyphName);
            case "pictureExif" -> pdf(LeakyFiles::pictureExif);
            case "croppedOff" ->
                pdf(document -> {
                    PDPage page = page(document, PLAIN + NAMED);
                    page.setCropBox(new PDRectangle(0, 650, 595, 150));
                });
            case "formField" -> pdf(LeakyFiles::formField);
            case "hexadecimal" ->
                pdf(document -> {
                    PDPage page = page(document, PLAIN);
                    COSString told = new COSString(NAME.getBytes(StandardCharsets.US_ASCII), true);
                    page.getCOSObject().setItem(COSName.getPDFName("PieceInfo"), told);
                });
            case "wide" ->
                pdf(document -> {
                    PDPage page = page(document, PLAIN);
                    page.getCOSObject()
                            .setItem(COSName.getPDFName("PieceInfo"), new COSString("Амината Sow – " + NAME));
                });
            case "name" ->
                pdf(document -> {
                    PDPage page = page(document, PLAIN);
                    page.getResources().put(COSName.getPDFName("Aminata Sow"), HELVETICA);
                });
            case "unusedForm" -> pdf(LeakyFiles::unusedForm);
            default -> throw new IllegalArgumentException(way);
        };
    }

    static byte[] pdf(Making making) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            making.make(document);
            document.save(out);
            return out.toByteArray();
        }
    }

    static PDPage page(PDDocument document, String content) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("F1"), HELVETICA);
        page.setResources(resources);
        page.getCOSObject().setItem(COSName.CONTENTS, stream(document, content.getBytes(StandardCharsets.ISO_8859_1)));
        document.addPage(page);
        return page;
    }

    static COSStream stream(PDDocument document, byte[] bytes) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        }
        return stream;
    }

    private static COSArray numbers(float... values) {
        COSArray array = new COSArray();
        for (float value : values) {
            array.add(new COSFloat(value));
        }
        return array;
    }

    /// The name letter by letter, in a line that runs another way.
    private static String spelled(double a, double b, double c, double d) {
        StringBuilder content = new StringBuilder("BT /F1 12 Tf " + a + " " + b + " " + c + " " + d + " 300 300 Tm [");
        NAME.chars().forEach(letter -> content.append("(").append((char) letter).append(") 1 "));
        return content.append("] TJ ET\n").toString();
    }

    /// The name along a circle, as stamps have it.
    private static String curved() throws IOException {
        StringBuilder content = new StringBuilder("BT /F1 12 Tf\n");
        double angle = Math.toRadians(120);
        for (int i = 0; i < NAME.length(); i++) {
            content.append(String.format(
                    Locale.ROOT,
                    "%.3f %.3f %.3f %.3f %.1f %.1f Tm (%s) Tj%n",
                    Math.sin(angle),
                    -Math.cos(angle),
                    Math.cos(angle),
                    Math.sin(angle),
                    300 + 60 * Math.cos(angle),
                    300 + 60 * Math.sin(angle),
                    NAME.charAt(i)));
            angle -= HELVETICA.getStringWidth(NAME.substring(i, i + 1)) * 12 / 1000 / 60;
        }
        return content.append("ET\n").toString();
    }

    /// A stamp laid over the page, with the name in its look.
    private static void stamp(PDDocument document) throws IOException {
        PDPage page = page(document, PLAIN);
        annotate(page, "Stamp", "");
        COSStream look = stream(document, spelled(1, 0, 0, 1).getBytes(StandardCharsets.US_ASCII));
        look.setItem(COSName.TYPE, COSName.XOBJECT);
        look.setItem(COSName.SUBTYPE, COSName.FORM);
        look.setItem(COSName.BBOX, numbers(290, 290, 400, 315));
        look.setItem(COSName.RESOURCES, page.getResources().getCOSObject());
        COSDictionary looks = new COSDictionary();
        looks.setItem(COSName.N, look);
        ((COSDictionary) page.getCOSObject().getCOSArray(COSName.ANNOTS).getObject(0)).setItem(COSName.AP, looks);
    }

    /// A scanned page that says something, as PNG.
    static byte[] scan(String said) throws IOException {
        BufferedImage image = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 32));
        pen.drawString(said, 150, 400);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static void annotated(PDDocument document, String subtype, String said) throws IOException {
        annotate(page(document, PLAIN + NAMED), subtype, said);
    }

    private static void annotate(PDPage page, String subtype, String said) {
        COSDictionary annotation = new COSDictionary();
        annotation.setItem(COSName.TYPE, COSName.ANNOT);
        annotation.setItem(COSName.SUBTYPE, COSName.getPDFName(subtype));
        annotation.setItem(COSName.RECT, numbers(130, 595, 220, 611));
        annotation.setItem(COSName.getPDFName("QuadPoints"), numbers(130, 611, 220, 611, 130, 595, 220, 595));
        annotation.setItem(COSName.C, numbers(0, 0, 0));
        if (!said.isEmpty()) {
            annotation.setString(COSName.CONTENTS, said);
        }
        COSArray annotations = new COSArray();
        annotations.add(annotation);
        page.getCOSObject().setItem(COSName.ANNOTS, annotations);
    }

    private static void bookmark(PDDocument document) throws IOException {
        PDPage page = page(document, PLAIN);
        PDDocumentOutline outline = new PDDocumentOutline();
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle("Interview of " + NAME);
        item.setDestination(page);
        outline.addLast(item);
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    private static void xmp(PDDocument document) throws IOException {
        page(document, PLAIN);
        String xmp = "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:title>"
                + NAME + "</dc:title></x:xmpmeta><?xpacket end='w'?>";
        PDMetadata metadata = new PDMetadata(document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8)));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    /// A scan and the text under it that a machine read.
    static byte[] misread(String seen, String read) throws IOException {
        return pdf(document -> ocrLayer(document, seen, read));
    }

    private static void ocrLayer(PDDocument document) throws IOException {
        ocrLayer(document, "It was Aminata Sow who came.", "It was Aminata Sow who came.");
    }

    private static void ocrLayer(PDDocument document, String seen, String read) throws IOException {
        PDPage page = page(document, "q 595 0 0 842 0 0 cm /Im Do Q BT 3 Tr /F1 24 Tf 100 600 Td (" + read + ") Tj ET");
        BufferedImage scan = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = scan.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1240, 1754);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 50));
        pen.drawString(seen, 208, 504);
        pen.dispose();
        page.getResources().put(COSName.getPDFName("Im"), LosslessFactory.createFromImage(document, scan));
    }

    private static byte[] earlierRevision() throws IOException {
        byte[] before = pdf(document -> page(document, PLAIN + NAMED));
        try (PDDocument document = Loader.loadPDF(before);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = document.getPage(0);
            COSStream content = stream(document, PLAIN.getBytes(StandardCharsets.ISO_8859_1));
            page.getCOSObject().setItem(COSName.CONTENTS, content);
            page.getCOSObject().setNeedToBeUpdated(true);
            content.setNeedToBeUpdated(true);
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static byte[] joined(byte[] one, String other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(other.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("note.txt"));
            zip.write((NAME + " came here. ".repeat(40)).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static void attachment(PDDocument document, byte[] bytes) throws IOException {
        page(document, PLAIN);
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile("note");
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("note", specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private static void hiddenLayer(PDDocument document) throws IOException {
        PDPage page = page(document, PLAIN + "/OC /Layer BDC " + NAMED + " EMC\n");
        PDOptionalContentProperties layers = new PDOptionalContentProperties();
        PDOptionalContentGroup layer = new PDOptionalContentGroup("Notes");
        layers.addGroup(layer);
        layers.setGroupEnabled(layer, false);
        document.getDocumentCatalog().setOCProperties(layers);
        page.getResources().put(COSName.getPDFName("Layer"), layer);
    }

    private static void altText(PDDocument document) throws IOException {
        PDPage page = page(document, "/P <</MCID 0>> BDC " + PLAIN + " EMC\n");
        COSDictionary root = new COSDictionary();
        root.setName(COSName.TYPE, "StructTreeRoot");
        COSDictionary part = new COSDictionary();
        part.setName(COSName.TYPE, "StructElem");
        part.setName(COSName.S, "P");
        part.setString(COSName.getPDFName("Alt"), "Photograph of " + NAME);
        part.setItem(COSName.P, root);
        part.setItem(COSName.PG, page);
        part.setItem(COSName.K, COSInteger.ZERO);
        root.setItem(COSName.K, part);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.STRUCT_TREE_ROOT, root);
        page.setStructParents(0);
    }

    static COSDictionary font() {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE1);
        font.setItem(COSName.BASE_FONT, COSName.getPDFName("Helvetica"));
        return font;
    }

    private static void toUnicode(PDDocument document) throws IOException {
        PDPage page = page(document, PLAIN + "BT /F2 12 Tf 100 600 Td (A) Tj ET\n");
        StringBuilder target = new StringBuilder();
        NAME.chars().forEach(c -> target.append(String.format("%04X", c)));
        COSDictionary font = font();
        font.setItem(
                COSName.TO_UNICODE,
                stream(
                        document,
                        ("begincmap\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n1 beginbfchar\n<41> <"
                                        + target + ">\nendbfchar\nendcmap\n")
                                .getBytes(StandardCharsets.US_ASCII)));
        page.getResources().getCOSObject().getCOSDictionary(COSName.FONT).setItem(COSName.getPDFName("F2"), font);
    }

    private static void glyphName(PDDocument document) throws IOException {
        PDPage page = page(document, PLAIN + "BT /F2 12 Tf 100 600 Td (A) Tj ET\n");
        COSDictionary encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        COSArray differences = new COSArray();
        differences.add(COSInteger.get(65));
        differences.add(COSName.getPDFName("AminataSow"));
        encoding.setItem(COSName.DIFFERENCES, differences);
        COSDictionary font = font();
        font.setItem(COSName.ENCODING, encoding);
        page.getResources().getCOSObject().getCOSDictionary(COSName.FONT).setItem(COSName.getPDFName("F2"), font);
    }

    static byte[] photograph(String said) throws IOException {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", coded);
        byte[] jpeg = coded.toByteArray();
        byte[] words = ("Exif\0\0" + said).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xFF);
        out.write(0xE1);
        out.write(words.length + 2 >> 8);
        out.write(words.length + 2);
        out.writeBytes(words);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static void pictureExif(PDDocument document) throws IOException {
        PDPage page = page(document, PLAIN + "q 300 0 0 200 100 200 cm /Im Do Q\n");
        COSStream picture = document.getDocument().createCOSStream();
        try (OutputStream out = picture.createRawOutputStream()) {
            out.write(photograph("Owner " + NAME));
        }
        picture.setItem(COSName.TYPE, COSName.XOBJECT);
        picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
        picture.setItem(COSName.FILTER, COSName.DCT_DECODE);
        picture.setInt(COSName.WIDTH, 300);
        picture.setInt(COSName.HEIGHT, 200);
        picture.setInt(COSName.BITS_PER_COMPONENT, 8);
        picture.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
        COSDictionary drawn = new COSDictionary();
        drawn.setItem(COSName.getPDFName("Im"), picture);
        page.getResources().getCOSObject().setItem(COSName.XOBJECT, drawn);
    }

    private static void formField(PDDocument document) throws IOException {
        PDPage page = page(document, PLAIN);
        PDAcroForm form = new PDAcroForm(document);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("Helv"), HELVETICA);
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 12 Tf 0 g");
        document.getDocumentCatalog().setAcroForm(form);
        PDTextField field = new PDTextField(form);
        field.setPartialName("witness");
        form.getFields().add(field);
        field.getWidgets().getFirst().setRectangle(new PDRectangle(100, 500, 200, 20));
        field.getWidgets().getFirst().setPage(page);
        page.getAnnotations().add(field.getWidgets().getFirst());
        field.setValue(NAME);
    }

    private static void unusedForm(PDDocument document) throws IOException {
        PDPage page = page(document, PLAIN);
        COSStream form = stream(
                document,
                ("BT /F1 12 Tf 10 10 Td <416D696E> Tj <61746120536F77> Tj ET").getBytes(StandardCharsets.US_ASCII));
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, numbers(0, 0, 300, 50));
        form.setItem(COSName.RESOURCES, page.getResources());
        COSDictionary drawn = new COSDictionary();
        drawn.setItem(COSName.getPDFName("Unused"), form);
        page.getResources().getCOSObject().setItem(COSName.XOBJECT, drawn);
    }

    static List<String> words() {
        return List.of(NAME);
    }
}
