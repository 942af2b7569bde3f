package org.cairn.bundle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.bundle.typeset.Direction;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Paper;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.domain.served.RuleResult;

/// A statement as it is printed (Practice Direction 32, 17–25): heading at the top right, how it was taken, numbered
/// paragraphs with what is known and what is believed, statement of truth; then every translation, marked as one.
final class StatementLayout {

    private static final Style BESIDE =
            Style.sans(8.5f, 12.5f).in(Style.Ink.QUIET).spaced(0, 5);
    private static final Style QUESTION =
            Style.sans(9.5f, 14).in(Style.Ink.QUIET).spaced(0, 3);

    private final Words words;
    private final Testimony testimony;
    private final String pseudonym;
    private final int number;
    private final List<FormDefinition> forms;
    private final Map<Reference, PlannedExhibit> exhibits;
    private final Optional<BundleDraft> matter;
    private final Optional<String> mark;
    private final Flow flow;
    private final Direction way;
    /// What leads nowhere: the number of the paragraph, and what it refers to.
    private final List<String> away = new ArrayList<>();

    /// @param exhibits the exhibits of the bundle by reference; none in a preview
    /// @param matter the bundle it is in; none in a preview
    /// @param mark its own exhibit mark; none in a preview
    StatementLayout(
            Fonts fonts,
            Words words,
            Paper paper,
            Content.Statement statement,
            Map<Reference, PlannedExhibit> exhibits,
            Optional<BundleDraft> matter,
            Optional<String> mark) {
        this.words = words;
        this.testimony = statement.testimony();
        this.pseudonym = statement.pseudonym();
        this.number = statement.statementNumber();
        this.forms = statement.forms();
        this.exhibits = exhibits;
        this.matter = matter;
        this.mark = mark;
        this.flow = new Flow(fonts, Looks.STATEMENT.on(paper), words.direction());
        this.way = Direction.of(testimony.language().rightToLeft());
    }

    Typeset set() {
        heading();
        flow.table(Looks.known(0.32f, howTaken()));
        flow.space(16);
        account();
        new AnswerPart(words, testimony.language(), flow).set(testimony.answers(), forms);
        truth();
        declarations();
        new StatementEnd(words, testimony, flow).set();
        testimony.translations().forEach(this::translation);
        return flow.finish();
    }

    private void heading() {
        Style line = Looks.right(Style.sans(9, 13.5f));
        matter.filter(draft -> !draft.caseName().isBlank())
                .ifPresent(draft -> flow.paragraph(words.text("statement.matter", draft.caseName()), line));
        matter.filter(draft -> !draft.caseReference().isBlank())
                .ifPresent(draft -> flow.paragraph(draft.caseReference(), line));
        flow.paragraph(words.text("statement.witness", pseudonym), line);
        flow.paragraph(words.text("statement.number", String.valueOf(number)), line);
        List<String> marks = marks();
        if (!marks.isEmpty()) {
            flow.paragraph(words.text("statement.exhibits", words.list(marks)), line);
        }
        testimony
                .interview()
                .date()
                .ifPresent(date -> flow.paragraph(words.text("statement.date", words.date(date)), line));
        testimony
                .translations()
                .forEach(translation -> flow.paragraph(
                        words.text("statement.translated", words.language(translation.language())), line));
        flow.space(30);
        flow.paragraph(
                words.text("statement.title", pseudonym),
                Style.serif(17, 24)
                        .inBold()
                        .aligned(Style.Align.CENTRE)
                        .spaced(0, 2)
                        .asHeading(1));
        flow.paragraph(
                words.coded("interviewKind", testimony.interviewKind().name()),
                Style.serif(11.5f, 17)
                        .in(Style.Ink.QUIET)
                        .aligned(Style.Align.CENTRE)
                        .spaced(0, 4));
        testimony
                .follows()
                .ifPresent(before -> flow.paragraph(
                        words.text("statement.follows", before.toString()), Looks.NOTE.aligned(Style.Align.CENTRE)));
        flow.space(12);
        flow.rule();
        flow.space(4);
    }

    private List<String> marks() {
        Set<String> marks = new LinkedHashSet<>();
        testimony.paragraphs().forEach(paragraph -> paragraph.exhibits().forEach(shown -> marks.add(mark(shown))));
        return List.copyOf(marks);
    }

    private String mark(Reference reference) {
        PlannedExhibit exhibit = exhibits.get(reference);
        return testimony.mark(reference).orElse(exhibit == null ? reference.toString() : exhibit.mark());
    }

    private List<Table.Row> howTaken() {
        return new HowTaken(words, testimony).rows();
    }

    private void account() {
        flow.room(150);
        flow.heading(words.text("statement.account"), Looks.SUBHEADING.spaced(0, 6));
        flow.paragraph(
                words.text("statement.accountNote", pseudonym, words.language(testimony.language())), Looks.NOTE);
        int place = 1;
        for (Paragraph paragraph : testimony.paragraphs()) {
            paragraph.question().ifPresent(this::question);
            int notes = paragraph.exhibits().size() + (paragraph.basis().isPresent() ? 1 : 0);
            flow.keepingRoomFor(notes * BESIDE.leading() + 2);
            flow.speaking(Optional.of(testimony.language()));
            numbered(place, paragraph.text());
            flow.speaking(Optional.empty());
            beside(paragraph, place);
            place++;
        }
    }

    private void numbered(int place, String text) {
        Style style = Looks.READING.spaced(0, 2);
        if (mark.isPresent()) {
            flow.numbered(place + ".", text, style, way, Keys.shown(mark.get(), place));
        } else {
            flow.numbered(place + ".", text, style, way);
        }
    }

