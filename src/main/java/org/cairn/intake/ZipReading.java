package org.cairn.intake;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.xml.sax.SAXException;

/// Reads a zip by its table of contents.
final class ZipReading {

    private final Children children;

    ZipReading(Children children) {
        this.children = children;
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
                members(zip);
            }
            return true;
        }
    }

    private void members(ZipFile zip) throws IOException, SAXException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
        Charset encoding = FileNames.encoding(rawNames(entries));
        for (ZipArchiveEntry entry : entries) {
            if (!entry.isDirectory() && !entry.isUnixSymlink()) {
                member(zip, entry, name(entry, encoding));
            }
        }
    }

    private void member(ZipFile zip, ZipArchiveEntry entry, String name) throws IOException, SAXException {
        if (locked(entry)) {
            children.miss("password");
        } else if (zip.canReadEntryData(entry)) {
            children.take(name, new WholeMember(() -> zip.getInputStream(entry), entry.getSize(), entry.getCrc()));
        } else {
            children.miss("unsupported");
        }
    }

    static boolean locked(ArchiveEntry entry) {
        return entry instanceof ZipArchiveEntry zip && zip.getGeneralPurposeBit().usesEncryption();
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
