package org.cairn.bundle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The colours of sRGB (IEC 61966-2-1) as an ICC profile of version 2, worked out from their definition.
///
/// Made here rather than taken from the JDK: a profile that comes with a version of Java would change the bytes of a
/// bundle with it, and have terms of its own.
final class SrgbProfile {

    private static final int HEADER = 128;
    private static final int CURVE = 1024;
    private static final String NAME = "sRGB";
    /// The white of the connection space, D50.
    private static final double[] WHITE = {0.9642, 1.0, 0.8249};
    /// The primaries as they appear under it (Bradford's adaptation).
    private static final double[] RED = {0.43607, 0.22249, 0.01392};
    private static final double[] GREEN = {0.38515, 0.71687, 0.09708};
    private static final double[] BLUE = {0.14307, 0.06061, 0.71410};

    private SrgbProfile() {}

    static byte[] bytes() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description());
        tags.put("cprt", text());
        tags.put("wtpt", point(WHITE));
        tags.put("rXYZ", point(RED));
        tags.put("gXYZ", point(GREEN));
        tags.put("bXYZ", point(BLUE));
        tags.put("rTRC", curve());
        int table = HEADER + 4 + 12 * (tags.size() + 2);
        ByteBuffer index = ByteBuffer.allocate(table - HEADER).putInt(tags.size() + 2);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        tags.forEach((name, value) -> {
            int at = table + content.size();
            entry(index, name, at, value.length);
            if (name.equals("rTRC")) {
                entry(index, "gTRC", at, value.length);
                entry(index, "bTRC", at, value.length);
            }
            content.writeBytes(value);
            content.writeBytes(new byte[(4 - value.length % 4) % 4]);
        });
        int size = table + content.size();
        return ByteBuffer.allocate(size)
                .put(header(size))
                .put(index.array())
                .put(content.toByteArray())
                .array();
    }

    private static void entry(ByteBuffer index, String name, int at, int length) {
        index.put(ascii(name)).putInt(at).putInt(length);
    }

    /// ICC.1:2001-04, 6.1: a display's profile from red, green and blue to XYZ.
    private static byte[] header(int size) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.putInt(size)
                .putInt(0)
                .putInt(0x0210_0000)
                .put(ascii("mntr"))
                .put(ascii("RGB "))
                .put(ascii("XYZ "));
        for (int part : new int[] {2026, 1, 1, 0, 0, 0}) {
            header.putShort((short) part);
        }
        header.put(ascii("acsp")).position(68);
        xyz(header, WHITE);
        return header.array();
    }

    private static byte[] description() {
        byte[] name = ascii(NAME + "\0");
        return ByteBuffer.allocate(12 + name.length + 8 + 3 + 67)
                .put(ascii("desc"))
                .putInt(0)
                .putInt(name.length)
                .put(name)
                .array();
    }

    private static byte[] text() {
        return ascii("text\0\0\0\0No rights reserved\0");
    }

    private static byte[] point(double[] place) {
        ByteBuffer point = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        xyz(point, place);
        return point.array();
    }

    private static void xyz(ByteBuffer into, double[] place) {
        for (double part : place) {
            into.putInt((int) Math.round(part * 65536));
        }
    }

    private static byte[] curve() {
        ByteBuffer curve =
                ByteBuffer.allocate(12 + 2 * CURVE).put(ascii("curv")).putInt(0).putInt(CURVE);
        for (int i = 0; i < CURVE; i++) {
            double shown = i / (double) (CURVE - 1);
            double light = shown <= 0.04045 ? shown / 12.92 : StrictMath.pow((shown + 0.055) / 1.055, 2.4);
            curve.putShort((short) Math.round(light * 65535));
        }
        return curve.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
