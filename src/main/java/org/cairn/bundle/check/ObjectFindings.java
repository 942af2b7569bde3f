package org.cairn.bundle.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.cairn.bundle.insert.SoundStream;
import org.jspecify.annotations.Nullable;

/// What objects of a file are, one by one, whatever refers to them.
final class ObjectFindings {

    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "ImportData",
            "SubmitForm",
            "ResetForm",
            "Movie",
            "Sound",
            "Rendition",
            "GoToE",
            "GoTo3DView",
            "RichMediaExecute");
    private static final Set<String> KINDS = Set.of("FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D");
    private static final int DEPTH = 64;

    private final Set<String> live = new TreeSet<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Long> broken = new ArrayList<>();
    private int pages;

    /// Reads some objects of a file.
    static ObjectFindings of(COSDocument document, Collection<COSObjectKey> keys) throws IOException {
        ObjectFindings found = new ObjectFindings();
        for (COSObjectKey key : keys) {
            COSObject object = document.getObjectFromPool(key);
            COSBase value = object == null ? null : object.getObject();
            if (value instanceof COSStream stream && isContent(stream) && !SoundStream.isSound(stream)) {
                found.broken.add(key.getNumber());
            }
            found.inspect(value, 0);
        }
        found.seen.clear();
        return found;
    }

    /// What acts, attaches or plays.
    Set<String> live() {
        return live;
    }

    /// Streams that cannot be decoded to their end, by number.
    List<Long> broken() {
        return broken;
    }

    /// How many pages there are, in the tree of pages or not.
    int pages() {
        return pages;
    }

    /// Takes over what others are.
    void add(ObjectFindings others) {
        live.addAll(others.live);
        broken.addAll(others.broken);
        pages += others.pages;
    }

    /// Object and cross-reference streams have been read before anything else could be.
    private static boolean isContent(COSStream stream) {
        String type = String.valueOf(stream.getNameAsString(COSName.TYPE));
        return !type.equals("ObjStm") && !type.equals("XRef");
    }

    private void inspect(@Nullable COSBase value, int depth) {
        if (depth > DEPTH || value instanceof COSObject || value == null) {
            return;
        }
        if (value instanceof COSArray array) {
            array.forEach(entry -> inspect(entry, depth + 1));
        } else if (value instanceof COSDictionary dictionary && seen.add(dictionary)) {
            judge(dictionary);
            for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                inspect(entry.getValue(), depth + 1);
            }
        }
    }

    private void judge(COSDictionary dictionary) {
        if (COSName.PAGE.equals(dictionary.getDictionaryObject(COSName.TYPE))) {
            pages++;
        }
        note(dictionary.getDictionaryObject(COSName.S), ACTIONS);
        note(dictionary.getDictionaryObject(COSName.SUBTYPE), KINDS);
        if (dictionary.getDictionaryObject(COSName.EF) instanceof COSDictionary
                || COSName.getPDFName("EmbeddedFile").equals(dictionary.getDictionaryObject(COSName.TYPE))) {
            live.add("EmbeddedFile");
        }
        if (dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary) {
            live.add("AA");
        }
    }

    private void note(@Nullable COSBase value, Set<String> names) {
        if (value instanceof COSName name && names.contains(name.getName())) {
            live.add(name.getName());
        }
    }
}
