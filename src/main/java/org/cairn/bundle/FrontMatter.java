package org.cairn.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleVersion;

/// What stands before the exhibits of a bundle: cover, index, and the schedules that were asked for.
final class FrontMatter {

    private static final Style DATE = Style.sans(8.5f, 13).in(Style.Ink.QUIET);

    private final Fonts fonts;
    private final Words words;
    private final BundlePlan plan;
    private final BundleDraft draft;

    FrontMatter(Fonts fonts, Words words, BundlePlan plan) {
        this.fonts = fonts;
        this.words = words;
        this.plan = plan;
        this.draft = plan.draft();
    }

    private Flow flow() {
        return new Flow(fonts, Looks.PAGE.on(plan.profile().paper()), words.direction());
    }

    /// Cover, what changed since the bundle before where there is one, index, and the schedules that were asked for.
    ///
    /// They are set twice: once to know how many pages each takes, then with the numbers that follow from that.
    ///
    /// @param volume the one that they are for
    List<Typeset> parts(Shape shape, Shape.Volume volume) {
        Map<String, Integer> numbers = new HashMap<>();
        int page = volume.firstPage();
        for (Typeset part : set(shape, volume)) {
            for (String key : part.anchors().keySet()) {
                numbers.put(key, page + part.pages().indexOf(part.anchors().get(key)));
            }
            page += part.pages().size();
        }
        return set(shape.knowing(numbers), volume);
    }

    private List<Typeset> set(Shape shape, Shape.Volume volume) {
        boolean first = volume.equals(shape.volumes().getFirst());
        List<Typeset> parts = new ArrayList<>();
        parts.add(cover(shape, volume));
        if (first) {
            plan.edition().before().ifPresent(before -> parts.add(changes(before, shape)));
        }
        parts.add(index(shape, volume));
        if (first) {
            draft.how()
                    .schedules()
                    .forEach(schedule -> parts.add(new FrontSchedule(fonts, words, plan, shape).set(schedule)));
        }
        return parts;
    }

    /// A page that only keeps the numbers of the others the same in every version.
    Typeset blank() {
        Flow flow = flow();
        flow.down(300).paragraph(words.text("blank.note"), Looks.NOTE.aligned(Style.Align.CENTRE));
        return flow.finish();
    }

    private Typeset cover(Shape shape, Shape.Volume volume) {
        Flow flow = flow().anchor(Keys.COVER);
        flow.down(16).paragraph(confidentiality(), Looks.KICKER);
        flow.down(24);
        if (!draft.caseName().isBlank()) {
            flow.paragraph(words.text("cover.matter"), Looks.quiet(Style.serif(12, 18)));
            flow.paragraph(Titles.of(draft.caseName()), Style.serif(18, 25).spaced(0, 2));
        }
        flow.paragraph(Titles.of(draft.caseReference()), Looks.NOTE);
        flow.space(18).flourish(64);
        flow.space(8);
        flow.paragraph(Titles.of(draft.title()), Looks.TITLE.spaced(0, 6));
        flow.paragraph(volume(shape, volume), Looks.quiet(Looks.SUBTITLE));
        flow.down(64).table(Looks.known(0.28f, facts(shape, volume)));
        plan.edition()
                .before()
                .ifPresent(before -> flow.table(Looks.known(
                                0.28f,
                                before.hashes().stream()
                                        .map(hash -> Table.Row.of(words.text("cover.beforeHash"), hash.hex()))
                                        .toList())
                        .withValue(Looks.SMALL_CELL)));
        flow.down(64)
                .paragraph(
                        words.text("cover.index", shape.page(Keys.INDEX)),
                        Looks.accent(Looks.VALUE),
                        words.direction(),
                        0,
                        Optional.of(Keys.INDEX));
        if (plan.edition().before().isPresent() && volume.equals(shape.volumes().getFirst())) {
            flow.paragraph(
                    words.text("changes.title"),
                    Looks.accent(Looks.VALUE),
                    words.direction(),
                    0,
                    Optional.of(Keys.CHANGES));
        }
        flow.paragraph(
                words.text(
                        volume.firstPage() == 1 ? "cover.numbers" : "cover.numbersOn",
                        String.valueOf(volume.firstPage())),
                Looks.NOTE.spaced(4, 0));
        return flow.finish();
    }

    private String volume(Shape shape, Shape.Volume volume) {
        String number = String.valueOf(volume.number());
        return shape.several()
                ? words.text(
                        "cover.volumeOf",
                        number,
                        String.valueOf(shape.volumes().getLast().number()))
                : words.text("cover.volume", number);
    }

    private String confidentiality() {
        String level = words.coded("protection", draft.confidentiality().name());
        return draft.marking().isBlank() ? level : Titles.of(draft.marking()) + " · " + level;
    }

