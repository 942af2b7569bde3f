package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.junit.jupiter.api.Test;

class TestimonyTest {

    @Test
    void numbersItsParagraphsByTheirPlaceFromOne() {
        Testimony testimony = testimony(List.of(Paragraph.of("first"), Paragraph.of("second")), List.of());

        for (int i = 0; i < testimony.paragraphs().size(); i++) {
            Pinpoint place = new Pinpoint.OfParagraph(Reference.parse("T-0001"), i + 1);
            assertThat(place).hasToString("T-0001 ¶" + (i + 1));
        }
        assertThat(testimony.paragraphs().getFirst().text()).isEqualTo("first");
    }

    @Test
    void refusesATranslationWithMoreParagraphsThanWereSpoken() {
        assertThatThrownBy(() -> testimony(List.of(Paragraph.of("one")), List.of(translation("one", "two"))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.arguments())
                                .containsExactly("translations", "moreParagraphsThanTheOriginal"));
    }

    @Test
    void takesATranslationThatIsNotFinished() {
        Testimony testimony = testimony(
                List.of(Paragraph.of("one"), Paragraph.of("two")), List.of(translation("one"), translation()));

        assertThat(testimony.translations()).hasSize(2);
    }

    @Test
    void isTheSameStatementOnceItIsSealedAndKnowsItsPlace() {
        Testimony open = testimony(List.of(Paragraph.of("one")), List.of(translation("one")));
        Testimony sealed = open.seal(2);

        assertThat(open.closed()).isFalse();
        assertThat(sealed.closed()).isTrue();
        assertThat(sealed.seal(2)).isEqualTo(sealed);
        assertThat(sealed.paragraphs()).isEqualTo(open.paragraphs());
        assertThat(sealed.translations()).isEqualTo(open.translations());
        assertThat(sealed.declarations()).isEqualTo(open.declarations());
    }

    @Test
    void staysAsItIsWhateverBecomesOfTheListsItCameIn() {
        List<Paragraph> paragraphs = new ArrayList<>(List.of(Paragraph.of("one")));
        Set<String> declarations = new HashSet<>(Set.of("TRUTH"));
        Testimony testimony = testimony(paragraphs, List.of(), declarations);
        paragraphs.clear();
        declarations.clear();

        assertThat(testimony.paragraphs()).hasSize(1);
        assertThat(testimony.declarations()).containsExactly("TRUTH");
        assertThatThrownBy(() -> testimony.paragraphs().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> testimony.declarations().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void beginsNoParagraphBeforeItsRecording() {
        assertThatThrownBy(() -> new Paragraph("one", Optional.empty(), Optional.empty(), List.of(), Optional.of(-1)))
                .isInstanceOf(InvalidInput.class);
        assertThat(new Paragraph("one", Optional.empty(), Optional.empty(), List.of(), Optional.of(0)).second())
                .contains(0);
    }

    @Test
    void belongsToItsWitnessAndTellsOfTheDayItWasTaken() {
        Testimony testimony = testimony(List.of(), List.of());

        assertThat(testimony.concerns()).contains(Reference.parse("W-0001"));
        assertThat(testimony.when()).isEmpty();
        assertThat(testimony.type()).isEqualTo("FULL_STATEMENT");
        assertThat(testimony.spokenIn()).contains(new LanguageTag("ug"));
    }

    private static Translation translation(String... paragraphs) {
        return new Translation(
                new LanguageTag("en"), "translator 1", Translation.Status.DRAFT, Optional.empty(), List.of(paragraphs));
    }

    private static Testimony testimony(List<Paragraph> paragraphs, List<Translation> translations) {
        return testimony(paragraphs, translations, Set.of("TRUTH"));
    }

    private static Testimony testimony(
            List<Paragraph> paragraphs, List<Translation> translations, Set<String> declarations) {
        return new Testimony(
                Reference.parse("W-0001"),
                "Account",
                InterviewKind.FULL_STATEMENT,
                new LanguageTag("ug"),
                Interview.blank(),
                paragraphs,
                Optional.empty(),
                declarations,
                Optional.empty(),
                Optional.empty(),
                translations,
                Protection.CONFIDENTIAL,
                false,
                Optional.empty());
    }
}
