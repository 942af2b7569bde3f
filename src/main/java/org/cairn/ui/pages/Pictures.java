package org.cairn.ui.pages;

import java.nio.channels.SeekableByteChannel;
import java.util.Set;
import javafx.scene.image.Image;

/// The pictures of a file: several where it is a TIFF, none so large that it takes the memory.
///
/// Limits and failures are those of [PdfPages].
public final class Pictures implements AutoCloseable {

    private static final Set<String> TYPES = Set.of(
            "image/jpeg", "image/png", "image/gif", "image/bmp", "image/x-ms-bmp", "image/tiff", "application/dicom");

    private final OpenFile file;

    /// One of them.
    ///
    /// @param turn by how many quarters it must be turned to the right to stand upright
    public record Drawn(Image image, int turn) {}

    private Pictures(OpenFile file) {
        this.file = file;
    }

    /// Whether pictures of a media type can be shown.
    public static boolean shows(String mediaType) {
        return TYPES.contains(mediaType);
    }

    /// Opens a file. The channel is closed with the pictures.
    ///
    /// @throws NotDrawable when it is no picture that can be read
    public static Pictures of(DrawingProcesses processes, SeekableByteChannel bytes) {
        return new Pictures(new OpenFile(processes, Talk.PICTURE, bytes));
    }

    /// How many there are.
    public int count() {
        return file.count();
    }

    /// One of them.
    ///
    /// @param number from 1
    public Drawn draw(int number) {
        return file.ask(
                to -> {
                    to.writeByte(Talk.DRAW);
                    to.writeInt(number);
                    to.writeInt(0);
                },
                from -> {
                    int turn = Talk.length(from, 3);
                    return new Drawn(OnScreen.image(Talk.readDots(from)), turn);
                });
    }

    /// Lets go of everything, and stops what is being drawn; never waits.
    @Override
    public void close() {
        file.close();
    }
}
