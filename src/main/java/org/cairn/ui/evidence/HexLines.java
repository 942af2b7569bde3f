package org.cairn.ui.evidence;

import java.util.HexFormat;
import java.util.Locale;

/// Bytes as people who know files read them: offset, sixteen bytes in hexadecimal, and the letters among them.
final class HexLines {

    private static final int ACROSS = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private HexLines() {}

    static String of(byte[] bytes) {
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < bytes.length; at += ACROSS) {
            int end = Math.min(bytes.length, at + ACROSS);
            lines.append(String.format(Locale.ROOT, "%06x  %-47s  ", at, HEX.formatHex(bytes, at, end)));
            for (int i = at; i < end; i++) {
                lines.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '·');
            }
            lines.append('\n');
        }
        return lines.toString();
    }
}
