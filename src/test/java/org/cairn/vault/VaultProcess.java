package org.cairn.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.cairn.crypto.Secret;
import org.cairn.progress.Progress;

/// A program of its own that puts files into a vault: to be given little memory, or to be killed.
final class VaultProcess {

    private VaultProcess() {}

    /// Starts it with a vault folder, a number of files and a size for each.
    static Process start(int memoryMiB, Path folder, int files, long size) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + memoryMiB + "m");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(
                List.of(VaultProcess.class.getName(), folder.toString(), Integer.toString(files), Long.toString(size)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Puts the files and says the fingerprint of each once it is kept.
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        long size = Long.parseLong(arguments[2]);
        try (Secret key = Secret.of(new byte[32]);
                Vault vault = Vault.open(Path.of(arguments[0]), key, new SecureRandom())) {
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                out.println(vault.put(new Counting(i, size), Progress.none()).fingerprint());
            }
        }
    }

    /// Bytes that are never all in memory: the places themselves, after a number of its own.
    static final class Counting extends InputStream {
        private final int number;
        private final long size;
        private long place;

        Counting(int number, long size) {
            this.number = number;
            this.size = size;
        }

        @Override
        public int read() {
            return place == size ? -1 : next();
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (place == size) {
                return -1;
            }
            int read = (int) Math.min(length, size - place);
            for (int i = 0; i < read; i++) {
                to[offset + i] = (byte) next();
            }
            return read;
        }

        private int next() {
            long at = place++;
            return (int) ((at >> 3) * 31 + (at >> 17) + number) & 0xff;
        }
    }
}
