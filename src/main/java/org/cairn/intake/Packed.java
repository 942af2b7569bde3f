package org.cairn.intake;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.SingleXZInputStream;
import org.xml.sax.SAXException;

/// Files that hold one other, packed: those that Tika does not unpack, or not all of, and of all what comes out before
/// one breaks off. Of several files of gzip, bzip2 or xz that follow each other Tika takes the first; here they
/// are one.
///
/// Where something else than zeros follows what was packed, the file is read in part: nobody knows what that is.
final class Packed {

    static final String LZMA = "application/x-lzma";
    private static final String LZIP = "application/x-lzip";
    private static final String LZOP = "application/x-lzop";
    private static final String LZ4 = "application/x-lz4";
    private static final String ZSTANDARD = "application/zstd";

    private static final String GZIP = "application/gzip";
    private static final String BZIP2 = "application/x-bzip2";
    private static final String XZ = "application/x-xz";

    private static final Set<String> KINDS = Set.of(LZMA, LZIP, LZOP, LZ4, ZSTANDARD, GZIP, BZIP2, XZ);
    /// Those that Tika unpacks, by the name that the library has for them.
    private static final Map<String, String> TIKAS = Map.of(
            "application/x-bzip", CompressorStreamFactory.BZIP2, "application/x-compress", CompressorStreamFactory.Z);

    private static final byte[] MARK_OF_BZIP2 = {'B', 'Z', 'h'};
    private static final byte[] MARK_OF_XZ = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};

    /// What programs call a file of which not all came.
    private static final String PART = ".part";

    private static final int LZMA_HEAD = 14;
    private static final long LONGEST_OF_LZMA = 1L << 38;

    private final IncomingBytes bytes;
    private final Children children;

    Packed(IncomingBytes bytes, Children children) {
        this.bytes = bytes;
        this.children = children;
    }

    static boolean reads(String mediaType) {
        return KINDS.contains(mediaType);
    }

    /// @param name the file's own
    void read(String mediaType, String name) throws IOException, SAXException {
        try (InputStream packed = new BufferedInputStream(bytes.all());
                WholeMember member =
                        new WholeMember(() -> unpacking(mediaType, packed), WholeMember.UNKNOWN, WholeMember.UNKNOWN)) {
            boolean whole = children.take(name(mediaType, name), member);
            if (whole && Successive.filledUp(packed)) {
                children.miss("moreFollows");
            }
        }
    }

    /// What it was called before it was packed.
    private String name(String mediaType, String name) throws IOException {
        if (!mediaType.equals(GZIP)) {
            return inner(name);
        }
        try (InputStream packed = new BufferedInputStream(bytes.all())) {
            String told = GzipMember.name(packed);
            return told.isBlank() ? inner(name) : told;
        } catch (EOFException e) {
            return inner(name);
        }
    }

    static boolean one(String mediaType) {
        return KINDS.contains(mediaType) || TIKAS.containsKey(mediaType);
    }

    /// Hands over as much as came before it broke off, beside what is missing.
    ///
    /// @param name the file's own
    void part(String mediaType, String name) throws IOException, SAXException {
        try (InputStream packed = new BufferedInputStream(bytes.all());
                InputStream part = new BufferedInputStream(new UntilBroken(() -> begun(mediaType, packed)))) {
            part.mark(1);
            if (part.read() >= 0) {
                part.reset();
                children.take(inner(name) + PART, part);
            }
        }
    }

    private static InputStream begun(String mediaType, InputStream packed) throws IOException {
        if (mediaType.equals(ZSTANDARD)) {
            return new ZstdInputStream(new ZstdFrames(packed, true));
        }
        String library = TIKAS.get(mediaType);
        if (library == null) {
            return unpacking(mediaType, packed);
        }
        try {
            return new CompressorStreamFactory(true, room()).createCompressorInputStream(library, packed);
        } catch (CompressorException e) {
            throw new IOException(e);
        }
    }

    private static InputStream unpacking(String mediaType, InputStream packed) throws IOException {
        return switch (mediaType) {
            case LZMA -> lzma(packed);
            case LZIP -> new Lzip(packed);
            case LZOP -> new Lzop(packed);
            case LZ4 -> new Lz4Frames(packed);
            case GZIP -> new Successive(packed, GzipMember.MARK, GzipMember::new);
            case BZIP2 -> new Successive(packed, MARK_OF_BZIP2, BZip2CompressorInputStream::new);
            case XZ -> new Successive(packed, MARK_OF_XZ, one -> new SingleXZInputStream(one, room()));
            default -> zstandard(packed);
        };
    }

    static InputStream zstandard(InputStream packed) {
        return new ZstdInputStream(
                new ZstdFrames(packed.markSupported() ? packed : new BufferedInputStream(packed), false));
    }

    private static InputStream lzma(InputStream packed) throws IOException {
        return new LZMAInputStream(packed, room());
    }

    /// Whether bytes of no known format may be the older LZMA, which has no mark: its head allows hardly anything else.
    static boolean lzma(byte[] head) {
        if (head.length < LZMA_HEAD) {
            return false;
        }
        ByteBuffer read = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int properties = read.get() & 0xFF;
        int dictionary = read.getInt();
        long size = read.getLong();
        int rest = dictionary & dictionary - 1;
        boolean usual = dictionary >= 1 << 12 && (rest == 0 || dictionary == rest * 3 / 2 && (rest & rest - 1) == 0);
        return properties < 9 * 5 * 5
                && usual
                && (size == -1 || size >= 0 && size < LONGEST_OF_LZMA)
                // the first byte of what follows is always that
                && read.get() == 0;
    }

    /// @param needed in KiB
    static void requireRoom(int needed) throws IOException {
        if (needed > room()) {
            throw tooLarge();
        }
    }

    /// In KiB.
    private static int room() {
        return (int) (Runtime.getRuntime().maxMemory() / 1024 / 2);
    }

    private static IOException tooLarge() {
        return new IOException("unsupported: a dictionary larger than a worker");
    }

    private static String inner(String name) {
        return name.replaceFirst("(?i)\\.(?:tlz|tzst|tzo|tgz|tbz2?|txz|taz)$", ".tar")
                .replaceFirst("(?i)\\.(?:lz|lzma|zst|lzo|lz4|gz|bz2?|xz|z)$", "");
    }
}
