package org.cairn.bundle.sign;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/// The signature's field in the structure of a document that has one: PDF/UA wants every field told.
final class FormElement {

    private static final COSName NEXT = COSName.getPDFName("ParentTreeNextKey");
    private static final COSName TREE = COSName.getPDFName("ParentTree");

    private FormElement() {}

    static void add(PDDocument document, PDPage page, COSDictionary field, String title) {
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        if (root == null
                || !(root.getDictionaryObject(COSName.K) instanceof COSDictionary whole)
                || root.getCOSDictionary(TREE) == null) {
            return;
        }
        COSDictionary element = new COSDictionary();
        element.setItem(COSName.S, COSName.getPDFName("Form"));
        element.setItem(COSName.P, whole);
        element.setString(COSName.ALT, title);
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
        reference.setItem(COSName.PG, page.getCOSObject());
        reference.setItem(COSName.OBJ, field);
        element.setItem(COSName.K, reference);
        append(whole, element);
        int key = root.getInt(NEXT, 0);
        field.setInt(COSName.STRUCT_PARENT, key);
        leaf(root.getCOSDictionary(TREE), key, element);
        root.setInt(NEXT, key + 1);
    }

    private static void append(COSDictionary whole, COSDictionary element) {
        COSBase kids = whole.getDictionaryObject(COSName.K);
        if (kids instanceof COSArray array) {
            array.add(element);
        } else {
            COSArray array = new COSArray();
            if (kids != null) {
                array.add(kids);
            }
            array.add(element);
            whole.setItem(COSName.K, array);
        }
    }

    private static void leaf(COSDictionary tree, int key, COSDictionary element) {
        COSArray numbers = new COSArray();
        numbers.add(COSInteger.get(key));
        numbers.add(element);
        COSArray limits = new COSArray();
        limits.add(COSInteger.get(key));
        limits.add(COSInteger.get(key));
        COSDictionary leaf = new COSDictionary();
        leaf.setItem(COSName.LIMITS, limits);
        leaf.setItem(COSName.NUMS, numbers);
        COSArray leaves = tree.getCOSArray(COSName.KIDS);
        if (leaves == null) {
            leaves = new COSArray();
            tree.setItem(COSName.KIDS, leaves);
        }
        leaves.add(leaf);
    }
}
