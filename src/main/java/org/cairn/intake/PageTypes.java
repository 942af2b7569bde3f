package org.cairn.intake;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Has every page say that it is one. The PDF library passes over those that do not, which other readers show, and the
/// pages after them would be told of by wrong numbers.
final class PageTypes {

    private static final int MOST_NODES = 100_000;

    private PageTypes() {}

    static void mend(PDDocument document) {
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<COSArray> families = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSDictionary> nodes = new ArrayDeque<>();
        nodes.push(document.getDocumentCatalog().getPages().getCOSObject());
        while (!nodes.isEmpty() && seen.size() < MOST_NODES) {
            COSDictionary node = nodes.pop();
            COSArray kids = node.getCOSArray(COSName.KIDS);
            // many nodes may say that they have the same kids, who are gone through once
            for (int i = kids == null || !families.add(kids) ? -1 : kids.size() - 1; i >= 0; i--) {
                if (kids.getObject(i) instanceof COSDictionary kid && seen.add(kid)) {
                    nodes.push(kid);
                }
            }
            if (kids == null && !COSName.PAGES.equals(node.getCOSName(COSName.TYPE))) {
                node.setItem(COSName.TYPE, COSName.PAGE);
            }
        }
    }
}
