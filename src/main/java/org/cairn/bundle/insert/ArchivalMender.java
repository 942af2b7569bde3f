package org.cairn.bundle.insert;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;

/// Takes out of a page what archives do not allow and nobody sees, and packs anew what is packed in a way that they do
/// not allow.
final class ArchivalMender {

    private static final List<COSName> OF_STATES = List.of(
            COSName.getPDFName("TR"), COSName.getPDFName("TR2"), COSName.getPDFName("HTP"), COSName.getPDFName("HT"));
    /// Lists of what a font has; they may be left out, and are wrong in many.
    private static final List<COSName> OF_FONTS = List.of(COSName.getPDFName("CIDSet"), COSName.getPDFName("CharSet"));
    private static final COSName INTENT = COSName.getPDFName("Intent");
    private static final COSName RI = COSName.getPDFName("RI");
    private static final int PRINTED = 4;
    private static final int NOT_ALLOWED = 1 | 2 | 32 | 256;
    private static final Set<COSName> ELSEWHERE = Set.of(COSName.PARENT, COSName.P, COSName.DEST);

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    void mend(COSDictionary page) throws IOException {
        for (COSDictionary annotation : AnnotationKeeper.annotations(page)) {
            annotation.setInt(COSName.F, annotation.getInt(COSName.F, 0) & ~NOT_ALLOWED | PRINTED);
        }
        Deque<COSBase> open = new ArrayDeque<>();
        open.push(page);
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            COSBase value = next instanceof COSObject reference ? reference.getObject() : next;
            if (value instanceof COSArray array && seen.add(array)) {
                array.forEach(one -> {
                    if (one != null) {
                        open.push(one);
                    }
                });
            } else if (value instanceof COSDictionary dictionary && seen.add(dictionary)) {
                mendOne(dictionary);
                dictionary.forEach((key, kept) -> {
                    if (kept != null && !ELSEWHERE.contains(key) && !leadsAway(dictionary, key)) {
                        open.push(kept);
                    }
                });
            }
        }
    }

    /// Links lead to other pages, which are mended when it is their turn.
    private static boolean leadsAway(COSDictionary dictionary, COSName key) {
        return key.equals(COSName.A) && "Link".equals(dictionary.getNameAsString(COSName.SUBTYPE));
    }

    /// By what each is, since a source may call its own things by any name.
    private static void mendOne(COSDictionary dictionary) throws IOException {
        if (dictionary.getDictionaryObject(COSName.EXT_G_STATE) instanceof COSDictionary states) {
            for (COSName name : states.keySet()) {
                if (states.getDictionaryObject(name) instanceof COSDictionary state) {
                    OF_STATES.forEach(state::removeItem);
                    intent(state, RI);
                }
            }
        }
        if (dictionary.getDictionaryObject(COSName.FONT_DESC) instanceof COSDictionary descriptor) {
            OF_FONTS.forEach(descriptor::removeItem);
        }
        if (dictionary instanceof COSStream stream) {
            if (COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE))) {
                stream.removeItem(COSName.INTERPOLATE);
                intent(stream, INTENT);
            }
            pack(stream);
        }
    }

    private static void intent(COSDictionary dictionary, COSName key) {
        if (dictionary.getDictionaryObject(key) instanceof COSName intent
                && !ArchivalWalk.intents().contains(intent.getName())) {
            dictionary.removeItem(key);
        }
    }

    private static void pack(COSStream stream) throws IOException {
        List<COSName> filters = new ArrayList<>(SoundStream.filters(stream));
        if (!filters.contains(COSName.LZW_DECODE) || filters.stream().anyMatch(SoundStream::isPictureFilter)) {
            return;
        }
        byte[] plain;
        try (InputStream in = stream.createInputStream()) {
            plain = in.readAllBytes();
        }
        stream.removeItem(COSName.DECODE_PARMS);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(plain);
        }
    }
}
