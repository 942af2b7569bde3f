package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.MemoryLimitException;

/// A member of an archive while it is unpacked: it ends only when all of it came, as the archive itself counts and
/// sums it, and otherwise breaks off and remembers why.
final class WholeMember extends InputStream {

    /// The archive does not say.
    static final long UNKNOWN = -1;

    private final Opening opening;
    private final long size;
    private final long checksum;
    private final CRC32 sum = new CRC32();
    private @Nullable InputStream opened;
    private long count;
    private String reason = "childrenMissing";
    private boolean unlocked;

    /// Opens the member at the first read, so that one that cannot be opened breaks off like any other.
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    /// @param size how long it says it is, or [#UNKNOWN]
    /// @param checksum its CRC-32, or [#UNKNOWN]
    WholeMember(Opening opening, long size, long checksum) {
        this.opening = opening;
        this.size = size;
        this.checksum = checksum;
    }

    /// It was locked, and a password that fits so far is tried: where it breaks off, that was the wrong one.
    WholeMember unlocked() {
        unlocked = true;
        return this;
    }

    /// Why it broke off, a code.
    String reason() {
        return reason;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            if (opened == null) {
                opened = opening.open();
            }
            int some = opened.read(into, offset, length);
            if (some < 0) {
                checkWhole();
            } else {
                sum.update(into, offset, some);
                count += some;
            }
            return some;
        } catch (IOException | RuntimeException | LinkageError e) {
            String why = reason(e);
            reason = unlocked && why.equals("childrenMissing") ? "password" : why;
            throw e instanceof IOException known ? known : new IOException(e);
        }
    }

    /// Closes what it opened; not for those of an archive that opens all its members as one stream.
    @Override
    public void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }

    private void checkWhole() throws IOException {
        boolean differs = checksum != UNKNOWN && checksum != sum.getValue();
        if (size != UNKNOWN && size != count || differs) {
            throw new IOException("not what the archive says it is");
        }
    }

    /// Why a library does not unpack something: locked, of a kind it does not know, or broken.
    static String reason(Throwable failure) {
        if (failure instanceof PasswordRequiredException
                || failure instanceof UnsupportedZipFeatureException zip
                        && zip.getFeature() == UnsupportedZipFeatureException.Feature.ENCRYPTION) {
            return "password";
        }
        String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        boolean unknown = failure instanceof LinkageError
                || failure instanceof UnsupportedZipFeatureException
                // what it was packed with needs more than a worker has
                || failure instanceof MemoryLimitException
                || failure instanceof org.apache.commons.compress.MemoryLimitException
                || words.contains("unsupported")
                || words.contains("not yet supported")
                || words.contains("not supported");
        return unknown ? "unsupported" : "childrenMissing";
    }
}
