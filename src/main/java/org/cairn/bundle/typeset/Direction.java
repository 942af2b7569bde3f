package org.cairn.bundle.typeset;

import com.ibm.icu.text.Bidi;

/// Which way a paragraph runs.
public enum Direction {
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT;

    /// The way of a language or of a whole bundle.
    public static Direction of(boolean rightToLeft) {
        return rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    }

    /// The way that a text runs by its first strong character, or the given one where it has none.
    public Direction orOf(String text) {
        return switch (Bidi.getBaseDirection(text)) {
            case Bidi.LTR -> LEFT_TO_RIGHT;
            case Bidi.RTL -> RIGHT_TO_LEFT;
            default -> this;
        };
    }

    /// Whether it is the way of Arabic and Hebrew.
    public boolean rightToLeft() {
        return this == RIGHT_TO_LEFT;
    }
}
