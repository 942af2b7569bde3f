package org.cairn.bundle.typeset;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.util.SmallMap;

/// A dictionary with few entries, which takes a quarter of the memory of PDFBox's own: a bundle of fifty thousand pages
/// holds a million of them until it is written.
///
/// An entry is found by looking at one after another; for dictionaries with more than [#FEW] entries PDFBox's own is
/// the quicker one.
public final class SmallDictionary extends COSDictionary {

    /// So many entries are few.
    public static final int FEW = 24;

    /// An empty one.
    public SmallDictionary() {
        items = new SmallMap<>();
    }
}
