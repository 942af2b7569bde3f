package org.cairn.pdf;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// Pages and branches of pages that no tree leads to any more, put back where they hung: in the place of the branch
/// that they name, and where nothing of that is left in the order of the file.
///
/// A page that a branch does not list was taken out by somebody, and stays out, where nothing of that branch is broken
/// or all that it lists is in the file, if only in pieces.
final class Strays {

    private static final COSName TEMPLATE = COSName.getPDFName("Template");
    private static final int DEEPEST = 64;
    /// So many objects that the library gives up on are looked at for pages.
    private static final int MOST_MENDED = 2_000;

    private final COSDocument document;
    private final Set<COSObjectKey> scanned;
    private final Map<COSDictionary, Long> places = new LinkedHashMap<>();
    private final Set<COSDictionary> listed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<COSArray> lookedThrough = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<COSArray, @Nullable COSDictionary> firstKids = new IdentityHashMap<>();
    private final Map<COSDictionary, Deque<Hole>> holes = new IdentityHashMap<>();
    private final Map<COSObjectKey, Hole> holesByKey = new HashMap<>();
    private final Map<COSDictionary, COSObjectKey> mendedKeys = new IdentityHashMap<>();
    private final Set<COSDictionary> back = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<COSObjectKey> ambiguous = new HashSet<>();
    private final Map<COSObjectKey, COSDictionary> regrown = new HashMap<>();
    private @Nullable COSDictionary catalog;
    private long catalogAt;
    private int tried;
    private int looked;

    /// An object as it is written.
    @FunctionalInterface
    private interface Words {
        String read() throws IOException;
    }

    /// A kid that is named and not there.
    private static final class Hole {
        private final COSDictionary node;
        private final COSArray kids;
        private final int at;
        private boolean filled;

        Hole(COSDictionary node, COSArray kids, int at) {
            this.node = node;
            this.kids = kids;
            this.at = at;
        }

        void fill(COSDictionary kid) {
            kids.set(at, kid);
            filled = true;
        }
    }

    private Strays(COSDocument document, Set<COSObjectKey> scanned) {
        this.document = document;
        this.scanned = scanned;
    }

    /// Looks at what the scan found worth looking at, of that what the document knows.
    static Strays of(Scan scan, COSDocument document) throws InterruptedIOException {
        Strays strays = new Strays(document, scan.objects().keySet());
        Map<COSObjectKey, Long> table = document.getXrefTable();
        Pack.Room room = new Pack.Room();
        for (Map.Entry<COSObjectKey, Scan.Place> entry :
                List.copyOf(scan.objects().entrySet())) {
            Stopped.check();
            COSObjectKey key = entry.getKey();
            Scan.Place place = entry.getValue();
            if (place.pack()) {
                strays.lookInto(key, place, room);
            }
            if (place.telling() && table.getOrDefault(key, -1L) >= 0) {
                strays.look(key, place.first() << 16, () -> scan.words(place));
            }
        }
        return strays;
    }

    private void lookInto(COSObjectKey pack, Scan.Place place, Pack.Room room) {
        int index = 0;
        for (Pack.Member member : Pack.members(document, pack, room)) {
            COSObjectKey key = new COSObjectKey(member.number(), 0);
            if (member.telling() && document.getXrefTable().getOrDefault(key, 0L) == -pack.getNumber()) {
                look(key, (place.last() << 16) + index, member::words);
            }
            index++;
        }
    }

    private void look(COSObjectKey key, long place, Words words) {
        COSDictionary found = Resolved.dictionary(document.getObjectFromPool(key));
        if (found == null && tried < MOST_MENDED) {
            tried++;
            found = mended(key, words);
        }
        if (found == null || found instanceof COSStream) {
            return;
        }
        if (isBranch(found) || isPage(found)) {
            places.put(found, place);
        } else if (COSName.CATALOG.equals(Resolved.type(found)) && place >= catalogAt) {
            catalog = found;
            catalogAt = place;
        }
    }

