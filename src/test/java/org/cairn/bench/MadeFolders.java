package org.cairn.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Folders of any size for the bench, always the same for the same size.
final class MadeFolders {

    private static final int IN_ONE_FOLDER = 1_000;
    private static final int LINES = 12;
    private static final int WORDS = 9;
    private static final int CHUNK = 1 << 20;
    /// How large the files of a large folder are, in MiB, again and again: pictures, papers, a film.
    private static final int[] SIZES = {2, 1, 4, 8, 1, 3, 300, 2, 12, 1, 64, 5, 700, 2, 30};

    private MadeFolders() {}

    /// Makes files in a folder.
    @FunctionalInterface
    interface Made {
        void in(Path folder) throws IOException;
    }

    static void small(Path folder, int count) throws IOException {
        Random random = new Random(count);
        for (int i = 0; i < count; i++) {
            Path place = folder.resolve("part" + i / IN_ONE_FOLDER);
            Files.createDirectories(place);
            Files.writeString(place.resolve("letter-" + i + ".txt"), "Letter " + i + "\n" + text(random));
        }
    }

    /// Half of the files are text, which is read; the others are bytes that nobody knows.
    static void large(Path folder, double gibibytes) throws IOException {
        Random random = new Random(1);
        long left = (long) (gibibytes * (1L << 30));
        for (int i = 0; left > 0; i++) {
            long size = Math.min(left, (long) SIZES[i % SIZES.length] << 20);
            left -= size;
            boolean words = i % 2 == 0;
            try (OutputStream out = Files.newOutputStream(folder.resolve("file-" + i + (words ? ".txt" : ".bin")))) {
                write(out, size, words, random);
            }
        }
    }

    private static void write(OutputStream out, long size, boolean words, Random random) throws IOException {
        for (long written = 0; written < size; written += CHUNK) {
            byte[] chunk = new byte[(int) Math.min(CHUNK, size - written)];
            if (words) {
                byte[] text = text(random).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < chunk.length; i++) {
                    chunk[i] = text[i % text.length];
                }
            } else {
                random.nextBytes(chunk);
            }
            out.write(chunk);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            for (int word = 0; word < WORDS; word++) {
                text.append(word(random)).append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int syllable = random.nextInt(3); syllable >= 0; syllable--) {
            word.append("bdfgklmnprstv".charAt(random.nextInt(13))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}
