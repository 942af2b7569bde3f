package org.cairn.ui.pages;

import java.nio.channels.SeekableByteChannel;
import java.util.Set;
import javafx.scene.image.Image;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.PictureDrawing;

/// The pictures of a file as the toolkit shows them.
///
/// Limits and failures are those of [PdfPages].
public final class Pictures implements AutoCloseable {

    private static final Set<String> TYPES = Set.of(
            "image/jpeg", "image/png", "image/gif", "image/bmp", "image/x-ms-bmp", "image/tiff", "application/dicom");

    private final PictureDrawing file;

    /// One of them.
    ///
    /// @param turn by how many quarters it must be turned to the right to stand upright
    public record Drawn(Image image, int turn) {}

    private Pictures(PictureDrawing file) {
        this.file = file;
    }

    /// Whether pictures of a media type can be shown.
    public static boolean shows(String mediaType) {
        return TYPES.contains(mediaType) || previews(mediaType);
    }

    /// Whether what is shown of a media type is only what the camera laid beside its picture.
    public static boolean previews(String mediaType) {
        return mediaType.startsWith("image/x-raw-")
                || mediaType.startsWith("image/x-canon-cr")
                || mediaType.startsWith("image/hei")
                || mediaType.equals("image/avif");
    }

    /// Opens a file. The channel is closed with the pictures.
    ///
    /// @throws org.cairn.drawing.NotDrawable when it is no picture that can be read
    public static Pictures of(DrawingProcesses processes, SeekableByteChannel bytes) {
        return new Pictures(new PictureDrawing(processes, bytes));
    }

    /// How many there are.
    public int count() {
        return file.count();
    }

    /// One of them.
    ///
    /// @param number from 1
    public Drawn draw(int number) {
        PictureDrawing.Drawn drawn = file.draw(number);
        return new Drawn(OnScreen.image(drawn.dots()), drawn.turn());
    }

    /// Lets go of everything, and stops what is being drawn; never waits.
    @Override
    public void close() {
        file.close();
    }
}