    private @Nullable COSDictionary mended(COSObjectKey key, Words words) {
        try {
            COSDictionary mended = Shards.page(words.read(), document);
            if (mended != null) {
                mendedKeys.put(mended, key);
            }
            return mended;
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean isBranch(COSDictionary found) {
        return Resolved.kids(found) != null
                && (COSName.PAGES.equals(Resolved.type(found)) || found.containsKey(COSName.COUNT));
    }

    /// One that does not say so has what only pages have.
    private static boolean isPage(COSDictionary found) {
        COSBase type = Resolved.type(found);
        if (COSName.PAGE.equals(type)) {
            return true;
        }
        return !found.containsKey(COSName.SUBTYPE)
                && !TEMPLATE.equals(type)
                && PageWalk.draws(found)
                && (found.containsKey(COSName.MEDIA_BOX) || found.containsKey(COSName.RESOURCES));
    }

    /// The last one that says it is the document's root, where there is any.
    @Nullable
    COSDictionary catalog() {
        return catalog;
    }

    static COSDictionary branch() {
        COSDictionary branch = new COSDictionary();
        branch.setItem(COSName.TYPE, COSName.PAGES);
        branch.setItem(COSName.KIDS, new COSArray());
        return branch;
    }

    /// A root for all of them: the old one is destroyed.
    COSDictionary root() throws InterruptedIOException {
        COSDictionary root = branch();
        hang(root, true);
        return root;
    }

    /// Fills the holes of a tree that still stands.
    void fill(COSDictionary root) throws InterruptedIOException {
        if (!places.containsKey(root)) {
            look(root);
        }
        hang(root, false);
    }

    private void hang(COSDictionary root, boolean all) throws InterruptedIOException {
        for (COSDictionary found : places.keySet()) {
            look(found);
        }
        List<COSDictionary> strays = inOrder(places.keySet().stream()
                .filter(found -> found != root && !listed.contains(found))
                .toList());
        for (COSDictionary stray : strays) {
            if (back(stray)) {
                continue;
            }
            COSBase above = stray.getItem(COSName.PARENT);
            COSDictionary parent = Resolved.dictionary(above);
            if (parent == null || !isBranch(parent)) {
                COSDictionary regrown = regrown(Resolved.key(above), stray);
                if (regrown != null) {
                    add(regrown, stray);
                } else if (all || above != null) {
                    add(root, stray);
                }
            }
        }
        strays.stream().filter(stray -> !back.contains(stray)).forEach(this::returned);
    }

    /// A page that was broken itself, to where it is named.
    private boolean back(COSDictionary stray) {
        COSObjectKey key = mendedKeys.get(stray);
        Hole hole = key == null ? null : holesByKey.get(key);
        if (hole == null || hole.filled) {
            return false;
        }
        hole.fill(stray);
        if (Resolved.dictionary(stray.getItem(COSName.PARENT)) == null) {
            stray.setItem(COSName.PARENT, hole.node);
        }
        return back.add(stray);
    }

    /// A branch in the place of one that is lost.
    private @Nullable COSDictionary regrown(@Nullable COSObjectKey lost, COSDictionary stray) {
        Hole hole = lost == null || ambiguous.contains(lost) ? null : holesByKey.get(lost);
        if (lost == null || hole == null || hole.node == stray) {
            return null;
        }
        return regrown.computeIfAbsent(lost, key -> {
            COSDictionary branch = branch();
            branch.setItem(COSName.PARENT, hole.node);
            hole.fill(branch);
            return branch;
        });
    }

    /// Which kids a branch has, and which it has lost. A list that several branches share is one's.
    private void look(COSDictionary node) throws InterruptedIOException {
        COSArray kids = Resolved.kids(node);
        if (kids == null || !lookedThrough.add(kids)) {
            return;
        }
        for (int i = 0; i < kids.size() && looked < PageWalk.MOST_KIDS; i++) {
            Stopped.check();
            looked++;
            COSDictionary kid = Resolved.dictionary(kids.get(i));
            if (kid != null && !PageWalk.isHole(kid)) {
                listed.add(kid);
            } else {
                lost(new Hole(node, kids, i), Resolved.key(kids.get(i)));
            }
        }
    }

    private void lost(Hole hole, @Nullable COSObjectKey key) {
        if (key != null && holesByKey.putIfAbsent(key, hole) != null) {
            ambiguous.add(key);
        }
        boolean inTheFile =
                key != null && (scanned.contains(key) || document.getXrefTable().containsKey(key));
        if (!inTheFile) { // otherwise that one is the page, and no other
            holes.computeIfAbsent(hole.node, none -> new ArrayDeque<>()).add(hole);
        }
    }

    /// To a branch that stands and has lost kids of which nothing is left.
    private void returned(COSDictionary stray) {
        COSDictionary parent = Resolved.dictionary(stray.getItem(COSName.PARENT));
        Deque<Hole> lost = parent == null || !isBranch(parent) ? null : holes.get(parent);
        if (parent == null || lost == null) {
            return;
        }
        Hole hole = lost.poll();
        while (hole != null && hole.filled) {
            hole = lost.poll();
        }
        if (hole != null) {
            hole.fill(stray);
        } else if (Resolved.kids(parent) instanceof COSArray kids) {
            kids.add(stray);
        }
    }

    /// What it takes from a branch that has lost its list only, it still finds there.
    private static void add(COSDictionary branch, COSDictionary stray) {
        if (Resolved.kids(branch) instanceof COSArray kids) {
            kids.add(stray);
            COSDictionary parent = Resolved.dictionary(stray.getItem(COSName.PARENT));
            if (parent == null || !COSName.PAGES.equals(Resolved.type(parent))) {
                stray.setItem(COSName.PARENT, branch);
            }
        }
    }

    private record Begun(COSDictionary stray, long at) {}

    private List<COSDictionary> inOrder(Collection<COSDictionary> strays) throws InterruptedIOException {
        List<Begun> begun = new ArrayList<>();
        for (COSDictionary stray : strays) {
            begun.add(new Begun(stray, begins(stray)));
        }
        begun.sort(Comparator.comparingLong(Begun::at));
        return begun.stream().map(Begun::stray).toList();
    }

    /// Where in the file the first page of it lies.
    private long begins(COSDictionary stray) throws InterruptedIOException {
        COSDictionary first = stray;
        for (int depth = 0; depth < DEEPEST; depth++) {
            COSDictionary kid = firstKid(first);
            if (kid == null) {
                break;
            }
            first = kid;
        }
        Long place = places.get(first);
        return place == null ? places.getOrDefault(stray, Long.MAX_VALUE) : place;
    }

    private @Nullable COSDictionary firstKid(COSDictionary node) throws InterruptedIOException {
        COSArray kids = Resolved.kids(node);
        if (kids == null || firstKids.containsKey(kids)) {
            return kids == null ? null : firstKids.get(kids);
        }
        COSDictionary first = null;
        for (int i = 0; i < kids.size() && first == null; i++) {
            Stopped.check();
            first = Resolved.dictionary(kids.get(i));
        }
        firstKids.put(kids, first);
        return first;
    }
}
