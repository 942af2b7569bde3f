package org.cairn.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.jspecify.annotations.Nullable;

/// Sound that `ffmpeg` decodes: MP3, AAC, Opus, what is heard in a film. It goes to a place by decoding up to it.
final class DecodedSound implements Sound {

    private static final SoundFormat FORMAT = new SoundFormat(32_000, 1);
    /// Decoding all of it once, to know how long it is, may take no longer.
    static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);
    /// Nothing at all is heard of it within this.
    private static final long LONGEST = FORMAT.rate() * 3_600L * 48;

    private final SeekableByteChannel file;
    private final long frames;
    private @Nullable Ffmpeg decoder;
    private byte[] bytes = new byte[0];

    DecodedSound(SeekableByteChannel file) throws IOException, UnsupportedAudioFileException {
        this.file = file;
        this.frames = counted();
        if (frames == 0) {
            // its bytes are somebody else's to read now, and nobody may read them beside
            stop();
            throw new UnsupportedAudioFileException();
        }
    }

    private long counted() throws IOException {
        long until = System.nanoTime() + PATIENCE;
        long heard = 0;
        short[] some = new short[FORMAT.rate()];
        begin(0);
        int count = read(some);
        while (count > 0 && heard < LONGEST && System.nanoTime() < until) {
            heard += count;
            count = read(some);
        }
        begin(0);
        return heard;
    }

    private void begin(long frame) throws IOException {
        stop();
        String from = String.format(Locale.ROOT, "%.3f", (double) frame / FORMAT.rate());
        decoder = Ffmpeg.start(
                new Unclosed(FilmBytes.of(file)),
                List.of(
                        "-ss",
                        from,
                        "-map",
                        "0:a:0",
                        "-vn",
                        "-sn",
                        "-dn",
                        "-ac",
                        "1",
                        "-ar",
                        String.valueOf(FORMAT.rate()),
                        "-f",
                        "s16le"));
    }

    /// The file stays open for the next beginning.
    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(java.io.InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // somebody else's
        }
    }

    @Override
    public SoundFormat format() {
        return FORMAT;
    }

    @Override
    public long frames() {
        return frames;
    }

    @Override
    public int read(short[] to) throws IOException {
        Ffmpeg now = decoder;
        if (now == null) {
            return 0;
        }
        if (bytes.length != to.length * Short.BYTES) {
            bytes = new byte[to.length * Short.BYTES];
        }
        int came = now.decoded().readNBytes(bytes, 0, bytes.length) / Short.BYTES;
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(to, 0, came);
        return came;
    }

    @Override
    public void seek(long frame) throws IOException {
        begin(Math.clamp(frame, 0, frames));
    }

    private void stop() {
        if (decoder != null) {
            decoder.close();
            decoder = null;
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        file.close();
    }
}
