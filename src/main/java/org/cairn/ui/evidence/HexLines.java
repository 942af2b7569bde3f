package org.cairn.ui.evidence;

import java.util.HexFormat;
import java.util.Locale;

/// Bytes as people who know files read them: offset, sixteen bytes in hexadecimal, and the letters among them.
final class HexLines {

    static final int ACROSS = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private HexLines() {}

    /// @param place of the first byte in the file
    static String line(byte[] bytes, int from, int to, long place) {
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "%08x  %-47s  ", place, HEX.formatHex(bytes, from, to)));
        for (int i = from; i < to; i++) {
            line.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '·');
        }
        return line.toString();
    }
}
