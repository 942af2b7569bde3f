package org.cairn.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cairn.crypto.Secret;
import org.cairn.domain.Fingerprint;
import org.cairn.progress.Progress;

/// A vault in a folder, and what an opponent or an accident can do to that folder.
final class VaultOnDisk implements AutoCloseable {

    static final int SEGMENT = 64 * 1024;

    final Path folder;
    final Secret key = Secret.of(new byte[32]);
    final SecureRandom random = new SecureRandom();
    final Vault vault;

    VaultOnDisk(Path folder) {
        this.folder = folder;
        this.vault = Vault.open(folder, key, random);
    }

    Vault again() {
        return Vault.open(folder, key, random);
    }

    Fingerprint put(byte[] plain) {
        try {
            return vault.put(new ByteArrayInputStream(plain), Progress.none()).fingerprint();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(Fingerprint fingerprint) {
        try (InputStream stream = vault.open(fingerprint)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All files in the folder, in order of their names.
    List<Path> files() {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path onlyFile() {
        List<Path> files = files();
        if (files.size() != 1) {
            throw new AssertionError(files.size() + " files instead of one");
        }
        return files.getFirst();
    }

    /// Replaces the only file by `bytes`.
    void overwrite(byte[] bytes) {
        try {
            Files.write(onlyFile(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] sealed() {
        try {
            return Files.readAllBytes(onlyFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] flipped(byte[] sealed, int place) {
        byte[] changed = Arrays.copyOf(sealed, sealed.length);
        changed[place] ^= 1;
        return changed;
    }

    static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        vault.close();
        key.close();
    }
}