    private List<Table.Row> facts(Shape shape, Shape.Volume volume) {
        Edition edition = plan.edition();
        List<Table.Row> facts = new ArrayList<>();
        facts.add(Table.Row.of(
                words.text("cover.recipient"), Titles.of(draft.recipient().orElse(""))));
        facts.add(Table.Row.of(words.text("cover.date"), words.date(plan.date())));
        edition.version().ifPresent(version -> facts.add(Table.Row.of(words.text("cover.edition"), edition(version))));
        facts.add(Table.Row.of(
                words.text("cover.others"),
                words.list(edition.others().stream().map(this::edition).toList())));
        edition.before()
                .ifPresent(before -> facts.add(Table.Row.of(
                        words.text("cover.before"),
                        words.text(
                                "cover.beforeWhich",
                                Titles.of(before.title()),
                                words.date(before.date()),
                                String.valueOf(before.lastPage())))));
        facts.add(Table.Row.of(words.text("cover.profile"), words.coded("profile", draft.profile())));
        facts.add(Table.Row.of(
                words.text("cover.contents"),
                words.text(
                        "cover.counts",
                        plan.sections().size(),
                        plan.exhibits().size(),
                        shape.lastPage() - edition.firstPage() + 1)));
        if (shape.several()) {
            facts.add(Table.Row.of(
                    words.text("cover.thisVolume"),
                    words.text(
                            "cover.pagesFromTo",
                            String.valueOf(volume.firstPage()),
                            String.valueOf(volume.lastPage()))));
        }
        facts.add(Table.Row.of(words.text("cover.version"), plan.version()));
        return facts;
    }

    private String edition(BundleVersion version) {
        return words.coded("edition", version.name());
    }

    /// What is new, changed and taken back since the bundle that was served before.
    private Typeset changes(Edition.Before before, Shape shape) {
        Flow flow = flow().anchor(Keys.CHANGES);
        flow.heading(words.text("changes.title"), Looks.HEADING);
        flow.paragraph(
                words.text(
                        "changes.note",
                        Titles.of(before.title()),
                        words.date(before.date()),
                        String.valueOf(before.lastPage())),
                Looks.NOTE.spaced(0, 14));
        List<Table.Row> rows = new ArrayList<>();
        for (Edition.Change change : before.changes()) {
            String key = Keys.exhibit(change.is());
            String[] cells = {
                words.text("changes." + change.kind().name()),
                change.was(),
                change.is(),
                Titles.of(change.title()),
                change.page() == 0 ? "" : String.valueOf(change.page()),
                change.is().isEmpty() ? "" : shape.page(key)
            };
            rows.add(change.is().isEmpty() ? Table.Row.of(cells) : Looks.linked(key, false, cells));
        }
        if (rows.isEmpty()) {
            flow.paragraph(words.text("changes.none"), Looks.VALUE);
            return flow.finish();
        }
        flow.table(new Table(
                List.of(
                        new Table.Column(0.19f, Looks.CELL),
                        new Table.Column(0.11f, Looks.CELL),
                        new Table.Column(0.11f, Looks.CELL),
                        new Table.Column(0.37f, Looks.CELL),
                        new Table.Column(0.11f, Looks.right(Looks.CELL)),
                        new Table.Column(0.11f, Looks.right(Looks.CELL))),
                List.of(
                        words.text("changes.what"),
                        words.text("changes.was"),
                        words.text("changes.is"),
                        words.text("index.document"),
                        words.text("changes.wasPage"),
                        words.text("index.page")),
                rows,
                true));
        return flow.finish();
    }

    /// The index of the whole bundle, the same in every volume but for where it leads.
    private Typeset index(Shape shape, Shape.Volume volume) {
        Flow flow = flow().anchor(Keys.INDEX);
        flow.heading(words.text("index.title"), Looks.HEADING.spaced(0, 14));
        List<Table.Row> rows = new ArrayList<>();
        for (Shape.Volume one : shape.volumes()) {
            boolean here = one.equals(volume);
            if (shape.several()) {
                rows.add(new Table.Row(
                        List.of(
                                "",
                                words.text(
                                        here ? "index.volumeHere" : "index.volume",
                                        String.valueOf(one.number()),
                                        String.valueOf(one.firstPage()),
                                        String.valueOf(one.lastPage())),
                                "",
                                "",
                                ""),
                        Optional.empty(),
                        true));
            }
            for (Entry entry : one.entries()) {
                rows.add(row(entry, true, here, shape));
                entry.under().forEach(under -> rows.add(row(under, false, here, shape)));
            }
        }
        flow.table(new Table(
                List.of(
                        new Table.Column(0.10f, Looks.CELL),
                        new Table.Column(0.46f, Looks.CELL),
                        new Table.Column(0.13f, DATE),
                        new Table.Column(0.20f, DATE),
                        new Table.Column(0.11f, Looks.right(Looks.CELL))),
                List.of(
                        words.text("index.mark"),
                        words.text("index.document"),
                        words.text("index.reference"),
                        words.text("index.date"),
                        words.text("index.page")),
                rows,
                true));
        return flow.finish();
    }

    /// @param here whether it is in the volume that the index is in, so that the line can lead there
    private static Table.Row row(Entry entry, boolean strong, boolean here, Shape shape) {
        String page = shape.page(entry.key());
        return here
                ? Looks.linked(entry.key(), strong, entry.mark(), entry.title(), entry.reference(), entry.date(), page)
                : new Table.Row(
                        List.of(entry.mark(), entry.title(), entry.reference(), entry.date(), page),
                        Optional.empty(),
                        strong);
    }
}
