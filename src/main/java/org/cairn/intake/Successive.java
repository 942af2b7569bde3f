package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// Unpacks packed files that follow each other in one, as joining them made it and as some programs write every large
/// one: together they are what was packed. What follows the last is left.
final class Successive extends InSequence {

    private final InputStream packed;
    private final byte[] mark;
    private final Unpacking unpacking;
    private Optional<InputStream> one = Optional.empty();
    private boolean begun;

    /// Begins to unpack one of them; it must take no byte of what follows it.
    @FunctionalInterface
    interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }

    /// @param packed can be read again from a mark
    /// @param mark how each begins
    Successive(InputStream packed, byte[] mark, Unpacking unpacking) {
        this.packed = packed;
        this.mark = mark.clone();
        this.unpacking = unpacking;
    }

    @Override
    void end() {
        one = Optional.empty();
    }

    @Override
    Optional<InputStream> open() throws IOException {
        if (one.isEmpty() && (follows(packed, mark) || begun && filledUp(packed) && follows(packed, mark))) {
            begun = true;
            one = Optional.of(unpacking.of(packed));
        } else if (!begun) {
            throw new IOException("no such file");
        }
        return one;
    }

    /// Whether what comes next begins so; it is still to be read.
    ///
    /// @param packed can be read again from a mark
    static boolean follows(InputStream packed, byte[] mark) throws IOException {
        packed.mark(mark.length);
        byte[] next = packed.readNBytes(mark.length);
        packed.reset();
        return Arrays.equals(next, mark);
    }

    /// Passes over zeros, with which tapes and programs fill up.
    ///
    /// @return whether anything follows them
    static boolean filledUp(InputStream packed) throws IOException {
        packed.mark(1);
        int next = packed.read();
        while (next == 0) {
            packed.mark(1);
            next = packed.read();
        }
        if (next >= 0) {
            packed.reset();
        }
        return next >= 0;
    }

    /// Some close what they are in with them.
    @Override
    public void close() throws IOException {
        if (one.isPresent()) {
            one.get().close();
        }
    }
}
