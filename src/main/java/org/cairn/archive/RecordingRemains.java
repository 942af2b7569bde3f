package org.cairn.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.audio.flac.FlacTotals;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Recorded;
import org.cairn.store.RecordJson;
import org.cairn.vault.SpoolReading;

/// What a recording's spool holds, and the FLAC file that it amounts to.
///
/// @param head what it says of itself
/// @param totals of all sound that is there; nothing where none is
/// @param parts what was recorded without a pause
/// @param whole whether it was ended in order
/// @param damaged the samples from and to which it is not what was written, each pair one gap
/// @param torn whether a piece was begun and is not there whole
/// @param spoilt whether more than the end that a crash tears off cannot be read
record RecordingRemains(
        Path path,
        RecordingHead head,
        Optional<FlacTotals> totals,
        List<Recorded.Part> parts,
        boolean whole,
        List<Gap> damaged,
        boolean torn,
        boolean spoilt) {

    /// Samples that are missing, from one to before another.
    record Gap(long from, long to) {}

    /// @return nothing where not even its first piece can be read
    static Optional<RecordingRemains> read(Path path, Secret key) {
        try (SpoolReading reading = SpoolReading.open(path, key).orElse(null)) {
            return reading == null ? Optional.empty() : read(path, reading);
        }
    }

    private static Optional<RecordingRemains> read(Path path, SpoolReading reading) {
        Optional<RecordingHead> head =
                reading.next().flatMap(SpoolReading.Piece::plain).map(RecordingRemains::head);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        List<Recorded.Part> parts = new ArrayList<>();
        List<Gap> damaged = new ArrayList<>();
        @org.jspecify.annotations.Nullable FlacTotals last = null;
        boolean torn = false;
        boolean spoilt = false;
        Optional<SpoolReading.Piece> piece = reading.next();
        while (piece.isPresent()) {
            Optional<RecordingPiece> meant = piece.get().plain().flatMap(RecordingRemains::meant);
            torn |= meant.isEmpty();
            spoilt |= meant.isEmpty();
            if (meant.orElse(null) instanceof RecordingPiece.Part part) {
                parts.add(part.part());
            } else if (meant.orElse(null) instanceof RecordingPiece.Sound sound) {
                long before = last == null ? 0 : last.samples();
                if (torn) {
                    damaged.add(new Gap(before, sound.totals().samples()));
                }
                torn = false;
                last = sound.totals();
            }
            piece = reading.next();
        }
        return Optional.of(new RecordingRemains(
                path,
                head.get(),
                Optional.ofNullable(last).filter(totals -> totals.samples() > 0),
                parts,
                reading.ended() && !reading.cut(),
                damaged,
                reading.cut(),
                spoilt || !reading.ended() && reading.unread() > longestPiece(head.get())));
    }

    /// A piece holds half a second, and no sound is longer packed than unpacked but for a few bytes: a second of it is
    /// more than any piece.
    private static long longestPiece(RecordingHead head) {
        return (long) head.rate() * head.channels() * Short.BYTES;
    }

    /// Whether nothing is in it, and nothing was: not even a piece that cannot be read.
    boolean empty() {
        return totals.isEmpty() && !spoilt && !torn;
    }

    private static RecordingHead head(byte[] json) {
        return RecordJson.readValue(RecordingHead.class, new String(json, java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Optional<RecordingPiece> meant(byte[] bytes) {
        try {
            return Optional.of(RecordingPiece.of(bytes));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The whole file, read from the spool as it is needed; where a piece is damaged its sound is left out.
    InputStream flac(Secret key) {
        SpoolReading reading = SpoolReading.open(path, key).orElseThrow(() -> new ArchiveException.Damaged("file"));
        return new java.io.SequenceInputStream(
                new ByteArrayInputStream(totals.orElseThrow().head()), new Frames(reading));
    }

    /// The frames of a spool, one after the other.
    private static final class Frames extends InputStream {

        private final SpoolReading reading;
        private byte[] frames = new byte[0];
        private int at;

        Frames(SpoolReading reading) {
            this.reading = reading;
        }

        @Override
        public int read() {
            return more() ? frames[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int count = Math.min(length, frames.length - at);
            System.arraycopy(frames, at, to, offset, count);
            at += count;
            return count;
        }

        private boolean more() {
            while (at == frames.length) {
                Optional<SpoolReading.Piece> piece = reading.next();
                if (piece.isEmpty()) {
                    return false;
                }
                Optional<RecordingPiece> meant = piece.get().plain().flatMap(RecordingRemains::meant);
                frames = meant.orElse(null) instanceof RecordingPiece.Sound sound ? sound.frames() : new byte[0];
                at = 0;
            }
            return true;
        }

        @Override
        public void close() {
            reading.close();
        }
    }

    @Override
    public String toString() {
        return "RecordingRemains";
    }
}
