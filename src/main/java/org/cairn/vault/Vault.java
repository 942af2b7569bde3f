package org.cairn.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.cairn.crypto.SealBrokenException;
import org.cairn.crypto.SealedStreams;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.progress.Progress;
import org.cairn.progress.Turns;

/// The sealed files of one archive, each kept once, found by the SHA-256 of its plain bytes.
///
/// Safe for use by several threads of one program; two programs must not open the same folder. Damage and absence are
/// told as [ArchiveException.Damaged] of `file`, also in the midst of reading.
public final class Vault implements AutoCloseable {

    private static final int ID_LENGTH = 16;
    private static final int CHUNK = 256 * 1024;

    private final Shelf shelf;
    private final Secret names;
    private final Secret headers;
    private final Secret contents;
    private final SecureRandom random;
    private final Upload.Opener opener;
    private final Object keeping = new Object();
    private final Turns turns = new Turns();

    private Vault(Path folder, Secret key, SecureRandom random, Upload.Opener opener) {
        this.names = key.derive("vault names");
        this.headers = key.derive("vault headers");
        this.contents = key.derive("vault contents");
        this.shelf = new Shelf(folder, names);
        this.random = random;
        this.opener = opener;
    }

    /// Opens the vault in `folder`, which is made where it is missing, and sweeps what a crash left unfinished.
    ///
    /// @param key 32 bytes, from which the vault derives its own; the caller may close it afterwards
    public static Vault open(Path folder, Secret key, SecureRandom random) {
        return open(folder, key, random, Vault::createFile);
    }

    static Vault open(Path folder, Secret key, SecureRandom random, Upload.Opener opener) {
        Vault vault = new Vault(folder, key, random, opener);
        try {
            return Disk.write(folder, () -> {
                vault.shelf.prepare();
                return vault;
            });
        } catch (RuntimeException e) {
            vault.close();
            throw e;
        }
    }

    /// Takes in what `bytes` has to give: when it returns, a power cut loses nothing.
    ///
    /// The stream is read once, in constant memory, and left open. Bytes that are here already are not kept twice;
    /// where
    /// the kept ones turn out to be damaged, these heal them. Progress reports `seal` in bytes.
    ///
    /// @throws IOException when `bytes` itself fails
    /// @throws ArchiveException.StorageFull when there is no room; nothing of it stays
    /// @throws org.cairn.progress.CancelledException when asked to stop; nothing of it stays
    public Stored put(InputStream bytes, Progress progress) throws IOException {
        try (Upload upload = Upload.begin(shelf.unfinished(freshName()), opener)) {
            Fingerprint fingerprint = upload.receive(bytes, headers, contents, random, progress);
            return keep(upload, fingerprint, progress);
        }
    }

    /// Whether the vault holds bytes of this fingerprint; whether they are whole, [#intact] says.
    public boolean has(Fingerprint fingerprint) {
        return Files.isRegularFile(shelf.place(fingerprint));
    }

    /// How many plain bytes the file has.
    public long size(Fingerprint fingerprint) {
        try (SeekableByteChannel channel = channel(fingerprint)) {
            return channel.size();
        } catch (IOException e) {
            throw Disk.unreachable(e);
        }
    }

    /// The plain bytes from first to last; the caller closes the stream.
    public InputStream open(Fingerprint fingerprint) {
        return Channels.newInputStream(channel(fingerprint));
    }

    /// The plain bytes from any place; the caller closes the channel.
    public SeekableByteChannel channel(Fingerprint fingerprint) {
        try {
            return new KeptFile(unsealed(fingerprint));
        } catch (NoSuchFileException | SealBrokenException e) {
            throw new ArchiveException.Damaged("file");
        } catch (IOException e) {
            throw Disk.unreachable(e);
        }
    }

