package org.cairn.dates;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.DateCalendar;
import org.jspecify.annotations.Nullable;

/// The parts of one date as they were told, in whatever order; another part of a range may lend it what it lacks.
final class Told {

    @Nullable
    Integer year;

    @Nullable
    Integer century;

    @Nullable
    Integer decade;

    @Nullable
    Integer month;
    /// The calendar that the month's name is of; none for one of ours or a number.
    @Nullable
    DateCalendar monthOf;

    boolean monthNamed;
    /// Whether the month is a number with the sign for months.
    boolean monthMarked;

    @Nullable
    Integer season;

    @Nullable
    Integer quarter;

    @Nullable
    Integer half;

    @Nullable
    Integer xun;
    /// Which week of a month; nought for its last.
    @Nullable
    Integer week;

    @Nullable
    Integer day;

    @Nullable
    Integer weekday;

    @Nullable
    String part;

    @Nullable
    String feast;

    @Nullable
    String unit;

    @Nullable
    Integer quantity;

    @Nullable
    Integer sexagenary;

    @Nullable
    Integer animal;

    @Nullable
    DateCalendar era;
    /// An era that says that the year is ours.
    boolean gregorian;
    boolean leap;
    boolean either;
    boolean ago;

    @Nullable
    Integer direction;

    @Nullable
    String relativeUnit;

    int relative;
    boolean about;
    boolean maybe;
    boolean between;
    final Set<Kind> edges = EnumSet.noneOf(Kind.class);
    /// Numbers that only the rest of a date can explain.
    final List<Token> loose = new ArrayList<>();

    /// Whether it says which year, or from which day to reckon.
    boolean hasYear() {
        return year != null
                || century != null
                || decade != null
                || relativeUnit != null
                || direction != null
                || ago
                || sexagenary != null
                || animal != null;
    }

    boolean hasMonth() {
        return month != null || season != null || quarter != null || half != null || feast != null;
    }

    /// Whether it is a time of a year of which nobody says which.
    boolean undated() {
        return !hasYear() && (month != null || season != null || feast != null);
    }

    /// Whether it has a part smaller than a month that needs one.
    boolean withinMonth() {
        return day != null || xun != null || week != null;
    }

    boolean isEmpty() {
        return !hasYear()
                && !hasMonth()
                && !withinMonth()
                && part == null
                && loose.isEmpty()
                && weekday == null
                && quantity == null;
    }

    /// Takes what is missing here from the other end of a range: `between March and May 2014`.
    void borrow(Told other) {
        boolean bare = !hasYear() && !hasMonth();
        if (bare && loose.size() == 1 && other.century != null && other.decade == null) {
            // the 19th and 20th centuries
            century = loose.getFirst().number();
            loose.clear();
        }
        if (bare
                && loose.size() == 1
                && other.decade != null
                && loose.getFirst().number() % 10 == 0) {
            // the 60s or 70s, where the word for it is said once
            decade = loose.getFirst().number();
            loose.clear();
        }
        if (!hasYear()) {
            year = other.year;
            century = other.century;
            decade = other.decade;
            relativeUnit = other.relativeUnit;
            relative = other.relative;
            sexagenary = other.sexagenary;
            if (other.direction != null && other.unit != null) {
                direction = other.direction;
                unit = other.unit;
            }
        }
        lendAgo(other);
        if (!hasMonth() && loose.size() == 1 && other.monthMarked && other.day == null) {
            // 3-5月: the number before the dash is a month too
            month = loose.getFirst().number();
            loose.clear();
        }
        boolean small = withinMonth() || !loose.isEmpty();
        if (!ago && !hasMonth() && (small || bare && part != null)) {
            month = other.month;
            monthOf = other.monthOf;
            monthNamed = other.monthNamed;
            season = other.season;
            leap |= other.leap;
        }
        if (era == null && !gregorian) {
            era = other.era;
            gregorian = other.gregorian;
        }
    }

    /// "One or two years ago": the unit and the word for the past are each said once.
    private void lendAgo(Told other) {
        if (other.ago && quantity != null) {
            ago = true;
        }
        String counted = unit != null ? unit : other.unit;
        if ((ago || other.ago) && quantity == null && loose.size() == 1 && counted != null) {
            ago = true;
            unit = counted;
            quantity = loose.getFirst().number();
            loose.clear();
        }
    }

    /// The calendar it is told in.
    Optional<DateCalendar> calendar() {
        return Optional.ofNullable(era != null ? era : monthOf);
    }
}
