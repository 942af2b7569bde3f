package org.cairn.bundle.redact;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cairn.domain.Area;
import org.cairn.drawing.Box;
import org.cairn.drawing.Letter;
import org.cairn.drawing.Size;

/// Which letters of a page stay when some areas of it are painted over: those of words that touch none, that lie on the
/// page and that can be seen on it.
///
/// A word goes whole. Where words are not parted, as in Chinese, each letter is a word; in Tibetan each syllable.
final class Removal {

    /// So much of a letter's size may reach under a box: nobody paints to the thousandth.
    private static final double HAIR = 0.06;
    private static final double THINNEST_HAIR = 0.35;
    private static final double SHARE = 0.3;
    /// Words under a scan seldom stand exactly where they are seen.
    private static final double BESIDE = 0.5;
    private static final double ABOVE = 0.12;

    private final Size size;
    private final List<Area> areas;
    private final Predicate<Box> seen;

    /// @param size of the page, in points
    /// @param seen whether there is anything to be seen in a place, before it is painted over
    Removal(Size size, List<Area> areas, Predicate<Box> seen) {
        this.size = size;
        this.areas = areas;
        this.seen = seen;
    }

    /// The places of the letters that stay.
    Set<Integer> staying(List<Letter> letters) {
        Set<Integer> staying = new HashSet<>();
        int start = 0;
        for (int i = 1; i <= letters.size(); i++) {
            if (i == letters.size() || !together(letters.get(i - 1), letters.get(i))) {
                if (stays(letters.subList(start, i))) {
                    for (int at = start; at < i; at++) {
                        staying.add(at);
                    }
                }
                start = i;
            }
        }
        return staying;
    }

    private static boolean together(Letter before, Letter after) {
        return before.line() == after.line()
                && before.turn() == after.turn()
                && !after.parted()
                && !alone(before)
                && !alone(after)
                && !before.text().endsWith("་");
    }

    private static boolean alone(Letter letter) {
        UnicodeScript script = UnicodeScript.of(letter.text().codePointAt(0));
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }

    private boolean stays(List<Letter> word) {
        return word.stream().allMatch(letter -> onPage(letter.box()))
                && word.stream().noneMatch(letter -> areas.stream().anyMatch(area -> touches(letter, area)))
                && word.stream().anyMatch(letter -> seen.test(letter.box()));
    }

    /// More than half of it.
    private static boolean onPage(Box box) {
        double x = box.x() + box.width() / 2;
        double y = box.y() + box.height() / 2;
        return x >= 0 && x <= 1 && y >= 0 && y <= 1;
    }

    private boolean touches(Letter letter, Area area) {
        double hair = Math.max(THINNEST_HAIR, letter.size() * HAIR);
        Box box = letter.box();
        double across = Math.min(hair / size.width(), SHARE * Math.min(box.width(), area.width()));
        double down = Math.min(hair / size.height(), SHARE * Math.min(box.height(), area.height()));
        if (letter.unseen()) {
            across = -BESIDE * letter.size() / size.width();
            down = -ABOVE * letter.size() / size.height();
        }
        return Math.min(box.x() + box.width(), area.right()) - Math.max(box.x(), area.x()) > across
                && Math.min(box.y() + box.height(), area.bottom()) - Math.max(box.y(), area.y()) > down;
    }

    /// The stretches of letters that stay, each without a gap, in the order in which they came.
    static List<List<Letter>> stretches(List<Letter> letters, Set<Integer> staying) {
        List<List<Letter>> stretches = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            if (!staying.contains(i)) {
                continue;
            }
            boolean follows = i > 0
                    && staying.contains(i - 1)
                    && !letters.get(i).parted()
                    && letters.get(i).line() == letters.get(i - 1).line()
                    && letters.get(i).turn() == letters.get(i - 1).turn();
            if (!follows) {
                stretches.add(new ArrayList<>());
            }
            stretches.getLast().add(letters.get(i));
        }
        return stretches;
    }
}
