package org.cairn.bundle.insert;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/// Pages under a broken page tree, found without trusting what it or they say of themselves.
final class PageTreeWalk {

    private PageTreeWalk() {}

    /// Has every page say that it is one: PDFBox goes past those that do not, which readers show.
    static void mend(@Nullable COSBase root, int most) {
        reachable(root, most).forEach(page -> page.setItem(COSName.TYPE, COSName.PAGE));
    }

    static List<COSDictionary> reachable(@Nullable COSBase root, int most) {
        List<COSDictionary> pages = new ArrayList<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<COSBase> families = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSDictionary> nodes = new ArrayDeque<>();
        if (root instanceof COSDictionary dictionary) {
            nodes.push(dictionary);
            seen.add(dictionary);
        }
        while (!nodes.isEmpty() && seen.size() < most) {
            COSDictionary node = nodes.pop();
            if (SourceCloner.resolved(node.getItem(COSName.KIDS)) instanceof COSArray kids) {
                // many nodes may say that they have the same kids, who are gone through once
                for (int i = families.add(kids) ? kids.size() - 1 : -1; i >= 0; i--) {
                    if (SourceCloner.resolved(kids.get(i)) instanceof COSDictionary kid && seen.add(kid)) {
                        nodes.push(kid);
                    }
                }
            } else if (!COSName.PAGES.equals(node.getDictionaryObject(COSName.TYPE))) {
                pages.add(node);
            }
        }
        return pages;
    }
}
