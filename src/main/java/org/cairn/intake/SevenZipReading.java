package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.xml.sax.SAXException;

/// Reads a 7z archive, whose members, or whose table of contents too, may be locked with one password.
final class SevenZipReading {

    /// So much is unpacked to see whether a password is the right one.
    private static final int SAMPLE = 16 * 1024 * 1024;

    private final IncomingBytes bytes;
    private final Children children;
    private final Unlocking unlocking;

    SevenZipReading(IncomingBytes bytes, Children children, Unlocking unlocking) {
        this.bytes = bytes;
        this.children = children;
        this.unlocking = unlocking;
    }

    void read() throws IOException, SAXException {
        if (packedOtherwise()) {
            new OutsideReading(bytes, children, unlocking).readAs("7z");
            return;
        }
        Optional<String> password = locked() ? opening() : Optional.empty();
        try (SeekableByteChannel channel = bytes.channel();
                SevenZFile archive = open(channel, password)) {
            int before = children.found();
            members(archive, password.isPresent());
            if (password.isPresent() && (children.found() > before || children.expected() == 0)) {
                unlocking.opened(password.get());
            }
        }
    }

    private static SevenZFile open(SeekableByteChannel channel, Optional<String> password) throws IOException {
        int most = Math.toIntExact(Runtime.getRuntime().maxMemory() / 1024 / 2);
        SevenZFile.Builder archive =
                SevenZFile.builder().setSeekableByteChannel(channel).setMaxMemoryLimitKiB(most);
        password.ifPresent(archive::setPassword);
        return archive.get();
    }

    /// Whether it is packed in a way that the library does not know, such as BCJ2.
    private boolean packedOtherwise() {
        try {
            tried(Optional.empty());
            return false;
        } catch (IOException | RuntimeException e) {
            return WholeMember.reason(e).equals("unsupported");
        }
    }

    private boolean locked() throws IOException {
        try {
            tried(Optional.empty());
            return false;
        } catch (PasswordRequiredException e) {
            return true;
        } catch (IOException | RuntimeException e) {
            // broken in another way: that is found out where it is read
            return false;
        }
    }

    private Optional<String> opening() {
        return unlocking.words().stream().filter(this::opens).findFirst();
    }

    private boolean opens(String password) {
        try {
            tried(Optional.of(password));
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /// Unpacks the beginning of its first member.
    private void tried(Optional<String> password) throws IOException {
        try (SeekableByteChannel channel = bytes.channel();
                SevenZFile archive = open(channel, password)) {
            SevenZArchiveEntry entry = archive.getNextEntry();
            while (entry != null && !holdsBytes(entry)) {
                entry = archive.getNextEntry();
            }
            if (entry != null) {
                member(archive, entry).readNBytes(password.isPresent() ? SAMPLE : 1);
            }
        }
    }

    private void members(SevenZFile archive, boolean unlocked) throws IOException, SAXException {
        SevenZArchiveEntry entry = archive.getNextEntry();
        while (entry != null) {
            if (holdsBytes(entry)) {
                WholeMember member = member(archive, entry);
                children.take(String.valueOf(entry.getName()), unlocked ? member.unlocked() : member);
            }
            entry = archive.getNextEntry();
        }
    }

    private static WholeMember member(SevenZFile archive, SevenZArchiveEntry entry) {
        return new WholeMember(() -> opened(archive, entry), entry.getSize(), WholeMember.UNKNOWN);
    }

    private static InputStream opened(SevenZFile archive, SevenZArchiveEntry entry) throws IOException {
        return archive.getInputStream(entry);
    }

    private static boolean holdsBytes(SevenZArchiveEntry entry) {
        return entry.hasStream() && !entry.isDirectory() && !entry.isAntiItem();
    }
}
