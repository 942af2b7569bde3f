package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Inflates what has no head (RFC 1951). What that takes outside of Java's memory is given back when it is closed;
/// Java itself does so only where it made the inflater.
class Inflating extends InflaterInputStream {

    private static final int PIECE = 4 * 1024;

    Inflating(InputStream packed) {
        this(packed, PIECE);
    }

    /// @param piece how many bytes are taken at once
    Inflating(InputStream packed, int piece) {
        super(packed, new Inflater(true), piece);
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            inf.end();
        }
    }
}