    /// Reads the whole file and says whether it is what its fingerprint says; missing or unreadable is not.
    ///
    /// Progress reports `hash` in bytes.
    ///
    /// @throws ArchiveException.NotReachable when the vault's folder itself is gone
    public boolean intact(Fingerprint fingerprint, Progress progress) {
        try (SeekableByteChannel channel = unsealed(fingerprint)) {
            return digest(channel, progress).equals(fingerprint);
        } catch (ClosedByInterruptException e) {
            throw Disk.unreachable(e); // Stopped half-way proves nothing: it must not read as damage.
        } catch (IOException e) {
            if (Files.isDirectory(shelf.folder())) {
                return false;
            }
            throw Disk.unreachable(e);
        }
    }

    /// Whoever seals has a turn until a record speaks of what was sealed; whoever looks for strangers has one
    /// meanwhile.
    public Turns turns() {
        return turns;
    }

    /// What lies in the folder that none of the `known` fingerprints explains, as sealed names below the folder.
    public List<String> strangers(Set<Fingerprint> known) {
        Set<String> expected = HashSet.newHashSet(known.size());
        known.forEach(fingerprint -> expected.add(shelf.name(fingerprint)));
        try {
            return shelf.others(expected::contains);
        } catch (IOException e) {
            throw Disk.unreachable(e);
        }
    }

    /// Removes a file whose record was never kept; to be called only where [Stored#alreadyThere] was false and no
    /// record has come to speak of the same bytes meanwhile.
    public void remove(Fingerprint fingerprint) {
        Path place = shelf.place(fingerprint);
        synchronized (keeping) {
            Disk.write(place, () -> {
                if (Files.deleteIfExists(place)) {
                    Disk.settle(Disk.folderOf(place));
                }
                return place;
            });
        }
    }

    /// Removes something that [#strangers] named: a file that a crash left sealed and that no record speaks of.
    public void removeStranger(String stranger) {
        Path place = shelf.folder().resolve(stranger).normalize();
        if (!place.startsWith(shelf.folder())) {
            throw new IllegalArgumentException("a stranger lies on the shelf");
        }
        synchronized (keeping) {
            Disk.write(place, () -> {
                Files.deleteIfExists(place);
                return place;
            });
        }
    }

    /// Wipes the keys; what is open for reading may be read on.
    @Override
    public void close() {
        names.close();
        headers.close();
        contents.close();
    }

    @Override
    public String toString() {
        return "Vault";
    }

    private Stored keep(Upload upload, Fingerprint fingerprint, Progress progress) {
        Path place = shelf.place(fingerprint);
        synchronized (keeping) {
            boolean there = Files.exists(place);
            if (there && intact(fingerprint, progress)) {
                settle(place);
            } else {
                upload.keepAs(place);
            }
            return new Stored(fingerprint, upload.size(), there);
        }
    }

    /// The run that brought the file may have been cut off before its name was on disk.
    private static void settle(Path place) {
        Disk.write(place, () -> {
            Disk.settle(Disk.folderOf(place));
            return place;
        });
    }

    private SeekableByteChannel unsealed(Fingerprint fingerprint) throws IOException {
        FileChannel file = FileChannel.open(shelf.place(fingerprint), StandardOpenOption.READ);
        try {
            byte[] header = Channels.newInputStream(file).readNBytes(SealedHeader.LENGTH);
            byte[] context = SealedHeader.read(header, headers, fingerprint)
                    .orElseThrow(SealBrokenException::new)
                    .context();
            return SealedStreams.openingChannel(contents, new SealedPart(file), context);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Fingerprint digest(SeekableByteChannel channel, Progress progress) throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long total = channel.size();
        while (channel.read(chunk) >= 0) {
            progress.checkCancelled();
            digest.update(chunk.flip());
            chunk.clear();
            progress.step("hash", channel.position(), total);
        }
        return Fingerprint.ofDigest(digest.digest());
    }

    private String freshName() {
        byte[] id = new byte[ID_LENGTH];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static FileChannel createFile(Path unfinished) throws IOException {
        return FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
