package org.cairn.bundle.typeset;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/// A glyph drawn as a shape instead of set as a letter.
record GlyphPath(StringBuilder operators, float scale) {

    void fill(Shape outline, float x, float y) {
        float[] c = new float[6];
        float lastX = 0;
        float lastY = 0;
        boolean any = false;
        for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(c);
            int count = kind == PathIterator.SEG_CUBICTO ? 6 : kind == PathIterator.SEG_QUADTO ? 4 : 2;
            for (int i = 0; i < count; i += 2) {
                c[i] = x + c[i] * scale;
                c[i + 1] = y + c[i + 1] * scale;
            }
            switch (kind) {
                case PathIterator.SEG_MOVETO -> put("m", c[0], c[1]);
                case PathIterator.SEG_LINETO -> put("l", c[0], c[1]);
                case PathIterator.SEG_QUADTO ->
                    put(
                            "c",
                            lastX + 2 * (c[0] - lastX) / 3,
                            lastY + 2 * (c[1] - lastY) / 3,
                            c[2] + 2 * (c[0] - c[2]) / 3,
                            c[3] + 2 * (c[1] - c[3]) / 3,
                            c[2],
                            c[3]);
                case PathIterator.SEG_CUBICTO -> put("c", c);
                default -> operators.append("h\n");
            }
            if (kind != PathIterator.SEG_CLOSE) {
                lastX = c[count - 2];
                lastY = c[count - 1];
            }
            any = true;
        }
        operators.append(any ? "f\n" : "");
    }

    private void put(String operator, float... places) {
        for (float place : places) {
            operators.append(Ops.number(place)).append(' ');
        }
        operators.append(operator).append('\n');
    }

    @Override
    public String toString() {
        return "GlyphPath";
    }
}
