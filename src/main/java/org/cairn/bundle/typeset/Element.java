package org.cairn.bundle.typeset;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/// One thing in the structure of a document, as readers that speak tell it: a heading, a paragraph, a cell.
///
/// Made as the PDF holds it, since a long bundle has very many.
public final class Element {

    private static final COSName MARKED = COSName.getPDFName("MCR");
    private static final COSName OBJECT = COSName.getPDFName("OBJR");

    private final COSDictionary dictionary = new SmallDictionary();
    private final @Nullable String language;

    /// @param type a standard type of ISO 32000-1, 14.8.4
    /// @param language what its text is in, where that is not the document's
    Element(String type, @Nullable String language) {
        this.language = language;
        dictionary.setItem(COSName.S, COSName.getPDFName(type));
    }

    COSDictionary dictionary() {
        return dictionary;
    }

    @Nullable
    String language() {
        return language;
    }

    String type() {
        return dictionary.getNameAsString(COSName.S);
    }

    void type(String other) {
        dictionary.setItem(COSName.S, COSName.getPDFName(other));
    }

    /// A thing inside this one, in its language, after those that are there.
    Element add(String type) {
        Element kid = new Element(type, language);
        add(kid);
        return kid;
    }

    /// A thing inside this one, which says its own language where that is not this one's.
    Element add(String type, @Nullable String spoken) {
        Element kid = new Element(type, spoken == null ? language : spoken);
        if (spoken != null && !spoken.equals(language)) {
            kid.dictionary.setString(COSName.LANG, spoken);
        }
        add(kid);
        return kid;
    }

    void add(Element kid) {
        kid.dictionary.setItem(COSName.P, dictionary);
        append(kid.dictionary);
    }

    private void append(COSBase kid) {
        COSBase there = dictionary.getItem(COSName.K);
        if (there == null) {
            dictionary.setItem(COSName.K, kid);
        } else if (there instanceof COSArray kids) {
            kids.add(kid);
        } else {
            COSArray kids = new COSArray();
            kids.add(there);
            kids.add(kid);
            dictionary.setItem(COSName.K, kids);
        }
    }

    /// Marked content of a page is what it shows.
    void content(PDPage page, int number) {
        COSBase own = dictionary.getItem(COSName.PG);
        if (own == null) {
            dictionary.setItem(COSName.PG, page.getCOSObject());
            append(COSInteger.get(number));
        } else if (own == page.getCOSObject()) {
            append(COSInteger.get(number));
        } else {
            COSDictionary elsewhere = new SmallDictionary();
            elsewhere.setDirect(true);
            elsewhere.setItem(COSName.TYPE, MARKED);
            elsewhere.setItem(COSName.PG, page.getCOSObject());
            elsewhere.setInt(COSName.MCID, number);
            append(elsewhere);
        }
    }

    /// An annotation of a page belongs to it.
    void object(PDPage page, COSDictionary annotation) {
        COSDictionary reference = new SmallDictionary();
        reference.setDirect(true);
        reference.setItem(COSName.TYPE, OBJECT);
        reference.setItem(COSName.PG, page.getCOSObject());
        reference.setItem(COSName.OBJ, annotation);
        append(reference);
    }

    /// What stands for it where it cannot be seen.
    void alternative(String text) {
        dictionary.setString(COSName.ALT, text);
    }

    void title(String text) {
        dictionary.setString(COSName.T, text);
    }

    /// An attribute, as `Table`, `Scope`, `Column`.
    void attribute(String owner, String name, COSBase value) {
        COSDictionary attributes = new SmallDictionary();
        attributes.setDirect(true);
        attributes.setItem(COSName.O, COSName.getPDFName(owner));
        attributes.setItem(COSName.getPDFName(name), value);
        dictionary.setItem(COSName.A, attributes);
    }

    /// The name of its type only: what it shows may be anything.
    @Override
    public String toString() {
        return type();
    }
}
