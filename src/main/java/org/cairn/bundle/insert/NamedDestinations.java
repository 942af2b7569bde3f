package org.cairn.bundle.insert;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// The places a source gives names to, so that its links can be made to lead there without the names.
///
/// Names of two sources collide in one bundle; places do not.
public final class NamedDestinations {

    private static final int NODES = 100_000;

    private final Map<String, COSBase> places = new HashMap<>();

    private NamedDestinations() {}

    /// The names a catalog knows.
    public static NamedDestinations of(COSDictionary catalog) {
        NamedDestinations named = new NamedDestinations();
        if (catalog.getDictionaryObject(COSName.DESTS) instanceof COSDictionary old) {
            old.keySet().forEach(name -> named.put(name.getName(), old.getDictionaryObject(name)));
        }
        if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
            named.readTree(names.getDictionaryObject(COSName.DESTS));
        }
        return named;
    }

    private void readTree(@Nullable COSBase root) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSDictionary> nodes = new ArrayDeque<>();
        push(root, nodes, seen);
        while (!nodes.isEmpty()) {
            COSDictionary node = nodes.pop();
            if (node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
                for (int i = 0; i < kids.size(); i++) {
                    push(kids.getObject(i), nodes, seen);
                }
            }
            if (node.getDictionaryObject(COSName.NAMES) instanceof COSArray pairs) {
                for (int i = 0; i + 1 < pairs.size(); i += 2) {
                    if (pairs.getObject(i) instanceof COSString name) {
                        put(name.toHexString(), pairs.getObject(i + 1));
                    }
                }
            }
        }
    }

    private static void push(@Nullable COSBase node, Deque<COSDictionary> nodes, Set<COSBase> seen) {
        if (node instanceof COSDictionary dictionary && seen.size() < NODES && seen.add(dictionary)) {
            nodes.push(dictionary);
        }
    }

    private void put(String name, @Nullable COSBase place) {
        if (place != null) {
            places.putIfAbsent(name, place);
        }
    }

    /// The explicit place, whichever way it is given.
    public @Nullable COSArray resolve(@Nullable COSBase destination) {
        COSBase place = destination;
        if (destination instanceof COSString name) {
            place = places.getOrDefault(name.toHexString(), places.get(name.getString()));
        } else if (destination instanceof COSName name) {
            place = places.get(name.getName());
        }
        if (place instanceof COSDictionary dictionary) {
            place = dictionary.getDictionaryObject(COSName.D);
        }
        return place instanceof COSArray array ? array : null;
    }
}
