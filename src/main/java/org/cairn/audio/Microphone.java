package org.cairn.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/// A device that one can record with.
///
/// @param name as the system calls it: shown, chosen by, and kept with a recording
public record Microphone(String name) {

    private static final int BUFFER_MILLIS = 500;

    /// For a voice: the rate of all today's devices before that of older ones, one channel before two.
    private static final List<SoundFormat> PREFERRED = List.of(
            new SoundFormat(48_000, 1),
            new SoundFormat(44_100, 1),
            new SoundFormat(48_000, 2),
            new SoundFormat(44_100, 2),
            new SoundFormat(32_000, 1),
            new SoundFormat(16_000, 1),
            new SoundFormat(96_000, 1),
            new SoundFormat(96_000, 2),
            new SoundFormat(8_000, 1));

    /// Every device that sound can come from, the system's own choice first.
    public static List<Microphone> all() {
        List<Microphone> found = new ArrayList<>();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            Microphone microphone = new Microphone(info.getName().strip());
            if (!found.contains(microphone)
                    && format(AudioSystem.getMixer(info)).isPresent()) {
                found.add(microphone);
            }
        }
        return found;
    }

    /// The device of a name, or one whose name holds it, however it is written.
    public static Optional<Microphone> named(String name) {
        List<Microphone> all = all();
        return Stream.<java.util.function.Predicate<Microphone>>of(one -> one.name.equals(name), one -> one.holds(name))
                .flatMap(fits -> all.stream().filter(fits))
                .findFirst();
    }

    private boolean holds(String part) {
        java.util.Locale plain = java.util.Locale.ROOT;
        return name.toLowerCase(plain).contains(part.toLowerCase(plain));
    }

    /// Begins to listen.
    ///
    /// @throws NoDeviceException when it is not there any more, or another program has it
    public Listening listen() throws NoDeviceException {
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            Mixer mixer = AudioSystem.getMixer(info);
            Optional<SoundFormat> format = info.getName().strip().equals(name) ? format(mixer) : Optional.empty();
            if (format.isPresent()) {
                return listen(mixer, format.get());
            }
        }
        throw new NoDeviceException("deviceGone");
    }

    private Listening listen(Mixer mixer, SoundFormat first) throws NoDeviceException {
        List<SoundFormat> possible = Stream.concat(Stream.of(first), PREFERRED.stream())
                .distinct()
                .filter(format -> mixer.isLineSupported(line(format)))
                .toList();
        Exception refused = new LineUnavailableException();
        for (SoundFormat format : possible) {
            try {
                TargetDataLine line = (TargetDataLine) mixer.getLine(line(format));
                line.open(format.audio(), format.bytesOf(BUFFER_MILLIS));
                return new Capture(line, format, name);
            } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
                refused = e;
            }
        }
        throw new NoDeviceException("deviceInUse", refused);
    }

    /// What it is listened to in: the best of what is preferred, else the best it gives.
    private static Optional<SoundFormat> format(Mixer mixer) {
        return PREFERRED.stream()
                .filter(format -> mixer.isLineSupported(line(format)))
                .findFirst()
                .or(() -> given(mixer));
    }

    private static Optional<SoundFormat> given(Mixer mixer) {
        return Arrays.stream(mixer.getTargetLineInfo())
                .filter(DataLine.Info.class::isInstance)
                .flatMap(info -> Arrays.stream(((DataLine.Info) info).getFormats()))
                .filter(Microphone::usable)
                .map(format -> new SoundFormat(Math.round(format.getSampleRate()), format.getChannels()))
                .findFirst();
    }

    private static boolean usable(AudioFormat format) {
        return format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED)
                && format.getSampleSizeInBits() == Short.SIZE
                && !format.isBigEndian()
                && format.getSampleRate() > 0
                && format.getChannels() >= 1
                && format.getChannels() <= 2;
    }

    private static DataLine.Info line(SoundFormat format) {
        return new DataLine.Info(TargetDataLine.class, format.audio());
    }

    @Override
    public String toString() {
        return "Microphone";
    }
}
