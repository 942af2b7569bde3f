package org.cairn.drawing;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Finds pages of a PDF as the PDF library does, but reads no page that comes after the one asked for: the library
/// reads all that lie in one list before it gives the first.
final class PageTree {

    private final COSDictionary root;

    PageTree(PDDocument document) {
        this.root = document.getDocumentCatalog().getPages().getCOSObject();
    }

    /// @param number from 1
    /// @throws IOException where there is no such page
    COSDictionary find(int number) throws IOException {
        Set<COSDictionary> above = Collections.newSetFromMap(new IdentityHashMap<>());
        COSDictionary node = root;
        int left = number;
        while (above.add(node)) {
            Step step = step(node, left);
            if (!branches(step.to())) {
                return step.to();
            }
            node = step.to();
            left = step.left();
        }
        throw new IOException("no such page");
    }

    /// The kid that is the page or has it within.
    ///
    /// @param left the number of the page counted from the first one within that kid
    private record Step(COSDictionary to, int left) {}

    private static Step step(COSDictionary node, int number) throws IOException {
        COSArray kids = node.getCOSArray(COSName.KIDS);
        int left = number;
        for (int i = 0; kids != null && i < kids.size(); i++) {
            COSDictionary kid = kid(kids, i);
            int inside = branches(kid) ? kid.getInt(COSName.COUNT, 0) : 1;
            if (left >= 1 && left <= inside) {
                return new Step(kid, left);
            }
            left -= inside;
        }
        throw new IOException("no such page");
    }

    private static COSDictionary kid(COSArray kids, int at) {
        COSBase found = kids.getObject(at);
        if (found instanceof COSDictionary kid) {
            return kid;
        }
        COSDictionary empty = new COSDictionary(); // as the library does: the others keep their numbers
        empty.setItem(COSName.TYPE, COSName.PAGE);
        kids.set(at, empty);
        return empty;
    }

    private static boolean branches(COSDictionary node) {
        return COSName.PAGES.equals(node.getCOSName(COSName.TYPE)) || node.containsKey(COSName.KIDS);
    }
}
