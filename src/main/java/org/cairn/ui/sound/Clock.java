package org.cairn.ui.sound;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A second of a recording as people read and write it: `12:31`, `1:12:31`.
public final class Clock {

    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{1,4}):)?(?:(\\d{1,2}):)?(\\d{1,5})");

    private Clock() {}

    public static String of(double seconds) {
        long whole = Math.max(0, (long) seconds);
        return whole < 3_600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3_600, whole / 60 % 60, whole % 60);
    }

    /// The second that somebody wrote; nothing where it is none.
    public static Optional<Integer> read(String written) {
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int last = Integer.parseInt(parts.group(3));
        if (parts.group(1) == null) {
            return Optional.of(last);
        }
        int first = Integer.parseInt(parts.group(1));
        return Optional.of(
                parts.group(2) == null
                        ? first * 60 + last
                        : first * 3_600 + Integer.parseInt(parts.group(2)) * 60 + last);
    }
}
