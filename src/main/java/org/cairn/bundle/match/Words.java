package org.cairn.bundle.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The words that are sought, all at once however many they are.
///
/// A word is found anywhere, also within a longer one; one of fewer than three letters only where it stands alone,
/// unless its letters are such as Chinese ones.
public final class Words {

    /// A word of an alphabet that is shorter stands alone or is not meant.
    private static final int SHORT = 3;

    private final List<String> folded;
    private final Automaton plain;
    private final Automaton unblanked;

    /// A place where a word stands.
    ///
    /// @param word which one, from 0
    /// @param start its first folded letter
    /// @param end after its last
    /// @param alone whether it is no part of a longer word
    public record Hit(int word, int start, int end, boolean alone) {}

    /// @param words in any script; one without a letter or digit is never found
    public Words(List<String> words) {
        folded = words.stream().map(word -> FoldedText.of(word).text()).toList();
        List<String> without = folded.stream().map(word -> word.replace(" ", "")).toList();
        plain = new Automaton(
                folded.stream().map(word -> meant(word) ? word : "").toList());
        unblanked = new Automaton(
                without.stream().map(word -> word.length() >= SHORT ? word : "").toList());
    }

    private static boolean meant(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /// How many they are.
    public int count() {
        return folded.size();
    }

    /// A word as it is sought.
    public String folded(int word) {
        return folded.get(word);
    }

    /// Tells of every place, in the order of their ends.
    public void find(FoldedText text, Consumer<Hit> told) {
        plain.run(text.text(), (word, end) -> hit(text.text(), word, end, told));
    }

    /// Tells of every word that stands with a gap between all its letters.
    ///
    /// @param told of places in the text before folding
    public void findSpacedOut(FoldedText text, Consumer<Hit> told) {
        FoldedText closed = text.closedUp();
        unblanked.run(closed.text(), (word, end) -> {
            int start = end - folded.get(word).replace(" ", "").length();
            told.accept(new Hit(word, closed.place(start), closed.place(end - 1) + 1, true));
        });
    }

    /// Which words a text holds, in either way.
    public List<Hit> in(CharSequence text) {
        List<Hit> hits = new ArrayList<>();
        FoldedText seen = FoldedText.of(text);
        find(seen, hits::add);
        findSpacedOut(seen, hits::add);
        return hits;
    }

    private void hit(String text, int word, int end, Consumer<Hit> told) {
        int start = end - folded.get(word).length();
        boolean alone = apart(text, start) && apart(text, end);
        if (alone || !onlyAlone(folded.get(word))) {
            told.accept(new Hit(word, start, end, alone));
        }
    }

    /// Whether a word begins or ends here.
    private static boolean apart(String text, int at) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        return !Character.isLetterOrDigit(before)
                || !Character.isLetterOrDigit(after)
                || Folding.unparted(before)
                || Folding.unparted(after);
    }

    private static boolean onlyAlone(String word) {
        return word.codePoints().noneMatch(Folding::unparted)
                && word.codePoints().filter(Character::isLetterOrDigit).count() < SHORT;
    }

    @Override
    public String toString() {
        return "Words";
    }
}
