package org.cairn.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.stream.LongStream;

/// The first piece of a spool that is whole after one whose length may be damaged.
///
/// Only the key tells a piece from noise; what is unlikely to be one is not tried, so that looking takes a moment.
///
/// @param position where it begins
/// @param place the how-manieth it is
record WholePiece(long position, long place) {

    /// How far damage may reach that is stepped over: a minute and a half of sound.
    private static final int FARTHEST = 1 << 22;

    /// How many pieces may be lost to it.
    private static final int MOST_LOST = 64;

    /// Whether some bytes are the piece of a place.
    interface Opening {
        boolean opens(byte[] sealed, long place, boolean last);
    }

    /// @param from where the damaged piece began
    /// @param place the how-manieth that was
    static Optional<WholePiece> after(FileChannel file, long from, long place, Opening opening) throws IOException {
        int length = (int) Math.min(FARTHEST, file.size() - from - 1);
        if (length < SpoolMark.LENGTH_BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(read(file, from + 1, length).orElseThrow());
        for (int i = 0; i + SpoolMark.LENGTH_BYTES <= length; i++) {
            PieceHead head = PieceHead.of(bytes, i);
            if (head.likely()) {
                Optional<WholePiece> found = at(file, from + 1 + i, head, place, opening);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<WholePiece> at(FileChannel file, long position, PieceHead head, long place, Opening opening)
            throws IOException {
        long begin = position + SpoolMark.LENGTH_BYTES;
        if (begin + head.length() > file.size() || !followed(file, begin + head.length())) {
            return Optional.empty();
        }
        byte[] sealed = read(file, begin, head.length()).orElseThrow();
        return LongStream.rangeClosed(place + 1, place + MOST_LOST)
                .filter(one -> opening.opens(sealed, one, head.last()))
                .mapToObj(one -> new WholePiece(position, one))
                .findFirst();
    }

    /// The file ends there, or another piece seems to begin.
    private static boolean followed(FileChannel file, long at) throws IOException {
        return read(file, at, SpoolMark.LENGTH_BYTES)
                .map(next -> PieceHead.of(next).likely())
                .orElse(true);
    }

    /// @return nothing where the file ends before
    static Optional<byte[]> read(FileChannel file, long from, int length) throws IOException {
        if (from + length > file.size()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(bytes.array());
    }
}
