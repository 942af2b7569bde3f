package org.cairn.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands between two points of Tibetan: a root, with letters above and below it, before and behind it.
///
/// @param prefix the silent letter before the root; 0 where there is none
/// @param above the silent letter above it; 0 where there is none
/// @param root the letter that is said, with what stands below it
/// @param vowel `a` where none is written
/// @param suffix the first letter behind it; 0 where there is none
/// @param tail the vowel of a particle that is written with it, as `i` of a genitive; 0 where there is none
/// @param sanskrit whether it is of a word from Sanskrit, of which some say every letter
record TibetanSyllable(char prefix, char above, String root, char vowel, char suffix, char tail, boolean sanskrit) {

    static final char NONE = 0;

    private static final String PREFIXES = "\u0F42\u0F51\u0F56\u0F58\u0F60";
    private static final String ABOVE = "\u0F62\u0F63\u0F66";
    private static final String BELOW = "\u0FB1\u0FB2\u0FB3\u0FAD";
    private static final String SUFFIXES = "\u0F42\u0F44\u0F51\u0F53\u0F56\u0F58\u0F60\u0F62\u0F63\u0F66\u0F7E";
    private static final String SECOND_SUFFIXES = "\u0F66\u0F51";
    /// Those behind which the second suffix s stands.
    private static final String BEFORE_S = "\u0F42\u0F44\u0F56\u0F58";
    private static final char S = '\u0F66';
    private static final char SMALL_A = '\u0F60';
    private static final char SUBJOINED_HA = '\u0FB7';
    private static final char SUBJOINED_WA = '\u0FAD';
    private static final int SUBJOINED = 0x50;

    /// A letter with those below it and the vowel that is written with it.
    private record Stack(char base, String below, char vowel) {
        boolean plain() {
            return below.isEmpty() && vowel == NONE;
        }

        /// Whether a letter that is no part of its sound stands below it.
        boolean carries() {
            return !below.isEmpty() && BELOW.indexOf(below.charAt(0)) < 0 && below.charAt(0) != SUBJOINED_HA;
        }

        /// Whether it ends one syllable and begins another, as in what comes from Sanskrit: `པདྨ`, `ཀརྨ`.
        boolean holdsTwo(List<Stack> before) {
            boolean prefixed = before.size() == 1
                    && before.getFirst().plain()
                    && PREFIXES.indexOf(before.getFirst().base()) >= 0;
            return !before.isEmpty() && carries() && (ABOVE.indexOf(base) < 0 || !prefixed);
        }
    }

    /// The syllables between two points; nothing where it is none, or more than the rules know.
    static List<TibetanSyllable> of(String letters) {
        List<TibetanSyllable> syllables = new ArrayList<>();
        List<Stack> rest = new ArrayList<>();
        for (Stack stack : stacks(letters)) {
            if (stack.holdsTwo(rest)) {
                rest.add(new Stack(stack.base(), "", NONE));
                Optional<TibetanSyllable> first = parsed(rest).map(TibetanSyllable::asFromSanskrit);
                if (first.isEmpty()) {
                    return List.of();
                }
                syllables.add(first.get());
                rest.clear();
                char root = (char) (stack.below().charAt(0) - SUBJOINED);
                rest.add(new Stack(root, stack.below().substring(1), stack.vowel()));
            } else {
                rest.add(stack);
            }
        }
        Optional<TibetanSyllable> last = parsed(rest);
        if (last.isEmpty()) {
            return List.of();
        }
        syllables.add(last.get());
        return syllables;
    }

    private static List<Stack> stacks(String letters) {
        List<Stack> stacks = new ArrayList<>();
        for (char letter : letters.toCharArray()) {
            if (letter >= '\u0F40' && letter <= '\u0F6C' || letter == '\u0F7E') {
                stacks.add(new Stack(letter == '\u0F6A' ? '\u0F62' : letter, "", NONE));
            } else if (stacks.isEmpty()) {
                return List.of();
            } else {
                Stack last = stacks.removeLast();
                char vowel = vowel(letter);
                if (vowel != NONE) {
                    stacks.add(new Stack(last.base(), last.below(), vowel));
                } else if (letter >= '\u0F90' && letter <= '\u0FBC') {
                    stacks.add(new Stack(last.base(), last.below() + below(letter), last.vowel()));
                } else {
                    stacks.add(last);
                }
            }
        }
        return stacks;
    }

