package org.cairn.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.cairn.domain.PlaceInside;

/// The names of members, whose encoding archives seldom say, and whose paths they may mean harm by.
final class FileNames {

    private static final int LONGEST = 200;
    private static final int LONGEST_PATH = 1_000;
    /// Marks that turn the words after them around, so that a name seems to end as it does not.
    private static final String TURNING = "[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";
    /// What Windows takes for a device, whatever follows it.
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d) *(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /// What the file that is being read is called.
    static String of(Metadata metadata) {
        return Objects.requireNonNullElse(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY), "");
    }

    /// The encoding that most of an archive's names make sense in.
    static Charset encoding(List<byte[]> names) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] name : names) {
            all.writeBytes(name);
            all.write('\n');
        }
        byte[] head = all.size() > TextEncoding.HEAD
                ? Arrays.copyOf(all.toByteArray(), TextEncoding.HEAD)
                : all.toByteArray();
        return TextEncoding.ofText(head).orElse(StandardCharsets.ISO_8859_1);
    }

    /// A name that was read byte by byte.
    static String ofBytes(String bytewise) {
        if (bytewise.chars().allMatch(letter -> letter < 0x80)
                || bytewise.chars().anyMatch(letter -> letter > 0xFF)) {
            return bytewise;
        }
        byte[] raw = bytewise.getBytes(StandardCharsets.ISO_8859_1);
        return new String(raw, encoding(List.of(raw)));
    }

    /// The way to a member as its archive has it, where that is more than a name.
    static Optional<PlaceInside> place(String name) {
        String path = path(name);
        return path.isBlank() || path.equals(safe(name)) ? Optional.empty() : Optional.of(new PlaceInside(path));
    }

    /// A way as it may be shown: nothing in it turns the words around or cannot be seen.
    static String path(String raw) {
        String plain = CleanText.of(raw.replace('\\', '/').replaceAll("\\p{Cntrl}", "_"))
                .replaceAll(TURNING, "");
        int beyond = plain.length() - LONGEST_PATH;
        return beyond <= 0 ? plain : CleanText.of("…" + plain.substring(beyond));
    }

    /// The last part of a name, without anything that a path could be made of.
    static String safe(String name) {
        String unified = name.replace('\\', '/').replaceAll("/+$", "");
        String last = unified.substring(unified.lastIndexOf('/') + 1);
        String plain =
                CleanText.of(last.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_")).replaceAll(TURNING, "");
        if (plain.isBlank() || plain.matches("\\.+")) {
            return "unnamed";
        }
        String kept = plain.length() > LONGEST ? CleanText.of(plain.substring(plain.length() - LONGEST)) : plain;
        return DEVICE.matcher(kept).matches() ? "_" + kept : kept;
    }
}
