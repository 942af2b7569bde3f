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
                return Optional.of(new FlacSound(file));
            }
            return Optional.of(new PlainSound(file));
        } catch (UnsupportedAudioFileException e) {
            file.close();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
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
