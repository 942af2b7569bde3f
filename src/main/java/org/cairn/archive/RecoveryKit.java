package org.cairn.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cairn.bundle.RecoverySheets;
import org.cairn.crypto.RecoveryPhrase;
import org.cairn.crypto.RecoveryShare;
import org.cairn.crypto.SplitSecret;
import org.cairn.domain.ArchiveException;
import org.cairn.vault.Disk;

/// A recovery kit while it is being made: afterwards it is on paper only.
public final class RecoveryKit implements AutoCloseable {

    private final SplitSecret split;
    private final RecoveryPhrase phrase;
    private final LocalDate madeOn;

    RecoveryKit(SplitSecret split, RecoveryPhrase phrase, LocalDate madeOn) {
        this.split = split;
        this.phrase = phrase;
        this.madeOn = madeOn;
    }

    SplitSecret split() {
        return split;
    }

    RecoveryPhrase phrase() {
        return phrase;
    }

    /// What its papers are marked with.
    public KitMark mark() {
        RecoveryShare any = split.shares().getFirst();
        return new KitMark(any.kit(), any.needed());
    }

    /// How many shares it has.
    public int shares() {
        return split.shares().size();
    }

    /// How many words its phrase has.
    public int words() {
        return phrase.words().size();
    }

    /// Whether this is a word of the phrase, as somebody typed it from the paper.
    ///
    /// @param number which, from 1
    public boolean isWord(int number, String typed) {
        return phrase.words().get(number - 1).equals(typed.strip().toLowerCase(Locale.ROOT));
    }

    /// Whether these are the last four letters of a share, as somebody typed them from the paper.
    ///
    /// @param number which, from 1
    public boolean endsWith(int number, String typed) {
        String letters = typed.strip()
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return split.shares().get(number - 1).checkLetters().equals(letters);
    }

    /// The papers: instructions, the phrase, each share on a page of its own. Nothing of it is written anywhere.
    public byte[] pdf(Locale language) {
        List<List<String>> shares =
                split.shares().stream().map(RecoveryShare::groups).toList();
        return RecoverySheets.pdf(
                new RecoverySheets.Kit(mark().letters(), mark().needed(), phrase.words(), shares, madeOn), language);
    }

    /// Writes the papers into a file that somebody asked for on purpose, to be printed and deleted; readable by its
    /// owner alone where the system knows owners. Nothing is overwritten, and nothing stays of papers that were cut
    /// short.
    ///
    /// @throws ArchiveException.AlreadyThere when something stands there
    /// @throws ArchiveException.StorageFull when there is no room
    /// @throws ArchiveException.NotReachable when it cannot be written
    public void write(Path file, Locale language) {
        byte[] pdf = pdf(language);
        try {
            write(file, pdf);
        } finally {
            Arrays.fill(pdf, (byte) 0);
        }
    }

    static void write(Path file, byte[] pdf) {
        Disk.write(file, () -> {
            fill(create(file), file, pdf);
            return file;
        });
    }

    private static FileChannel create(Path file) throws IOException {
        try {
            return FileChannel.open(file, NEW, ownersOnly(file));
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveException.AlreadyThere();
        }
    }

    private static void fill(FileChannel created, Path file, byte[] pdf) throws IOException {
        try (created) {
            ByteBuffer left = ByteBuffer.wrap(pdf);
            while (left.hasRemaining()) {
                created.write(left);
            }
            created.force(true);
        } catch (IOException | RuntimeException | Error e) {
            discard(file, e);
            throw e;
        }
    }

    /// Half a paper, or one that opens nothing, must not be taken for a kit, nor lie about.
    static void discard(Path file, Throwable why) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private static FileAttribute<?>[] ownersOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        split.close();
    }

    @Override
    public String toString() {
        return "RecoveryKit";
    }
}
