package org.cairn.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/// What stands from left to right, in the order in which it is read: letters of a word and words of a line alike.
///
/// Where more is written from right to left, it is read from there; what runs the other way within it, such as a number
/// or a name in other letters, keeps its own order.
final class ReadingOrder {

    private ReadingOrder() {}

    private enum Way {
        LEFT_TO_RIGHT,
        RIGHT_TO_LEFT,
        NEITHER
    }

    static <T> List<T> of(List<T> seen, Function<T, String> text) {
        List<Way> ways = seen.stream().map(text).map(ReadingOrder::way).toList();
        if (!ways.contains(Way.RIGHT_TO_LEFT)) {
            return seen;
        }
        long backwards = ways.stream().filter(Way.RIGHT_TO_LEFT::equals).count();
        long forwards = seen.stream().map(text).filter(ReadingOrder::lettered).count() - backwards;
        List<T> order = new ArrayList<>(seen);
        List<Way> along = new ArrayList<>(ways);
        Way against = Way.RIGHT_TO_LEFT;
        if (backwards >= forwards) {
            Collections.reverse(order);
            Collections.reverse(along);
            against = Way.LEFT_TO_RIGHT;
        }
        turnBack(order, along, against);
        return order;
    }

    /// Turns the runs that go against the others.
    private static <T> void turnBack(List<T> order, List<Way> ways, Way against) {
        for (int at = 0; at < ways.size(); at++) {
            if (ways.get(at) == against) {
                int last = at;
                for (int i = at + 1; i < ways.size() && (ways.get(i) == against || ways.get(i) == Way.NEITHER); i++) {
                    last = ways.get(i) == against ? i : last;
                }
                Collections.reverse(order.subList(at, last + 1));
                at = last;
            }
        }
    }

    private static boolean lettered(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    private static Way way(String text) {
        Way found = Way.NEITHER;
        for (int i = 0; i < text.length(); i++) {
            switch (Character.getDirectionality(text.charAt(i))) {
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return Way.RIGHT_TO_LEFT;
                }
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT,
                        Character.DIRECTIONALITY_EUROPEAN_NUMBER,
                        Character.DIRECTIONALITY_ARABIC_NUMBER -> found = Way.LEFT_TO_RIGHT;
                default -> {
                    // a mark or a sign goes with what is around it
                }
            }
        }
        return found;
    }
}
