package org.cairn.bundle.sign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// Where some bytes stand in a file.
record Search(byte[] sought) {

    private static final int PART = 1 << 20;

    /// The first place from another on, or -1.
    long in(FileChannel file, long start) throws IOException {
        byte[] part = new byte[PART + sought.length];
        for (long at = start; at < file.size(); at += PART) {
            ByteBuffer buffer = ByteBuffer.wrap(part);
            while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
                // until the part is full or the file over
            }
            int found = in(part, buffer.position());
            if (found >= 0) {
                return at + found;
            }
        }
        return -1;
    }

    private int in(byte[] part, int length) {
        for (int i = 0; i + sought.length <= length; i++) {
            if (part[i] == sought[0] && Arrays.equals(part, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return "Search";
    }
}
