package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Paper;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Transcript;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.served.RuleResult;

/// The pages around an exhibit: separators, and what stands in for a file that paper cannot show.
final class ExhibitSheets {

    private static final Style BIG = Style.serif(46, 54).in(Style.Ink.ACCENT).asHeading(1);
    static final int MOST_CHARACTERS = 400_000;
    private static final List<String> TELLING = List.of("subject", "from", "to", "cc", "created", "date", "duration");

    private final Fonts fonts;
    private final Words words;
    private final Paper paper;

    ExhibitSheets(Fonts fonts, Words words, Paper paper) {
        this.fonts = fonts;
        this.words = words;
        this.paper = paper;
    }

    private Flow flow() {
        return new Flow(fonts, Looks.PAGE.on(paper), words.direction());
    }

    Typeset section(PlannedSection section) {
        Flow flow = flow().anchor(Keys.section(section));
        flow.down(27).paragraph(words.text("separator.section"), Looks.KICKER.spaced(0, 4));
        flow.paragraph(section.letter(), BIG);
        flow.space(6).flourish(64);
        flow.space(6).paragraph(Titles.of(section.title()), Style.serif(20, 28).spaced(0, 26));
        List<Table.Row> rows = section.exhibits().stream()
                .map(exhibit -> Looks.linked(Keys.exhibit(exhibit), false, exhibit.mark(), Titles.of(exhibit.title())))
                .toList();
        flow.table(Table.labels(Looks.accent(Looks.VALUE), Looks.VALUE, 0.12f, rows));
        return flow.finish();
    }

    /// The separator of an exhibit: its mark as searchable text, what it is, and what was done to show it.
    Typeset exhibit(PlannedExhibit exhibit, int pages, List<RuleResult> notes) {
        Flow flow = flow().anchor(Keys.exhibit(exhibit));
        flow.down(27).paragraph(words.text("separator.exhibit"), Looks.KICKER.spaced(0, 4));
        flow.paragraph(exhibit.mark(), BIG);
        flow.space(6).flourish(64);
        flow.space(6).paragraph(Titles.of(exhibit.title()), Style.serif(17, 25).spaced(0, 26));
        List<Table.Row> rows = new ArrayList<>();
        rows.add(known("fact.reference", exhibit.reference().toString()));
        if (!exhibit.shownAs().isEmpty()) {
            rows.add(known("fact.marked", words.list(exhibit.shownAs())));
        }
        switch (exhibit.content()) {
            case Content.Statement statement -> describe(rows, statement);
            case Content.MedicalReport report -> describe(rows, report);
            case Content.FreeRecord free -> {
                rows.add(known("fact.witness", free.pseudonym()));
                rows.add(known("fact.date", words.date(free.date())));
            }
            case Content.Thing thing -> {
                rows.add(known("fact.witness", thing.pseudonym()));
                describe(rows, thing.item());
            }
            case Content.Document document -> describe(rows, document.item());
        }
        rows.add(known("fact.onlyPages", exhibit.pages().toString()));
        rows.add(known("fact.pages", words.text("fact.pageCount", pages)));
        flow.table(Looks.known(0.24f, rows));
        flow.table(Looks.known(
                        0.24f,
                        List.of(known("fact.hash", exhibit.content().hash().hex())))
                .withValue(Looks.SMALL_CELL));
        List<String> said =
                notes.stream().flatMap(note -> words.found(note).stream()).toList();
        if (!said.isEmpty()) {
            flow.space(22).heading(words.text("separator.notes"), Looks.KICKER.spaced(0, 4));
            said.forEach(note -> flow.paragraph(note, Looks.NOTE));
        }
        return flow.finish();
    }

    /// Pages that stand in the place of an exhibit that is withheld: each says so, and why.
    ///
    /// @param pages how many
    Typeset withheld(PlannedExhibit exhibit, int pages) {
        String reason = exhibit.withheld().orElseThrow();
        Flow flow = flow().anchor(Keys.exhibit(exhibit));
        for (int i = 0; i < pages; i++) {
            if (i > 0) {
                flow.newPage();
            }
            flow.down(27).paragraph(words.text("separator.exhibit"), Looks.KICKER.spaced(0, 4));
            flow.paragraph(exhibit.mark(), BIG);
            flow.space(6).flourish(64);
            flow.space(6)
                    .paragraph(words.text("withheld.title"), Style.serif(17, 25).spaced(0, 20));
            flow.table(Looks.known(
                    0.24f,
                    List.of(
                            known("redactions.reason", words.coded("redaction-reason", reason)),
                            known("redactions.code", reason),
                            known(
                                    "fact.pages",
                                    words.text("withheld.page", String.valueOf(i + 1), String.valueOf(pages))))));
            flow.space(14).paragraph(words.text("withheld.note"), Looks.NOTE);
        }
        return flow.finish();
    }

