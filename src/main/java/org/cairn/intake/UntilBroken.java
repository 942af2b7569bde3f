package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// What comes out of something packed until it breaks off, as if it ended there; nothing where it does not even begin.
final class UntilBroken extends InputStream {

    private final WholeMember.Opening opening;
    private @Nullable InputStream opened;
    private boolean ended;

    /// @param opening begins to unpack, at the first read
    UntilBroken(WholeMember.Opening opening) {
        this.opening = opening;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (ended) {
            return -1;
        }
        try {
            if (opened == null) {
                opened = opening.open();
            }
            int some = opened.read(into, offset, length);
            ended = some < 0;
            return some;
        } catch (IOException | RuntimeException e) {
            ended = true;
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }
}
