package org.cairn.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.cairn.audio.flac.FlacEncoder;
import org.cairn.audio.flac.FlacFormat;

/// Encodes a made voice as a recording does, block by block, and prints how many seconds of sound it takes in a second,
/// how large the result is, and the same of the program `flac` (at its fastest and as it comes) where it is installed.
///
/// Arguments: minutes of sound (10), rounds (5).
public final class FlacBench {

    private static final int RATE = 48_000;
    private static final int PIECE = 4_800 * Short.BYTES;

    private FlacBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        byte[] sound = voice(minutes * 60 * RATE);
        double ours = Double.MAX_VALUE;
        double copy = Double.MAX_VALUE;
        long size = 0;
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            size = encode(sound);
            ours = Math.min(ours, seconds(begun));
            begun = System.nanoTime();
            copy(sound);
            copy = Math.min(copy, seconds(begun));
        }
        tell("ours", minutes, ours, size, sound.length);
        System.out.printf("a plain copy takes %.4f s: we take %.0f times as long%n", copy, ours / copy);
        outside(sound, minutes, rounds, "-0");
        outside(sound, minutes, rounds, "-5");
    }

    private static void tell(String who, int minutes, double seconds, long size, long whole) {
        System.out.printf(
                "%s: %.2f s for %d min, %.0f times as fast as it is spoken, %.1f %% of the size%n",
                who, seconds, minutes, minutes * 60 / seconds, 100.0 * size / whole);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long encode(byte[] sound) {
        FlacEncoder encoder = new FlacEncoder(new FlacFormat(RATE, 1, Short.SIZE));
        long size = 0;
        for (int from = 0; from < sound.length; from += PIECE) {
            int length = Math.min(PIECE, sound.length - from);
            byte[] piece = new byte[length];
            System.arraycopy(sound, from, piece, 0, length);
            size += encoder.encode(piece, length).length;
        }
        return size + encoder.finish().length;
    }

    private static void copy(byte[] sound) {
        byte[] into = new byte[sound.length];
        for (int from = 0; from < sound.length; from += PIECE) {
            System.arraycopy(sound, from, into, from, Math.min(PIECE, sound.length - from));
        }
        if (into[into.length - 1] != sound[sound.length - 1]) {
            throw new IllegalStateException();
        }
    }

    /// The program itself, from file to file: starting it is part of its time.
    private static void outside(byte[] sound, int minutes, int rounds, String level)
            throws IOException, InterruptedException {
        Path raw = Files.createTempFile("flac-bench", ".raw");
        Path flac = Files.createTempFile("flac-bench", ".flac");
        try {
            Files.write(raw, sound);
            double best = Double.MAX_VALUE;
            for (int round = 0; round < rounds; round++) {
                long begun = System.nanoTime();
                Process process = new ProcessBuilder(
                                "flac",
                                level,
                                "--silent",
                                "--force",
                                "--force-raw-format",
                                "--endian=little",
                                "--sign=signed",
                                "--channels=1",
                                "--bps=16",
                                "--sample-rate=" + RATE,
                                "-o",
                                flac.toString(),
                                raw.toString())
                        .inheritIO()
                        .start();
                if (process.waitFor() != 0) {
                    throw new IOException("flac failed");
                }
                best = Math.min(best, seconds(begun));
            }
            tell("flac " + level, minutes, best, Files.size(flac), sound.length);
        } catch (IOException e) {
            System.out.println("flac " + level + ": not to be had here");
        } finally {
            Files.deleteIfExists(raw);
            Files.deleteIfExists(flac);
        }
    }

    /// Syllables with overtones, pauses between them, and the hiss of a room.
    private static byte[] voice(int samples) {
        ByteBuffer sound = ByteBuffer.allocate(samples * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Random chance = new Random(7);
        double phase = 0;
        for (int i = 0; i < samples; i++) {
            double second = (double) i / RATE;
            double loud = Math.max(0, Math.sin(second * 9)) * Math.max(0.05, Math.sin(second * 0.7));
            phase += (130 + 25 * Math.sin(second * 2.3)) / RATE;
            double tone = 0;
            for (int over = 1; over <= 12; over++) {
                tone += Math.sin(2 * Math.PI * phase * over) / over;
            }
            sound.putShort((short) (loud * tone * 6_000 + chance.nextGaussian() * 24));
        }
        return sound.array();
    }
}
