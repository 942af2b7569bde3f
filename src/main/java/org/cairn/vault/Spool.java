package org.cairn.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.cairn.crypto.Sealing;
import org.cairn.crypto.Secret;

/// Something that is sealed while it is still coming into being: what [#append] was given is on disk when it returns,
/// whatever happens to the program after.
///
/// Each piece is sealed in the context of the file and of its place in it: a piece that was changed, moved or brought
/// from elsewhere is told from a whole one, and so is a file whose end is missing. [SpoolReading] reads it again.
public final class Spool implements AutoCloseable {

    private final SpoolMark mark;
    private final Secret key;
    private final SecureRandom random;
    private final Path path;
    private final FileChannel file;
    private long pieces;
    private long length;

    private Spool(SpoolMark mark, Secret key, SecureRandom random, Path path, FileChannel file) {
        this.mark = mark;
        this.key = key;
        this.random = random;
        this.path = path;
        this.file = file;
    }

    /// Begins a file in a folder, which is made where it is missing.
    ///
    /// @param key 32 bytes; the file gets one of its own that is made from it
    /// @param head what the file is about, its first piece
    public static Spool begin(Path folder, Secret key, byte[] head, SecureRandom random) {
        byte[] id = new byte[SpoolMark.ID_LENGTH];
        random.nextBytes(id);
        Path path = folder.resolve(HexFormat.of().formatHex(id) + SpoolReading.ENDING);
        return Disk.write(path, () -> {
            Disk.ensureFolder(folder);
            SpoolMark mark = new SpoolMark(id);
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Spool spool = new Spool(mark, mark.key(key), random, path, file);
            try {
                spool.write(mark.bytes());
                spool.piece(head, false);
                Disk.settle(folder);
                return spool;
            } catch (IOException | RuntimeException e) {
                spool.close();
                java.nio.file.Files.deleteIfExists(path);
                throw e;
            }
        });
    }

    /// Where it lies.
    public Path path() {
        return path;
    }

    /// How long the file is by now.
    public long length() {
        return length;
    }

    /// Seals a piece: when it returns, a power cut does not take it away.
    ///
    /// @throws org.cairn.domain.ArchiveException.StorageFull when there is no room; what came before stays
    public void append(byte[] plain) {
        Disk.write(path, () -> {
            piece(plain, false);
            return plain;
        });
    }

    /// Seals the last piece, which says that nothing is missing.
    public void end(byte[] plain) {
        Disk.write(path, () -> {
            piece(plain, true);
            return plain;
        });
        close();
    }

    /// Wipes the key and leaves the file as it is.
    @Override
    public void close() {
        key.close();
        try {
            file.close();
        } catch (IOException e) {
            throw Disk.unreachable(e);
        }
    }

    /// A piece that the disk took only half of is taken back: the next one must not stand behind a torn one.
    private void piece(byte[] plain, boolean last) throws IOException {
        byte[] sealed = Sealing.seal(key, plain, mark.context(pieces, last), random);
        long before = length;
        try {
            write(ByteBuffer.allocate(SpoolMark.LENGTH_BYTES + sealed.length)
                    .put((byte) (last ? 1 : 0))
                    .putInt(sealed.length)
                    .put(sealed)
                    .array());
            file.force(false);
            pieces++;
        } catch (IOException e) {
            takeBack(before, e);
            throw e;
        }
    }

    private void takeBack(long before, IOException failure) {
        length = before;
        try {
            file.truncate(before);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            length += file.write(rest, length);
        }
    }

    @Override
    public String toString() {
        return "Spool";
    }
}
