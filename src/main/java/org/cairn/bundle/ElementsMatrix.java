package org.cairn.bundle;

import java.util.List;
import org.cairn.bundle.Particulars.Bearer;
import org.cairn.bundle.Particulars.LinkedElement;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Table;

/// Which exhibits are linked to which element of which crime.
final class ElementsMatrix {

    private static final Style ELEMENT =
            Style.serif(11.5f, 16).inBold().spaced(16, 2).asHeading(2);

    /// Wide enough for any mark with its place: a row is as high whether its place is shown or not, so that
    /// all versions have the same pages.
    private static final float PLACE = 0.21f;

    private static final float BEARING = 0.17f;

    /// Keeps an article and its paragraphs in their order also among Arabic.
    private static final String LEFT_TO_RIGHT = "\u200E";

    private final FrontSchedule schedule;
    private final Words words;
    private final Flow flow;

    ElementsMatrix(FrontSchedule schedule) {
        this.schedule = schedule;
        this.words = schedule.words();
        this.flow = schedule.flow();
    }

    void set(List<LinkedElement> elements) {
        schedule.note("elements.note");
        if (elements.isEmpty()) {
            schedule.nothing("elements.none");
        }
        elements.forEach(this::element);
    }

    private void element(LinkedElement element) {
        flow.room(120);
        flow.heading(name(element) + " (" + element.code() + ")", ELEMENT);
        flow.paragraph(source(element), Looks.NOTE.spaced(0, 4));
        flow.table(new Table(
                List.of(
                        new Table.Column(PLACE, Looks.accent(Looks.CELL)),
                        new Table.Column(BEARING, Looks.CELL),
                        new Table.Column(0.89f - PLACE - BEARING, Looks.CELL),
                        FrontSchedule.pages()),
                List.of(
                        words.text("elements.place"),
                        words.text("elements.bearing"),
                        words.text("index.document"),
                        words.text("index.page")),
                element.exhibits().stream().map(this::row).toList(),
                true));
    }

    private Table.Row row(Bearer bearer) {
        String way = bearer.bearing()
                .map(bearing -> words.coded("bearing", bearing.name()))
                .orElse(words.text("elements.unsaid"));
        return schedule.placed(
                bearer.mention(), way, schedule.title(bearer.mention().mark()));
    }

    private String name(LinkedElement element) {
        String name = words.coded("element", element.code());
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(words.locale()) + name.substring(first);
    }

    private String source(LinkedElement element) {
        String citation = element.citation().replace(",", ", ");
        boolean among = words.direction().rightToLeft();
        String where = words.text(
                "instrument." + element.instrument(), among ? LEFT_TO_RIGHT + citation + LEFT_TO_RIGHT : citation);
        return element.reviewed() ? where : where + " · " + words.text("elements.unchecked");
    }
}
