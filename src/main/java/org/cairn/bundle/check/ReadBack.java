package org.cairn.bundle.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.insert.NamedDestinations;
import org.jspecify.annotations.Nullable;

/// A finished bundle, opened: its pages in order, and where its links lead.
final class ReadBack {

    private final PDDocument document;
    private final List<PDPage> pages = new ArrayList<>();
    private final Map<COSBase, Integer> indexes = new IdentityHashMap<>();
    private final NamedDestinations named;

    ReadBack(PDDocument document) {
        this.document = document;
        for (PDPage page : document.getPages()) {
            indexes.put(page.getCOSObject(), pages.size());
            pages.add(page);
        }
        this.named = NamedDestinations.of(catalog());
    }

    /// The numbers of the pages among the objects of the file, in order; none where one is no object of its own.
    List<COSObjectKey> keys() {
        List<COSObjectKey> keys = new ArrayList<>();
        for (PDPage page : pages) {
            COSObjectKey key = page.getCOSObject().getKey();
            if (key == null) {
                return List.of();
            }
            keys.add(key);
        }
        return keys;
    }

    PDDocument document() {
        return document;
    }

    COSDictionary catalog() {
        return document.getDocumentCatalog().getCOSObject();
    }

    List<PDPage> pages() {
        return pages;
    }

    /// The explicit place a destination or an action within the file names.
    Optional<COSArray> place(@Nullable COSBase destinationOrAction) {
        COSBase given = destinationOrAction;
        if (given instanceof COSDictionary action && action.getDictionaryObject(COSName.S) != null) {
            given = "GoTo".equals(action.getNameAsString(COSName.S)) ? action.getDictionaryObject(COSName.D) : null;
        }
        return Optional.ofNullable(named.resolve(given));
    }

    /// Index of the page (from 0) that a destination or an action leads to.
    Optional<Integer> target(@Nullable COSBase destinationOrAction) {
        return place(destinationOrAction).filter(array -> array.size() > 0).flatMap(array -> index(array.getObject(0)));
    }

    private Optional<Integer> index(@Nullable COSBase page) {
        if (page instanceof COSNumber number) {
            int index = number.intValue();
            return index >= 0 && index < pages.size() ? Optional.of(index) : Optional.empty();
        }
        return Optional.ofNullable(indexes.get(page));
    }
}
