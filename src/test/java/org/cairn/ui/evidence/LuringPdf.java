package org.cairn.ui.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// A PDF that runs a script, starts a program and fetches things when it is opened, turned to or clicked on.
final class LuringPdf {

    private static final COSName FILE_SYSTEM = COSName.getPDFName("FS");

    private LuringPdf() {}

    static byte[] of(String home, Path marker) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                pen.newLineAtOffset(72, 700);
                pen.showText("lure of a paper");
                pen.endText();
            }
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            catalog.setItem(
                    COSName.OPEN_ACTION,
                    script("app.launchURL('" + home + "open'); " + "this.submitForm('" + home
                            + "submit'); app.openDoc('" + marker + "')"));
            catalog.setItem(COSName.AA, dictionary("WC", launch(marker)));
            page.getCOSObject().setItem(COSName.AA, dictionary("O", launch(marker)));
            page.getCOSObject().setItem(COSName.ANNOTS, annotations(home, marker));
            // a picture whose dots are not in the file but at an address
            page.getResources()
                    .put(
                            COSName.getPDFName("Far"),
                            new org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject(far(document, home)));
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static COSStream far(PDDocument document, String home) {
        COSStream stream = document.getDocument().createCOSStream();
        stream.setItem(COSName.F, address(home + "stream"));
        stream.setItem(COSName.SUBTYPE, COSName.FORM);
        return stream;
    }

    private static COSArray annotations(String home, Path marker) {
        COSDictionary submit = action("SubmitForm");
        submit.setItem(COSName.F, address(home + "form"));
        COSDictionary fill = action("ImportData");
        fill.setItem(COSName.F, address(home + "data.fdf"));
        COSDictionary away = action("GoToR");
        away.setItem(COSName.F, address(home + "other.pdf"));
        away.setItem(COSName.D, new COSArray(List.of(COSInteger.ZERO, COSName.getPDFName("Fit"))));
        COSDictionary link = action("URI");
        link.setString("URI", home + "link");
        COSArray annotations = new COSArray();
        for (COSDictionary action : List.of(submit, fill, away, link, launch(marker), script("app.alert('lure')"))) {
            COSDictionary annotation = new COSDictionary();
            annotation.setName("Type", "Annot");
            annotation.setName("Subtype", "Link");
            annotation.setItem(COSName.RECT, box());
            annotation.setItem(COSName.A, action);
            annotation.setItem(COSName.AA, dictionary("PO", action));
            annotations.add(annotation);
        }
        return annotations;
    }

    private static COSArray box() {
        COSArray box = new COSArray();
        for (float side : new float[] {60, 60, 560, 740}) {
            box.add(new COSFloat(side));
        }
        return box;
    }

    private static COSDictionary action(String kind) {
        COSDictionary action = new COSDictionary();
        action.setName("Type", "Action");
        action.setName("S", kind);
        return action;
    }

    private static COSDictionary script(String words) {
        COSDictionary script = action("JavaScript");
        script.setItem("JS", new COSString(words));
        return script;
    }

    private static COSDictionary launch(Path marker) {
        COSDictionary launch = action("Launch");
        COSDictionary program = new COSDictionary();
        program.setString("F", "/usr/bin/touch");
        program.setString("P", marker.toString());
        launch.setItem("Unix", program);
        launch.setItem("Win", program);
        launch.setString("F", "/usr/bin/touch");
        return launch;
    }

    private static COSDictionary address(String url) {
        COSDictionary file = new COSDictionary();
        file.setName("Type", "Filespec");
        file.setItem(FILE_SYSTEM, COSName.getPDFName("URL"));
        file.setString("F", url);
        return file;
    }

    private static COSDictionary dictionary(String key, COSDictionary value) {
        COSDictionary all = new COSDictionary();
        all.setItem(COSName.getPDFName(key), value);
        return all;
    }
}
