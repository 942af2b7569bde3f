package org.cairn.bundle.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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
import org.cairn.bundle.insert.ContentScan;
import org.cairn.bundle.insert.SoundStream;
import org.jspecify.annotations.Nullable;

/// Rules about every object of the file: nothing broken, nothing that acts, no page that is not shown.
final class ObjectRules {

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

    private final ReadBack bundle;
    private final Set<String> live = new TreeSet<>();
    private final Set<COSBase> pageObjects = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Long> broken = new ArrayList<>();

    private ObjectRules(ReadBack bundle) {
        this.bundle = bundle;
    }

    static void check(ReadBack bundle, Verdicts verdicts) throws IOException {
        ObjectRules rules = new ObjectRules(bundle);
        rules.readAll();
        rules.wholeFile();
        int total = bundle.pages().size();
        verdicts.rule("0", "streams", rules.broken, total);
        verdicts.rule("0", "contents", rules.brokenContents(), total);
        if (rules.pageObjects.size() == total) {
            verdicts.met("0", "pageObjects", total);
        } else {
            verdicts.broken("0", "pageObjects", rules.pageObjects.size(), total);
        }
        verdicts.rule("11", "live", rules.live);
    }

    private void readAll() throws IOException {
        COSDocument document = bundle.document().getDocument();
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            COSObject object = document.getObjectFromPool(key);
            COSBase value = object == null ? null : object.getObject();
            if (value instanceof COSStream stream && isContent(stream) && !SoundStream.isSound(stream)) {
                broken.add(key.getNumber());
            }
            inspect(value, 0);
        }
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
            pageObjects.add(dictionary);
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

    private void wholeFile() {
        if (bundle.document().isEncrypted()) {
            live.add("Encrypt");
        }
        if (bundle.catalog().getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
            for (String key : List.of("EmbeddedFiles", "JavaScript")) {
                if (names.getDictionaryObject(COSName.getPDFName(key)) != null) {
                    live.add(key);
                }
            }
        }
        if (bundle.catalog().getDictionaryObject(COSName.ACRO_FORM) instanceof COSDictionary form
                && form.getDictionaryObject(COSName.FIELDS) instanceof COSArray fields
                && hasFieldsToFillIn(fields)) {
            live.add("AcroForm");
        }
    }

    /// The bundle's own signature is a field too, and the only one allowed.
    private static boolean hasFieldsToFillIn(COSArray fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (!(fields.getObject(i) instanceof COSDictionary field
                    && "Sig".equals(field.getNameAsString(COSName.FT)))) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> brokenContents() {
        List<Integer> pages = new ArrayList<>();
        int first = NumberRules.first(bundle);
        for (int i = 0; i < bundle.pages().size(); i++) {
            try (InputStream content = bundle.pages().get(i).getContents()) {
                if (!ContentScan.of(content.readAllBytes()).clean()) {
                    pages.add(first + i);
                }
            } catch (IOException | RuntimeException e) {
                pages.add(first + i);
            }
        }
        return pages;
    }
}
