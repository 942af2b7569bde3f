package org.cairn.audio;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.UnsupportedAudioFileException;

/// A film in which nothing is heard, such as that of a camera on a wall: silence as long as there is something to see.
final class SilentFilm implements Sound {

    private static final SoundFormat FORMAT = new SoundFormat(8_000, 1);
    private static final int RATE = 4;
    private static final int SIDE = 16;

    private final SeekableByteChannel file;
    private final long frames;
    private long at;

    SilentFilm(SeekableByteChannel file) throws IOException, UnsupportedAudioFileException {
        this.file = file;
        this.frames = pictures() * FORMAT.rate() / RATE;
        if (frames == 0) {
            throw new UnsupportedAudioFileException();
        }
    }

    private long pictures() throws IOException {
        byte[] picture = new byte[SIDE * SIDE];
        long count = 0;
        try (Ffmpeg decoder = Ffmpeg.start(
                new FilterInputStream(FilmBytes.of(file)) {
                    @Override
                    public void close() {
                        // the file stays open
                    }
                },
                List.of(
                        "-map",
                        "0:v:0",
                        "-an",
                        "-vf",
                        "fps=" + RATE + ",scale=" + SIDE + ":" + SIDE,
                        "-pix_fmt",
                        "gray",
                        "-f",
                        "rawvideo"))) {
            long until = System.nanoTime() + DecodedSound.PATIENCE;
            while (decoder.decoded().readNBytes(picture, 0, picture.length) == picture.length
                    && System.nanoTime() < until) {
                count++;
            }
        }
        return count;
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
    public int read(short[] to) {
        int count = (int) Math.min(to.length, frames - at);
        Arrays.fill(to, (short) 0);
        at += count;
        return count;
    }

    @Override
    public void seek(long frame) {
        at = Math.clamp(frame, 0, frames);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
