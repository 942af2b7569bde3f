package org.cairn.search;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Protection;
import org.cairn.domain.query.Place;

/// What narrows a search by days and by clearance.
final class Limits {

    /// No date is longer; reading one that is could take all the stack there is.
    private static final int LONGEST_DATE = 100;

    private Limits() {}

    /// The passages that a clearance may see.
    static Query upTo(Protection clearance) {
        return IntPoint.newRangeQuery(Fields.LEVEL, 0, clearance.ordinal());
    }

    /// Passages whose days can overlap the days from one to another.
    static Query overlapping(Optional<LocalDate> from, Optional<LocalDate> to) {
        long last = to.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
        long first = from.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
        return new BooleanQuery.Builder()
                .add(LongPoint.newRangeQuery(Fields.EARLIEST, Long.MIN_VALUE, last), Occur.FILTER)
                .add(LongPoint.newRangeQuery(Fields.LATEST, first, Long.MAX_VALUE), Occur.FILTER)
                .build();
    }

    /// `2014`, `2014..2016`, `2014..`, `..2016`: whatever can have been in those days.
    ///
    /// @param at where in the query it stands
    /// @param said the language of whoever looks, and the day
    static Query days(String text, Place at, Said said) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            FuzzyDate date = date(text, at, said);
            return overlapping(date.earliest(), date.latest());
        }
        String before = text.substring(0, dots).strip();
        String after = text.substring(dots + 2).strip();
        if (before.isEmpty() && after.isEmpty()) {
            throw notADate(at);
        }
        Optional<LocalDate> from =
                before.isEmpty() ? Optional.empty() : date(before, at, said).earliest();
        Optional<LocalDate> to =
                after.isEmpty() ? Optional.empty() : date(after, at, said).latest();
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            // it would find nothing, and a statement would say that there is nothing
            throw QueryReader.misread(at, "turnedDates");
        }
        return overlapping(from, to);
    }

    private static FuzzyDate date(String words, Place at, Said said) {
        if (words.length() > LONGEST_DATE) {
            throw notADate(at);
        }
        return SpokenDates.understand(new Said(words, said.language(), said.on(), said.calendar()))
                .orElseThrow(() -> notADate(at));
    }

    private static ArchiveException notADate(Place at) {
        return QueryReader.misread(at, "notADate");
    }
}
