package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.tukaani.xz.LZMAInputStream;
import org.xml.sax.SAXException;

/// Reads a zip by its table of contents.
final class ZipReading {

    private static final Set<Integer> ZSTANDARD = Set.of(ZipMethod.ZSTD.getCode(), ZipMethod.ZSTD_DEPRECATED.getCode());
    private static final int LZMA = ZipMethod.LZMA.getCode();

    /// Some programs, given the same name twice, let both lead to the same place.
    private static final int TWINS = 4;

    private final Children children;
    private final Unlocking unlocking;

    ZipReading(Children children, Unlocking unlocking) {
        this.children = children;
        this.unlocking = unlocking;
    }

    /// Whether there is a table of contents, so that the archive was read.
    boolean read(IncomingBytes bytes) throws IOException, SAXException {
        try (SeekableByteChannel channel = bytes.channel()) {
            ZipFile zip;
            try {
                zip = ZipFile.builder()
                        .setSeekableByteChannel(channel)
                        .setIgnoreLocalFileHeader(false)
                        .get();
            } catch (IOException | RuntimeException e) {
                return false;
            }
            try (zip) {
                members(zip, channel);
            }
            return true;
        }
    }

    /// Whether bytes begin as a zip does and have no table of contents.
    static boolean withoutContents(IncomingBytes bytes) throws IOException {
        byte[] head = new byte[4];
        try (InputStream in = bytes.open()) {
            in.readNBytes(head, 0, head.length);
        }
        if (!new String(head, StandardCharsets.ISO_8859_1).equals("PK\u0003\u0004") || !bytes.whole()) {
            return false;
        }
        try (SeekableByteChannel channel = bytes.channel();
                ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(channel)
                        .setIgnoreLocalFileHeader(true)
                        .get()) {
            return false;
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    private void members(ZipFile zip, SeekableByteChannel channel) throws IOException, SAXException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
        Charset encoding = FileNames.encoding(rawNames(entries));
        long end = 0;
        int again = 0;
        for (ZipArchiveEntry entry : entries) {
            again += entry.getLocalHeaderOffset() < end ? 1 : 0;
            if (entry.getLocalHeaderOffset() < end && again > TWINS) {
                // no program packs so: the same few bytes are to be unpacked over and over
                children.miss("tooMuchInside");
            } else if (!entry.isDirectory() && !entry.isUnixSymlink()) {
                boolean came = member(zip, channel, entry, name(entry, encoding));
                end = came ? entry.getLocalHeaderOffset() + entry.getCompressedSize() : end;
            }
        }
    }

    /// Whether all of it came, so that what is said of its place in the archive can be believed.
    private boolean member(ZipFile zip, SeekableByteChannel channel, ZipArchiveEntry entry, String name)
            throws IOException, SAXException {
        if (locked(entry)) {
            return locked(new ZipLock(zip, channel, entry), name);
        }
        if (!zip.canReadEntryData(entry) && entry.getMethod() != LZMA && !ZSTANDARD.contains(entry.getMethod())) {
            children.miss("unsupported");
            return false;
        }
        // what unpacks it holds memory that Java does not see
        try (WholeMember member = new WholeMember(() -> open(zip, entry), entry.getSize(), entry.getCrc())) {
            return children.take(name, member);
        }
    }

    private boolean locked(ZipLock lock, String name) throws IOException, SAXException {
        Optional<String> password = lock.known() ? lock.opening(unlocking.words()) : Optional.empty();
        if (password.isEmpty()) {
            children.miss(lock.known() || unlocking.words().isEmpty() ? "password" : "unsupported");
            return false;
        }
        try (WholeMember member = lock.member(password.get()).unlocked()) {
            boolean came = children.take(name, member);
            if (came) {
                unlocking.opened(password.get());
            }
            return came;
        }
    }

    private static InputStream open(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (ZSTANDARD.contains(entry.getMethod())) {
            return Packed.zstandard(zip.getRawInputStream(entry));
        }
        return entry.getMethod() == LZMA ? lzma(zip.getRawInputStream(entry), entry) : zip.getInputStream(entry);
    }

    /// Two bytes of version, the length of the properties, the properties, then the stream (APPNOTE 5.8.8).
    static InputStream lzma(InputStream raw, ZipArchiveEntry entry) throws IOException {
        byte[] head = raw.readNBytes(9);
        if (head.length < 9 || head[2] != 5 || head[3] != 0) {
            throw new IOException("no such LZMA header");
        }
        int dictionary = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(5);
        int needed = LZMAInputStream.getMemoryUsage(dictionary, head[4]);
        if (needed > Runtime.getRuntime().maxMemory() / 1024 / 2) {
            throw new IOException("unsupported: a dictionary larger than a worker");
        }
        LZMAInputStream unpacked = new LZMAInputStream(raw, entry.getSize(), head[4], dictionary);
        unpacked.enableRelaxedEndCondition();
        return unpacked;
    }

    static boolean locked(ArchiveEntry entry) {
        return entry instanceof ZipArchiveEntry zip
                && zip.getGeneralPurposeBit().usesEncryption();
    }

    private static List<byte[]> rawNames(List<ZipArchiveEntry> entries) {
        List<byte[]> raw = new ArrayList<>();
        entries.stream()
                .filter(ZipReading::saysNoEncoding)
                .map(ZipArchiveEntry::getRawName)
                .forEach(raw::add);
        return raw;
    }

    private static boolean saysNoEncoding(ZipArchiveEntry entry) {
        return entry.getNameSource() == ZipArchiveEntry.NameSource.NAME
                && !entry.getGeneralPurposeBit().usesUTF8ForNames();
    }

    private static String name(ZipArchiveEntry entry, Charset encoding) {
        return saysNoEncoding(entry) ? new String(entry.getRawName(), encoding) : entry.getName();
    }
}
