package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.arj.ArjArchiveInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.xml.sax.SAXException;

/// Takes the members out of an archive, and counts those that cannot be taken out.
final class Archives {

    /// A capture of the web with its list of pages.
    private static final String WACZ = "application/x-wacz";

    private static final Set<String> KINDS = Set.of(
            "application/zip",
            "application/java-archive",
            WACZ,
            "application/x-7z-compressed",
            "application/x-rar-compressed",
            "application/x-tar",
            "application/x-gtar",
            "application/x-cpio",
            "application/x-archive",
            "application/x-arj");

    private final IncomingBytes bytes;
    private final Children children;
    private final Unlocking unlocking;

    Archives(IncomingBytes bytes, Children children, Unlocking unlocking) {
        this.bytes = bytes;
        this.children = children;
        this.unlocking = unlocking;
    }

    static boolean reads(String mediaType) {
        return KINDS.contains(mediaType) || OutsideReading.reads(mediaType);
    }

    /// Whether it can be read from any place, so that it may be larger than what is handed over.
    static boolean readsInParts(String mediaType) {
        return KINDS.contains(mediaType) && !mediaType.equals("application/x-rar-compressed");
    }

    void read(String mediaType) throws IOException, SAXException {
        if (OutsideReading.reads(mediaType)) {
            new OutsideReading(bytes, children, unlocking).read(mediaType);
            return;
        }
        switch (mediaType) {
            case "application/zip", "application/java-archive", WACZ -> zip();
            case "application/x-7z-compressed" -> new SevenZipReading(bytes, children, unlocking).read();
            case "application/x-rar-compressed" -> new RarReading(bytes, children, unlocking).read();
            default -> tape(mediaType);
        }
    }

    private void zip() throws IOException, SAXException {
        if (new ZipReading(children, unlocking).read(bytes)) {
            return;
        }
        // its table of contents is lost: what can be found by walking through it
        try (ZipArchiveInputStream zip =
                new ZipArchiveInputStream(new BufferedInputStream(bytes.all()), "UTF-8", true, true, true)) {
            members(zip);
        }
        // even where every member that was found came out whole, nobody can say that there were no more
        throw new IOException("no table of contents");
    }

    private void tape(String mediaType) throws IOException, SAXException {
        try (InputStream in = new BufferedInputStream(bytes.all());
                ArchiveInputStream<? extends ArchiveEntry> tape = tape(mediaType, in)) {
            members(tape);
        } catch (ArchiveException e) {
            throw new IOException(e);
        }
    }

    /// Names are read as single bytes, and made out afterwards: tapes do not say their encoding.
    private static ArchiveInputStream<? extends ArchiveEntry> tape(String mediaType, InputStream in)
            throws ArchiveException {
        String bytewise = StandardCharsets.ISO_8859_1.name();
        return switch (mediaType) {
            case "application/x-cpio" -> new CpioArchiveInputStream(in, bytewise);
            case "application/x-archive" -> new ArArchiveInputStream(in);
            case "application/x-arj" -> new ArjArchiveInputStream(in, bytewise);
            // whose file it was, and when it was changed, may be nonsense: that makes its bytes no worse
            default ->
                new TarArchiveInputStream(
                        new TapeHeads(in), TarConstants.DEFAULT_BLKSIZE, TarConstants.DEFAULT_RCDSIZE, bytewise, true);
        };
    }

    private <E extends ArchiveEntry> int members(ArchiveInputStream<E> archive) throws IOException, SAXException {
        int members = 0;
        E entry = archive.getNextEntry();
        while (entry != null) {
            members++;
            if (holdsBytes(entry)) {
                member(archive, entry);
            }
            entry = archive.getNextEntry();
        }
        return members;
    }

    private <E extends ArchiveEntry> void member(ArchiveInputStream<E> archive, E entry)
            throws IOException, SAXException {
        boolean zip = archive instanceof ZipArchiveInputStream;
        String name = zip ? entry.getName() : FileNames.ofBytes(entry.getName());
        WholeMember member = new WholeMember(() -> archive, size(entry), WholeMember.UNKNOWN);
        if (archive.canReadEntryData(entry)) {
            children.take(name, member);
        } else {
            children.miss(ZipReading.locked(entry) ? "password" : "unsupported");
        }
    }

    private static long size(ArchiveEntry entry) {
        return switch (entry) {
            case ZipArchiveEntry walked -> WholeMember.UNKNOWN;
            case TarArchiveEntry tar -> tar.isSparse() ? tar.getRealSize() : tar.getSize();
            default -> entry.getSize();
        };
    }

    private static boolean link(TarArchiveEntry tar) {
        return tar.isLink() || tar.isSymbolicLink();
    }

    private static boolean device(TarArchiveEntry tar) {
        return tar.isCharacterDevice() || tar.isBlockDevice() || tar.isFIFO();
    }

    /// A folder, a link or a device has nothing to keep.
    private static boolean holdsBytes(ArchiveEntry entry) {
        return switch (entry) {
            case TarArchiveEntry tar -> tar.isFile() && !link(tar) && !device(tar);
            case CpioArchiveEntry cpio -> cpio.isRegularFile();
            default -> !entry.isDirectory();
        };
    }
}
