package org.cairn.drawing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// An invented file of elements without types, which every reader knows.
public final class MedicalFile {

    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";

    private final Map<Integer, byte[]> elements = new TreeMap<>();
    private byte[] fragments = new byte[0];

    public void text(int tag, String value) {
        bytes(tag, (value.length() % 2 == 0 ? value : value + " ").getBytes(StandardCharsets.US_ASCII));
    }

    public void words(int tag, int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        bytes(tag, buffer.array());
    }

    public void bytes(int tag, byte[] value) {
        elements.put(tag, value);
    }

    /// A sequence of one item that holds a table: its descriptor, its entries.
    public void item(int sequence, int descriptor, int count, int first, int bits, int data, int... entries) {
        MedicalFile inner = new MedicalFile();
        inner.words(descriptor, count, first, bits);
        inner.words(data, entries);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        inner.elements.forEach((tag, value) -> element(content, tag, value.length, value));
        ByteArrayOutputStream item = new ByteArrayOutputStream();
        element(item, 0xFFFEE000, content.size(), content.toByteArray());
        bytes(sequence, item.toByteArray());
    }

    public void fragments(byte[] only) {
        elements.remove(0x7FE00010);
        fragments = only;
    }

    public byte[] file() {
        return file(IMPLICIT);
    }

    public byte[] file(String syntax) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        elements.forEach((tag, value) -> element(body, tag, value.length, value));
        if (fragments.length > 0) {
            element(body, 0x7FE00010, -1, new byte[0]);
            element(body, 0xFFFEE000, 0, new byte[0]);
            element(body, 0xFFFEE000, fragments.length, fragments);
            element(body, 0xFFFEE0DD, 0, new byte[0]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head(syntax));
        out.writeBytes(syntax.equals(DEFLATED) ? deflated(body.toByteArray()) : body.toByteArray());
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(9, true))) {
            packed.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static void element(ByteArrayOutputStream to, int tag, int length, byte[] value) {
        ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) (tag >>> 16)).putShort((short) tag).putInt(length);
        to.writeBytes(head.array());
        to.writeBytes(value);
    }

    static byte[] head(String syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[128]);
        out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        byte[] text = (syntax.length() % 2 == 0 ? syntax : syntax + "\0").getBytes(StandardCharsets.US_ASCII);
        out.writeBytes(new byte[] {2, 0, 0x10, 0, 'U', 'I', (byte) text.length, 0});
        out.writeBytes(text);
        return out.toByteArray();
    }
}
