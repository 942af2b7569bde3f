package org.cairn.drawing;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;

/// A document seen as if it had one page only, for everything in the PDF library that goes through all pages to find
/// one. What pages share, its fonts above all, is shared with the others.
final class OnePage extends PDDocument {

    private final PDPageTree pages;

    /// @param page of that document
    OnePage(PDDocument whole, COSDictionary page) {
        super(whole.getDocument());
        setResourceCache(whole.getResourceCache());
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.TYPE, COSName.PAGES);
        tree.setInt(COSName.COUNT, 1);
        COSArray kids = new COSArray();
        kids.add(page);
        tree.setItem(COSName.KIDS, kids);
        COSDictionary catalog = new COSDictionary();
        catalog.setItem(COSName.TYPE, COSName.CATALOG);
        catalog.setItem(COSName.PAGES, tree);
        pages = new Catalog(this, catalog).getPages();
    }

    /// Only so can a tree of pages be made that shares what pages of the document share.
    private static final class Catalog extends PDDocumentCatalog {
        Catalog(PDDocument document, COSDictionary root) {
            super(document, root);
        }
    }

    PDPage page() {
        return pages.get(0);
    }

    @Override
    public PDPageTree getPages() {
        return pages;
    }

    @Override
    public PDPage getPage(int index) {
        return pages.get(index);
    }

    @Override
    public int getNumberOfPages() {
        return 1;
    }
}
