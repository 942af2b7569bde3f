package org.cairn.conversion;

import java.util.ArrayList;
import java.util.List;

/// Cells of a sheet that were made one of several: no program makes their rows as high as what they hold, so it is only
/// counted which may hold more than is to be seen.
final class MergedCells {

    /// A row that says nothing of its height.
    private static final double USUAL_HEIGHT = 12.8;

    private final double slack;
    private List<Open> open = new ArrayList<>();
    private long cut;

    /// One whose last row has not come yet.
    ///
    /// @param needs how high what it holds is, in points
    /// @param rows how many are still to come
    /// @param high how high those are that came
    /// @param times how many such cells there are
    private record Open(double needs, int rows, double high, long times) {
        @Override
        public String toString() {
            return "Open";
        }
    }

    /// @param slack how far an estimate may be wrong
    MergedCells(double slack) {
        this.slack = slack;
    }

    /// @param needs how high what it holds is as wide as it stands; more than any row where that does not help
    void add(double needs, int rows, long times) {
        open.add(new Open(needs, rows, 0, times));
    }

    /// @param height of each; 0 where it is not known
    /// @param times how many such rows there are
    void endRow(double height, int times, boolean hidden) {
        if (open.isEmpty()) {
            return;
        }
        double each = hidden ? 0 : height > 0 ? height : USUAL_HEIGHT;
        List<Open> left = new ArrayList<>();
        for (Open one : open) {
            int taken = Math.min(times, one.rows());
            Open now = new Open(one.needs(), one.rows() - taken, one.high() + taken * each, one.times());
            if (now.rows() > 0) {
                left.add(now);
            } else {
                close(now);
            }
        }
        open = left;
    }

    /// What is hidden with all of its rows is counted elsewhere.
    private void close(Open one) {
        cut += one.high() > 0 && one.needs() > one.high() * slack ? one.times() : 0;
    }

    /// How many hold more than there is room for.
    long cut() {
        return cut;
    }

    @Override
    public String toString() {
        return "MergedCells";
    }
}
