package org.cairn.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.sound.sampled.UnsupportedAudioFileException;

/// Tells by its first bytes what a file of sound is.
final class OpenedSound {

    private OpenedSound() {}

    static Optional<Sound> open(SeekableByteChannel file) throws IOException {
        try {
            String mark = mark(file);
            if (mark.equals("fLaC") || mark.startsWith("ID3")) {
                return Optional.of(flacOrDecoded(file, mark));
            }
            return Optional.of(plainOrDecoded(file));
        } catch (UnsupportedAudioFileException e) {
            file.close();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// A tag of this kind stands before FLAC rarely, and before MP3 most often.
    private static Sound flacOrDecoded(SeekableByteChannel file, String mark)
            throws IOException, UnsupportedAudioFileException {
        try {
            return new FlacSound(file);
        } catch (IOException e) {
            if (mark.equals("fLaC")) {
                throw e;
            }
            return plainOrDecoded(file);
        }
    }

    private static Sound plainOrDecoded(SeekableByteChannel file) throws IOException, UnsupportedAudioFileException {
        try {
            return new PlainSound(file);
        } catch (UnsupportedAudioFileException e) {
            if (Ffmpeg.program().isEmpty()) {
                throw e;
            }
            file.position(0);
            return decoded(file);
        }
    }

    private static Sound decoded(SeekableByteChannel file) throws IOException, UnsupportedAudioFileException {
        try {
            return new DecodedSound(file);
        } catch (UnsupportedAudioFileException e) {
            return new SilentFilm(file);
        }
    }

    private static String mark(SeekableByteChannel file) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(4);
        while (first.hasRemaining() && file.read(first) > 0) {
            // until there are four, or no more
        }
        file.position(0);
        return new String(first.array(), StandardCharsets.ISO_8859_1);
    }
}
