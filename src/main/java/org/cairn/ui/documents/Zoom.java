package org.cairn.ui.documents;

/// How large pages are looked at.
///
/// @param percent of the size of the paper; what counts where the manner is [Manner#PERCENT]
public record Zoom(Manner manner, double percent) {

    /// As wide as there is room.
    public static final Zoom FIT_WIDTH = new Zoom(Manner.WIDTH, 100);
    /// Whole.
    public static final Zoom FIT_PAGE = new Zoom(Manner.PAGE, 100);

    private static final double LEAST = 10;
    private static final double MOST = 600;

    /// What the size follows.
    public enum Manner {
        /// The width of the window.
        WIDTH,
        /// Both the width and the height of it.
        PAGE,
        /// The paper.
        PERCENT
    }

    /// A size that follows the paper, within reason.
    public static Zoom percent(double percent) {
        return new Zoom(Manner.PERCENT, Math.clamp(percent, LEAST, MOST));
    }
}
