package org.cairn.domain;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The exact place that a hit, a tag, a redaction or a cross-reference holds.
///
/// Written `E-0123 p. 37`, `T-0007 ¶14`, `E-0124 00:12:31`, `T-0007 q. 3`.
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
            if (second < 0 || second > Shape.LAST_SECOND) {
                throw new IllegalArgumentException("a recording begins at second 0 and ends within 9999 hours");
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

    /// An answer to a question that an organisation added, by its place among those of the record, from 1.
    record OfAnswer(Reference reference, int answer) implements Pinpoint {
        public OfAnswer {
            requireFromOne(answer);
        }

        @Override
        public int ordinal() {
            return answer;
        }

        @Override
        public String toString() {
            return reference + " q. " + answer;
        }
    }

    /// Reads a pinpoint as it is written, or nothing when it is none.
    static Optional<Pinpoint> tryParse(String text) {
        Matcher matcher = Shape.WHOLE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Reference.tryParse(matcher.group("reference")).flatMap(reference -> Shape.read(reference, matcher));
    }

    /// Reads a pinpoint as it is written.
    ///
    /// @throws IllegalArgumentException when it is none
    static Pinpoint parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException("not a pinpoint"));
    }

    @Override
    default int compareTo(Pinpoint other) {
        return Shape.ORDER.compare(this, other);
    }

    private static void requireFromOne(int number) {
        if (number < 1 || number > Shape.LAST) {
            throw new IllegalArgumentException("pages and paragraphs count from 1 to 999999999");
        }
    }

    /// How pinpoints are written.
    final class Shape {
        /// As far as the digits go: what is written can be read again.
        private static final int LAST = 999_999_999;
        private static final int LAST_SECOND = 9_999 * 3_600 + 3_599;

        /// Two places are only of the same rank when they are the same place.
        private static final Comparator<Pinpoint> ORDER = Comparator.comparing(Pinpoint::reference)
                .thenComparingInt(Pinpoint::ordinal)
                .thenComparingInt(Shape::rank);
        private static final Pattern WHOLE = Pattern.compile("(?<reference>[A-Za-z]-\\d{1,9})\\s*"
                + "(?:p\\.\\s*(?<page>\\d{1,9})|¶\\s*(?<paragraph>\\d{1,9})|q\\.\\s*(?<answer>\\d{1,9})"
                + "|(?<h>\\d{2,4}):(?<m>[0-5]\\d):(?<s>[0-5]\\d))");

        private Shape() {}

        private static int rank(Pinpoint pinpoint) {
            return switch (pinpoint) {
                case OfPage page -> 0;
                case OfParagraph paragraph -> 1;
                case OfMoment moment -> 2;
                case OfAnswer answer -> 3;
            };
        }

        private static Optional<Pinpoint> read(Reference reference, Matcher matcher) {
            if (matcher.group("page") != null) {
                return counted(matcher.group("page")).map(page -> new OfPage(reference, page));
            }
            if (matcher.group("paragraph") != null) {
                return counted(matcher.group("paragraph")).map(paragraph -> new OfParagraph(reference, paragraph));
            }
            if (matcher.group("answer") != null) {
                return counted(matcher.group("answer")).map(answer -> new OfAnswer(reference, answer));
            }
            int minutes = Integer.parseInt(matcher.group("h")) * 60 + Integer.parseInt(matcher.group("m"));
            return Optional.of(new OfMoment(reference, minutes * 60 + Integer.parseInt(matcher.group("s"))));
        }

        /// Nobody counts pages or paragraphs from 0.
        private static Optional<Integer> counted(String digits) {
            return Optional.of(Integer.valueOf(digits)).filter(number -> number > 0);
        }
    }
}
