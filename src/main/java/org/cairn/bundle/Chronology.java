package org.cairn.bundle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.bundle.Particulars.Happening;
import org.cairn.bundle.typeset.Table;
import org.cairn.domain.FuzzyDate;

/// Exhibits and events by their dates; what has none is counted, and not left out without a word.
final class Chronology {

    private static final Comparator<Dated> ORDER =
            Comparator.comparing((Dated dated) -> day(dated.date())).thenComparing(dated -> last(dated.date()));

    private final FrontSchedule schedule;
    private final Words words;

    Chronology(FrontSchedule schedule) {
        this.schedule = schedule;
        this.words = schedule.words();
    }

    /// @param title what is dated
    private record Dated(FuzzyDate date, String title, List<Mention> toldIn) {
        @Override
        public String toString() {
            return "Dated";
        }
    }

    void set(List<PlannedExhibit> exhibits, List<Happening> events) {
        schedule.note("chronology.note");
        List<Table.Row> rows = Stream.concat(
                        exhibits.stream().flatMap(exhibit -> of(exhibit).stream()),
                        events.stream().map(this::of))
                .filter(dated -> orderable(dated.date()))
                .sorted(ORDER)
                .flatMap(dated -> rows(dated).stream())
                .toList();
        if (rows.isEmpty()) {
            schedule.nothing("chronology.none");
        } else {
            schedule.flow().table(table(rows));
        }
        undated(exhibits);
    }

    private Table table(List<Table.Row> rows) {
        return new Table(
                List.of(
                        new Table.Column(0.25f, Looks.quiet(Looks.CELL)),
                        FrontSchedule.marks(),
                        new Table.Column(0.52f, Looks.CELL),
                        FrontSchedule.pages()),
                List.of(
                        words.text("index.date"),
                        words.text("index.mark"),
                        words.text("index.document"),
                        words.text("index.page")),
                rows,
                true);
    }

    /// One row for each exhibit that tells of it; all but the first without saying it again.
    private List<Table.Row> rows(Dated dated) {
        List<Table.Row> rows = new ArrayList<>();
        for (Mention mention : dated.toldIn()) {
            boolean first = rows.isEmpty();
            rows.add(schedule.row(
                    mention, first ? words.date(dated.date()) : "", mention.marked(), first ? dated.title() : "″"));
        }
        return rows;
    }

    private Optional<Dated> of(PlannedExhibit exhibit) {
        return exhibit.content()
                .date()
                .map(date -> new Dated(date, Titles.of(exhibit.title()), List.of(Mention.in(exhibit.mark()))));
    }

    private Dated of(Happening event) {
        return new Dated(event.date(), words.text("chronology.event", Titles.of(event.title())), event.toldIn());
    }

    private void undated(List<PlannedExhibit> exhibits) {
        List<String> undated = exhibits.stream()
                .filter(exhibit ->
                        exhibit.content().date().filter(Chronology::orderable).isEmpty())
                .map(PlannedExhibit::mark)
                .toList();
        if (!undated.isEmpty()) {
            schedule.flow()
                    .space(12)
                    .paragraph(
                            words.text("chronology.undated", String.valueOf(undated.size()), words.list(undated)),
                            Looks.NOTE);
        }
    }

    private static boolean orderable(FuzzyDate date) {
        return date.earliest().or(date::latest).isPresent();
    }

    /// What can be any day up to one stands there.
    private static LocalDate day(FuzzyDate date) {
        return date.earliest().or(date::latest).orElse(LocalDate.MAX);
    }

    private static LocalDate last(FuzzyDate date) {
        return date.latest().orElse(LocalDate.MAX);
    }
}
