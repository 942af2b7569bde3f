package org.cairn.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/// A picture being drawn, and the pen that draws it.
record Sketch(BufferedImage picture, Graphics2D graphics, Faces faces) {
    static Sketch blank(Faces faces, int width, int height, Color paper) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Pictures.pen(picture);
        graphics.setColor(paper);
        graphics.fillRect(0, 0, width, height);
        return new Sketch(picture, graphics, faces);
    }

    void say(String words, float size, float x, float y) {
        Pictures.words(graphics, faces, words, size, x, y);
    }

    /// Marks it as invented and lays the pen down.
    BufferedImage done() {
        Pictures.mark(graphics, faces, picture.getHeight());
        graphics.dispose();
        return picture;
    }
}
