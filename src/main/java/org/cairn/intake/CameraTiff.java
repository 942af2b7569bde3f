package org.cairn.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/// Tells what a camera saw (CR2, NEF, ARW, DNG and their like) from a scan: both are TIFF, and only the scan is a
/// picture as it stands.
final class CameraTiff {

    /// Where nobody says more of it.
    static final String RAW = "image/x-raw-adobe";

    private static final int MAKE = 0x010f;
    private static final int INNER = 0x014a;
    private static final int DNG = 0xc612;
    private static final int ENTRY = 12;
    private static final int HEAD = 1 << 20;

    private CameraTiff() {}

    static boolean raw(String mediaType) {
        return mediaType.startsWith("image/x-raw-") || mediaType.equals("image/x-canon-cr2");
    }

    /// Whether its head says that it holds what a camera saw.
    static boolean seen(IncomingBytes bytes) throws IOException {
        byte[] head = bytes.head(HEAD);
        if (head.length < 16 || head[0] != head[1] || head[0] != 'I' && head[0] != 'M') {
            return false;
        }
        ByteBuffer in = ByteBuffer.wrap(head).order(head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            Set<Integer> tags = tags(in);
            boolean canon = head[8] == 'C' && head[9] == 'R';
            return canon || tags.contains(DNG) || tags.contains(MAKE) && tags.contains(INNER);
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static Set<Integer> tags(ByteBuffer tiff) {
        Set<Integer> tags = new HashSet<>();
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            tags.add(tiff.getShort(directory + 2 + i * ENTRY) & 0xffff);
        }
        return tags;
    }
}
