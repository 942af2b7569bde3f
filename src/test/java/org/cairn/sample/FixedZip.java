package org.cairn.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// ZIP files that come out the same on any day.
final class FixedZip {
    private static final LocalDateTime DAY = LocalDateTime.of(2025, 1, 1, 0, 0);

    private FixedZip() {}

    /// The same members, all of one day.
    static byte[] again(byte[] zip) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                members.put(entry.getName(), in.readAllBytes());
            }
        }
        return of(members);
    }

    /// Members in order; one called `mimetype` is stored as it is, as OpenDocument asks.
    static byte[] of(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                out.putNextEntry(entry(member.getKey(), member.getValue()));
                out.write(member.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(DAY);
        if (name.equals("mimetype")) {
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
        }
        return entry;
    }
}
