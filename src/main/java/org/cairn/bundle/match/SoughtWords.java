package org.cairn.bundle.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The words that are sought, all at once however many they are.
///
/// A word is found anywhere, also within a longer one; one of fewer than three letters only where it stands alone,
/// unless its letters are such as Chinese ones.
public final class SoughtWords {

    /// A word of an alphabet that is shorter stands alone or is not meant.
    private static final int SHORT = 3;
    /// Two words that are shorter together stand next to each other within others by chance.
    private static final int LONG = 6;

    private final List<String> folded;
    private final List<String> forms = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private final Automaton plain;
    private final Automaton unblanked;
    private final SoughtNumbers numbers;

    /// A place where a word stands.
    ///
    /// @param word which one, from 0
    /// @param start its first folded letter
    /// @param end after its last
    /// @param alone whether it is no part of a longer word
    public record Hit(int word, int start, int end, boolean alone) {}

    /// @param words in any script; one without a letter or digit is never found
    public SoughtWords(List<String> words) {
        folded = words.stream().map(word -> FoldedText.of(word).text()).toList();
        for (int word = 0; word < folded.size(); word++) {
            Set<String> written = new LinkedHashSet<>();
            written.add(folded.get(word));
            // names of several parts are written with a hyphen, with a blank, or as one
            written.add(
                    FoldedText.of(words.get(word).replaceAll("\\p{Pd}", " ")).text());
            String joined = folded.get(word).replace(" ", "");
            if (joined.length() >= LONG) {
                written.add(joined);
            }
            for (String form : written) {
                forms.add(meant(form) ? form : "");
                owners.add(word);
            }
        }
        plain = new Automaton(forms);
        unblanked = new Automaton(folded.stream()
                .map(word -> word.replace(" ", ""))
                .map(word -> word.length() >= SHORT ? word : "")
                .toList());
        numbers = new SoughtNumbers(folded);
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
        plain.run(text.text(), (form, end) -> hit(text.text(), form, end, told));
    }

    /// Tells of every word that stands with a gap between all its letters, and of every number however its digits are
    /// grouped.
    ///
    /// @param told of places in the text before folding
    public void findSpacedOut(FoldedText text, Consumer<Hit> told) {
        FoldedText closed = text.closedUp();
        unblanked.run(closed.text(), (word, end) -> {
            int start = end - folded.get(word).replace(" ", "").length();
            told.accept(new Hit(word, closed.place(start), closed.place(end - 1) + 1, true));
        });
        numbers.find(text, told);
    }

    /// Which words a text holds, in either way.
    public List<Hit> in(CharSequence text) {
        List<Hit> hits = new ArrayList<>();
        FoldedText seen = FoldedText.of(text);
        find(seen, hits::add);
        findSpacedOut(seen, hits::add);
        return hits;
    }

    private void hit(String text, int form, int end, Consumer<Hit> told) {
        int start = end - forms.get(form).length();
        boolean alone = apart(text, start) && apart(text, end);
        if (alone || !onlyAlone(forms.get(form))) {
            told.accept(new Hit(owners.get(form), start, end, alone));
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
        return "SoughtWords";
    }
}
