package org.cairn.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The small words that passages of one language were made of: a passage that has hardly any of them may be of another.
///
/// In running text about every third word is one of the language's few commonest, so that a glance tells what asking
/// the model tells, at a hundredth of its cost.
final class Wording {

    private static final int LONGEST_WORD = 5;
    private static final int COMMONEST = 60;
    /// A word that was seen once says nothing of a language.
    private static final int SEEN_OFTEN = 3;
    /// A passage with so much less of them than was usual is asked about.
    private static final double MUCH_LESS = 0.5;
    /// So few words tell nothing.
    private static final int FEW = 20;

    private final Map<String, Integer> seen = new HashMap<>();
    private Set<String> common = Set.of();
    private double learned;
    private double learnedAmong;

    /// Learns from a passage of the language.
    void learn(String passage) {
        Words words = new Words(passage);
        while (words.next()) {
            if (words.small()) {
                seen.merge(words.word(), 1, Integer::sum);
            }
        }
        common = new HashSet<>(seen.entrySet().stream()
                .filter(entry -> entry.getValue() >= SEEN_OFTEN)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(COMMONEST)
                .map(Map.Entry::getKey)
                .toList());
        Share share = share(passage);
        learned += share.known();
        learnedAmong += share.words();
    }

    /// Whether a passage is made of the same small words. Where too little was learned to tell, it is not.
    boolean fits(String passage) {
        Share share = share(passage);
        return share.words() >= FEW
                && learned > 0
                && share.known() / share.words() >= MUCH_LESS * learned / learnedAmong;
    }

    private record Share(double known, double words) {}

    private Share share(String passage) {
        int known = 0;
        int all = 0;
        Words words = new Words(passage);
        while (words.next()) {
            all++;
            if (words.small() && common.contains(words.word())) {
                known++;
            }
        }
        return new Share(known, all);
    }

    /// Runs of letters, one after another.
    private static final class Words {
        private final String text;
        private int start;
        private int end;

        Words(String text) {
            this.text = text;
        }

        boolean next() {
            start = end;
            while (start < text.length() && !Character.isLetter(text.charAt(start))) {
                start++;
            }
            end = start;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            return end > start;
        }

        boolean small() {
            return end - start <= LONGEST_WORD;
        }

        String word() {
            return text.substring(start, end);
        }
    }
}
