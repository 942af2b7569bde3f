package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.Interview;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Paragraphs joined and parted: what belongs to them stays with them.
class StatementDraftTest {

    private static final Reference WITNESS = new Reference(RecordKind.WITNESS, 7);

    @Test
    void keepsARecordAsItIs() {
        Testimony record = statement(List.of("eins", "zwei", "drei"), List.of("one", "two"));

        assertThat(StatementDraft.of(record).statement("-")).isEqualTo(record);
    }

    @Test
    void keepsWhatIsSaidOfAReadBackBeforeItIsKnownWhoRead() {
        StatementDraft draft = StatementDraft.of(statement(List.of("eins"), List.of("one")));

        draft.readBack.remarks.set("Day and month were the other way round.");

        Testimony kept = draft.statement("-");
        assertThat(kept.readBack().orElseThrow().changes()).isEqualTo("Day and month were the other way round.");
        assertThat(kept.readBack().orElseThrow().told()).isFalse();
    }

    @Test
    void joinsTheTranslationsOfJoinedParagraphsAndShiftsNoOther() {
        StatementDraft draft = StatementDraft.of(statement(
                List.of("eins", "zwei", "drei", "vier", "fünf"), List.of("one", "two", "three", "four", "five")));

        join(draft, 1);

        assertThat(texts(draft)).containsExactly("eins zwei", "drei", "vier", "fünf");
        assertThat(translation(draft)).containsExactly("one two", "three", "four", "five");
    }

    @Test
    void leavesTheTranslationOfAPartedParagraphWithItsFirstWordsAndShiftsNoOther() {
        StatementDraft draft = StatementDraft.of(statement(List.of("eins zwei", "drei"), List.of("one two", "three")));

        part(draft, 0, "eins", "zwei");

        assertThat(texts(draft)).containsExactly("eins", "zwei", "drei");
        assertThat(translation(draft)).containsExactly("one two", "", "three");
    }

    @Test
    void letsTheTranslationGoWithWordsThatAllLeave() {
        StatementDraft draft = StatementDraft.of(statement(List.of("eins", "zwei"), List.of("one", "two")));

        part(draft, 0, "", "eins");

        assertThat(translation(draft)).containsExactly("", "one", "two");
    }

    @Test
    void takesTheTranslationOfDeletedWordsAway() {
        StatementDraft draft =
                StatementDraft.of(statement(List.of("eins", "zwei", "drei"), List.of("one", "two", "three")));
        draft.paragraphs.get(1).textProperty().set("");

        join(draft, 1);

        assertThat(translation(draft)).containsExactly("one", "three");
    }

    @Test
    void doesNotJoinAParagraphThatWouldLoseItsQuestionItsBasisOrItsSecond() {
        ParagraphDraft before = ParagraphDraft.of(paragraph("eins", Paragraph.Basis.SEEN, null, null));

        assertThat(before.joins(ParagraphDraft.of(paragraph("zwei", Paragraph.Basis.SEEN, "What then?", null))))
                .isFalse();
        assertThat(before.joins(ParagraphDraft.of(paragraph("zwei", Paragraph.Basis.HEARD, null, null))))
                .isFalse();
        assertThat(before.joins(ParagraphDraft.of(paragraph("zwei", Paragraph.Basis.SEEN, null, 12))))
                .isFalse();
        assertThat(before.joins(ParagraphDraft.of(paragraph("zwei", Paragraph.Basis.SEEN, null, null))))
                .isTrue();
    }

    @Test
    void takesAQuestionIntoAnEmptyParagraphBeforeIt() {
        ParagraphDraft before = new ParagraphDraft("");
        Paragraph asked = paragraph("zwei", Paragraph.Basis.HEARD, "What then?", 12);

        assertThat(before.joins(ParagraphDraft.of(asked))).isTrue();
        before.join(ParagraphDraft.of(asked));

        assertThat(before.paragraph()).isEqualTo(asked);
    }

    @Test
    void joinsAgainWhatWasPartedByMistake() {
        Paragraph whole = paragraph("eins zwei", Paragraph.Basis.SEEN, "What then?", 12);
        ParagraphDraft first = ParagraphDraft.of(whole);
        first.textProperty().set("eins");
        ParagraphDraft second = first.partWith("zwei");

        assertThat(first.joins(second)).isTrue();
        first.join(second);

        assertThat(first.paragraph()).isEqualTo(whole);
    }

    private static void join(StatementDraft draft, int later) {
        draft.paragraphs.get(later - 1).join(draft.paragraphs.remove(later));
    }

    private static void part(StatementDraft draft, int at, String stays, String leaves) {
        draft.paragraphs.get(at).textProperty().set(stays);
        draft.paragraphs.add(at + 1, draft.paragraphs.get(at).partWith(leaves));
    }

    private static List<String> texts(StatementDraft draft) {
        return draft.statement("-").paragraphs().stream().map(Paragraph::text).toList();
    }

    private static List<String> translation(StatementDraft draft) {
        return draft.statement("-").translations().getFirst().paragraphs();
    }

    private static Paragraph paragraph(
            String text, Paragraph.Basis basis, @Nullable String question, @Nullable Integer second) {
        return new Paragraph(
                text,
                Optional.of(basis),
                Optional.ofNullable(question)
                        .map(words -> new Paragraph.Question(words, Paragraph.Question.Type.PROBING)),
                List.of(),
                Optional.ofNullable(second));
    }

    private static Testimony statement(List<String> texts, List<String> english) {
        return new Testimony(
                WITNESS,
                "A title",
                InterviewKind.FULL_STATEMENT,
                new LanguageTag("de"),
                new Interview(
                        Optional.empty(), "", "", List.of(), List.of(), Interview.Recording.NOTES, true, List.of()),
                texts.stream().map(Paragraph::of).toList(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Translation(
                        new LanguageTag("en"), "amina", Translation.Status.DRAFT, Optional.empty(), english)),
                Protection.CONFIDENTIAL,
                false,
                Optional.empty());
    }
}
