package org.cairn.domain.reading;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which pages of a file are pictures, as far as reading it has told: they have no text, or hardly any.
public final class PagesWithoutText {

    /// A scanner's stamp or a page number is no text of a page.
    private static final int HARDLY_ANY = 20;

    private PagesWithoutText() {}

    /// @param passages what was read of it
    /// @return pages from 1; page 1 alone where nobody counted any
    public static SortedSet<Integer> of(Reading reading, Collection<Passage> passages) {
        boolean pdf = reading.mediaType().equals("application/pdf");
        if (!pdf && !picture(reading) || !read(reading)) {
            return new TreeSet<>();
        }
        Map<Integer, Integer> letters = passages.stream()
                .filter(passage -> passage.unit() == Passage.Unit.PAGE)
                .collect(Collectors.toMap(Passage::ordinal, PagesWithoutText::letters, Integer::sum));
        int least = pdf ? HARDLY_ANY : 1;
        return IntStream.rangeClosed(1, Math.max(1, reading.pages()))
                .filter(page -> letters.getOrDefault(page, 0) < least)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A file that broke off, or is locked, cannot be drawn either.
    private static boolean read(Reading reading) {
        return switch (reading.status()) {
            case COMPLETE, PARTIAL, NO_TEXT -> true;
            case UNREADABLE, ENCRYPTED, EMPTY -> false;
        };
    }

    private static boolean picture(Reading reading) {
        return reading.mediaType().startsWith("image/")
                && (reading.status() == ReadingStatus.NO_TEXT || reading.pages() > 0);
    }

    private static int letters(Passage passage) {
        return (int)
                passage.text().codePoints().filter(Character::isLetterOrDigit).count();
    }
}
