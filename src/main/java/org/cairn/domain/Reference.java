package org.cairn.domain;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a record is called for good: `T-0007`, `E-0123`, `W-0003`.
///
/// @param kind what it is
/// @param number from 1, given once and never again
public record Reference(RecordKind kind, int number) implements Comparable<Reference> {

    private static final Pattern SHAPE = Pattern.compile("([A-Z])-(\\d{1,9})");
    /// As far as nine digits go: what is written can be read again.
    private static final int LAST = 999_999_999;
    private static final Comparator<Reference> ORDER =
            Comparator.comparing(Reference::kind).thenComparingInt(Reference::number);

    public Reference {
        if (number < 1 || number > LAST) {
            throw new IllegalArgumentException("a reference counts from 1 to 999999999");
        }
    }

    /// Reads a reference as people write it.
    ///
    /// @throws IllegalArgumentException when it is none
    public static Reference parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException("not a reference"));
    }

    /// Reads a reference as people write it, in any case, or nothing when it is none.
    public static Optional<Reference> tryParse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) < 1) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(2));
        return RecordKind.ofLetter(matcher.group(1)).map(kind -> new Reference(kind, number));
    }

    @Override
    public int compareTo(Reference other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        // Latin digits whatever the machine's language is: it is a name, and the ledger and other machines know it so
        return String.format(Locale.ROOT, "%s-%04d", kind.letter(), number);
    }
}
