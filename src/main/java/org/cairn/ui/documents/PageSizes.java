package org.cairn.ui.documents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cairn.drawing.Size;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.pages.Leaves;
import org.jspecify.annotations.Nullable;

/// How large the pages of an open file are, as far as it is known: those not asked about yet are taken to be like the
/// first, so that a file of thousands opens at once.
final class PageSizes {

    /// Those of pages seen at once; the first page waits for them.
    private static final int AT_FIRST = 6;
    private static final int AT_ONCE = 400;
    private static final Size A4 = new Size(595, 842);

    private final Tasks tasks;
    private final Runnable changed;
    private List<Size> sizes = List.of();
    private @Nullable Leaves leaves;
    private boolean rest;

    PageSizes(Tasks tasks, Runnable changed) {
        this.tasks = tasks;
        this.changed = changed;
    }

    /// A file with the sizes of its first pages and of the one to begin with.
    ///
    /// @param searched whether its pages had to be searched for
    record First(Leaves leaves, List<Size> sizes, Size there, boolean searched) {}

    /// Asks for what must be known before anything is shown; away from the screen.
    static First first(Leaves opened, int at) {
        try {
            List<Size> sizes = opened.sizes(1, AT_FIRST);
            int page = Math.clamp(at, 1, Math.max(1, opened.count()));
            List<Size> there = page <= sizes.size() ? sizes.subList(page - 1, page) : opened.sizes(page, 1);
            return new First(opened, sizes, there.isEmpty() ? A4 : there.getFirst(), opened.searched());
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    void begin(First first, int at) {
        leaves = first.leaves();
        rest = true;
        int all = first.leaves().count();
        List<Size> guessed = new ArrayList<>(Collections.nCopies(
                all, first.sizes().isEmpty() ? A4 : first.sizes().getFirst()));
        for (int i = 0; i < first.sizes().size(); i++) {
            guessed.set(i, first.sizes().get(i));
        }
        if (all > 0) {
            guessed.set(Math.clamp(at, 1, all) - 1, first.there());
        }
        sizes = guessed;
    }

    /// All of them, known or guessed.
    List<Size> known() {
        return sizes;
    }

    /// Asks for those that are guessed, once.
    void learnRest() {
        Leaves open = leaves;
        if (rest && open != null) {
            rest = false;
            learn(open, AT_FIRST + 1);
        }
    }

    private void learn(Leaves open, int from) {
        if (!open.equals(leaves) || from > sizes.size()) {
            return;
        }
        tasks.look(
                () -> open.sizes(from, AT_ONCE),
                some -> {
                    if (open.equals(leaves)) {
                        for (int i = 0; i < some.size(); i++) {
                            sizes.set(from - 1 + i, some.get(i));
                        }
                        changed.run();
                        learn(open, from + AT_ONCE);
                    }
                },
                failure -> {
                    // a page whose size cannot be told says so when it is drawn
                });
    }

    void forget() {
        leaves = null;
        rest = false;
        sizes = List.of();
    }
}
