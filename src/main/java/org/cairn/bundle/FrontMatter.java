package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.BundleDraft;

/// The cover and the index of a bundle.
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

    /// The cover.
    ///
    /// @param pages how many pages the bundle has
    /// @param indexPage the page on which the index begins
    Typeset cover(int pages, int indexPage) {
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
        flow.paragraph(words.text("cover.volume", String.valueOf(draft.volume())), Looks.quiet(Looks.SUBTITLE));
        flow.down(64).table(Looks.known(0.28f, facts(pages)));
        flow.down(84)
                .paragraph(
                        words.text("cover.index", String.valueOf(indexPage)),
                        Looks.accent(Looks.VALUE),
                        words.direction(),
                        0,
                        Optional.of(Keys.INDEX));
        flow.paragraph(words.text("cover.numbers"), Looks.NOTE.spaced(4, 0));
        return flow.finish();
    }

    private String confidentiality() {
        String level = words.coded("protection", draft.confidentiality().name());
        return draft.marking().isBlank() ? level : Titles.of(draft.marking()) + " · " + level;
    }

    private List<Table.Row> facts(int pages) {
        return List.of(
                Table.Row.of(
                        words.text("cover.recipient"),
                        Titles.of(draft.recipient().orElse(""))),
                Table.Row.of(words.text("cover.date"), words.date(plan.date())),
                Table.Row.of(words.text("cover.profile"), words.coded("profile", draft.profile())),
                Table.Row.of(
                        words.text("cover.contents"),
                        words.text(
                                "cover.counts",
                                plan.sections().size(),
                                plan.exhibits().size(),
                                pages)),
                Table.Row.of(words.text("cover.version"), plan.version()));
    }

    /// The index.
    ///
    /// @param numbers the page of each key; a key that is missing is printed as a number just as wide
    Typeset index(Map<String, Integer> numbers) {
        Flow flow = flow().anchor(Keys.INDEX);
        flow.heading(words.text("index.title"), Looks.HEADING.spaced(0, 14));
        List<Table.Row> rows = new ArrayList<>();
        for (Entry entry : Entry.of(plan, words)) {
            rows.add(row(entry, true, numbers));
            entry.under().forEach(under -> rows.add(row(under, false, numbers)));
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

    private static Table.Row row(Entry entry, boolean strong, Map<String, Integer> numbers) {
        String page = String.valueOf(numbers.getOrDefault(entry.key(), 9999));
        return Looks.linked(entry.key(), strong, entry.mark(), entry.title(), entry.reference(), entry.date(), page);
    }
}
