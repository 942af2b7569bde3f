package org.cairn.bundle;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.Acquisition;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.custody.CustodyEvent;

/// The schedules after the exhibits: consent and protection, custody, and the hashes of everything.
final class BackMatter {

    /// Begins with a mark that keeps date before time also among Arabic.
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern(
                    "'\u200E'uuuu-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /// Where naming the source would endanger it.
    private static final Set<String> SHIELDED = Set.of("LEAK", "ANONYMOUS");

    private final Fonts fonts;
    private final Words words;
    private final BundlePlan plan;

    BackMatter(Fonts fonts, Words words, BundlePlan plan) {
        this.fonts = fonts;
        this.words = words;
        this.plan = plan;
    }

    private Flow begin(String key, String title, String note) {
        Flow flow = new Flow(fonts, Looks.PAGE.on(plan.profile().paper()), words.direction()).anchor(key);
        flow.heading(words.text(title), Looks.HEADING);
        flow.paragraph(words.text(note), Looks.NOTE.spaced(0, 14));
        return flow;
    }

    /// Which uses the witnesses allowed: pseudonyms, scopes and conditions, never names.
    Typeset consent() {
        Flow flow = begin(Keys.CONSENT, "consent.title", "consent.note");
        List<Table.Row> rows = plan.consents().stream().map(this::consent).toList();
        flow.table(new Table(
                List.of(
                        new Table.Column(0.12f, Looks.CELL),
                        new Table.Column(0.10f, Looks.CELL),
                        new Table.Column(0.22f, Looks.CELL),
                        new Table.Column(0.16f, Looks.CELL),
                        new Table.Column(0.24f, Looks.CELL),
                        new Table.Column(0.22f, Looks.quiet(Looks.CELL))),
                List.of(
                        words.text("consent.statement"),
                        words.text("consent.witness"),
                        words.text("consent.scope"),
                        words.text("consent.decision"),
                        words.text("consent.givenOn"),
                        words.text("consent.conditions")),
                rows,
                true));
        flow.space(14)
                .paragraph(
                        words.text(
                                "protection.note",
                                words.coded(
                                        "protection",
                                        plan.draft().confidentiality().name())),
                        Looks.NOTE);
        return flow.finish();
    }

    private Table.Row consent(ConsentLine line) {
        List<String> conditions = new ArrayList<>();
        line.conditions().forEach(condition -> conditions.add(words.coded("condition", condition)));
        line.expires().ifPresent(last -> conditions.add(words.text("consent.until", words.date(last))));
        return Table.Row.of(
                line.statement().toString(),
                line.pseudonym(),
                words.coded("scope", line.scope()),
                words.coded("decision", line.decision().name()),
                words.date(line.givenOn()) + "\n"
                        + words.coded("mode", line.mode().name()),
                conditions.isEmpty() ? "–" : words.list(conditions));
    }

    /// What happened to every exhibit since it came.
    Typeset custody() {
        Flow flow = begin(Keys.CUSTODY, "custody.title", "custody.note");
        for (PlannedExhibit exhibit : plan.exhibits()) {
            flow.room(170);
            flow.heading(
                    exhibit.mark() + "  " + Titles.of(exhibit.title()),
                    Style.serif(11.5f, 16).inBold().spaced(16, 3));
            flow.table(Looks.known(0.22f, origin(exhibit)));
            flow.table(Looks.known(
                            0.22f,
                            List.of(known("fact.hash", exhibit.content().hash().hex())))
                    .withValue(Looks.SMALL_CELL));
            flow.space(2);
            events(flow, exhibit.custody());
        }
        return flow.finish();
    }

    private Table.Row known(String label, String value) {
        return Table.Row.of(words.text(label), value);
    }

    private List<Table.Row> origin(PlannedExhibit exhibit) {
        List<Table.Row> rows = new ArrayList<>();
        rows.add(known("fact.reference", exhibit.reference().toString()));
        if (exhibit.content() instanceof Content.Document document) {
            EvidenceItem item = document.item();
            rows.add(known("custody.acquired", acquired(item.acquisition())));
            rows.add(known("fact.copy", item.copyStatus().isBlank() ? "" : words.coded("copy", item.copyStatus())));
        }
        return rows;
    }

    private String acquired(Acquisition acquisition) {
        List<String> parts = new ArrayList<>();
        parts.add(words.coded("how", acquisition.how()));
        if (!acquisition.by().isBlank()) {
            parts.add(words.text("custody.by", acquisition.by()));
        }
        acquisition.at().ifPresent(at -> parts.add(words.date(at)));
        parts.add(
                SHIELDED.contains(acquisition.how())
                        ? words.text("custody.sourceWithheld")
                        : words.text("custody.source", Titles.of(acquisition.source())));
        return words.list(parts);
    }

    private void events(Flow flow, List<CustodyEvent> events) {
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
        List<String> details = new ArrayList<>();
        event.details()
                .forEach((name, value) -> details.add(words.coded("detail", name) + ": "
                        + (value.length() > 40 ? value.substring(0, 16) + "…" : value)));
        return Table.Row.of(
                String.valueOf(event.sequence()),
                CLOCK.format(event.at()),
                words.coded("action", event.action()),
                event.actor(),
                String.join("\n", details));
    }

    /// The hash of every exhibit, with the name of its file in the folder beside the bundle.
    Typeset manifest(FolderNames names) {
        Flow flow = begin(Keys.MANIFEST, "manifest.title", "manifest.note");
        List<Table.Row> rows = new ArrayList<>();
        for (PlannedExhibit exhibit : plan.exhibits()) {
            rows.add(Table.Row.of(
                    exhibit.mark(),
                    exhibit.content() instanceof Content.Document
                            ? names.original(exhibit)
                            : words.text("manifest.statement"),
                    exhibit.content().hash().hex()));
        }
        flow.table(new Table(
                List.of(
                        new Table.Column(0.09f, Looks.SMALL_CELL),
                        new Table.Column(0.26f, Looks.SMALL_CELL),
                        new Table.Column(0.65f, Looks.SMALL_CELL)),
                List.of(words.text("index.mark"), words.text("manifest.file"), words.text("fact.hash")),
                rows,
                true));
        return flow.finish();
    }
}
