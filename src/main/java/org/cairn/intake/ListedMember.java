package org.cairn.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A line of an archive's table of contents, as 7-Zip tells it.
///
/// @param path where it lies
/// @param size how many bytes it has, or [WholeMember#UNKNOWN]
/// @param checksum its CRC-32, or [WholeMember#UNKNOWN]
/// @param locked whether it needs a password
record ListedMember(String path, long size, long checksum, boolean locked) {

    /// A link has nothing to keep.
    private static final List<String> LINKS = List.of("Symbolic Link", "Hard Link");
    private static final int MOST = 1_000_000;
    private static final int LONGEST_LINE = 64 * 1024;

    /// Reads the whole table; folders and links are left out.
    static List<ListedMember> of(BufferedReader lines) throws IOException {
        List<ListedMember> members = new ArrayList<>();
        Map<String, String> told = new HashMap<>();
        String line = lines.readLine();
        while (line != null) {
            int equals = line.indexOf(" = ");
            if (line.isBlank()) {
                end(told, members);
            } else if (equals > 0 && line.length() < LONGEST_LINE) {
                told.putIfAbsent(line.substring(0, equals), line.substring(equals + 3));
            }
            line = lines.readLine();
        }
        end(told, members);
        return members;
    }

    private static void end(Map<String, String> told, List<ListedMember> members) throws IOException {
        String path = told.getOrDefault("Path", "");
        boolean folder = told.getOrDefault("Folder", "").equals("+")
                || told.getOrDefault("Attributes", "").startsWith("D");
        boolean link =
                LINKS.stream().anyMatch(key -> !told.getOrDefault(key, "").isBlank());
        if (!path.isEmpty() && !folder && !link) {
            members.add(new ListedMember(
                    path,
                    number(told.getOrDefault("Size", ""), 10),
                    number(told.getOrDefault("CRC", ""), 16),
                    told.getOrDefault("Encrypted", "").equals("+")));
        }
        told.clear();
        if (members.size() > MOST) {
            throw new IOException("endless");
        }
    }

    private static long number(String written, int base) {
        try {
            return written.isBlank() ? WholeMember.UNKNOWN : Long.parseUnsignedLong(written.strip(), base);
        } catch (NumberFormatException e) {
            return WholeMember.UNKNOWN;
        }
    }

    @Override
    public String toString() {
        return "ListedMember";
    }
}
