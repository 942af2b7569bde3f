package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is folded away of a word: all that Unicode's folding folds, and the letters that are typed for each other.
class FoldingTest {

    private static final int LONGEST = 200;
    private static final String SAME_LETTERS = "[\u0131\u0629\u0640\u0649\u06A9\u05F4\u06BE\u06C1\u06CC\u06D5]";

    /// The short way for plain words, and the long one, lead to the same word as Lucene's own filter.
    @Test
    void foldsEveryLetterOfEveryScriptAsUnicodeSays() throws IOException {
        String words = IntStream.range('!', 0x20000)
                .filter(Character::isDefined)
                .filter(letter -> !Character.isWhitespace(letter) && !Character.isIdeographic(letter))
                .filter(letter -> letter < Character.MIN_SURROGATE || letter > Character.MAX_SURROGATE)
                // marks of their own: Unicode's folding leaves a space of them
                .filter(letter -> letter < 0xFE70 || letter > 0xFE7F)
                .mapToObj(letter -> "aB" + Character.toString(letter) + "C9")
                .collect(Collectors.joining(" "));
        List<String> usual = terms(words, ICUFoldingFilter::new);
        List<String> ours = terms(words, in -> new Folding(in, LONGEST));
        assertThat(ours).hasSameSizeAs(usual).hasSizeGreaterThan(50_000);
        for (int i = 0; i < usual.size(); i++) {
            if (!usual.get(i).matches(".*" + SAME_LETTERS + ".*")) {
                assertThat(ours.get(i)).isEqualTo(usual.get(i));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "Hospital, hospital",
                "ÉTÉ, ete",
                "\u0130STANBUL, istanbul",
                "\u0131s\u0131l, isil",
                "\u0645\u0640\u0640\u062D\u0645\u062F, \u0645\u062D\u0645\u062F",
                "\u06A9\u0644\u06CC\u0647, \u0643\u0644\u064A\u0647",
                "\u06D5, \u0647",
                "\u05E6\u05D4\u05F4\u05DC, \u05E6\u05D4\"\u05DC",
                "\u05D2\u05F3, \u05D2",
                "\u05D2\u05F3\u05D5\u05E8\u05D2\u05F3, \u05D2'\u05D5\u05E8\u05D2",
                "\uFEE7\uFEB8\uFE8E\uFEC3\uFE8E\uFE70, \u0646\u0634\u0627\u0637\u0627",
                "\uFEE3\uFE77\uFEA4\uFEE4\uFE7E\uFEAA, \u0645\u062D\u0645\u062F",
                "\u8853, \u672F",
                "\u81DF, \u810F",
            })
    void foldsWhatIsTypedInMoreThanOneWay(String typed, String folded) throws IOException {
        assertThat(terms(typed, in -> new Folding(in, LONGEST))).containsExactly(folded);
    }

    @Test
    void keepsOfAWordAsManyLettersAsCount() throws IOException {
        assertThat(terms("A".repeat(300) + " " + "\u0416".repeat(300), in -> new Folding(in, LONGEST)))
                .containsExactly("a".repeat(LONGEST), "\u0436".repeat(LONGEST));
    }

    private static List<String> terms(String words, UnaryOperator<TokenStream> filter) throws IOException {
        WhitespaceTokenizer cut = new WhitespaceTokenizer(1_000);
        cut.setReader(new StringReader(words));
        List<String> terms = new ArrayList<>();
        try (TokenStream folded = filter.apply(cut)) {
            CharTermAttribute term = folded.addAttribute(CharTermAttribute.class);
            folded.reset();
            while (folded.incrementToken()) {
                terms.add(term.toString());
            }
            folded.end();
        }
        return terms;
    }
}
