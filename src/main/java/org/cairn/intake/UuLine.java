package org.cairn.intake;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lines of a file that was written out as letters by uuencode, as such files were sent before mail knew attachments.
final class UuLine {

    /// With the rights the file had, and its name.
    private static final Pattern BEGIN = Pattern.compile("begin(-base64)? [0-7]{3,4} (\\S.*)");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");
    /// Some add a letter that is the line's sum, or an empty place.
    private static final int MORE = 2;

    private UuLine() {}

    /// @param name of the file
    /// @param base64 whether it is written with the letters of base64
    record Begin(String name, boolean base64) {

        boolean ends(String line) {
            return base64 ? line.equals("====") : line.strip().equals("end");
        }

        /// Whether this is what follows such a line, so that it was no sentence.
        boolean followedBy(String line) {
            return base64
                    ? line.length() % 4 == 0 && BASE64.matcher(line).matches()
                    : length(line) > 0
                            && line.length() > letters(length(line))
                            && written(line).isPresent();
        }

        /// What the line holds; nothing where it holds nothing of such a file.
        Optional<byte[]> holds(String line) {
            return base64 ? letters(line) : written(line);
        }

        @Override
        public String toString() {
            return "Begin";
        }
    }

    static @Nullable Begin begin(String line) {
        Matcher begin = BEGIN.matcher(line);
        return begin.matches() ? new Begin(FileNames.ofBytes(begin.group(2).strip()), begin.group(1) != null) : null;
    }

    private static Optional<byte[]> letters(String line) {
        try {
            return Optional.of(Base64.getDecoder().decode(line));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// How many bytes a line says it holds.
    private static int length(String line) {
        return line.isEmpty() ? 0 : line.charAt(0) - ' ' & 0x3F;
    }

    private static int letters(int bytes) {
        return (bytes + 2) / 3 * 4;
    }

    /// Empty places at a line's end are lost on the way now and then.
    private static Optional<byte[]> written(String line) {
        int length = length(line);
        int letters = letters(length);
        boolean known = line.chars().allMatch(letter -> letter >= ' ' && letter <= '`');
        if (!known || line.length() > 1 + letters + MORE) {
            return Optional.empty();
        }
        byte[] bytes = new byte[letters / 4 * 3];
        for (int i = 0; i < letters / 4; i++) {
            int four = 0;
            for (int k = 1; k <= 4; k++) {
                int place = i * 4 + k;
                four = four << 6 | (place < line.length() ? line.charAt(place) - ' ' & 0x3F : 0);
            }
            bytes[i * 3] = (byte) (four >> 16);
            bytes[i * 3 + 1] = (byte) (four >> 8);
            bytes[i * 3 + 2] = (byte) four;
        }
        return Optional.of(Arrays.copyOf(bytes, length));
    }
}
