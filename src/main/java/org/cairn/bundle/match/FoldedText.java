package org.cairn.bundle.match;

import java.util.Arrays;

/// A text as it is sought in: folded letter by letter, each blank one blank, words that a line's end parted joined.
public final class FoldedText {

    private final String text;
    private final int[] places;

    private FoldedText(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    /// Folds a text.
    public static FoldedText of(CharSequence text) {
        StringBuilder folded = new StringBuilder(text.length());
        int[] places = new int[text.length() + 8];
        StringBuilder one = new StringBuilder(8);
        boolean blank = false;
        boolean parted = false;
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            one.setLength(0);
            Folding.append(one, c);
            boolean line = c == '\n' || c == '\r' || c == 0x2028;
            if (line && parted) {
                blank = false; // what a hyphen parts at a line's end is one word
            } else if (one.length() == 1 && one.charAt(0) == ' ') {
                blank = !folded.isEmpty();
            } else if (!one.isEmpty()) {
                int first = one.codePointAt(0);
                if (blank && !(Folding.unparted(before) && Folding.unparted(first))) {
                    places = put(folded, places, " ", i);
                }
                places = put(folded, places, one, i);
                before = one.codePointBefore(one.length());
                blank = false;
            }
            parted = hyphen(c) || parted && (line || one.length() == 1 && one.charAt(0) == ' ');
            i += Character.charCount(c);
        }
        return new FoldedText(folded.toString(), Arrays.copyOf(places, folded.length()));
    }

    private static int[] put(StringBuilder folded, int[] places, CharSequence some, int place) {
        int needed = folded.length() + some.length();
        int[] enough = needed > places.length ? Arrays.copyOf(places, needed * 2) : places;
        Arrays.fill(enough, folded.length(), needed, place);
        folded.append(some);
        return enough;
    }

    private static boolean hyphen(int c) {
        return c == 0xAD || c != 0x2014 && Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    /// The folded letters.
    public String text() {
        return text;
    }

    /// Where in the text before folding a folded letter comes from.
    public int place(int folded) {
        return places[folded];
    }

    /// The words that somebody wrote with a gap between all their letters, closed up, one a line; often empty.
    FoldedText closedUp() {
        StringBuilder joined = new StringBuilder();
        int[] from = new int[text.length() + 1];
        for (int i = 0; i < text.length(); ) {
            int end = spacedOut(i);
            if (end > i + 4) {
                for (int at = i; at < end; at += 2) {
                    from[joined.length()] = places[at];
                    joined.append(text.charAt(at));
                }
                from[joined.length()] = places[end - 1];
                joined.append('\n');
                i = end;
            } else {
                i++;
            }
        }
        return new FoldedText(joined.toString(), Arrays.copyOf(from, joined.length()));
    }

    /// The end of a run of single letters with a blank between each two, or its own start where there is none.
    private int spacedOut(int start) {
        if (start > 0 && text.charAt(start - 1) != ' ') {
            return start;
        }
        int end = start;
        int at = start;
        while (at < text.length()
                && Character.isLetterOrDigit(text.charAt(at))
                && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)))) {
            end = at + 1;
            if (at + 1 == text.length() || text.charAt(at + 1) != ' ') {
                break;
            }
            at += 2;
        }
        return end;
    }

    @Override
    public String toString() {
        return "FoldedText";
    }
}
