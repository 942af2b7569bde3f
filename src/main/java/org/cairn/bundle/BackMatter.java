package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.served.RuleResult;

/// The schedules after the exhibits: consent and protection, custody, and the hashes of everything.
final class BackMatter {

    private static final String DRAWN_ANEW = "insert.drawnForArchive";

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
        CustodySchedule schedule = new CustodySchedule(words, flow);
        plan.exhibits().forEach(schedule::set);
        return flow.finish();
    }

    /// Which pages are pictures of themselves: whoever compares them with the originals must know.
    private void drawnAnew(Flow flow, List<RuleResult> notes) {
        List<Table.Row> rows = notes.stream()
                .filter(note -> note.code().equals(DRAWN_ANEW))
                .map(note -> Table.Row.of(
                        note.arguments().getFirst(), note.arguments().getLast()))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        flow.room(120);
        flow.heading(words.text("archival.title"), Looks.SUBHEADING);
        flow.paragraph(words.text("archival.note"), Looks.NOTE);
        flow.table(new Table(
                List.of(new Table.Column(0.2f, Looks.CELL), new Table.Column(0.8f, Looks.CELL)),
                List.of(words.text("index.mark"), words.text("archival.pages")),
                rows,
                true));
    }

    /// The hash of every exhibit, with the name of its file in the folder beside the bundle.
    ///
    /// @param notes what was done to pages; those drawn anew for archives are listed below
    Typeset manifest(FolderNames names, List<RuleResult> notes) {
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
        drawnAnew(flow, notes);
        return flow.finish();
    }
}
