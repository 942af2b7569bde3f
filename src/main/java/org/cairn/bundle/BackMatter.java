package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final FolderNames names;
    private final List<RuleResult> notes;

    /// @param notes what was done to pages; those drawn anew for archives are listed below the hashes
    BackMatter(Fonts fonts, Words words, BundlePlan plan, FolderNames names, List<RuleResult> notes) {
        this.notes = List.copyOf(notes);
        this.fonts = fonts;
        this.words = words;
        this.plan = plan;
        this.names = names;
    }

    /// One schedule.
    enum Kind {
        CONSENT(Keys.CONSENT, "consent.title"),
        REDACTIONS(Keys.REDACTIONS, "redactions.title"),
        CUSTODY(Keys.CUSTODY, "custody.title"),
        MANIFEST(Keys.MANIFEST, "manifest.title");

        private final String key;
        private final String title;

        Kind(String key, String title) {
            this.key = key;
            this.title = title;
        }

        /// The place that it can be linked to by.
        String key() {
            return key;
        }

        /// The message that it is called by.
        String title() {
            return title;
        }
    }

    /// The schedules that any version of a bundle has: every version has the same.
    static List<Kind> kinds(List<BundlePlan> versions) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.CUSTODY, Kind.MANIFEST));
        if (versions.stream().flatMap(version -> version.exhibits().stream()).anyMatch(BackMatter::isTakenFrom)) {
            kinds.addFirst(Kind.REDACTIONS);
        }
        if (versions.stream().anyMatch(version -> !version.consents().isEmpty())) {
            kinds.addFirst(Kind.CONSENT);
        }
        return kinds;
    }

    private static boolean isTakenFrom(PlannedExhibit exhibit) {
        return exhibit.withheld().isPresent() || !exhibit.redactions().isEmpty();
    }

    /// Sets one of them.
    Typeset set(Kind kind) {
        return switch (kind) {
            case CONSENT -> consent();
            case REDACTIONS -> redactions();
            case CUSTODY -> custody();
            case MANIFEST -> manifest();
        };
    }

    private Flow begin(String key, String title, String note) {
        Flow flow = new Flow(fonts, Looks.PAGE.on(plan.profile().paper()), words.direction()).anchor(key);
        flow.heading(words.text(title), Looks.HEADING);
        flow.paragraph(words.text(note), Looks.NOTE.spaced(0, 14));
        return flow;
    }

    /// Which uses the witnesses allowed: pseudonyms, scopes and conditions, never names.
    private Typeset consent() {
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

    /// What is taken out of this version, and why: codes and marks, never what it is.
    private Typeset redactions() {
        Flow flow = begin(Keys.REDACTIONS, "redactions.title", "redactions.note");
        List<Table.Row> rows = new ArrayList<>();
        for (PlannedExhibit exhibit : plan.exhibits()) {
            exhibit.withheld()
                    .ifPresent(reason -> rows.add(Looks.linked(
                            Keys.exhibit(exhibit),
                            false,
                            exhibit.mark(),
                            words.text("redactions.whole"),
                            reason,
                            words.coded("redaction-reason", reason))));
        }
        for (PlannedExhibit exhibit : plan.shown()) {
            exhibit.redactions().stream()
                    .map(redaction -> Map.entry(redaction.page(), redaction.reason()))
                    .distinct()
                    .forEach(taken -> rows.add(Looks.linked(
                            Keys.content(exhibit, taken.getKey()),
                            false,
                            exhibit.mark(),
                            words.text("redactions.page", String.valueOf(taken.getKey())),
                            taken.getValue(),
                            words.coded("redaction-reason", taken.getValue()))));
        }
        if (rows.isEmpty()) {
            flow.paragraph(words.text("redactions.none"), Looks.VALUE);
            return flow.finish();
        }
        flow.table(new Table(
                List.of(
                        new Table.Column(0.12f, Looks.CELL),
                        new Table.Column(0.22f, Looks.CELL),
                        new Table.Column(0.26f, Looks.SMALL_CELL),
                        new Table.Column(0.40f, Looks.CELL)),
                List.of(
                        words.text("index.mark"),
                        words.text("redactions.what"),
                        words.text("redactions.code"),
                        words.text("redactions.reason")),
                rows,
                true));
        return flow.finish();
    }

    /// What happened to every exhibit since it came.
    private Typeset custody() {
        Flow flow = begin(Keys.CUSTODY, "custody.title", "custody.note");
        CustodySchedule schedule = new CustodySchedule(words, flow);
        plan.shown().forEach(schedule::set);
        return flow.finish();
    }

    /// Which pages are pictures of themselves: whoever compares them with the originals must know.
    private void drawnAnew(Flow flow) {
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
    private Typeset manifest() {
        Flow flow = begin(Keys.MANIFEST, "manifest.title", "manifest.note");
        List<Table.Row> rows = new ArrayList<>();
        for (PlannedExhibit exhibit : plan.shown()) {
            rows.add(Table.Row.of(
                    exhibit.mark(),
                    names.whereabouts(exhibit, words),
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
        drawnAnew(flow);
        return flow.finish();
    }
}