    private Table.Row known(String label, String value) {
        return Table.Row.of(words.text(label), value);
    }

    private void describe(List<Table.Row> rows, Content.Statement statement) {
        rows.add(known("fact.witness", statement.pseudonym()));
        rows.add(known("fact.date", words.date(statement.testimony().when())));
        rows.add(known("fact.language", words.language(statement.testimony().language())));
    }

    private void describe(List<Table.Row> rows, Content.MedicalReport report) {
        rows.add(known("fact.witness", report.pseudonym()));
        rows.add(known("fact.date", words.date(report.date())));
        rows.add(known("fact.language", words.language(report.examination().language())));
    }

    private void describe(List<Table.Row> rows, EvidenceItem item) {
        rows.add(known("fact.date", words.date(item.date())));
        rows.add(known("fact.author", Titles.of(item.author())));
        rows.add(known("fact.recipient", Titles.of(item.recipient())));
        rows.add(known("fact.language", item.language().map(words::language).orElse("")));
        rows.add(known("fact.copy", item.copyStatus().isBlank() ? "" : words.coded("copy", item.copyStatus())));
        rows.add(known(
                "fact.translationOf", item.translationOf().map(Object::toString).orElse("")));
    }

    /// A record whose fields are free, as they were kept.
    Typeset freeRecord(Content.FreeRecord record) {
        Flow flow = flow();
        flow.heading(Titles.of(record.title()), Looks.HEADING);
        flow.table(Looks.known(
                0.34f,
                record.fields().entrySet().stream()
                        .map(field -> Table.Row.of(field.getKey(), field.getValue()))
                        .toList()));
        new AnswerPart(words, new LanguageTag(words.locale().toLanguageTag()), flow)
                .set(record.added().answers(), record.added().forms());
        return flow.finish();
    }

    /// A thing: what it is known by, so that whoever sees it knows it again.
    Typeset thing(PlannedExhibit exhibit, Content.Thing thing) {
        Flow flow = flow();
        flow.paragraph(words.text("thing.kicker", exhibit.mark()), Looks.KICKER.spaced(0, 4));
        flow.heading(Titles.of(exhibit.title()), Looks.HEADING);
        flow.paragraph(words.text("thing.note"), Looks.NOTE.spaced(0, 12));
        thing.item()
                .object()
                .ifPresent(object -> flow.table(Looks.known(
                        0.34f,
                        List.of(
                                known("thing.description", object.description()),
                                known("thing.marks", object.marks())))));
        return flow.finish();
    }

    /// What stands in for a file that cannot be shown: why, what is known of it, and what could be read.
    Typeset slip(PlannedExhibit exhibit, Content.Document document, List<Passage> text, String why) {
        Flow flow = flow();
        flow.paragraph(words.text("slip.kicker", exhibit.mark()), Looks.KICKER.spaced(0, 4));
        flow.heading(words.text("slip.title"), Looks.HEADING);
        flow.paragraph(why, Looks.READ_TEXT);
        flow.paragraph(words.text("slip.original", exhibit.mark()), Looks.NOTE.spaced(0, 12));
        facts(flow, document);
        Optional<Transcript> spoken =
                document.item().transcript().filter(one -> !one.segments().isEmpty());
        spoken.ifPresent(one -> new TranscriptTable(words, one).set(flow));
        List<Passage> rest = spoken.isEmpty()
                ? text
                : text.stream()
                        .filter(passage -> passage.unit() != Passage.Unit.SECOND)
                        .toList();
        if (spoken.isEmpty() || !rest.isEmpty()) {
            passages(flow, rest);
        }
        return flow.finish();
    }

    /// A file without pages of its own, as the text that was read of it.
    Typeset textAsRead(PlannedExhibit exhibit, Content.Document document, List<Passage> text) {
        Flow flow = flow();
        flow.paragraph(words.text("asRead.kicker", exhibit.mark()), Looks.KICKER.spaced(0, 4));
        flow.heading(Titles.of(exhibit.title()), Looks.HEADING);
        flow.paragraph(words.text("asRead.note"), Looks.NOTE.spaced(0, 12));
        facts(flow, document);
        passages(flow, text);
        return flow.finish();
    }

