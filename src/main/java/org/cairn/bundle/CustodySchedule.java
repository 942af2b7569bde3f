package org.cairn.bundle;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Table;
import org.cairn.domain.Acquisition;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;

/// What happened to each exhibit since it came: who had it, when, and by which hashes it is known.
final class CustodySchedule {

    /// Begins with a mark that keeps date before time also among Arabic.
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern(
                    "'\u200E'uuuu-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /// Where naming the source would endanger it.
    private static final Set<String> SHIELDED = Set.of("LEAK", "ANONYMOUS");

    private final Words words;
    private final Flow flow;
    private final CustodyDetails details;

    CustodySchedule(Words words, Flow flow) {
        this.words = words;
        this.flow = flow;
        this.details = new CustodyDetails(words);
    }

    void set(PlannedExhibit exhibit) {
        flow.room(170);
        flow.heading(
                exhibit.mark() + "  " + Titles.of(exhibit.title()),
                Style.serif(11.5f, 16).inBold().spaced(16, 3).asHeading(2));
        flow.table(Looks.known(0.22f, origin(exhibit)));
        flow.table(Looks.known(
                        0.22f,
                        List.of(known("fact.hash", exhibit.content().hash().hex())))
                .withValue(Looks.SMALL_CELL));
        flow.space(2);
        events(exhibit.custody());
    }

    private Table.Row known(String label, String value) {
        return Table.Row.of(words.text(label), value);
    }

    private List<Table.Row> origin(PlannedExhibit exhibit) {
        List<Table.Row> rows = new ArrayList<>();
        rows.add(known("fact.reference", exhibit.reference().toString()));
        Optional<EvidenceItem> described = switch (exhibit.content()) {
            case Content.Document document -> Optional.of(document.item());
            case Content.Thing thing -> Optional.of(thing.item());
            case Content.Statement none -> Optional.empty();
            case Content.MedicalReport none -> Optional.empty();
            case Content.FreeRecord none -> Optional.empty();
        };
        described.ifPresent(item -> {
            rows.add(known("custody.acquired", acquired(item.acquisition())));
            rows.add(known("fact.copy", item.copyStatus().isBlank() ? "" : words.coded("copy", item.copyStatus())));
        });
        return rows;
    }

    /// How and when, and from whom only where that is a pseudonym: as the extract beside the bundle tells it, since
    /// people write names and addresses there.
    private String acquired(Acquisition acquisition) {
        List<String> parts = new ArrayList<>();
        parts.add(words.coded("how", acquisition.how()));
        acquisition.at().ifPresent(at -> parts.add(words.date(at)));
        parts.add(Reference.tryParse(acquisition.source().strip())
                .filter(source -> !SHIELDED.contains(acquisition.how()))
                .map(source -> words.text("custody.source", source))
                .orElse(words.text("custody.sourceWithheld")));
        return words.list(parts);
    }

    private void events(List<CustodyEvent> events) {
        if (events.isEmpty()) {
            flow.paragraph(words.text("custody.none"), Looks.NOTE);
            return;
        }
        flow.table(new Table(
                List.of(
                        new Table.Column(0.10f, Looks.quiet(Looks.SMALL_CELL)),
                        new Table.Column(0.24f, Looks.SMALL_CELL),
                        new Table.Column(0.20f, Looks.SMALL_CELL),
                        new Table.Column(0.16f, Looks.SMALL_CELL),
                        new Table.Column(0.30f, Looks.quiet(Looks.SMALL_CELL))),
                List.of(
                        words.text("custody.line"),
                        words.text("custody.at"),
                        words.text("custody.action"),
                        words.text("custody.actor"),
                        words.text("custody.details")),
                events.stream().map(this::event).toList(),
                true));
    }

    private Table.Row event(CustodyEvent event) {
        return Table.Row.of(
                String.valueOf(event.sequence()),
                CLOCK.format(event.at()),
                words.coded("action", event.action()),
                event.actor(),
                String.join("\n", details.of(event)));
    }
}
