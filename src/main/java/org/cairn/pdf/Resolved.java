package org.cairn.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/// What stands behind a reference; an object that cannot be read is an object that is not there.
final class Resolved {

    private Resolved() {}

    static @Nullable COSBase of(@Nullable COSBase value) {
        try {
            COSBase inner = value instanceof COSObject reference ? reference.getObject() : value;
            return inner instanceof COSNull ? null : inner;
        } catch (RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    static @Nullable COSDictionary dictionary(@Nullable COSBase value) {
        return of(value) instanceof COSDictionary dictionary ? dictionary : null;
    }

    static @Nullable COSArray kids(COSDictionary node) {
        return of(node.getItem(COSName.KIDS)) instanceof COSArray kids ? kids : null;
    }

    static @Nullable COSBase type(COSDictionary of) {
        return of(of.getItem(COSName.TYPE));
    }

    /// The number of the object that is meant, whether there is one or not.
    static @Nullable COSObjectKey key(@Nullable COSBase value) {
        return value instanceof COSObject reference ? reference.getKey() : null;
    }
}
