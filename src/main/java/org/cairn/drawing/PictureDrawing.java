package org.cairn.drawing;

import java.nio.channels.SeekableByteChannel;

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
                    return new Drawn(Talk.readDots(from), turn);
                });
    }

    /// Lets go of everything, and stops what is being drawn; never waits.
    @Override
    public void close() {
        file.close();
    }
}
