package org.cairn.audio.flac;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the samples of a FLAC file from any place, frame by frame.
///
/// A frame that is not what was written is left out and silence stands in its place, so that every second stays where
/// it was; [#brokenFrames] counts them. What is no FLAC at all is an [IOException] at once.
public final class FlacDecoder {

    private static final int LONGEST_BLOCK = 1 << 16;

    /// So close to the place that is looked for, reading on is quicker than looking further.
    private static final int NEAR = 1 << 15;

    private final BitReader in;
    private final StreamInfo info;
    private final long end;
    private final long[][] decoded;
    private long[][] block;
    private int blockFrom;
    private long next;
    private @Nullable FrameHeader ahead;
    private int broken;

    public FlacDecoder(SeekableByteChannel file) throws IOException {
        this.end = file.size();
        this.in = new BitReader(file);
        try {
            this.info = StreamInfo.read(in);
        } catch (EOFException e) {
            throw new IOException("no FLAC", e);
        }
        this.decoded = new long[info.format().channels()][LONGEST_BLOCK];
        this.block = decoded;
    }

    public FlacFormat format() {
        return info.format();
    }

    /// How many samples of each channel, where the file says so.
    public Optional<Long> samples() {
        return info.samples() == 0 ? Optional.empty() : Optional.of(info.samples());
    }

    /// The MD5 that the file says its samples have; zeros where it says nothing.
    public byte[] md5() {
        return info.md5().clone();
    }

    /// How many frames could not be read so far.
    public int brokenFrames() {
        return broken;
    }

    /// Reads the next samples, which [#sample] then tells.
    ///
    /// @return how many of each channel, 0 at the end
    public int next() throws IOException {
        FrameHeader header = ahead != null ? ahead : whole(in.position(), true);
        ahead = null;
        if (header == null) {
            return 0;
        }
        if (header.first() > next) {
            ahead = header;
            return silence((int) Math.min(header.first() - next, LONGEST_BLOCK));
        }
        block = decoded;
        blockFrom = (int) Math.min(header.count(), next - header.first());
        int count = header.count() - blockFrom;
        next += count;
        return count > 0 ? count : next();
    }

    /// One of the samples that [#next] read.
    public long sample(int channel, int place) {
        return block[channel][blockFrom + place];
    }

    /// Goes to a sample: what [#next] reads begins with it.
    public void seek(long sample) throws IOException {
        long low = info.framesAt();
        long high = end;
        while (high - low > NEAR) {
            long middle = low + (high - low) / 2;
            FrameHeader found = whole(middle, false);
            if (found == null || found.at() >= high || found.first() > sample) {
                high = middle;
            } else {
                low = found.at();
            }
        }
        next = sample;
        FrameHeader header = whole(low, true);
        while (header != null && header.end() <= sample) {
            header = whole(in.position(), true);
        }
        ahead = header;
    }

    /// In the place of what is broken; the frame after it waits meanwhile.
    private int silence(int count) {
        block = new long[decoded.length][count];
        blockFrom = 0;
        next += count;
        return count;
    }

    /// The next frame that is as it was written, decoded; none at the end.
    private @Nullable FrameHeader whole(long begin, boolean counting) throws IOException {
        long from = begin;
        @Nullable FrameHeader header = find(from);
        while (header != null) {
            try {
                decode(header);
                return header;
            } catch (BrokenFrameException | EOFException e) {
                broken += counting ? 1 : 0;
                from = header.at() + 1;
                header = find(from);
            }
        }
        return null;
    }

    /// The first header from a place on; the reader stands behind it then.
    private @Nullable FrameHeader find(long from) throws IOException {
        try {
            for (long at = from; at < end; at++) {
                in.seek(at);
                if (in.read(Byte.SIZE) == 0xff) {
                    in.seek(at);
                    try {
                        return FrameHeader.read(in, info);
                    } catch (BrokenFrameException e) {
                        // something else that begins with the same bits
                    }
                }
            }
        } catch (EOFException e) {
            return null;
        }
        return null;
    }

    private void decode(FrameHeader header) throws IOException {
        int assignment = header.assignment();
        for (int channel = 0; channel < decoded.length; channel++) {
            boolean difference = assignment == 8 && channel == 1
                    || assignment == 9 && channel == 0
                    || assignment == 10 && channel == 1;
            Subframes.read(in, decoded[channel], header.count(), header.bits() + (difference ? 1 : 0));
        }
        in.align();
        int expected = in.crcSixteen();
        if (in.read(Short.SIZE) != expected) {
            throw new BrokenFrameException();
        }
        if (assignment >= 8) {
            join(assignment, header.count());
        }
    }

    /// Left and right out of one of them, or their middle, and the difference.
    private void join(int assignment, int count) {
        long[] left = decoded[0];
        long[] right = decoded[1];
        for (int i = 0; i < count; i++) {
            switch (assignment) {
                case 8 -> right[i] = left[i] - right[i];
                case 9 -> left[i] += right[i];
                default -> {
                    long middle = left[i] << 1 | right[i] & 1;
                    long side = right[i];
                    left[i] = middle + side >> 1;
                    right[i] = middle - side >> 1;
                }
            }
        }
    }
}
