package org.cairn.archive;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.cairn.audio.flac.FlacTotals;
import org.cairn.domain.Recorded;

/// A further piece of a recording's spool.
sealed interface RecordingPiece {

    byte SOUND = 1;
    byte PART = 2;

    byte[] bytes();

    /// Frames that are whole, and what is true of all frames so far.
    record Sound(FlacTotals totals, byte[] frames) implements RecordingPiece {
        @Override
        public byte[] bytes() {
            byte[] known = totals.bytes();
            return ByteBuffer.allocate(1 + Short.BYTES + known.length + frames.length)
                    .put(SOUND)
                    .putShort((short) known.length)
                    .put(known)
                    .put(frames)
                    .array();
        }

        @Override
        public String toString() {
            return "Sound";
        }
    }

    /// Where it was begun, or gone on with after a pause.
    record Part(Recorded.Part part) implements RecordingPiece {
        @Override
        public byte[] bytes() {
            return ByteBuffer.allocate(1 + 2 * Long.BYTES)
                    .put(PART)
                    .putLong(part.millis())
                    .putLong(part.at().toEpochMilli())
                    .array();
        }
    }

    static RecordingPiece of(byte[] bytes) throws IOException {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.get() == PART) {
                return new Part(new Recorded.Part(in.getLong(), Instant.ofEpochMilli(in.getLong())));
            }
            byte[] known = new byte[in.getShort()];
            in.get(known);
            byte[] frames = new byte[in.remaining()];
            in.get(frames);
            return new Sound(FlacTotals.of(known), frames);
        } catch (BufferUnderflowException e) {
            throw new IOException("no piece of a recording", e);
        }
    }
}
