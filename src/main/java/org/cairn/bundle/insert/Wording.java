package org.cairn.bundle.insert;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/// Whether a page has words that can be read, or is no more than a picture.
public final class Wording {

    private static final int DEEPEST = 12;

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Wording() {}

    /// Told by its fonts, without following what it draws.
    public static boolean of(PDPage page) {
        return new Wording().fonts(page.getCOSObject().getDictionaryObject(COSName.RESOURCES), 0);
    }

    private boolean fonts(@Nullable COSBase resources, int depth) {
        if (!(resources instanceof COSDictionary own) || depth > DEEPEST || !seen.add(own)) {
            return false;
        }
        if (own.getDictionaryObject(COSName.FONT) instanceof COSDictionary fonts && fonts.size() > 0) {
            return true;
        }
        if (!(own.getDictionaryObject(COSName.XOBJECT) instanceof COSDictionary drawn)) {
            return false;
        }
        for (COSName name : drawn.keySet()) {
            if (drawn.getDictionaryObject(name) instanceof COSDictionary one
                    && fonts(one.getDictionaryObject(COSName.RESOURCES), depth + 1)) {
                return true;
            }
        }
        return false;
    }
}