    private void question(Paragraph.Question question) {
        flow.room(60);
        String type = words.coded("questionType", question.type().name());
        flow.note(
                words.text("statement.question", type, question.text()), QUESTION, way, Flow.hang(), Optional.empty());
    }

    /// The basis and the exhibits of a paragraph, in the bundle's language, under the witness's own words.
    private void beside(Paragraph paragraph, int place) {
        paragraph
                .basis()
                .ifPresent(basis ->
                        small(words.text("statement.basis", words.coded("basis", basis.name())), Optional.empty()));
        paragraph.exhibits().forEach(shown -> shown(shown, place));
        CrossReferences.in(paragraph.text(), testimony).stream()
                .filter(found ->
                        found.page().isPresent() || !paragraph.exhibits().contains(found.reference()))
                .forEach(found -> referredTo(found, place));
        flow.space(5);
    }

    /// What the witness's own words refer to; they are left as they are.
    private void referredTo(CrossReferences.Found found, int place) {
        PlannedExhibit exhibit = exhibits.get(found.reference());
        if (exhibit == null) {
            away.add("¶" + place + " " + found.written());
            small(words.text("statement.shown", found.written()), Optional.empty());
            return;
        }
        String key = found.page().isPresent() ? Keys.page(exhibit, found.page().getAsInt()) : Keys.exhibit(exhibit);
        small(words.text("statement.marked", exhibit.mark(), found.written()), Optional.of(key));
    }

    /// What the statement refers to and the bundle does not hold; to be asked when it is set.
    ///
    /// @param mark its own exhibit mark
    List<RuleResult> leadingNowhere(String mark) {
        return away.isEmpty()
                ? List.of()
                : List.of(RuleResult.of(
                        "XREF", RuleResult.Outcome.NEEDS_PERSON, "rule.XREF.away", mark, words.list(away)));
    }

    /// Under the mark it got when it was shown; in statements that were kept before, under that of the bundle.
    private void shown(Reference shown, int place) {
        PlannedExhibit exhibit = exhibits.get(shown);
        Optional<String> given = testimony.mark(shown);
        if (exhibit != null) {
            String said = given.map(mark -> words.text("statement.markedHere", mark, shown.toString(), exhibit.mark()))
                    .orElseGet(() -> words.text("statement.marked", exhibit.mark(), shown.toString()));
            small(said, Optional.of(Keys.exhibit(exhibit)));
        } else {
            away.add("¶" + place + " " + given.orElseGet(shown::toString));
            String key = matter.isPresent() ? "statement.markedAway" : "statement.markedShown";
            String said = given.map(mark -> words.text(key, mark, shown.toString()))
                    .orElseGet(() -> words.text("statement.shown", shown.toString()));
            small(said, Optional.empty());
        }
    }

    private void small(String text, Optional<String> link) {
        Style style = link.isPresent() ? Looks.accent(BESIDE) : BESIDE;
        flow.note(text, style.spaced(0, 0), way, Flow.hang(), link);
    }

    /// In the words of the witness's language, which are the ones declared; below in the bundle's own.
    private void truth() {
        Words own =
                new Words(java.util.Locale.forLanguageTag(testimony.language().tag()));
        boolean declared = testimony.declarations().contains("TRUTH");
        flow.heading(words.text("statement.truth"), Looks.SUBHEADING);
        if (!declared) {
            flow.paragraph(words.text("statement.truthOpen"), Looks.NOTE);
        }
        String said = own.text("truth.words");
        flow.speaking(Optional.of(new LanguageTag(own.locale().toLanguageTag())))
                .quoted(said, Looks.READING);
        flow.speaking(Optional.empty());
        String ours = words.text("truth.words");
        if (!ours.equals(said)) {
            flow.paragraph(ours, Looks.NOTE);
        }
    }

    private void declarations() {
        List<String> others = testimony.declarations().stream()
                .filter(code -> !code.equals("TRUTH"))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        flow.heading(words.text("statement.declarations"), Looks.SUBHEADING);
        List<Table.Row> rows = new ArrayList<>();
        others.forEach(code -> rows.add(Table.Row.of("–", words.coded("declaration", code))));
        flow.table(Table.labels(Looks.LABEL, Style.serif(10.5f, 15.5f), 0.045f, rows));
    }

    private void translation(Translation translation) {
        LanguageTag language = translation.language();
        Direction run = Direction.of(language.rightToLeft());
        flow.newPage();
        flow.paragraph(words.text("translation.kicker"), Looks.KICKER.spaced(0, 4));
        flow.heading(
                words.text("translation.title", words.language(language)),
                Style.serif(15, 21).inBold().spaced(0, 6).asHeading(2));
        flow.paragraph(words.text("translation.note", words.language(testimony.language())), Looks.NOTE.spaced(0, 8));
        flow.table(Looks.known(
                0.32f,
                List.of(
                        Table.Row.of(words.text("translation.by"), translation.translator()),
                        Table.Row.of(
                                words.text("translation.status"),
                                words.coded(
                                        "translationStatus",
                                        translation.status().name())),
                        Table.Row.of(
                                words.text("translation.verified"),
                                translation.verifiedBy().orElse("")))));
        flow.space(14);
        for (int i = 0; i < testimony.paragraphs().size(); i++) {
            String text = i < translation.paragraphs().size()
                    ? translation.paragraphs().get(i)
                    : "";
            if (text.isBlank()) {
                flow.numbered(
                        (i + 1) + ".",
                        words.text("translation.missing"),
                        Looks.quiet(Looks.READING),
                        words.direction());
            } else {
                flow.speaking(Optional.of(language)).numbered((i + 1) + ".", text, Looks.READING, run);
                flow.speaking(Optional.empty());
            }
        }
    }
}
