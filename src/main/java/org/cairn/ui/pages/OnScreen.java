package org.cairn.ui.pages;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.cairn.drawing.Dots;

/// Drawings as the toolkit shows them.
final class OnScreen {

    private OnScreen() {}

    /// Shares its dots, without a copy.
    static Image image(Dots drawn) {
        return new WritableImage(new PixelBuffer<>(
                drawn.width(), drawn.height(), IntBuffer.wrap(drawn.rows()), PixelFormat.getIntArgbPreInstance()));
    }

    static long bytes(Image picture) {
        return (long) (picture.getWidth() * picture.getHeight() * Integer.BYTES);
    }
}
