package org.cairn.pdf;

import java.io.InterruptedIOException;
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
import org.jspecify.annotations.Nullable;

/// The pages of a tree, in its order, without trusting what they or their branches say of themselves.
///
/// A kid that is not there keeps its number: an empty page stands for it. A page that is named twice is shown twice. A
/// branch within itself is passed over.
final class PageWalk {

    /// So many pages are looked at; no document has more.
    static final int MOST_PAGES = 250_000;

    static final int MOST_KIDS = 2 * MOST_PAGES;

    private final List<COSDictionary> pages = new ArrayList<>();
    private final Deque<Branch> open = new ArrayDeque<>();
    private final Set<COSDictionary> above = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<COSDictionary> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean once;
    private int looked;
    private int holes;
    private boolean overstated;
    private boolean cutOff;
    private boolean misleads;

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

    static PageWalk through(@Nullable COSDictionary root) throws InterruptedIOException {
        return through(root, false);
    }

    /// @param once whether each page that is there is told once, and none that is not
    static PageWalk through(@Nullable COSDictionary root, boolean once) throws InterruptedIOException {
        PageWalk walk = new PageWalk(once);
        if (root != null && !isHole(root)) {
            walk.meet(root);
            walk.go();
        }
        return walk;
    }

    private void go() throws InterruptedIOException {
        while (!open.isEmpty() && pages.size() < MOST_PAGES && looked < MOST_KIDS) {
            Stopped.check();
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
        misleads |= !open.isEmpty();
        cutOff = open.stream().anyMatch(branch -> branch.next < branch.kids.size());
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
            misleads = true;
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
            if (page.containsKey(COSName.KIDS)) { // of which the library would take it for a branch without pages
                page.removeItem(COSName.KIDS);
                misleads = true;
            }
            pages.add(page);
        }
    }

    /// Whether it is neither a page nor a branch that still has a list of kids.
    ///
    /// Nothing that is drawn on a page is read for it: of a locked file the library unlocks all of that at once.
    static boolean isHole(COSDictionary kid) {
        if (kid instanceof COSStream) {
            return true;
        }
        COSBase type = Resolved.type(kid);
        if (COSName.PAGE.equals(type) || Resolved.kids(kid) != null || draws(kid)) {
            return false;
        }
        boolean lostItsKids =
                COSName.PAGES.equals(type) || kid.containsKey(COSName.COUNT) || kid.containsKey(COSName.KIDS);
        return lostItsKids || !kid.containsKey(COSName.MEDIA_BOX) && !kid.containsKey(COSName.RESOURCES);
    }

    /// Whether it names what is drawn on a page; notes on a page have words under the same name.
    static boolean draws(COSDictionary page) {
        COSBase drawn = page.getItem(COSName.CONTENTS);
        return drawn instanceof COSObject || drawn instanceof COSArray || drawn instanceof COSStream;
    }

    private void close(Branch branch) {
        int said = branch.node.getInt(COSName.COUNT, -1);
        int found = pages.size() - branch.before;
        misleads |= said != found;
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

    /// Whether it has more than is looked at.
    boolean cutOff() {
        return cutOff;
    }

    /// Whether the tree as it is would mislead whoever believes what it says.
    boolean misleads() {
        return misleads || holes > 0;
    }
}
