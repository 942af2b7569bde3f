package org.cairn.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bytes of SQLite's write-ahead log, read without SQLite: it drops every frame from the first that is not whole,
/// and says nothing.
///
/// As sqlite.org/fileformat2.html#the_write_ahead_log has it: a header, then frames of a head and a page, each with
/// the running checksum of everything before. The pages are encrypted before they come here, so that the sums are of
/// what is stored and no key is needed.
final class WriteAheadLog {

    static final int HEADER = 32;
    static final int FRAME_HEAD = 24;

    private static final int MAGIC = 0x377f0682;
    private static final int VERSION = 3_007_000;
    private static final int SUMMED_OF_HEADER = 24;
    private static final int SUMMED_OF_FRAME_HEAD = 8;
    private static final int LEAST_PAGE = 512;
    private static final int GREATEST_PAGE = 65_536;

    private final Path file;

    WriteAheadLog(Path file) {
        this.file = file;
    }

    /// What the log holds.
    ///
    /// @param headless whether there are frames, but no header that tells what they are
    /// @param end the last frame that ends a transaction, everything before it being whole
    /// @param interrupted whether frames that are not whole are followed by a later transaction: each is on the disk
    ///     before the next begins, so that no crash leaves that behind
    record Contents(boolean headless, LogPlace end, boolean interrupted) {
        private static final Contents EMPTY = new Contents(false, LogPlace.NOTHING, false);
    }

    Contents read() throws IOException {
        if (isEmpty()) {
            return Contents.EMPTY;
        }
        // interrupted threads read too: no channel that closes under them
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            Walk walk = new Walk(log);
            if (!walk.headed) {
                return new Contents(true, LogPlace.NOTHING, false);
            }
            walk.whole();
            LogPlace end = walk.end;
            return new Contents(false, end, walk.findsLaterTransaction());
        }
    }

    /// The last frame that ends a transaction, looked for from a place known to be whole; where the log was begun
    /// again since, from its beginning. Where there is no log to look at, the place known.
    LogPlace endAfter(LogPlace known) throws IOException {
        if (isEmpty()) {
            return known;
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            Walk walk = new Walk(log);
            if (!walk.headed) {
                return known;
            }
            walk.from(known);
            walk.whole();
            return walk.end;
        }
    }

    private boolean isEmpty() throws IOException {
        return !Files.exists(file) || Files.size(file) <= HEADER;
    }

    /// One reading, from frame to frame.
    private static final class Walk {

        private final RandomAccessFile log;
        private final boolean headed;
        private final ByteOrder order;
        private final ByteBuffer frame;
        private final long salts;
        private long next;
        private int first;
        private int second;
        private LogPlace end;

        Walk(RandomAccessFile log) throws IOException {
            this.log = log;
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            log.readFully(header.array());
            this.order = (header.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            int page = header.getInt(8);
            this.salts = header.getLong(16);
            this.end = new LogPlace(salts, 0, header.getLong(24));
            add(header, 0, SUMMED_OF_HEADER);
            this.headed = (header.getInt(0) & ~1) == MAGIC
                    && header.getInt(4) == VERSION
                    && page >= LEAST_PAGE
                    && page <= GREATEST_PAGE
                    && Integer.bitCount(page) == 1
                    && sums() == header.getLong(24);
            this.frame = ByteBuffer.allocate(FRAME_HEAD + (headed ? page : 0));
        }

        void from(LogPlace known) {
            if (!known.isNothing() && known.inRunOf(end)) {
                end = known;
                next = known.frames();
                goOnFrom(known.sums());
            }
        }

        /// Goes on to the first frame that is not whole, or to the end.
        void whole() throws IOException {
            while (read() && isWhole()) {
                next++;
                if (endsTransaction()) {
                    end = new LogPlace(salts, next, sums());
                }
            }
        }

        /// Goes on behind a frame that is not whole, each taken on trust from the one before: one that follows the
        /// end of a transaction was written after it.
        boolean findsLaterTransaction() throws IOException {
            boolean afterTransaction = false;
            while (read()) {
                boolean ours = frame.getLong(8) == salts;
                if (ours && afterTransaction && isWhole()) {
                    return true;
                }
                goOnFrom(frame.getLong(16));
                afterTransaction = ours && endsTransaction();
                next++;
            }
            return false;
        }

        private boolean read() throws IOException {
            long at = HEADER + next * frame.capacity();
            if (at + frame.capacity() > log.length()) {
                return false;
            }
            log.seek(at);
            log.readFully(frame.array());
            return true;
        }

        private boolean isWhole() {
            if (frame.getLong(8) != salts) {
                return false;
            }
            add(frame, 0, SUMMED_OF_FRAME_HEAD);
            add(frame, FRAME_HEAD, frame.capacity() - FRAME_HEAD);
            return sums() == frame.getLong(16);
        }

        private boolean endsTransaction() {
            return frame.getInt(4) != 0;
        }

        private void goOnFrom(long sums) {
            first = (int) (sums >>> Integer.SIZE);
            second = (int) sums;
        }

        private long sums() {
            return (long) first << Integer.SIZE | Integer.toUnsignedLong(second);
        }

        private void add(ByteBuffer bytes, int from, int length) {
            ByteBuffer words = bytes.duplicate().order(order);
            for (int at = from; at < from + length; at += 2 * Integer.BYTES) {
                first += words.getInt(at) + second;
                second += words.getInt(at + Integer.BYTES) + first;
            }
        }
    }
}
