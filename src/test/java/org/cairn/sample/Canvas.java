package org.cairn.sample;

import java.awt.Shape;
import java.io.IOException;

/// What a paper is set on: a page of a PDF or a picture. Measured in points from the top left corner.
interface Canvas {
    float width();

    float height();

    void line(SetLine line, float x, float baseline) throws IOException;

    void rule(float fromX, float fromY, float toX, float toY, float weight) throws IOException;

    void box(float x, float y, float width, float height, float grey) throws IOException;

    /// Draws ink along a shape, as a pen does.
    void pen(Shape shape) throws IOException;
}
