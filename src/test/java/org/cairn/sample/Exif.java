package org.cairn.sample;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Puts a camera's notes into a JPEG: make, model, time, which way up, and that it is invented.
final class Exif {
    private static final int ASCII = 2;
    private static final int SHORT = 3;

    private Exif() {}

    /// @param orientation 1 upright, 6 to be turned a quarter with the clock
    static byte[] into(byte[] jpeg, int orientation, String time) {
        byte[] notes = notes(orientation, time);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xff);
        out.write(0xe1);
        out.write((notes.length + 8) >> 8);
        out.write((notes.length + 8) & 0xff);
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(notes);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] notes(int orientation, String time) {
        String[] words = {Paper.MARKING.replace('–', '-'), "Invented", "Sample Camera 1", time};
        int[] tags = {0x010e, 0x010f, 0x0110, 0x0132};
        int entries = words.length + 1;
        int heap = 8 + 2 + entries * 12 + 4;
        ByteBuffer notes = ByteBuffer.allocate(1024);
        notes.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) entries);
        int place = heap;
        for (int word = 0; word < 3; word++) {
            place = entry(notes, tags[word], words[word], place);
        }
        notes.putShort((short) 0x0112)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        place = entry(notes, tags[3], words[3], place);
        notes.putInt(0);
        for (String word : words) {
            notes.put(word.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        }
        byte[] cut = new byte[place];
        notes.flip().get(cut);
        return cut;
    }

    private static int entry(ByteBuffer notes, int tag, String word, int place) {
        notes.putShort((short) tag)
                .putShort((short) ASCII)
                .putInt(word.length() + 1)
                .putInt(place);
        return place + word.length() + 1;
    }
}
