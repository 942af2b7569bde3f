package org.cairn.pdf;

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
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// The pages of a tree, in its order, without trusting what they or their branches say of themselves.
///
/// A kid that is not there keeps its number: an empty page stands for it. A page that is named twice is shown twice. A
/// branch within itself is passed over.
final class PageWalk {

    /// So many pages are looked at; no document has more.
    static final int MOST_PAGES = 250_000;

    private static final int MOST_KIDS = 2 * MOST_PAGES;

    private final List<COSDictionary> pages = new ArrayList<>();
    private final Deque<Branch> open = new ArrayDeque<>();
    private final Set<COSDictionary> above = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<COSDictionary> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean once;
    private int looked;
    private int holes;
    private boolean overstated;
    private boolean miscounted;

    /// A branch and the kid of it that comes next.
    private static final class Branch {
        private final COSDictionary node;
        private final COSArray kids;
        private final int before;
        private int next;

        Branch(COSDictionary node, COSArray kids, int before) {
            this.node = node;
            this.kids = kids;
            this.before = before;
        }
    }

    private PageWalk(boolean once) {
        this.once = once;
    }

    static PageWalk through(@Nullable COSDictionary root) {
        return through(root, false);
    }

    /// @param once whether each page that is there is told once, and none that is not
    static PageWalk through(@Nullable COSDictionary root, boolean once) {
        PageWalk walk = new PageWalk(once);
        if (root != null && !isHole(root)) {
            walk.meet(root);
            walk.go();
        }
        return walk;
    }

    private void go() {
        while (!open.isEmpty() && pages.size() < MOST_PAGES && looked < MOST_KIDS) {
            Branch branch = open.getFirst();
            if (branch.next < branch.kids.size()) {
                COSBase kid = branch.kids.get(branch.next);
                branch.next++;
                looked++;
                meet(Resolved.dictionary(kid));
            } else {
                close(branch);
            }
        }
        miscounted |= !open.isEmpty();
    }

    private void meet(@Nullable COSDictionary kid) {
        if (kid == null || isHole(kid)) {
            hole();
            return;
        }
        COSArray kids = Resolved.kids(kid);
        if (kids == null) {
            page(kid);
        } else if (above.add(kid)) {
            open.push(new Branch(kid, kids, pages.size()));
        } else {
            miscounted = true;
        }
    }

    private void hole() {
        if (!once) {
            holes++;
            page(new COSDictionary());
        }
    }

    private void page(COSDictionary page) {
        if (shown.add(page) || !once) {
            page.setItem(COSName.TYPE, COSName.PAGE);
            pages.add(page);
        }
    }

    /// Whether it does not say that it is a page, and has nothing that a page has, or a branch.
    static boolean isHole(COSDictionary kid) {
        COSBase drawn = Resolved.of(kid.getItem(COSName.CONTENTS));
        boolean page = COSName.PAGE.equals(Resolved.type(kid))
                || drawn instanceof COSStream
                || drawn instanceof COSArray
                || kid.containsKey(COSName.MEDIA_BOX)
                || kid.containsKey(COSName.RESOURCES);
        return kid instanceof COSStream || !page && Resolved.kids(kid) == null;
    }

    private void close(Branch branch) {
        int said = branch.node.getInt(COSName.COUNT, -1);
        int found = pages.size() - branch.before;
        miscounted |= said != found;
        overstated |= said > found;
        open.pop();
        above.remove(branch.node);
    }

    List<COSDictionary> pages() {
        return pages;
    }

    /// How many pages or branches are named that are not there.
    int holes() {
        return holes;
    }

    /// Whether one that is a page is among them.
    boolean foundAny() {
        return pages.size() > holes;
    }

    /// Whether more pages were promised than there are.
    boolean overstated() {
        return overstated;
    }

    /// Whether the tree as it is would mislead whoever believes what it says.
    boolean misleads() {
        return miscounted || holes > 0;
    }
}
