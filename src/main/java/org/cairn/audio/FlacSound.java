package org.cairn.audio;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.cairn.audio.flac.FlacDecoder;

/// Sound out of a FLAC file.
final class FlacSound implements Sound {

    private final SeekableByteChannel file;
    private final FlacDecoder decoder;
    private final SoundFormat format;
    private final int shift;
    private final long frames;
    private int held;
    private int taken;

    FlacSound(SeekableByteChannel file) throws IOException {
        this.file = file;
        this.decoder = new FlacDecoder(file);
        this.format = new SoundFormat(
                decoder.format().rate(), Math.min(2, decoder.format().channels()));
        this.shift = decoder.format().bits() - Short.SIZE;
        this.frames = decoder.samples().isPresent() ? decoder.samples().get() : counted();
    }

    /// A file that was written as it came does not say how long it became.
    private long counted() throws IOException {
        long count = 0;
        int more = decoder.next();
        while (more > 0) {
            count += more;
            more = decoder.next();
        }
        decoder.seek(0);
        return count;
    }

    @Override
    public SoundFormat format() {
        return format;
    }

    @Override
    public long frames() {
        return frames;
    }

    @Override
    public int read(short[] to) throws IOException {
        if (taken == held) {
            held = decoder.next();
            taken = 0;
        }
        int count = Math.min(held - taken, to.length / format.channels());
        int at = 0;
        for (int i = 0; i < count; i++) {
            for (int channel = 0; channel < format.channels(); channel++) {
                long sample = decoder.sample(channel, taken + i);
                to[at++] = (short) (shift >= 0 ? sample >> shift : sample << -shift);
            }
        }
        taken += count;
        return count;
    }

    @Override
    public void seek(long frame) throws IOException {
        held = 0;
        taken = 0;
        decoder.seek(Math.clamp(frame, 0, frames));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
