package org.cairn.intake;

import com.github.junrar.Archive;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedRarV5Exception;
import com.github.junrar.rarfile.FileHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/// Reads a rar archive of the older kinds; the newer one (RAR 5) is left to the program that knows it.
final class RarReading {

    /// So much is unpacked to see whether a password is the right one.
    private static final int SAMPLE = 16 * 1024 * 1024;

    private final IncomingBytes bytes;
    private final Children children;
    private final Unlocking unlocking;

    RarReading(IncomingBytes bytes, Children children, Unlocking unlocking) {
        this.bytes = bytes;
        this.children = children;
        this.unlocking = unlocking;
    }

    void read() throws IOException, SAXException {
        try {
            if (closedFromOutside()) {
                Optional<String> password =
                        unlocking.words().stream().filter(this::opens).findFirst();
                if (password.isEmpty()) {
                    children.miss("password");
                    return;
                }
                members(password);
            } else {
                members(Optional.empty());
            }
        } catch (UnsupportedRarV5Exception e) {
            new OutsideReading(bytes, children, unlocking).readAs("Rar5");
        } catch (RarException e) {
            throw new IOException(e);
        }
    }

    /// Whether even the names of its members are locked.
    private boolean closedFromOutside() throws IOException, RarException {
        try (Archive archive = open(Optional.empty())) {
            return archive.isEncrypted();
        }
    }

    private Archive open(Optional<String> password) throws IOException, RarException {
        @Nullable String word = password.orElse(null);
        return bytes.file().isPresent()
                ? new Archive(bytes.file().get().toFile(), word)
                : new Archive(bytes.open(), word);
    }

    private boolean opens(String password) {
        try (Archive archive = open(Optional.of(password))) {
            FileHeader header = archive.nextFileHeader();
            return header != null && (header.isDirectory() || unpacks(archive, header));
        } catch (IOException | RarException | RuntimeException e) {
            return false;
        }
    }

    /// What comes out is only counted; more than a sample is let be.
    private static boolean unpacks(Archive archive, FileHeader header) {
        Sample sample = new Sample();
        try {
            archive.extractFile(header, sample);
            return true;
        } catch (RarException | RuntimeException e) {
            return sample.enough();
        }
    }

    /// Takes so much of a member as shows that it can be unpacked.
    private static final class Sample extends OutputStream {
        private long count;

        boolean enough() {
            return count > SAMPLE;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            count += length;
            if (enough()) {
                throw new IOException("enough");
            }
        }
    }

    private void members(Optional<String> password) throws IOException, RarException, SAXException {
        try (Archive archive = open(password)) {
            FileHeader header = archive.nextFileHeader();
            while (header != null) {
                if (!header.isDirectory()) {
                    member(archive, header, password);
                }
                header = archive.nextFileHeader();
            }
        }
    }

    private void member(Archive archive, FileHeader header, Optional<String> whole) throws IOException, SAXException {
        if (header.isSplitAfter() || header.isSplitBefore()) {
            // the rest of it lies in another file
            children.miss("childrenMissing");
            return;
        }
        Optional<String> password = whole.isPresent() || !header.isEncrypted() ? whole : opening(archive, header);
        if (header.isEncrypted() && password.isEmpty()) {
            children.miss("password");
            return;
        }
        password.ifPresent(archive::setPassword);
        WholeMember member = member(archive, header);
        boolean came = children.take(header.getFileName(), password.isPresent() ? member.unlocked() : member);
        if (came && password.isPresent()) {
            unlocking.opened(password.get());
        }
    }

    private Optional<String> opening(Archive archive, FileHeader header) {
        return unlocking.words().stream()
                .filter(password -> {
                    archive.setPassword(password);
                    return unpacks(archive, header);
                })
                .findFirst();
    }

    private static WholeMember member(Archive archive, FileHeader header) {
        long checksum = Integer.toUnsignedLong(header.getFileCRC());
        return new WholeMember(() -> archive.getInputStream(header), header.getFullUnpackSize(), checksum);
    }
}
