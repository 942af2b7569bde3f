package org.cairn.ui.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The bytes of a file, a few lines at a time; sought in from a place on.
final class ByteWindow {

    private static final int PIECE = 1 << 20;

    private final SeekableByteChannel bytes;

    ByteWindow(SeekableByteChannel bytes) {
        this.bytes = bytes;
    }

    long size() throws IOException {
        return bytes.size();
    }

    /// How many lines there are.
    int lines() throws IOException {
        return (int) Math.min(Integer.MAX_VALUE - 8L, (bytes.size() + HexLines.ACROSS - 1) / HexLines.ACROSS);
    }

    /// Lines as people who know files read them.
    synchronized List<String> lines(int first, int most) throws IOException {
        long start = (long) first * HexLines.ACROSS;
        byte[] piece = piece(start, (int) Math.clamp(bytes.size() - start, 0, (long) most * HexLines.ACROSS));
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < piece.length; at += HexLines.ACROSS) {
            lines.add(HexLines.line(piece, at, Math.min(piece.length, at + HexLines.ACROSS), start + at));
        }
        return lines;
    }

    /// Where some bytes stand next.
    ///
    /// @param from the first place that counts
    synchronized Optional<Long> find(byte[] sought, long from) throws IOException {
        long at = from;
        while (sought.length > 0 && at + sought.length <= bytes.size()) {
            byte[] piece = piece(at, (int) Math.min(PIECE + sought.length - 1L, bytes.size() - at));
            for (int i = 0; i + sought.length <= piece.length; i++) {
                if (Arrays.equals(piece, i, i + sought.length, sought, 0, sought.length)) {
                    return Optional.of(at + i);
                }
            }
            at += PIECE;
        }
        return Optional.empty();
    }

    /// What somebody typed: bytes in hexadecimal such as `50 4b 03 04`, or letters.
    static byte[] typed(String text) {
        String digits = text.replaceAll("\\s", "");
        boolean hexadecimal = text.matches("\\s*[0-9A-Fa-f]{2}(\\s*[0-9A-Fa-f]{2})*\\s*");
        return hexadecimal ? HexFormat.of().parseHex(digits) : text.getBytes(StandardCharsets.UTF_8);
    }

    /// A place that somebody typed: hexadecimal as it stands before each line, or decimal after a `#`.
    static Optional<Long> place(String text) {
        String typed = text.strip().toLowerCase(java.util.Locale.ROOT);
        try {
            return Optional.of(
                    typed.startsWith("#")
                            ? Long.parseLong(typed.substring(1))
                            : Long.parseLong(typed.startsWith("0x") ? typed.substring(2) : typed, 16));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private byte[] piece(long at, int length) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(length);
        bytes.position(at);
        while (piece.hasRemaining() && bytes.read(piece) >= 0) {
            // until it is full or there is no more
        }
        return Arrays.copyOf(piece.array(), piece.position());
    }
}
