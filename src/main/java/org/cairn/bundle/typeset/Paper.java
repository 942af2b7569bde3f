package org.cairn.bundle.typeset;

/// The sheets that courts ask for, upright, in points.
public enum Paper {
    A4(595.27563f, 841.8898f),
    LETTER(612, 792);

    private final float width;
    private final float height;

    Paper(float width, float height) {
        this.width = width;
        this.height = height;
    }

    /// In points.
    public float width() {
        return width;
    }

    /// In points.
    public float height() {
        return height;
    }
}
