package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The lock of one member of a zip archive, and what opens it.
final class ZipLock {

    /// So much is unpacked to see which of several passwords is meant.
    private static final int SAMPLE = 1024 * 1024;

    private static final int TIME_IN_HEADER = 11;

    private final ZipFile zip;
    private final SeekableByteChannel channel;
    private final ZipArchiveEntry entry;
    private final Optional<ZipAes.Terms> aes;

    ZipLock(ZipFile zip, SeekableByteChannel channel, ZipArchiveEntry entry) {
        this.zip = zip;
        this.channel = channel;
        this.entry = entry;
        this.aes = entry.getMethod() == ZipAes.METHOD ? ZipAes.terms(entry) : Optional.empty();
    }

    /// Whether this kind of lock can be opened at all, with the right password.
    boolean known() {
        boolean strong = entry.getGeneralPurposeBit().usesStrongEncryption();
        return !strong && (entry.getMethod() != ZipAes.METHOD || aes.isPresent()) && unpacks(method());
    }

    /// The first password that opens it.
    Optional<String> opening(List<String> passwords) {
        List<String> fitting = passwords.stream().filter(this::fits).toList();
        return fitting.size() < 2
                ? fitting.stream().findFirst()
                : fitting.stream().filter(this::unpacks).findFirst();
    }

    private boolean fits(String password) {
        try (InputStream plain = plain(password)) {
            return plain.available() >= 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private boolean unpacks(String password) {
        try (WholeMember member = member(password)) {
            member.readNBytes(SAMPLE);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /// Its content, to be unpacked as it is read.
    WholeMember member(String password) {
        boolean summed = aes.map(ZipAes.Terms::summed).orElse(true);
        return new WholeMember(() -> opened(password), entry.getSize(), summed ? entry.getCrc() : WholeMember.UNKNOWN);
    }

    private InputStream opened(String password) throws IOException {
        InputStream plain = plain(password);
        try {
            return unpacked(plain);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private InputStream plain(String password) throws IOException {
        InputStream raw = zip.getRawInputStream(entry);
        try {
            return aes.isPresent()
                    ? ZipAes.open(raw, entry.getCompressedSize(), password, aes.get())
                    : ZipCipher.open(raw, password, check());
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /// The last of the twelve bytes: of the sum, or of the time where the sum was not known yet.
    private int check() throws IOException {
        if (!entry.getGeneralPurposeBit().usesDataDescriptor()) {
            return (int) (entry.getCrc() >>> 24) & 0xFF;
        }
        ByteBuffer time = ByteBuffer.allocate(1);
        channel.position(entry.getLocalHeaderOffset() + TIME_IN_HEADER).read(time);
        return time.get(0) & 0xFF;
    }

    private int method() {
        return aes.map(ZipAes.Terms::method).orElse(entry.getMethod());
    }

    private static boolean unpacks(int method) {
        ZipMethod known = ZipMethod.getMethodByCode(method);
        return known != null
                && switch (known) {
                    case STORED, DEFLATED, ENHANCED_DEFLATED, BZIP2, LZMA, XZ, ZSTD, ZSTD_DEPRECATED -> true;
                    default -> false;
                };
    }

    private InputStream unpacked(InputStream plain) throws IOException {
        return switch (ZipMethod.getMethodByCode(method())) {
            case DEFLATED -> new Inflating(withOneMore(plain));
            case ENHANCED_DEFLATED -> new Deflate64CompressorInputStream(plain);
            case BZIP2 -> new BZip2CompressorInputStream(plain);
            case LZMA -> ZipReading.lzma(plain, entry);
            case XZ -> new XZCompressorInputStream(plain);
            case ZSTD, ZSTD_DEPRECATED -> Packed.zstandard(plain);
            default -> plain;
        };
    }

    /// The inflater asks for one byte more than there is.
    private static InputStream withOneMore(InputStream plain) {
        return new SequenceInputStream(plain, new ByteArrayInputStream(new byte[1]));
    }
}
