package org.cairn.ui.documents;

import java.util.Arrays;
import java.util.List;
import org.cairn.drawing.Size;

/// Where pages stand one below another: places and sizes in pixels, worked out from the sizes of the paper.
///
/// A page is asked for by its number, from 1.
final class PageColumn {

    /// Between pages, and between them and the edge.
    static final double GAP = 14;

    private static final double PIXELS_PER_POINT = 96.0 / 72;
    private static final double LEAST_WIDTH = 40;

    private final double[] tops;
    private final double[] widths;
    private final double[] heights;
    private final double width;

    /// @param turn by how many quarters every page is turned
    /// @param across what is seen of the column at once, and down
    PageColumn(List<Size> sizes, Zoom zoom, int turn, double across, double down) {
        tops = new double[sizes.size() + 1];
        widths = new double[sizes.size()];
        heights = new double[sizes.size()];
        double widest = across;
        double top = GAP;
        for (int i = 0; i < sizes.size(); i++) {
            double[] paper = turned(sizes.get(i), turn);
            double scale = scale(paper, zoom, across - 2 * GAP, down - 2 * GAP);
            widths[i] = Math.max(LEAST_WIDTH, Math.floor(paper[0] * scale));
            heights[i] = Math.max(LEAST_WIDTH, Math.floor(paper[1] * scale));
            widest = Math.max(widest, widths[i] + 2 * GAP);
            tops[i] = top;
            top += heights[i] + GAP;
        }
        tops[sizes.size()] = top;
        width = widest;
    }

    private static double[] turned(Size size, int turn) {
        double width = Math.max(1, size.width());
        double height = Math.max(1, size.height());
        return turn % 2 == 0 ? new double[] {width, height} : new double[] {height, width};
    }

    private static double scale(double[] paper, Zoom zoom, double across, double down) {
        return switch (zoom.manner()) {
            case WIDTH -> across / paper[0];
            case PAGE -> Math.min(across / paper[0], down / paper[1]);
            case PERCENT -> zoom.percent() / 100 * PIXELS_PER_POINT;
        };
    }

    int count() {
        return widths.length;
    }

    double width() {
        return width;
    }

    double height() {
        return tops[widths.length];
    }

    double top(int page) {
        return tops[page - 1];
    }

    double left(int page) {
        return Math.floor((width - widths[page - 1]) / 2);
    }

    double width(int page) {
        return widths[page - 1];
    }

    double height(int page) {
        return heights[page - 1];
    }

    /// The page at a height, or the one whose gap it is in.
    int at(double y) {
        int found = Arrays.binarySearch(tops, 0, widths.length, y);
        int page = found >= 0 ? found + 1 : -found - 1;
        return Math.clamp(page, 1, Math.max(1, widths.length));
    }

    /// How large a page is in percent of its paper.
    double percent(int page, Size paper, int turn) {
        return 100 * width(page) / (turned(paper, turn)[0] * PIXELS_PER_POINT);
    }
}
