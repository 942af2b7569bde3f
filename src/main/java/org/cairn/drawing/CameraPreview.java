package org.cairn.drawing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// The picture that a camera or telephone laid into a file whose own picture cannot be drawn here: raw files (TIFF 6.0
/// with what each maker added, RAF, CR3), HEIC and AVIF. It is a JPEG, mostly as the camera showed it.
final class CameraPreview {

    private static final Set<String> BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "mif2", "msf1", "avif", "avis", "crx ");
    private static final Set<String> MAKERS = Set.of("FUJI", "IIRO", "IIRS", "MMOR", "IIU\u0000");

    private static final int MAKE = 0x010f;
    private static final int INNER = 0x014a;
    private static final int DNG = 0xc612;
    private static final int ENTRY = 12;

    private CameraPreview() {}

    /// Whether it is a file that only holds its picture in a way that is not drawn here: by its first bytes.
    static boolean needed(byte[] head) {
        String first = new String(head, 0, Math.min(head.length, 12), StandardCharsets.ISO_8859_1);
        boolean boxes = first.length() == 12 && first.startsWith("ftyp", 4) && BRANDS.contains(first.substring(8));
        return boxes || first.length() >= 4 && MAKERS.contains(first.substring(0, 4)) || raw(head);
    }

    /// A TIFF of a camera, whose first picture is a stamp: it says who made it, and that more lies inside.
    private static boolean raw(byte[] head) {
        if (head.length > 10 && head[8] == 'C' && head[9] == 'R' && tiff(head).isPresent()) {
            return true;
        }
        return entry(head, DNG).isPresent()
                || entry(head, MAKE).isPresent() && entry(head, INNER).isPresent();
    }

    /// How a camera was held, as a raw file says at its head, in quarters to the right.
    static int turn(byte[] head) {
        return entry(head, ExifTurn.ORIENTATION)
                .map(place -> ExifTurn.quarters(ordered(head).getShort(place + 8)))
                .orElse(0);
    }

    private static Optional<Integer> entry(byte[] head, int tag) {
        try {
            Optional<Integer> directory = tiff(head);
            if (directory.isEmpty()) {
                return Optional.empty();
            }
            ByteBuffer in = ordered(head);
            int entries = in.getShort(directory.get()) & 0xffff;
            for (int i = 0; i < entries; i++) {
                int place = directory.get() + 2 + i * ENTRY;
                if ((in.getShort(place) & 0xffff) == tag) {
                    return Optional.of(place);
                }
            }
            return Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> tiff(byte[] head) {
        if (head.length < 16 || head[0] != head[1] || head[0] != 'I' && head[0] != 'M') {
            return Optional.empty();
        }
        ByteBuffer in = ordered(head);
        int directory = in.getInt(4);
        return in.getShort(2) == 42 && directory > 0 && directory < head.length
                ? Optional.of(directory)
                : Optional.empty();
    }

    private static ByteBuffer ordered(byte[] head) {
        return ByteBuffer.wrap(head).order(head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /// The largest picture that lies in the file as a JPEG.
    static Optional<byte[]> of(PipedBytes bytes) throws IOException {
        return new InnerJpegs(bytes).largest();
    }
}
