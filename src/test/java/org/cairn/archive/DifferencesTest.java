package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.domain.Interview;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    @Test
    void namesTheWordThatWasCorrected() {
        List<Differences.Pair> pairs =
                between("en", List.of("I came in May.", "It was night."), List.of("I came in June.", "It was night."));

        assertThat(pairs).hasSize(2);
        assertThat(changed(pairs.getFirst().earlier())).containsExactly("May");
        assertThat(changed(pairs.getFirst().later())).containsExactly("June");
        assertThat(pairs.getLast().same()).isTrue();
    }

    @Test
    void aParagraphThatWasAddedStandsAloneAndTheOthersKeepTheirNeighbours() {
        List<Differences.Pair> pairs = between("en", List.of("One.", "Three."), List.of("One.", "Two.", "Three."));

        assertThat(pairs).hasSize(3);
        assertThat(pairs.get(1).earlier()).isEmpty();
        assertThat(pairs.get(1).later().orElseThrow().number()).isEqualTo(2);
        assertThat(pairs.get(2).earlier().orElseThrow().number()).isEqualTo(2);
        assertThat(pairs.get(2).same()).isTrue();
    }

    @Test
    void partsChineseAtItsWordsNotAtTheWholeSentence() {
        List<Differences.Pair> pairs = between("zh", List.of("我们在五月到达医院。"), List.of("我们在六月到达医院。"));

        assertThat(String.join("", changed(pairs.getFirst().later())))
                .hasSizeLessThan(4)
                .contains("六");
    }

    @Test
    void losesNoWordAndNoParagraphOfEitherSide() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<String> before = texts(random);
            List<String> after = texts(random);
            List<Differences.Pair> pairs = between("ar", before, after);

            assertThat(side(pairs, true)).isEqualTo(before);
            assertThat(side(pairs, false)).isEqualTo(after);
        }
    }

    private static List<String> texts(Random random) {
        String[] words = {"قال", "لي", "إن", "Dr.", "Brown", "2014", "الكلية", "ستنمو", "👁", ""};
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            texts.add(random.ints(random.nextInt(1, 8), 0, words.length)
                    .mapToObj(at -> words[at])
                    .collect(Collectors.joining(" ")));
        }
        return texts;
    }

    private static List<String> side(List<Differences.Pair> pairs, boolean earlier) {
        return pairs.stream()
                .flatMap(pair -> (earlier ? pair.earlier() : pair.later()).stream())
                .map(side -> side.pieces().stream().map(Differences.Piece::text).collect(Collectors.joining()))
                .toList();
    }

    private static List<String> changed(Optional<Differences.Side> side) {
        return side.orElseThrow().pieces().stream()
                .filter(Differences.Piece::changed)
                .map(Differences.Piece::text)
                .toList();
    }

    private static List<Differences.Pair> between(String language, List<String> before, List<String> after) {
        return Differences.between(statement(language, before), statement(language, after));
    }

    private static Testimony statement(String language, List<String> texts) {
        return new Testimony(
                Reference.parse("W-0001"),
                "A statement",
                InterviewKind.FULL_STATEMENT,
                new LanguageTag(language),
                Interview.blank(),
                texts.stream().map(Paragraph::of).toList(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Protection.CONFIDENTIAL,
                false,
                Optional.empty());
    }
}
