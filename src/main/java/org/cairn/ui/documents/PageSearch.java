package org.cairn.ui.documents;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.cairn.drawing.NotDrawable;
import org.cairn.progress.CancelledException;
import org.cairn.ui.pages.Leaves;
import org.jspecify.annotations.Nullable;

/// Finds words on the pages of a file, whose text is known only to itself.
public final class PageSearch {

    private final @Nullable Leaves leaves;

    PageSearch(@Nullable Leaves leaves) {
        this.leaves = leaves;
    }

    /// The numbers of the pages on which words stand, and how often they do.
    ///
    /// @param wanted whether anybody still waits for it
    /// @throws CancelledException when nobody does
    public SortedMap<Integer, Integer> of(Sought words, BooleanSupplier wanted) {
        SortedMap<Integer, Integer> found = new TreeMap<>();
        Leaves open = leaves;
        if (open == null) {
            return found;
        }
        for (int page = 1; page <= open.count(); page++) {
            if (!wanted.getAsBoolean()) {
                throw new CancelledException();
            }
            int times = times(open, page, words);
            if (times > 0) {
                found.put(page, times);
            }
        }
        return found;
    }

    /// A page that has no answer has no words.
    private static int times(Leaves open, int page, Sought words) {
        try {
            return PageHits.of(open.words(page), words).size();
        } catch (NotDrawable e) {
            return 0;
        }
    }
}