    /// Letters below have forms that are written out and mean the same.
    private static char below(char letter) {
        return switch (letter) {
            case '\u0FBA' -> SUBJOINED_WA;
            case '\u0FBB' -> '\u0FB1';
            case '\u0FBC' -> '\u0FB2';
            default -> letter;
        };
    }

    private static char vowel(char letter) {
        return switch (letter) {
            case '\u0F72', '\u0F80' -> 'i';
            case '\u0F74' -> 'u';
            case '\u0F7A', '\u0F7B' -> 'e';
            case '\u0F7C', '\u0F7D' -> 'o';
            default -> NONE;
        };
    }

    private static Optional<TibetanSyllable> parsed(List<Stack> stacks) {
        List<Stack> said = new ArrayList<>(stacks);
        char tail = NONE;
        if (said.size() > 1
                && said.getLast().base() == SMALL_A
                && said.getLast().vowel() != NONE) {
            tail = said.removeLast().vowel();
        }
        if (said.isEmpty()) {
            return Optional.empty();
        }
        int root = root(said);
        List<Stack> behind = said.subList(root + 1, said.size());
        boolean whole = root < 2
                && (root == 0
                        || said.getFirst().plain()
                                && PREFIXES.indexOf(said.getFirst().base()) >= 0)
                && behind.size() < 3
                && behind.stream().allMatch(Stack::plain)
                && (behind.isEmpty() || SUFFIXES.indexOf(behind.getFirst().base()) >= 0)
                && (behind.size() < 2
                        || SECOND_SUFFIXES.indexOf(behind.getLast().base()) >= 0);
        return whole
                ? Optional.of(made(
                        root == 0 ? NONE : said.getFirst().base(),
                        said.get(root),
                        behind.isEmpty() ? NONE : behind.getFirst().base(),
                        tail))
                : Optional.empty();
    }

    private static TibetanSyllable made(char prefix, Stack stack, char suffix, char tail) {
        String below = stack.below().replace(String.valueOf(SUBJOINED_WA), "");
        char vowel = stack.vowel() == NONE ? 'a' : stack.vowel();
        boolean capped = ABOVE.indexOf(stack.base()) >= 0 && stack.carries();
        return capped
                ? new TibetanSyllable(
                        prefix,
                        stack.base(),
                        (char) (below.charAt(0) - SUBJOINED) + below.substring(1),
                        vowel,
                        suffix,
                        tail,
                        false)
                : new TibetanSyllable(prefix, NONE, stack.base() + below, vowel, suffix, tail, false);
    }

    private TibetanSyllable asFromSanskrit() {
        return new TibetanSyllable(prefix, above, root, vowel, suffix, tail, true);
    }

    /// Which of its letters is the root: the one with a vowel or with letters above or below it; of plain letters the
    /// first, unless that is a prefix.
    private static int root(List<Stack> stacks) {
        for (int i = 0; i < stacks.size(); i++) {
            if (!stacks.get(i).plain()) {
                return i;
            }
        }
        boolean prefixed = PREFIXES.indexOf(stacks.getFirst().base()) >= 0;
        return switch (stacks.size()) {
            case 1, 2 -> 0;
            case 3 -> {
                boolean second = stacks.get(2).base() == S
                        && BEFORE_S.indexOf(stacks.get(1).base()) >= 0;
                yield prefixed && !second ? 1 : 0;
            }
            default -> 1;
        };
    }

    /// Whether nothing closes it that is said or written.
    boolean isOpen() {
        return suffix == NONE || suffix == SMALL_A;
    }

    @Override
    public String toString() {
        return "TibetanSyllable";
    }
}
