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

    private final Path path;
    private final SpoolMark mark;
    private final Secret key;
    private final FileChannel file;
    private long position = SpoolMark.LENGTH;
    private long place;
    private boolean ended;
    private boolean cut;
    private boolean lost;

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
    ///
    /// Where a length is not what was written, reading goes on at the next piece that is whole: what lies between is
    /// told of as one that is damaged.
    public Optional<Piece> next() {
        if (ended || cut) {
            return Optional.empty();
        }
        try {
            long from = position;
            Optional<byte[]> head = read(from, SpoolMark.LENGTH_BYTES);
            if (head.isEmpty()) {
                cut = from < file.size();
                return Optional.empty();
            }
            PieceHead said = PieceHead.of(head.get());
            Optional<byte[]> sealed =
                    said.possible() ? read(from + SpoolMark.LENGTH_BYTES, said.length()) : Optional.empty();
            Optional<byte[]> plain = sealed.flatMap(bytes -> unseal(bytes, place, said.last()));
            if (plain.isEmpty()) {
                return damaged(from, sealed.map(bytes -> from + SpoolMark.LENGTH_BYTES + bytes.length));
            }
            position = from + SpoolMark.LENGTH_BYTES + said.length();
            ended = said.last();
            lost = false;
            return Optional.of(new Piece(place++, plain));
        } catch (IOException e) {
            throw Disk.unreachable(e);
        }
    }

    /// @param end where it would end after its own length; nothing where that cannot be
    private Optional<Piece> damaged(long from, Optional<Long> end) throws IOException {
        long here = place;
        boolean last = end.filter(at -> at >= size()).isPresent();
        Optional<WholePiece> next = lost || last ? Optional.empty() : WholePiece.after(file, from, here, this::opens);
        if (next.isPresent()) {
            position = next.get().position();
            place = next.get().place();
        } else if (end.isPresent()) {
            lost = true;
            position = end.get();
            place = here + 1;
        } else {
            cut = true;
            return Optional.empty();
        }
        return Optional.of(new Piece(here, Optional.empty()));
    }

    /// Whether the last piece was seen: nothing is missing then.
    public boolean ended() {
        return ended;
    }

    /// Whether a piece was begun and is not there whole.
    public boolean cut() {
        return cut;
    }

    /// How many bytes were not read, as no piece could be made out in them.
    public long unread() {
        return size() - position;
    }

    private long size() {
        try {
            return file.size();
        } catch (IOException e) {
            throw Disk.unreachable(e);
        }
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

    private boolean opens(byte[] sealed, long at, boolean last) {
        return unseal(sealed, at, last).isPresent();
    }

    private Optional<byte[]> unseal(byte[] sealed, long at, boolean last) {
        try {
            return Optional.of(Sealing.unseal(key, sealed, mark.context(at, last)));
        } catch (TamperedException e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> read(long from, int length) throws IOException {
        return WholePiece.read(file, from, length);
    }

    @Override
    public String toString() {
        return "SpoolReading";
    }
}
