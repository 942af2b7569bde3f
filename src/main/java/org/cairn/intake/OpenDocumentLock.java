package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// The lock of an OpenDocument file (OASIS OpenDocument 1.2, part 3): each of its parts is encrypted by itself, and the
/// list of parts says how. It is opened into the same parts, with a list that says nothing of a lock. For the newer one
/// around all of them see [OpenDocumentPackage].
final class OpenDocumentLock implements OfficeLock {

    private static final String LIST = "META-INF/manifest.xml";
    private static final String KIND = "mimetype";
    private static final int LARGEST_LIST = 8 * 1024 * 1024;
    private static final int MOST_PARTS = 20_000;
    /// Larger than any honest document of the size that can be looked at.
    private static final long MOST = 1024L * 1024 * 1024;

    private final ZipFile zip;
    private final byte[] list;
    private final Map<String, OpenDocumentKey> parts;
    private String password = "";

    private OpenDocumentLock(ZipFile zip, byte[] list, Map<String, OpenDocumentKey> parts) {
        this.zip = zip;
        this.list = list;
        this.parts = parts;
    }

    static Optional<OfficeLock> on(IncomingBytes bytes) throws IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setSeekableByteChannel(bytes.channel()).get();
        } catch (IOException | RuntimeException e) {
            // a flat one, or a broken one: who reads it says so
            return Optional.empty();
        }
        OfficeLock lock = null;
        try {
            ZipArchiveEntry entry = zip.getEntry(LIST);
            if (entry != null) {
                byte[] list = part(zip, entry);
                Map<String, OpenDocumentKey> parts = OpenDocumentList.keys(list);
                lock = parts.isEmpty() ? null : of(zip, list, parts);
            }
            if (lock == null && sealed(zip)) {
                throw new IOException(new StopReading("lockLost"));
            }
            return Optional.ofNullable(lock);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            if (lock == null) {
                zip.close();
            }
        }
    }

    /// Whether the words are locked though nothing says how any more.
    private static boolean sealed(ZipFile zip) throws IOException {
        ZipArchiveEntry words = zip.getEntry("content.xml");
        if (words == null) {
            return zip.getEntry(OpenDocumentPackage.NAME) != null;
        }
        try (InputStream in = zip.getInputStream(words)) {
            byte[] head = in.readNBytes(64);
            boolean wide = head.length > 1 && (head[0] == -1 && head[1] == -2 || head[0] == -2 && head[1] == -1);
            return head.length > 0 && !wide && !MendedXml.begins(head);
        }
    }

    private static OfficeLock of(ZipFile zip, byte[] list, Map<String, OpenDocumentKey> parts) throws IOException {
        ZipArchiveEntry all = zip.getEntry(OpenDocumentPackage.NAME);
        OpenDocumentKey key = parts.get(OpenDocumentPackage.NAME);
        if (all == null || key == null || !key.sealed()) {
            return new OpenDocumentLock(zip, list, parts);
        }
        key.derivation().require();
        return new OpenDocumentPackage(zip, all, key, MOST);
    }

    private static byte[] part(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] list = in.readNBytes(LARGEST_LIST + 1);
            if (list.length > LARGEST_LIST) {
                throw new IOException("no such list");
            }
            return list;
        }
    }

    /// The smallest part tells: all are locked with the same word.
    @Override
    public boolean opens(String word) throws IOException, GeneralSecurityException {
        ZipArchiveEntry smallest = null;
        for (String name : parts.keySet()) {
            ZipArchiveEntry entry = zip.getEntry(name);
            if (entry != null && (smallest == null || entry.getSize() < smallest.getSize())) {
                smallest = entry;
            }
        }
        boolean opens = smallest != null && opened(smallest, word).isPresent();
        password = opens ? word : password;
        return opens;
    }

    /// A part as it was packed before it was locked; nothing where another word locked it.
    private Optional<byte[]> opened(ZipArchiveEntry entry, String word) throws IOException, GeneralSecurityException {
        OpenDocumentKey key = parts.get(entry.getName());
        if (key == null) {
            throw new IOException("not locked");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return key.open(in.readAllBytes(), word);
        }
    }

    @Override
    public void write(OutputStream out) throws IOException, GeneralSecurityException {
        List<ZipArchiveEntry> entries = new ArrayList<>();
        zip.getEntriesInPhysicalOrder().asIterator().forEachRemaining(entries::add);
        if (entries.size() > MOST_PARTS) {
            throw new IOException("too many parts");
        }
        long left = MOST;
        try (ZipOutputStream opened = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : entries) {
                if (!entry.isDirectory()) {
                    opened.putNextEntry(entry.getName().equals(KIND) ? stored(entry) : new ZipEntry(entry.getName()));
                    left -= copy(entry, opened, left);
                    opened.closeEntry();
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /// What kind of document it is stands near its beginning, as it is.
    private static ZipEntry stored(ZipArchiveEntry kind) {
        ZipEntry stored = new ZipEntry(kind.getName());
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(kind.getSize());
        stored.setCompressedSize(kind.getSize());
        stored.setCrc(kind.getCrc());
        return stored;
    }

    private long copy(ZipArchiveEntry entry, OutputStream to, long most)
            throws IOException, GeneralSecurityException, XMLStreamException {
        if (entry.getName().equals(LIST)) {
            byte[] open = OpenDocumentList.withoutKeys(list);
            to.write(open);
            return open.length;
        }
        try (InputStream in = parts.containsKey(entry.getName())
                ? new Inflating(new ByteArrayInputStream(
                        opened(entry, password).orElseThrow(() -> new IOException("locked otherwise"))))
                : zip.getInputStream(entry)) {
            return in.transferTo(new Bounded(to, most));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
