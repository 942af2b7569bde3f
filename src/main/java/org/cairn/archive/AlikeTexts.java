package org.cairn.archive;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.reading.Passage;

/// The texts of two items that look alike, sentence beside sentence.
///
/// How lines were broken does not count: the same letter is broken otherwise in every format it was saved in.
///
/// @param pairs in the order of the item that came later
/// @param cut whether the texts go on after what is compared
public record AlikeTexts(List<Differences.Pair> pairs, boolean cut) {

    /// More would be read by nobody at once, and would keep somebody waiting.
    private static final int MOST_SENTENCES = 3_000;

    private static final int MOST_LETTERS = 1_000_000;

    /// What has no ends of sentences, as a list has none, is taken line by line.
    private static final int LONGEST_SENTENCE = 400;

    private static final Pattern BROKEN_LINE = Pattern.compile("(?<!\n)\n(?!\n)");
    private static final Pattern GAPS = Pattern.compile("\\s+");

    public AlikeTexts {
        pairs = List.copyOf(pairs);
    }

    /// What one text says otherwise than the other.
    static AlikeTexts between(List<Passage> earlier, List<Passage> later, LanguageTag language) {
        Sentences ours = Sentences.of(earlier, language);
        Sentences theirs = Sentences.of(later, language);
        return new AlikeTexts(Differences.between(ours.all(), theirs.all(), language), ours.cut() || theirs.cut());
    }

    private record Sentences(List<String> all, boolean cut) {

        static Sentences of(List<Passage> passages, LanguageTag language) {
            StringBuilder text = new StringBuilder();
            int taken = 0;
            while (taken < passages.size() && text.length() < MOST_LETTERS) {
                // where a page ends, a sentence need not
                text.append(passages.get(taken++).text().replace("\r\n", "\n")).append('\n');
            }
            BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language.tag()));
            List<String> all = new ArrayList<>();
            add(text.toString(), breaks, all);
            boolean cut = taken < passages.size() || all.size() > MOST_SENTENCES;
            return new Sentences(all.subList(0, Math.min(all.size(), MOST_SENTENCES)), cut);
        }

        private static void add(String text, BreakIterator breaks, List<String> all) {
            // as long as before: what is found in one is at the same place in the other
            String joined = BROKEN_LINE.matcher(text).replaceAll(" ");
            breaks.setText(joined);
            int from = breaks.first();
            for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
                if (to - from > LONGEST_SENTENCE) {
                    text.substring(from, to).lines().forEach(line -> keep(line, all));
                } else {
                    keep(joined.substring(from, to), all);
                }
                from = to;
            }
        }

        private static void keep(String sentence, List<String> all) {
            String plain = GAPS.matcher(sentence).replaceAll(" ").strip();
            if (!plain.isEmpty()) {
                all.add(plain);
            }
        }

        @Override
        public String toString() {
            return "Sentences " + all.size();
        }
    }

    @Override
    public String toString() {
        return "AlikeTexts " + pairs.size();
    }
}
