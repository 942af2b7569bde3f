package org.cairn.domain;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The exact place that a hit, a tag, a redaction or a cross-reference holds.
///
/// Written `E-0123 p. 37`, `T-0007 ¶14`, `E-0124 00:12:31`.
public sealed interface Pinpoint extends Comparable<Pinpoint> {

    /// The record the place is in.
    Reference reference();

    /// The place's order within its record: page, paragraph or second.
    int ordinal();

    /// A page of a document, from 1.
    record OfPage(Reference reference, int page) implements Pinpoint {
        public OfPage {
            requireFromOne(page);
        }

        @Override
        public int ordinal() {
            return page;
        }

        @Override
        public String toString() {
            return reference + " p. " + page;
        }
    }

    /// A numbered paragraph of a statement, or a part of a document without pages, from 1.
    record OfParagraph(Reference reference, int paragraph) implements Pinpoint {
        public OfParagraph {
            requireFromOne(paragraph);
        }

        @Override
        public int ordinal() {
            return paragraph;
        }

        @Override
        public String toString() {
            return reference + " ¶" + paragraph;
        }
    }

    /// A second of a recording, from 0.
    record OfMoment(Reference reference, int second) implements Pinpoint {
        public OfMoment {
            if (second < 0) {
                throw new IllegalArgumentException("a recording begins at second 0");
            }
        }

        @Override
        public int ordinal() {
            return second;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%s %02d:%02d:%02d", reference, second / 3600, second / 60 % 60, second % 60);
        }
    }

    /// Reads a pinpoint as it is written, or nothing when it is none.
    static Optional<Pinpoint> tryParse(String text) {
        Matcher matcher = Shape.WHOLE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Reference.tryParse(matcher.group("reference")).map(reference -> Shape.read(reference, matcher));
    }

    /// Reads a pinpoint as it is written.
    ///
    /// @throws IllegalArgumentException when it is none
    static Pinpoint parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException("not a pinpoint"));
    }

    @Override
    default int compareTo(Pinpoint other) {
        return Comparator.comparing(Pinpoint::reference)
                .thenComparingInt(Pinpoint::ordinal)
                .compare(this, other);
    }

    private static void requireFromOne(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("pages and paragraphs count from 1");
        }
    }

    /// How pinpoints are written.
    final class Shape {
        private static final Pattern WHOLE = Pattern.compile("(?<reference>[A-Za-z]-\\d{1,9})\\s*"
                + "(?:p\\.\\s*(?<page>\\d{1,9})|¶\\s*(?<paragraph>\\d{1,9})"
                + "|(?<h>\\d{2,4}):(?<m>[0-5]\\d):(?<s>[0-5]\\d))");

        private Shape() {}

        private static Pinpoint read(Reference reference, Matcher matcher) {
            if (matcher.group("page") != null) {
                return new OfPage(reference, Integer.parseInt(matcher.group("page")));
            }
            if (matcher.group("paragraph") != null) {
                return new OfParagraph(reference, Integer.parseInt(matcher.group("paragraph")));
            }
            int minutes = Integer.parseInt(matcher.group("h")) * 60 + Integer.parseInt(matcher.group("m"));
            return new OfMoment(reference, minutes * 60 + Integer.parseInt(matcher.group("s")));
        }
    }
}
