package org.cairn.bundle.match;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.cairn.bundle.match.SoughtWords.Hit;

/// Numbers among the words that are sought, as of telephones: everybody groups their digits in another way, and leaves
/// out the country or not.
final class SoughtNumbers {

    /// A shorter number is too often part of something else.
    private static final int FEWEST = 7;
    /// So many digits at its end are a number by themselves, whatever is written before them.
    private static final int ENOUGH = 9;
    /// The longest that a telephone may have is 15 (ITU-T E.164), and a few zeros to dial before it.
    private static final int LONGEST = 18;

    private static final String BETWEEN = " +()/.";

    private final Automaton digits;
    private final List<String> sought;
    /// What is written before them, as the country.
    private final List<String> before;
    private final boolean any;

    /// @param folded the words as they are sought
    SoughtNumbers(List<String> folded) {
        List<String> whole = folded.stream().map(SoughtNumbers::number).toList();
        sought = whole.stream()
                .map(number -> number.substring(Math.max(0, number.length() - ENOUGH)))
                .toList();
        before = whole.stream()
                .map(number -> number.substring(0, Math.max(0, number.length() - ENOUGH)))
                .toList();
        any = sought.stream().anyMatch(number -> !number.isEmpty());
        digits = new Automaton(sought);
    }

    /// The digits of a word that is nothing but a number; else nothing.
    private static String number(String word) {
        StringBuilder number = new StringBuilder();
        for (char c : word.toCharArray()) {
            if (isDigit(c)) {
                number.append(c);
            } else if (BETWEEN.indexOf(c) < 0) {
                return "";
            }
        }
        int length = number.length();
        return length < FEWEST || length > LONGEST ? "" : number.toString();
    }

    /// @param told of places in the text before folding
    void find(FoldedText text, Consumer<Hit> told) {
        if (!any) {
            return;
        }
        Groups groups = Groups.of(text);
        digits.run(groups.digits(), (word, end) -> {
            int start = end - sought.get(word).length();
            boolean whole = groups.begins(start) && groups.ends(end);
            boolean ofOther = sought.get(word).length() >= ENOUGH && groups.ends(end);
            if (whole || ofOther) {
                int from = groups.from(start, before.get(word));
                told.accept(new Hit(word, text.place(groups.at(from)), text.place(groups.at(end - 1)) + 1, true));
            }
        });
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// The digits of a text without what stands between their groups.
    ///
    /// @param digits a line for each row of groups
    /// @param places where each comes from in the folded text
    private record Groups(String digits, int[] places) {

        static Groups of(FoldedText folded) {
            String text = folded.text();
            StringBuilder digits = new StringBuilder();
            int[] places = new int[text.length() + 1];
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean parts = !isDigit(c) && BETWEEN.indexOf(c) < 0;
                if (isDigit(c)) {
                    places[digits.length()] = i;
                    digits.append(c);
                } else if (parts && !digits.isEmpty() && digits.charAt(digits.length() - 1) != '\n') {
                    places[digits.length()] = i;
                    digits.append('\n');
                }
            }
            return new Groups(digits.toString(), Arrays.copyOf(places, digits.length()));
        }

        /// Where a number begins, with what is written before it and the group that it stands in.
        int from(int start, String before) {
            int from = digits.startsWith(before, start - before.length()) ? start - before.length() : start;
            while (!begins(from)) {
                from--;
            }
            return from;
        }

        int at(int digit) {
            return places[digit];
        }

        boolean begins(int digit) {
            return digit == 0 || digits.charAt(digit - 1) == '\n' || places[digit - 1] + 1 < places[digit];
        }

        boolean ends(int digit) {
            return digit == digits.length() || digits.charAt(digit) == '\n' || places[digit - 1] + 1 < places[digit];
        }
    }
}
