package org.cairn.vault;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cairn.crypto.KeyedNames;
import org.cairn.crypto.ReadOnlyChannel;
import org.cairn.crypto.SealBrokenException;
import org.cairn.crypto.SealedStreams;
import org.cairn.crypto.Secret;
import org.cairn.progress.Progress;

/// What was made of sealed files to be looked at, such as the pages of an office document: sealed as they are, and
/// never more than something that can be made again. The oldest goes where there is too much of it; what was damaged is
/// as if it had never been.
///
/// Safe for use by several threads of one program.
public final class MadeFiles implements AutoCloseable {

    private static final byte[] FORMAT = "CAIRNMD1".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_LENGTH = 16;
    private static final int HEAD = FORMAT.length + ID_LENGTH;
    private static final int CHUNK = 256 * 1024;
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private final Secret names;
    private final Secret contents;
    private final SecureRandom random;
    private final long most;

    /// @param folder made when something is kept for the first time
    /// @param key 32 bytes, from which others are derived; the caller may close it afterwards
    /// @param most so many bytes may lie there together
    public MadeFiles(Path folder, Secret key, SecureRandom random, long most) {
        this.folder = folder.toAbsolutePath();
        this.names = key.derive("made names");
        this.contents = key.derive("made contents");
        this.random = random;
        this.most = most;
    }

    /// What was made under a name; the caller closes the channel.
    ///
    /// @param name what it was made of and how; nobody can read it off the folder
    public Optional<SeekableByteChannel> find(String name) {
        Path place = place(name);
        try {
            SeekableByteChannel found = open(place, name);
            touch(place);
            return Optional.of(found);
        } catch (SealBrokenException e) {
            forget(place);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Keeps what was made, in place of what was kept under the name before.
    ///
    /// @return the same, to be read
    /// @throws IOException when `bytes` itself fails
    /// @throws org.cairn.domain.ArchiveException.StorageFull when there is no room; nothing of it stays
    public SeekableByteChannel keep(String name, InputStream bytes, Progress progress) throws IOException {
        Path place = place(name);
        Path unfinished = folder.resolve(hex(fresh()) + UNFINISHED);
        try {
            Disk.write(unfinished, () -> {
                Disk.ensureFolder(folder);
                return folder;
            });
            seal(bytes, unfinished, name, progress);
            Disk.write(
                    unfinished,
                    () -> Files.move(
                            unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
        } finally {
            forget(unfinished);
        }
        makeRoom(place);
        return open(place, name);
    }

    /// Removes what was made under a name, where there is anything.
    public void forget(String name) {
        forget(place(name));
    }

    private void seal(InputStream bytes, Path to, String name, Progress progress) throws IOException {
        byte[] head = Arrays.copyOf(FORMAT, HEAD);
        System.arraycopy(fresh(), 0, head, FORMAT.length, ID_LENGTH);
        byte[] chunk = new byte[CHUNK];
        try (OutputStream file = Disk.write(
                to, () -> Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            OutputStream sealing = Disk.write(to, () -> {
                file.write(head);
                return SealedStreams.sealing(contents, new LeftOpen(file), context(head, name));
            });
            for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
                progress.checkCancelled();
                int some = read;
                Disk.write(to, () -> {
                    sealing.write(chunk, 0, some);
                    return some;
                });
            }
            Disk.write(to, () -> {
                sealing.close();
                return to;
            });
        } finally {
            Arrays.fill(chunk, (byte) 0);
        }
    }

    private SeekableByteChannel open(Path place, String name) throws IOException {
        FileChannel file = FileChannel.open(place, StandardOpenOption.READ);
        try {
            ByteBuffer head = ByteBuffer.wrap(Channels.newInputStream(file).readNBytes(HEAD));
            if (head.limit() < HEAD || !Arrays.equals(FORMAT, Arrays.copyOf(head.array(), FORMAT.length))) {
                throw new SealBrokenException();
            }
            SeekableByteChannel plain =
                    SealedStreams.openingChannel(contents, new SealedPart(file, HEAD), context(head.array(), name));
            return new Whole(plain, place);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// Two files that changed places are noticed.
    private static byte[] context(byte[] head, String name) {
        byte[] said = name.getBytes(StandardCharsets.UTF_8);
        byte[] context = Arrays.copyOf(head, HEAD + said.length);
        System.arraycopy(said, 0, context, HEAD, said.length);
        return context;
    }

    /// What was longest not looked at goes first; what a killed run left goes in any case.
    private synchronized void makeRoom(Path but) {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(all::add);
        } catch (IOException e) {
            return;
        }
        all.sort(Comparator.comparing(MadeFiles::lastLook).reversed());
        long held = 0;
        for (Path one : all) {
            held += one.toFile().length();
            boolean unfinished = one.toString().endsWith(UNFINISHED);
            boolean left = unfinished && lastLook(one).isBefore(Instant.now().minusSeconds(24 * 60 * 60));
            if (left || !unfinished && held > most && !one.equals(but)) {
                forget(one);
            }
        }
    }

    private static Instant lastLook(Path file) {
        return Instant.ofEpochMilli(file.toFile().lastModified());
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // it only goes earlier than it might
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // it stays, sealed
        }
    }

    private Path place(String name) {
        return folder.resolve(KeyedNames.name(names, name.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] fresh() {
        byte[] id = new byte[ID_LENGTH];
        random.nextBytes(id);
        return id;
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    /// Wipes the keys; what is open for reading may be read on.
    @Override
    public void close() {
        names.close();
        contents.close();
    }

    @Override
    public String toString() {
        return "MadeFiles";
    }

    /// Sealing ends before the file is closed.
    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream file) {
            super(file);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /// Damage that is found only while reading: whoever looks again has it made anew.
    private static final class Whole extends ReadOnlyChannel {

        private final Path place;

        Whole(SeekableByteChannel plain, Path place) {
            super(plain);
            this.place = place;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            try {
                return super.read(to);
            } catch (SealBrokenException e) {
                forget(place);
                throw e;
            }
        }
    }
}
