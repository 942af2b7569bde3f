package org.cairn.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Short recordings that rise and fall like speech and say nothing: no voice of anybody is in the sample.
final class Sounds {
    private static final int RATE = 16_000;

    private Sounds() {}

    /// A WAV file of so many seconds, mono, 16 bits.
    static byte[] murmur(int seconds, double pitch, long seed) {
        short[] samples = samples(seconds, pitch, new Random(seed));
        byte[] note = (Paper.MARKING + " ").getBytes(StandardCharsets.UTF_8);
        int noteLength = note.length + note.length % 2;
        ByteBuffer wav =
                ByteBuffer.allocate(44 + 20 + noteLength + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        tag(wav, "RIFF").putInt(wav.capacity() - 8);
        tag(wav, "WAVE");
        tag(wav, "fmt ")
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE * 2);
        wav.putShort((short) 2).putShort((short) 16);
        tag(wav, "LIST").putInt(12 + noteLength);
        tag(wav, "INFO");
        tag(wav, "INAM").putInt(note.length).put(note);
        wav.put(new byte[noteLength - note.length]);
        tag(wav, "data").putInt(samples.length * 2);
        for (short sample : samples) {
            wav.putShort(sample);
        }
        return wav.array();
    }

    private static ByteBuffer tag(ByteBuffer wav, String tag) {
        return wav.put(tag.getBytes(StandardCharsets.US_ASCII));
    }

    /// Syllables: a buzz through two resonances that move, with pauses between.
    private static short[] samples(int seconds, double pitch, Random random) {
        short[] samples = new short[seconds * RATE];
        int at = RATE / 5;
        while (at < samples.length - RATE / 3) {
            int length = RATE / 9 + random.nextInt(RATE / 8);
            double tone = pitch * (0.9 + random.nextDouble() * 0.3);
            double first = 300 + random.nextInt(500);
            double second = 900 + random.nextInt(1300);
            for (int step = 0; step < length && at + step < samples.length; step++) {
                samples[at + step] = sample(step, length, tone, first, second);
            }
            at += length + (random.nextInt(5) == 0 ? RATE / 3 : RATE / 40);
        }
        return samples;
    }

    private static short sample(int step, int length, double tone, double first, double second) {
        double time = (double) step / RATE;
        double envelope = StrictMath.sin(Math.PI * step / length);
        double sum = 0;
        for (int harmonic = 1; harmonic <= 18; harmonic++) {
            double frequency = tone * harmonic;
            double gain = peak(frequency, first) + 0.6 * peak(frequency, second) + 0.02;
            sum += gain * StrictMath.sin(2 * Math.PI * frequency * time);
        }
        return (short) Math.clamp(envelope * sum * 5200, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private static double peak(double frequency, double centre) {
        double away = (frequency - centre) / 140;
        return 1 / (1 + away * away);
    }
}
