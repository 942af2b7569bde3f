package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.apache.tika.metadata.Metadata;

/// How long a plain recording (WAV, AIFF, AU) lasts, which Tika does not say.
final class Sound {

    private static final String DURATION = "xmpDM:duration";

    private Sound() {}

    static void duration(IncomingBytes bytes, Metadata metadata) {
        if (metadata.get(DURATION) != null) {
            return;
        }
        try (InputStream in = new BufferedInputStream(bytes.open())) {
            AudioFileFormat format = AudioSystem.getAudioFileFormat(in);
            float rate = format.getFormat().getFrameRate();
            if (format.getFrameLength() > 0 && rate > 0) {
                metadata.set(DURATION, String.format(Locale.ROOT, "%.2f", format.getFrameLength() / rate));
            }
        } catch (IOException | UnsupportedAudioFileException | RuntimeException e) {
            // a recording whose length nobody can tell is still a recording
        }
    }
}
