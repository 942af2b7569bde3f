package org.cairn.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The tables of a ZIP file as ODK Central exports it: submissions, and a table for each repeat. Read in memory alone.
public final class ZippedTables {

    private static final int MOST_ENTRIES = 20_000;

    private ZippedTables() {}

    /// Whether bytes are a ZIP file.
    public static boolean isZip(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /// The tables by their names, without folders; none where it holds other things.
    ///
    /// @throws Unreadable when it is damaged, or more comes out of it than can be meant
    public static Map<String, byte[]> read(byte[] bytes) throws Unreadable {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        long left = Xml.MOST_BYTES;
        int entries = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new Unreadable("tooLarge");
                }
                String name = entry.getName().replace('\\', '/').replaceFirst(".*/", "");
                if (!entry.isDirectory()
                        && name.toLowerCase(java.util.Locale.ROOT).endsWith(".csv")) {
                    byte[] table = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, left + 1));
                    left -= table.length;
                    if (left < 0) {
                        throw new Unreadable("tooLarge");
                    }
                    tables.putIfAbsent(name, table);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("notATable");
        }
        return tables;
    }
}
