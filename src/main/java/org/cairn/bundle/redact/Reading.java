package org.cairn.bundle.redact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.cairn.drawing.Letter;

/// Letters that stand from left to right, in the order in which they are read.
final class Reading {

    private Reading() {}

    /// The words of one line.
    static List<List<Letter>> order(List<Letter> line) {
        List<List<Letter>> words = new ArrayList<>();
        for (Letter letter : line) {
            if (words.isEmpty() || letter.parted() || words.getLast().getLast().turn() != letter.turn()) {
                words.add(new ArrayList<>());
            }
            words.getLast().add(letter);
        }
        words.replaceAll(Reading::word);
        long backwards = words.stream().filter(Reading::isBackwards).count();
        long forwards = words.stream().filter(Reading::isForwards).count();
        if (backwards > 0 && backwards >= forwards) {
            Collections.reverse(words);
            turnBack(words, word -> !isBackwards(word) && isForwards(word));
        } else if (backwards > 0) {
            turnBack(words, Reading::isBackwards);
        }
        return words;
    }

    /// The letters of one word: what runs from right to left is turned round, what runs the other way within it not.
    static List<Letter> word(List<Letter> letters) {
        List<Letter> order = new ArrayList<>(letters);
        if (isBackwards(letters)) {
            Collections.reverse(order);
            turnBack(order, letter -> forwards(letter.text()));
        }
        return order;
    }

    private static <T> void turnBack(List<T> order, Predicate<T> against) {
        for (int i = 0; i < order.size(); i++) {
            int end = i;
            while (end < order.size() && against.test(order.get(end))) {
                end++;
            }
            Collections.reverse(order.subList(i, end));
            i = Math.max(i, end - 1);
        }
    }

    static boolean isBackwards(List<Letter> letters) {
        return letters.stream()
                .anyMatch(letter -> letter.text().codePoints().anyMatch(c -> {
                    byte way = Character.getDirectionality(c);
                    return way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                            || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
                }));
    }

    private static boolean isForwards(List<Letter> letters) {
        return letters.stream().anyMatch(letter -> forwards(letter.text()));
    }

    private static boolean forwards(String text) {
        byte way = text.isEmpty() ? -1 : Character.getDirectionality(text.codePointAt(0));
        return way == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || way == Character.DIRECTIONALITY_EUROPEAN_NUMBER
                || way == Character.DIRECTIONALITY_ARABIC_NUMBER;
    }
}
