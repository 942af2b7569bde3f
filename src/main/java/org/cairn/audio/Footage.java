package org.cairn.audio;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pictures of a film as `ffmpeg` decodes them, one at a time, forward; back by beginning again.
public final class Footage implements AutoCloseable {

    /// Every picture is this large, with black around it where the film has another shape.
    public static final int WIDTH = 768;

    public static final int HEIGHT = 432;

    /// So many a second are enough to follow what happens.
    private static final int RATE = 12;

    /// Farther on than this, it is quicker to begin again at the place.
    private static final double FAR = 20;

    private final SeekableByteChannel file;
    private final byte[] bytes = new byte[WIDTH * HEIGHT * Integer.BYTES];
    private @Nullable Ffmpeg decoder;
    private double from;
    private int read;
    private int @Nullable [] last;

    /// @param file closed with it
    public Footage(SeekableByteChannel file) {
        this.file = file;
    }

    /// The picture seen at a second: eight bits each of nothing, red, green and blue a dot. Nothing where there is
    // none.
    public synchronized Optional<int[]> at(double second) throws IOException {
        double seen = from + (read - 1.0) / RATE;
        if (decoder == null || second < seen - 1.0 / RATE || second > seen + FAR) {
            begin(second);
        }
        while (decoder != null && (read == 0 || from + (double) read / RATE <= second)) {
            if (!next()) {
                break;
            }
        }
        return Optional.ofNullable(last);
    }

    private boolean next() throws IOException {
        Ffmpeg now = decoder;
        if (now == null || now.decoded().readNBytes(bytes, 0, bytes.length) < bytes.length) {
            return false;
        }
        int[] dots = new int[WIDTH * HEIGHT];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(dots);
        last = dots;
        read++;
        return true;
    }

    private void begin(double second) throws IOException {
        stop();
        from = Math.max(0, second);
        read = 0;
        String shape = "fps=" + RATE + ",scale=" + WIDTH + ":" + HEIGHT + ":force_original_aspect_ratio=decrease,pad="
                + WIDTH + ":" + HEIGHT + ":-1:-1:color=black";
        decoder = Ffmpeg.start(
                new FilterInputStream(FilmBytes.of(file)) {
                    @Override
                    public void close() {
                        // the file stays open for the next beginning
                    }
                },
                List.of(
                        "-ss",
                        String.format(Locale.ROOT, "%.3f", from),
                        "-map",
                        "0:v:0",
                        "-an",
                        "-sn",
                        "-dn",
                        "-vf",
                        shape,
                        "-pix_fmt",
                        "bgra",
                        "-f",
                        "rawvideo"));
    }

    private void stop() {
        if (decoder != null) {
            decoder.close();
            decoder = null;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        stop();
        file.close();
    }
}
