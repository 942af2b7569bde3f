package org.cairn.audio;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/// A recording that is heard or looked at: samples of 16 bits, from any place.
public interface Sound extends AutoCloseable {

    SoundFormat format();

    /// How many samples of each channel.
    long frames();

    /// Reads samples, all channels in turn.
    ///
    /// @return how many of each channel, 0 at the end
    int read(short[] to) throws IOException;

    /// Goes to a sample, or to the end where there are fewer.
    void seek(long frame) throws IOException;

    /// How long it is.
    default double seconds() {
        return (double) frames() / format().rate();
    }

    @Override
    void close() throws IOException;

    /// The sound in a file, where it is of a kind that can be heard here: FLAC, and WAV, AIFF or AU; also
    /// what `ffmpeg` decodes, where it is installed.
    ///
    /// @param file closed with the sound; closed at once where there is none
    static Optional<Sound> open(SeekableByteChannel file) throws IOException {
        return OpenedSound.open(file);
    }
}
