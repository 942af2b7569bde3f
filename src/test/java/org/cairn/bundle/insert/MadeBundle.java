package org.cairn.bundle.insert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;

/// A small bundle that meets every rule: a cover with the index, and two exhibits that are a turned and a plain page.
public final class MadeBundle implements AutoCloseable {

    private final PDDocument document = new PDDocument();
    private final int first;

    private MadeBundle(int first) {
        this.first = first;
    }

    /// A change made before saving, to damage it.
    public interface Damage {
        void to(PDDocument document) throws IOException;
    }

    /// Writes one whose first page bears this number.
    public static void write(Path file, int first, Damage damage) throws IOException {
        try (MadeBundle bundle = new MadeBundle(first)) {
            bundle.make();
            damage.to(bundle.document);
            bundle.document.save(file.toFile());
        }
    }

    private void make() throws IOException {
        String words = "BT /F1 12 Tf 100 400 Td (Words of an exhibit) Tj ET";
        List<PDPage> pages = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            pages.add(Sources.page(document, words));
        }
        pages.get(1).setRotation(90);
        PageStamper stamper = new PageStamper(document, Bench.font(document));
        for (int i = 0; i < pages.size(); i++) {
            stamper.stamp(pages.get(i), (first + i) + " / 3", "Confidential");
        }
        Sources.annotate(pages.get(0), link(pages.get(1)), link(pages.get(2)));
        var catalog = document.getDocumentCatalog();
        catalog.getCOSObject().setItem(COSName.OUTLINES, outline(pages));
        catalog.setPageMode(PageMode.USE_OUTLINES);
        catalog.getCOSObject()
                .setItem(COSName.OPEN_ACTION, Sources.array(pages.get(0).getCOSObject(), "XYZ", 0, 842, 1));
        catalog.getCOSObject()
                .setItem(
                        COSName.PAGE_LABELS,
                        Sources.dictionary("Nums", numbers(Sources.dictionary("S", "D", "St", COSInteger.get(first)))));
    }

    private static COSArray numbers(COSDictionary range) {
        COSArray numbers = new COSArray();
        numbers.add(COSInteger.ZERO);
        numbers.add(range);
        return numbers;
    }

    private static COSDictionary link(PDPage to) {
        return Sources.dictionary(
                "Subtype", "Link", "Dest", Sources.array(to.getCOSObject(), "XYZ", 0, 842, new COSFloat(0)));
    }

    private COSDictionary outline(List<PDPage> pages) {
        var root = Sources.dictionary("Type", "Outlines", "Count", COSInteger.get(pages.size()));
        COSDictionary last = null;
        for (int i = 0; i < pages.size(); i++) {
            var item = Sources.dictionary(
                    "Title",
                    new COSString("Exhibit " + i + ", p. " + (first + i)),
                    "Parent",
                    root,
                    "Dest",
                    Sources.array(pages.get(i).getCOSObject(), "Fit"));
            if (last == null) {
                root.setItem(COSName.FIRST, item);
            } else {
                last.setItem(COSName.NEXT, item);
                item.setItem(COSName.PREV, last);
            }
            last = item;
        }
        root.setItem(COSName.LAST, last);
        return root;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
