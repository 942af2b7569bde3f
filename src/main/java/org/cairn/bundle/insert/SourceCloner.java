package org.cairn.bundle.insert;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.cairn.bundle.typeset.SmallDictionary;
import org.jspecify.annotations.Nullable;

/// Copies objects of one source into the target: each once, loops and all, without recursion that a source could drive
/// into the ground.
///
/// References to pages become references to the inserted pages, or nothing: following them any other way would carry
/// pages into the bundle that nobody asked for. What acts, attaches or describes beside the page is not followed.
final class SourceCloner {

    private static final Set<String> LEFT_BEHIND = Set.of(
            "Parent",
            "AA",
            "OPI",
            "Ref",
            "Alternates",
            "PieceInfo",
            "Metadata",
            "StructParent",
            "StructParents",
            "AF",
            "OC",
            "Thumb",
            "LastModified",
            "PS",
            "Subtype2",
            "B");
    /// Dictionaries whose keys are names a source chose itself, and mean nothing.
    private static final Set<String> NAMED_BY_SOURCE = Set.of(
            "Font",
            "XObject",
            "ExtGState",
            "ColorSpace",
            "Pattern",
            "Shading",
            "Properties",
            "CharProcs",
            "Colorants",
            "N");
    private static final Set<String> ACTIVE = Set.of(
            "JavaScript",
            "Launch",
            "ImportData",
            "SubmitForm",
            "ResetForm",
            "Movie",
            "Sound",
            "Rendition",
            "GoTo3DView",
            "GoToR",
            "GoToE",
            "URI",
            "FileAttachment",
            "RichMedia",
            "Screen",
            "3D");
    private static final Set<String> NOT_FOLLOWED = Set.of(
            "Page",
            "Pages",
            "Catalog",
            "Filespec",
            "EmbeddedFile",
            "StructTreeRoot",
            "StructElem",
            "Metadata",
            "Annot",
            "Action",
            "Sig",
            "ObjStm",
            "XRef");

    private final StreamCopier streams;
    private final Deadline deadline;
    private final Map<COSBase, COSBase> done = new IdentityHashMap<>();
    private final Map<COSBase, COSDictionary> pages = new IdentityHashMap<>();
    private final Deque<Filling> pending = new ArrayDeque<>();
    private int copied;

    private record Filling(COSBase from, COSBase to, boolean namedBySource) {}

    SourceCloner(StreamCopier streams, Deadline deadline) {
        this.streams = streams;
        this.deadline = deadline;
    }

    /// From here on, references to that page of the source become references to this page of the target.
    void becomes(COSDictionary sourcePage, COSDictionary targetPage) {
        pages.putIfAbsent(sourcePage, targetPage);
    }

    @Nullable
    COSDictionary pageFor(@Nullable COSBase sourcePage) {
        return pages.get(resolved(sourcePage));
    }

    /// A copy with everything it refers to.
    @Nullable
    COSBase copy(@Nullable COSBase value) throws IOException, UninsertableException {
        COSBase result = shell(value, false);
        while (!pending.isEmpty()) {
            if (++copied % 256 == 0) {
                deadline.check();
            }
            fill(pending.pop());
        }
        return result;
    }

    static @Nullable COSBase resolved(@Nullable COSBase value) {
        try {
            COSBase inner = value instanceof COSObject reference ? reference.getObject() : value;
            return inner instanceof COSNull ? null : inner;
        } catch (RuntimeException e) {
            return null; // an object that cannot be read is an object that is not there
        }
    }

    private @Nullable COSBase shell(@Nullable COSBase value, boolean namedBySource)
            throws IOException, UninsertableException {
        COSBase from = resolved(value);
        if (!(from instanceof COSDictionary) && !(from instanceof COSArray)) {
            return from;
        }
        if (pages.containsKey(from)) {
            return pages.get(from);
        }
        COSBase existing = done.get(from);
        if (existing != null) {
            return existing;
        }
        if (from instanceof COSDictionary dictionary && isNotFollowed(dictionary)) {
            return null;
        }
        return newShell(from, namedBySource, !(value instanceof COSObject) && from.isDirect());
    }

    private COSBase newShell(COSBase from, boolean namedBySource, boolean direct)
            throws IOException, UninsertableException {
        COSBase to = switch (from) {
            case COSStream stream -> streams.copy(stream);
            case COSDictionary dictionary ->
                dictionary.size() > SmallDictionary.FEW ? new COSDictionary() : new SmallDictionary();
            default -> new COSArray();
        };
        to.setDirect(direct && !(to instanceof COSStream));
        done.put(from, to);
        pending.push(new Filling(from, to, namedBySource));
        return to;
    }

    private static boolean isNotFollowed(COSDictionary dictionary) {
        return isOneOf(dictionary.getDictionaryObject(COSName.TYPE), NOT_FOLLOWED)
                || isOneOf(dictionary.getDictionaryObject(COSName.S), ACTIVE)
                || isOneOf(dictionary.getDictionaryObject(COSName.SUBTYPE), ACTIVE)
                || isOneOf(dictionary.getDictionaryObject(COSName.SUBTYPE), Set.of("PS"));
    }

    private static boolean isOneOf(@Nullable COSBase value, Set<String> names) {
        return value instanceof COSName name && names.contains(name.getName());
    }

    private void fill(Filling filling) throws IOException, UninsertableException {
        if (filling.from() instanceof COSArray from && filling.to() instanceof COSArray to) {
            for (int i = 0; i < from.size(); i++) {
                COSBase value = shell(from.get(i), false);
                to.add(value == null ? COSNull.NULL : value);
            }
        } else if (filling.from() instanceof COSDictionary from && filling.to() instanceof COSDictionary to) {
            for (Map.Entry<COSName, COSBase> entry : entries(from).entrySet()) {
                fillEntry(entry.getKey(), entry.getValue(), to, filling.namedBySource());
            }
        }
    }

    private static Map<COSName, COSBase> entries(COSDictionary dictionary) {
        Map<COSName, COSBase> entries = new LinkedHashMap<>();
        dictionary.forEach((key, value) -> {
            if (value != null) {
                entries.put(key, value);
            }
        });
        return entries;
    }

    private void fillEntry(COSName key, COSBase value, COSDictionary to, boolean namedBySource)
            throws IOException, UninsertableException {
        if (!namedBySource && LEFT_BEHIND.contains(key.getName()) || to.containsKey(key)) {
            return;
        }
        if (to instanceof COSStream && StreamCopier.OWN_KEYS.contains(key)) {
            return;
        }
        COSBase copy = shell(value, !namedBySource && NAMED_BY_SOURCE.contains(key.getName()));
        if (copy != null) {
            to.setItem(key, copy);
        }
    }
}
