package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.BundleMaking.Schedule;

/// One of the schedules that stand before the exhibits where a draft asks for them: what each has of the others.
///
/// Of an exhibit that is withheld, each says its mark and that it is withheld, whether it would be in it or not.
final class FrontSchedule {

    private static final float MARK = 0.12f;
    private static final float PAGE = 0.11f;

    private final Words words;
    private final BundlePlan plan;
    private final Shape shape;
    private final Flow flow;
    private final Map<String, PlannedExhibit> shown;

    /// @param shape the numbers of the pages, as far as they are known
    FrontSchedule(Fonts fonts, Words words, BundlePlan plan, Shape shape) {
        this.words = words;
        this.plan = plan;
        this.shape = shape;
        this.flow = new Flow(fonts, Looks.PAGE.on(plan.profile().paper()), words.direction());
        this.shown = plan.shown().stream().collect(Collectors.toMap(PlannedExhibit::mark, Function.identity()));
    }

    /// The message that a schedule is called by.
    static String title(Schedule schedule) {
        return switch (schedule) {
            case ELEMENTS -> "elements.title";
            case CHRONOLOGY -> "chronology.title";
            case PERSONS -> "persons.title";
        };
    }

    /// The lines of the index for the schedules of a bundle.
    static List<Entry> entries(BundlePlan plan, Words words) {
        return plan.draft().how().schedules().stream()
                .map(schedule -> Entry.plain(Keys.schedule(schedule), words.text(title(schedule))))
                .toList();
    }

    /// Sets one of them.
    Typeset set(Schedule schedule) {
        flow.anchor(Keys.schedule(schedule));
        flow.heading(words.text(title(schedule)), Looks.HEADING);
        switch (schedule) {
            case ELEMENTS -> new ElementsMatrix(this).set(plan.particulars().elements());
            case CHRONOLOGY ->
                new Chronology(this).set(plan.shown(), plan.particulars().events());
            case PERSONS -> new PersonsList(this).set(plan.particulars().persons());
        }
        withheld();
        return flow.finish();
    }

    Flow flow() {
        return flow;
    }

    Words words() {
        return words;
    }

    void note(String key) {
        flow.paragraph(words.text(key), Looks.NOTE.spaced(0, 14));
    }

    void nothing(String key) {
        flow.paragraph(words.text(key), Looks.VALUE);
    }

    /// What an exhibit that is shown is called.
    String title(String mark) {
        PlannedExhibit exhibit = shown.get(mark);
        return exhibit == null ? "" : Titles.of(exhibit.title());
    }

    /// The number of the page on which an exhibit begins.
    String page(String mark) {
        return shape.page(Keys.exhibit(mark));
    }

    /// A row that leads to an exhibit, and ends with its page.
    Table.Row row(Mention mention, String... cells) {
        List<String> all = new ArrayList<>(List.of(cells));
        all.add(page(mention.mark()));
        return Looks.linked(Keys.exhibit(mention.mark()), false, all.toArray(String[]::new));
    }

    /// A row that leads to the place in an exhibit where the bundle shows it, and to the exhibit where it does not
    /// or is known as a whole; it begins with the mark, and ends with the number of the page.
    Table.Row placed(Mention mention, String... cells) {
        String mark = mention.mark();
        Optional<String> place = mention.at()
                .map(at -> Keys.shown(mark, at))
                .filter(key -> shape.numbers().containsKey(key));
        String key = place.orElse(Keys.exhibit(mark));
        List<String> all = new ArrayList<>(List.of(place.isPresent() ? mention.marked() : mark));
        all.addAll(List.of(cells));
        all.add(shape.page(key));
        return Looks.linked(key, false, all.toArray(String[]::new));
    }

    /// A column of marks.
    static Table.Column marks() {
        return new Table.Column(MARK, Looks.accent(Looks.CELL));
    }

    /// The column of pages, at the end.
    static Table.Column pages() {
        return new Table.Column(PAGE, Looks.right(Looks.CELL));
    }

    private void withheld() {
        List<Table.Row> rows = plan.exhibits().stream()
                .filter(exhibit -> exhibit.withheld().isPresent())
                .map(exhibit -> row(Mention.in(exhibit.mark()), exhibit.mark(), words.text("withheld.title")))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        flow.room(100).heading(words.text("scheduled.withheld"), Looks.SUBHEADING);
        flow.table(new Table(
                List.of(marks(), new Table.Column(1 - MARK - PAGE, Looks.CELL), pages()),
                List.of(words.text("index.mark"), words.text("index.document"), words.text("index.page")),
                rows,
                true));
    }
}
