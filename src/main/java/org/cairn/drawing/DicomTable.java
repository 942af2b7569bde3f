package org.cairn.drawing;

/// A table that a medical file brings for its shades: what each value of a picture stands for.
///
/// @param first the value of the first entry
/// @param bits how many of an entry count
@SuppressWarnings("ArrayRecordComponent") // never compared
record DicomTable(int first, int bits, int[] entries) {

    private static final DicomTable NONE = new DicomTable(0, 16, new int[0]);
    private static final int DESCRIPTOR = 0x00283002;
    private static final int DATA = 0x00283006;
    private static final int MOST = 65_536;

    /// The first table of a sequence; an empty one where there is none that can be used.
    ///
    /// @param signed whether the values of the picture may be below zero
    static DicomTable of(DicomReader file, int sequence, boolean signed) {
        int[] descriptor = file.words(sequence, DESCRIPTOR);
        if (descriptor.length < 3) {
            return NONE;
        }
        int count = descriptor[0] == 0 ? MOST : descriptor[0];
        int[] entries = file.words(sequence, DATA);
        int bits = descriptor[2];
        if (entries.length < count || bits < 1 || bits > 16) {
            return NONE;
        }
        return new DicomTable(signed ? (short) descriptor[1] : descriptor[1], bits, entries);
    }

    boolean isEmpty() {
        return entries.length == 0;
    }

    /// What is below the first value stands for what the first does, what is above the last for what the last does.
    int at(double value) {
        return entries[(int) Math.clamp(Math.round(value) - first, 0, entries.length - 1)];
    }

    int most() {
        return (1 << bits) - 1;
    }
}
