package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;

/// What a medical picture says of itself in its first lines: what kind of picture it is, when and where it was taken.
///
/// Who the patient is, is identity material and is left where it is, in the sealed file: names, numbers and dates of
/// birth are in a group of their own, which is walked over, and descriptions in free words are not told either, since
/// people put names there.
final class Dicom {

    private static final int HEAD = 256 * 1024;
    private static final int PREAMBLE = 128;
    private static final int IDENTIFYING = 0x0008;
    private static final int PICTURE = 0x0028;
    private static final int META = 0x0002;
    private static final Set<String> LONG_LENGTH =
            Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    private static final Map<Integer, String> TOLD = Map.of(
            0x00080020, "dicom:studyDate",
            0x00080060, "dicom:modality",
            0x00080070, "dicom:manufacturer",
            0x00080080, "dicom:institution",
            0x00180015, "dicom:bodyPart",
            0x00280008, "dicom:frames");

    /// Numbers of two bytes.
    private static final Map<Integer, String> COUNTED = Map.of(0x00280010, "dicom:rows", 0x00280011, "dicom:columns");

    private final ByteBuffer head;
    private boolean explicit;

    private Dicom(byte[] head) {
        this.head = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Whether bytes of no known format are a medical picture without the usual first lines.
    static boolean bare(byte[] head) {
        if (head.length < 8) {
            return false;
        }
        boolean little = head[0] == 8 && head[1] == 0 && head[3] == 0 && (head[2] == 0 || head[2] == 5 || head[2] == 8);
        boolean big = head[0] == 0 && head[1] == 8 && head[2] == 0 && (head[3] == 0 || head[3] == 5 || head[3] == 8);
        boolean typed = Character.isUpperCase(head[4]) && Character.isUpperCase(head[5]);
        boolean untyped = little && head[4] < 64 && head[5] == 0 && head[6] == 0 && head[7] == 0;
        return (little || big) && typed || untyped;
    }

    static void about(IncomingBytes bytes, Metadata metadata) {
        try (InputStream in = bytes.open()) {
            new Dicom(in.readNBytes(HEAD)).tell(metadata);
        } catch (IOException | RuntimeException e) {
            // what it said until there stands: it is a medical picture all the same
        }
    }

    private void tell(Metadata metadata) {
        boolean framed = head.limit() > PREAMBLE + 4 && head.get(PREAMBLE) == 'D' && head.get(PREAMBLE + 1) == 'I';
        head.position(framed ? PREAMBLE + 4 : 0);
        while (head.remaining() >= 8) {
            int group = head.getShort(head.position()) & 0xFFFF;
            if (group > 0xFF && group == IDENTIFYING << 8) {
                head.order(ByteOrder.BIG_ENDIAN);
                group = IDENTIFYING;
            }
            if (group > PICTURE) {
                return;
            }
            explicit = Character.isUpperCase(head.get(head.position() + 4))
                    && Character.isUpperCase(head.get(head.position() + 5))
                    && (group != META || framed);
            element(metadata);
        }
    }

    private void element(Metadata metadata) {
        int tag = (head.getShort() & 0xFFFF) << 16 | head.getShort() & 0xFFFF;
        int length = length();
        if (length < 0 || length > head.remaining()) {
            // a sequence without a length, or the end of what is looked at
            head.position(head.limit());
            return;
        }
        byte[] value = new byte[length];
        head.get(value);
        if (COUNTED.containsKey(tag) && length == 2) {
            int count = ByteBuffer.wrap(value).order(head.order()).getShort() & 0xFFFF;
            metadata.set(COUNTED.get(tag), String.valueOf(count));
        }
        if (TOLD.containsKey(tag)) {
            metadata.set(
                    TOLD.get(tag),
                    new String(value, StandardCharsets.UTF_8).replace('\0', ' ').strip());
        }
    }

    private int length() {
        if (!explicit) {
            return head.getInt();
        }
        byte[] type = new byte[2];
        head.get(type);
        if (LONG_LENGTH.contains(new String(type, StandardCharsets.US_ASCII))) {
            head.getShort();
            return head.getInt();
        }
        return head.getShort() & 0xFFFF;
    }
}
