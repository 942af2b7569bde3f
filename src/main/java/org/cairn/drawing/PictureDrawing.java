package org.cairn.drawing;

import java.nio.channels.SeekableByteChannel;
import java.util.List;

/// The pictures of a file, drawn in a process apart: several where it is a TIFF or a medical file, none so large that
/// it takes the memory.
///
/// Limits and failures are those of [PdfDrawing].
public final class PictureDrawing implements AutoCloseable {

    private final OpenFile file;

    /// One of them.
    ///
    /// @param turn by how many quarters it must be turned to the right to stand upright
    public record Drawn(Dots dots, int turn) {}

    /// Opens a file. The channel is closed with it.
    ///
    /// @throws NotDrawable when it is no picture that can be read
    public PictureDrawing(DrawingProcesses processes, SeekableByteChannel bytes) {
        this.file = new OpenFile(processes, Talk.PICTURE, bytes);
    }

    /// How many there are.
    public int count() {
        return file.count();
    }

    /// Their sizes as they stand in the file, in dots.
    ///
    /// @param first from 1
    /// @param most so many are asked for, and no more than there are
    public List<Size> sizes(int first, int most) {
        return file.sizes(first, most);
    }

    /// One of them, with all its dots where they are not too many.
    ///
    /// @param number from 1
    public Drawn draw(int number) {
        return draw(number, 0);
    }

    /// One of them, no wider than is needed.
    ///
    /// @param number from 1
    /// @param width in dots; 0 for all there are
    public Drawn draw(int number, int width) {
        return file.ask(
                to -> {
                    to.writeByte(Talk.DRAW);
                    to.writeInt(number);
                    to.writeInt(width);
                },
                from -> {
                    int turn = Talk.length(from, 3);
                    return new Drawn(Talk.readDots(from), turn);
                });
    }

    /// Stops what is being drawn, since nobody waits for it any more: it ends as cancelled.
    public void abandon() {
        file.abandon();
    }

    /// Lets go of everything, and stops what is being drawn; never waits.
    @Override
    public void close() {
        file.close();
    }
}
