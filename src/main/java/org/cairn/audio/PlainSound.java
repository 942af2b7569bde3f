package org.cairn.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// Sound out of a file that Java itself reads: WAV, AIFF, AU.
final class PlainSound implements Sound {

    private final SeekableByteChannel file;
    private final SoundFormat format;
    private final long frames;
    private AudioInputStream stream;
    private byte[] bytes = new byte[0];

    PlainSound(SeekableByteChannel file) throws IOException, UnsupportedAudioFileException {
        this.file = file;
        AudioInputStream given = given();
        AudioFormat found = given.getFormat();
        if (found.getSampleRate() < 1 || found.getChannels() < 1 || given.getFrameLength() < 0) {
            throw new UnsupportedAudioFileException();
        }
        this.format = new SoundFormat(Math.round(found.getSampleRate()), Math.min(2, found.getChannels()));
        this.frames = given.getFrameLength();
        this.stream = sixteen(given);
    }

    private AudioInputStream given() throws IOException, UnsupportedAudioFileException {
        file.position(0);
        return AudioSystem.getAudioInputStream(new BufferedInputStream(Channels.newInputStream(file)));
    }

    private static AudioInputStream sixteen(AudioInputStream given) throws UnsupportedAudioFileException {
        AudioFormat from = given.getFormat();
        AudioFormat wanted = new AudioFormat(from.getSampleRate(), Short.SIZE, from.getChannels(), true, false);
        try {
            return from.matches(wanted) ? given : AudioSystem.getAudioInputStream(wanted, given);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedAudioFileException();
        }
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
        int channels = stream.getFormat().getChannels();
        int wanted = to.length / format.channels() * channels * Short.BYTES;
        if (bytes.length != wanted) {
            bytes = new byte[wanted];
        }
        int count = Math.max(0, stream.readNBytes(bytes, 0, wanted)) / (channels * Short.BYTES);
        var samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int at = 0;
        for (int i = 0; i < count; i++) {
            for (int channel = 0; channel < format.channels(); channel++) {
                to[at++] = samples.get(i * channels + channel);
            }
        }
        return count;
    }

    @Override
    public void seek(long frame) throws IOException {
        try {
            AudioInputStream given = given();
            given.skipNBytes(Math.clamp(frame, 0, frames) * given.getFormat().getFrameSize());
            stream = sixteen(given);
        } catch (UnsupportedAudioFileException e) {
            throw new IOException("the file changed", e);
        } catch (java.io.EOFException e) {
            // shorter than it says: the end is the end
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        file.close();
    }
}
