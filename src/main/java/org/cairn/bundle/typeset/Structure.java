package org.cairn.bundle.typeset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// The structure of a whole document (PDF/UA-1): parts with headings, paragraphs and tables, in reading order.
///
/// Kept small: where a page's content leads back to is looked up in a tree whose leaves hold a few hundred pages each.
public final class Structure {

    private static final int LEAF = 256;
    private static final COSName TABS = COSName.getPDFName("Tabs");

    private final PDDocument document;
    private final Part whole = new Part("Document");
    private final List<Anchored> anchored = new ArrayList<>();
    private final Map<PDPage, Part> inserted = new HashMap<>();

    private record Anchored(COSDictionary annotation, Element element) {}

    /// @param document that is being written
    public Structure(PDDocument document) {
        this.document = document;
    }

    /// The whole, under which the parts go.
    public Part whole() {
        return whole;
    }

    /// What stands under the whole is told first from here on: a cover that was set last.
    public void first(List<Typeset> typesets) {
        whole.addFirst(typesets.stream().map(Typeset::part).toList());
    }

    /// Remembers pages that were put in, so that their content is marked when they are stamped.
    public void inserted(List<PDPage> pages, Part part) {
        pages.forEach(page -> inserted.put(page, part));
    }

    /// What must stand before the content of a page that was put in; nothing for a page of our own.
    public Optional<String> opening(PDPage page) {
        return Optional.ofNullable(inserted.get(page)).map(part -> part.opening(page));
    }

    /// An annotation is part of the link whose words were set.
    public void anchor(Typeset.Link link, PDAnnotation annotation) {
        link.element().object(link.from(), annotation.getCOSObject());
        anchored.add(new Anchored(annotation.getCOSObject(), link.element()));
    }

    /// What was set as a link leads nowhere: only its words are left.
    public void unlinked(Typeset.Link link) {
        link.element().type("Span");
    }

    /// Writes it into the document: call it once, when all parts are there and every link has its annotation.
    ///
    /// @param language of the document
    public void finish(Locale language) {
        COSDictionary root = new COSDictionary();
        root.setItem(COSName.TYPE, COSName.getPDFName("StructTreeRoot"));
        COSDictionary top = whole.element().dictionary();
        top.setItem(COSName.P, root);
        root.setItem(COSName.K, top);
        whole.settle(0);
        root.setItem(COSName.getPDFName("ParentTree"), parents(root));
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.getCOSObject().setItem(COSName.STRUCT_TREE_ROOT, root);
        PDMarkInfo marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
        catalog.setLanguage(language.toLanguageTag());
        PDViewerPreferences there = catalog.getViewerPreferences();
        PDViewerPreferences preferences = there == null ? new PDViewerPreferences(new COSDictionary()) : there;
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    /// Which element each piece of marked content and each annotation belongs to.
    private COSDictionary parents(COSDictionary root) {
        List<COSBase> values = new ArrayList<>();
        pages(whole, values);
        for (Anchored one : anchored) {
            one.annotation().setInt(COSName.STRUCT_PARENT, values.size());
            values.add(one.element().dictionary());
        }
        root.setInt(COSName.getPDFName("ParentTreeNextKey"), values.size());
        COSArray leaves = new COSArray();
        for (int start = 0; start < values.size(); start += LEAF) {
            leaves.add(leaf(values, start, Math.min(values.size(), start + LEAF)));
        }
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.KIDS, leaves);
        return tree;
    }

    private static void pages(Part part, List<COSBase> values) {
        part.marked().forEach((page, elements) -> {
            page.setStructParents(values.size());
            page.getCOSObject().setItem(TABS, COSName.S);
            COSArray array = new COSArray();
            elements.forEach(element -> array.add(element.dictionary()));
            values.add(array);
        });
        part.under().forEach(under -> pages(under, values));
    }

    private static COSDictionary leaf(List<COSBase> values, int start, int end) {
        COSArray numbers = new COSArray();
        for (int i = start; i < end; i++) {
            numbers.add(COSInteger.get(i));
            numbers.add(values.get(i));
        }
        COSArray limits = new COSArray();
        limits.add(COSInteger.get(start));
        limits.add(COSInteger.get(end - 1));
        COSDictionary leaf = new COSDictionary();
        leaf.setItem(COSName.LIMITS, limits);
        leaf.setItem(COSName.NUMS, numbers);
        return leaf;
    }
}