    /// The page before tables that were read of a file: what it is, and which sheets follow.
    Typeset tables(PlannedExhibit exhibit, Content.Document document, SheetText.All all) {
        List<SheetText> tables = all.sheets();
        Flow flow = flow();
        flow.paragraph(words.text("asRead.kicker", exhibit.mark()), Looks.KICKER.spaced(0, 4));
        flow.heading(Titles.of(exhibit.title()), Looks.HEADING);
        flow.paragraph(words.text("sheets.note"), Looks.NOTE.spaced(0, 12));
        facts(flow, document);
        flow.space(10);
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            SheetText sheet = tables.get(i);
            rows.add(Table.Row.of(
                    sheet.name().isBlank() ? words.text("sheets.unnamed", i + 1) : Titles.of(sheet.name()),
                    stands(sheet)));
        }
        flow.table(Looks.known(0.5f, rows));
        if (all.more() > 0) {
            flow.paragraph(words.text("sheets.more", all.more()), Looks.NOTE.spaced(10, 0));
        }
        return flow.finish();
    }

    private String stands(SheetText sheet) {
        if (sheet.empty()) {
            return words.text("sheets.empty");
        }
        return sheet.printed() ? words.text("sheets.size", sheet.all(), sheet.columns()) : words.text("sheets.noRoom");
    }

    /// The text or transcript that belongs to a picture, on pages after it.
    Typeset transcript(PlannedExhibit exhibit, List<Passage> text) {
        Flow flow = flow();
        flow.paragraph(words.text("asRead.kicker", exhibit.mark()), Looks.KICKER.spaced(0, 4));
        flow.heading(words.text("asRead.picture"), Looks.HEADING);
        passages(flow, text);
        return flow.finish();
    }

    /// What is known of a file; not what it was called, since people put names there.
    private void facts(Flow flow, Content.Document document) {
        Reading reading = document.reading();
        List<Table.Row> rows = new ArrayList<>();
        rows.add(known(
                "fact.type", reading.mediaType().isBlank() ? document.item().mediaType() : reading.mediaType()));
        rows.add(known("fact.size", size(document.bytes().size())));
        for (String name : TELLING) {
            String value = reading.metadata().getOrDefault(name, "");
            rows.add(Table.Row.of(words.coded("metadata", name), Titles.of(value)));
        }
        if (reading.childrenExpected() > 0) {
            rows.add(known(
                    "fact.children",
                    words.text("fact.childrenFound", reading.childrenFound(), reading.childrenExpected())));
        }
        flow.table(Looks.known(0.24f, rows));
        flow.table(Looks.known(0.24f, List.of(known("fact.hash", document.hash().hex())))
                .withValue(Looks.SMALL_CELL));
    }

    private String size(long bytes) {
        if (bytes < 10_000) {
            return words.text("size.bytes", String.valueOf(bytes));
        }
        return bytes < 10_000_000
                ? words.text("size.kilobytes", String.valueOf(bytes / 1000))
                : words.text("size.megabytes", String.valueOf(bytes / 1_000_000));
    }

    /// What there is to read in a file.
    List<Passage> readable(Content.Document document) {
        return document.passages().read().stream()
                .filter(passage -> !passage.text().isBlank())
                .toList();
    }

    private void passages(Flow flow, List<Passage> readable) {
        if (readable.isEmpty()) {
            flow.space(14).paragraph(words.text("asRead.nothing"), Looks.NOTE);
            return;
        }
        flow.space(10).rule();
        int room = MOST_CHARACTERS;
        for (Passage passage : readable) {
            if (room <= 0) {
                flow.paragraph(words.text("asRead.cut", String.valueOf(MOST_CHARACTERS)), Looks.NOTE.spaced(10, 0));
                return;
            }
            flow.heading(place(passage), Looks.KICKER.in(Style.Ink.QUIET).spaced(8, 2));
            flow.speaking(passage.language()).quoted(within(passage.text().strip(), room), Looks.READ_TEXT);
            flow.speaking(Optional.empty());
            room -= passage.text().length();
        }
    }

    private static String within(String text, int room) {
        return text.length() <= room
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, room)));
    }

    private String place(Passage passage) {
        int n = passage.ordinal();
        return switch (passage.unit()) {
            case PAGE -> words.text("place.page", String.valueOf(n));
            case PARAGRAPH -> words.text("place.part", String.valueOf(n));
            case SECOND -> String.format(Locale.ROOT, "%02d:%02d:%02d", n / 3600, n / 60 % 60, n % 60);
        };
    }

    /// Why a file is not shown, in words.
    String reason(Content.Document document, Optional<String> refused) {
        if (refused.isPresent()) {
            return words.text("slip.reason", words.coded("insert.refused", refused.get()));
        }
        String media = document.reading().mediaType();
        if (media.startsWith("audio/") || media.startsWith("video/")) {
            return words.text("slip.recording");
        }
        String reason = document.reading().reason();
        return reason.isBlank()
                ? words.text("slip.noPages")
                : words.text("slip.reason", words.coded("reading", reason));
    }
}
