package org.cairn.drawing;

/// The file is whole as it came, but it cannot be drawn, or a page of it cannot: that is no damage to the archive.
public final class NotDrawable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Reason {
        /// It is locked, was damaged before it came, or is something else than it says.
        BROKEN,
        /// The picture is packed in a way that cannot be unpacked here.
        COMPRESSION,
        /// It is whole, but there is no picture in it: a plan, a report, a list of other files.
        NO_PICTURE,
        /// Drawing it takes too long.
        TIME,
        /// Drawing it takes too much memory.
        MEMORY
    }

    private final Reason reason;

    public NotDrawable(Reason reason) {
        super("notDrawable");
        this.reason = reason;
    }

    /// Why not.
    public Reason reason() {
        return reason;
    }
}
