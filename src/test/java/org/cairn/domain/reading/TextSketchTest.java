package org.cairn.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Texts that are nearly the same have nearly the same sketch, in every script.
class TextSketchTest {

    private final Random random = new Random(20261128);

    private String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(random.nextInt(3_000), 36) + "a")
                .collect(Collectors.joining(" "));
    }

    private static byte[] sketch(String... passages) {
        return TextSketch.of(List.of(passages)).orElseThrow();
    }

    private static boolean meet(byte[] one, byte[] other) {
        Set<Long> parts =
                new HashSet<>(Arrays.stream(TextSketch.parts(one)).boxed().toList());
        return Arrays.stream(TextSketch.parts(other)).anyMatch(parts::contains);
    }

    @Test
    void staysTheSameWhenATextIsSavedAgainWithOtherLineEndsAndPassages() {
        String text = words(400);
        byte[] once = sketch(text);
        byte[] again = sketch(
                text.substring(0, 500).toUpperCase(java.util.Locale.ROOT).replace(" ", ",\n"),
                " " + text.substring(500).replace(" ", "  "));
        assertThat(TextSketch.alike(once, again)).isGreaterThan(0.95);
    }

    @Test
    void tellsHowMuchIsTheSameWhereAParagraphWasChanged() {
        String start = words(450);
        byte[] before = sketch(start, words(50), words(500));
        byte[] after = sketch(start, words(50));
        byte[] changed = sketch(start + " " + words(50));
        assertThat(TextSketch.alike(after, changed)).isBetween(0.80, 0.97);
        assertThat(meet(after, changed)).isTrue();
        assertThat(TextSketch.alike(before, after)).isBetween(0.45, 0.80);
    }

    @Test
    void holdsNothingOfTextsThatHaveNothingInCommon() {
        byte[] one = sketch(words(500));
        byte[] other = sketch(words(500));
        assertThat(TextSketch.alike(one, other)).isLessThan(0.1);
        assertThat(meet(one, other)).isFalse();
    }

    @Test
    void worksOnChineseAndTibetan() {
        String chinese = han(300);
        assertThat(TextSketch.alike(sketch(chinese), sketch(chinese.substring(0, 280) + han(20))))
                .isGreaterThan(0.8);
        assertThat(TextSketch.alike(sketch(chinese), sketch(han(300)))).isLessThan(0.2);
        String tibetan = tibetan(200);
        assertThat(TextSketch.alike(sketch(tibetan), sketch(tibetan + tibetan(10))))
                .isGreaterThan(0.8);
        assertThat(TextSketch.alike(sketch(tibetan), sketch(tibetan(200)))).isLessThan(0.2);
    }

    @Test
    void drawsNothingOfAFewWords() {
        assertThat(TextSketch.of(List.of("Received with thanks."))).isEmpty();
        assertThat(TextSketch.of(List.of())).isEmpty();
    }

    private String han(int letters) {
        return IntStream.range(0, letters)
                .mapToObj(i -> Character.toString(0x4E00 + random.nextInt(2_000)))
                .collect(Collectors.joining());
    }

    private String tibetan(int syllables) {
        return IntStream.range(0, syllables)
                .mapToObj(i -> Character.toString(0x0F40 + random.nextInt(8))
                        + Character.toString(0x0F49 + random.nextInt(20))
                        + Character.toString(0x0F72)
                        + Character.toString(0x0F53 + random.nextInt(10)))
                .collect(Collectors.joining("\u0F0B"));
    }
}
