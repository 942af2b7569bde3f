package org.cairn.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cairn.crypto.Sealing;
import org.cairn.crypto.Secret;
import org.cairn.crypto.TamperedException;

/// A spool as it is found: whole, cut off by a crash, or damaged.
public final class SpoolReading implements AutoCloseable {

    static final String ENDING = ".spool";
    private static final String UNREADABLE = ".unreadable";

    /// No piece is longer: a length that says so is damage.
    private static final int LONGEST = 1 << 26;

    private final Path path;
    private final SpoolMark mark;
    private final Secret key;
    private final FileChannel file;
    private long position = SpoolMark.LENGTH;
    private long place;
    private boolean ended;
    private boolean cut;

    private SpoolReading(Path path, SpoolMark mark, Secret key, FileChannel file) {
        this.path = path;
        this.mark = mark;
        this.key = key;
        this.file = file;
    }

    /// One piece, or the place of one that is not what was written.
    ///
    /// @param place the how-manieth, from 0
    /// @param plain its bytes, or nothing where it is damaged
    public record Piece(long place, Optional<byte[]> plain) {
        @Override
        public String toString() {
            return "Piece " + place;
        }
    }

    /// The spools that lie in a folder.
    public static List<Path> leftIn(Path folder) {
        List<Path> left = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return left;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            files.forEach(left::add);
        } catch (IOException e) {
            throw Disk.unreachable(e);
        }
        left.sort(Comparator.comparing(Path::toString));
        return left;
    }

    /// Opens one.
    ///
    /// @return nothing where it was cut off before it could say what it is
    public static Optional<SpoolReading> open(Path path, Secret key) {
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
            ByteBuffer first = ByteBuffer.allocate(SpoolMark.LENGTH);
            while (first.hasRemaining() && file.read(first) > 0) {
                // until it is full, or the file ends
            }
            Optional<SpoolMark> mark = first.hasRemaining() ? Optional.empty() : SpoolMark.read(first.array());
            if (mark.isEmpty()) {
                file.close();
            }
            return mark.map(ours -> new SpoolReading(path, ours, ours.key(key), file));
        } catch (IOException e) {
            throw Disk.unreachable(e);
        }
    }

    /// The next piece; nothing at the end, or where the rest is torn off.
    public Optional<Piece> next() {
        try {
            Optional<byte[]> head = read(SpoolMark.LENGTH_BYTES);
            if (ended || head.isEmpty()) {
                return Optional.empty();
            }
            boolean last = head.get()[0] == 1;
            int length = ByteBuffer.wrap(head.get(), 1, Integer.BYTES).getInt();
            Optional<byte[]> sealed = length < 0 || length > LONGEST ? Optional.empty() : read(length);
            if (sealed.isEmpty()) {
                cut = true;
                return Optional.empty();
            }
            long here = place++;
            return Optional.of(new Piece(here, unseal(sealed.get(), here, last)));
        } catch (IOException e) {
            throw Disk.unreachable(e);
        }
    }

    /// Whether the last piece was seen: nothing is missing then.
    public boolean ended() {
        return ended;
    }

    /// Whether a piece was begun and is not there whole.
    public boolean cut() {
        return cut;
    }

    /// Removes the file for good; it is closed then.
    public void remove() {
        close();
        remove(path);
    }

    /// Removes a spool for good.
    public static void remove(Path path) {
        Disk.write(path, () -> {
            Files.deleteIfExists(path);
            Disk.settle(Disk.folderOf(path));
            return path;
        });
    }

    /// Leaves a spool that nothing can be read of under another name, so that it is not tried again and again.
    public static void setAside(Path path) {
        Disk.write(path, () -> {
            Disk.rename(path, path.resolveSibling(path.getFileName() + UNREADABLE));
            return path;
        });
    }

    @Override
    public void close() {
        key.close();
        try {
            file.close();
        } catch (IOException e) {
            throw Disk.unreachable(e);
        }
    }

    private Optional<byte[]> unseal(byte[] sealed, long here, boolean last) {
        try {
            byte[] plain = Sealing.unseal(key, sealed, mark.context(here, last));
            ended = last;
            return Optional.of(plain);
        } catch (TamperedException e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> read(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            int read = file.read(bytes, position + bytes.position());
            if (read < 0) {
                cut |= bytes.position() > 0;
                return Optional.empty();
            }
        }
        position += length;
        return Optional.of(bytes.array());
    }

    @Override
    public String toString() {
        return "SpoolReading";
    }
}
