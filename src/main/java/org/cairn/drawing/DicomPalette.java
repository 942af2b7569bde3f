package org.cairn.drawing;

/// The colours that the values of a picture stand for.
///
/// @param first the value of the first colour
/// @param colours red, green and blue in one number
@SuppressWarnings("ArrayRecordComponent") // never compared
record DicomPalette(int first, int[] colours) {

    private static final int DESCRIPTOR = 0x00281101;
    private static final int DATA = 0x00281201;
    private static final int MOST = 65_536;

    static DicomPalette of(DicomReader file) {
        int[] descriptor = file.words(DESCRIPTOR);
        if (descriptor.length < 3) {
            return new DicomPalette(0, new int[0]);
        }
        int count = descriptor[0] == 0 ? MOST : descriptor[0];
        int[][] parts = new int[3][];
        for (int i = 0; i < 3; i++) {
            parts[i] = channel(file, DATA + i, count, descriptor[2]);
            if (parts[i].length < count) {
                return new DicomPalette(0, new int[0]);
            }
        }
        int[] colours = new int[count];
        for (int i = 0; i < count; i++) {
            colours[i] = parts[0][i] << 16 | parts[1][i] << 8 | parts[2][i];
        }
        return new DicomPalette((short) descriptor[1], colours);
    }

    /// One of the three, each entry as eight bits.
    private static int[] channel(DicomReader file, int tag, int count, int bits) {
        byte[] bytes = file.value(tag);
        if (bytes.length < 2L * count) {
            int[] small = new int[Math.min(count, bytes.length)];
            for (int i = 0; i < small.length; i++) {
                small[i] = bytes[i] & 0xFF;
            }
            return small;
        }
        int[] words = file.words(tag);
        int shift = bits > 8 ? 8 : 0;
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i] >>> shift & 0xFF;
        }
        return words;
    }

    boolean isEmpty() {
        return colours.length == 0;
    }

    int colour(int value) {
        return colours[Math.clamp((long) value - first, 0, colours.length - 1)];
    }
}
