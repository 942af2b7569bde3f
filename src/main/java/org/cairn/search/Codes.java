package org.cairn.search;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// E-mail addresses, case numbers, registrations: what the analyser would cut and people look for whole.
final class Codes {

    private static final int LONGEST = 100;
    private static final String PARTING = "\"<>()[]{},;،؛、。，；（）«»“”„";
    private static final String MARKS = "-/_.#:@+&=";
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");
    private static final String TRAILING = ".:!?'’-";

    private static final boolean[] PARTS = table(" \t\n\u000B\f\r" + PARTING);
    private static final boolean[] IS_MARK = table(MARKS);

    private Codes() {}

    /// Every letter of every text is looked up: in a table of the first letters, which most are.
    private static boolean[] table(String letters) {
        boolean[] table = new boolean[128];
        letters.chars().filter(letter -> letter < table.length).forEach(letter -> table[letter] = true);
        return table;
    }

    /// Every code in a text, in lower case.
    static Set<String> in(String text) {
        Set<String> codes = new LinkedHashSet<>();
        int start = 0;
        while (start < text.length()) {
            int end = endOfPiece(text, start);
            if (end > start && marked(text, start, end)) {
                add(codes, text, firstLetter(text, start, end), end);
            }
            start = end + 1;
        }
        return codes;
    }

    private static void add(Set<String> codes, String text, int start, int end) {
        if (start < end && end - start <= LONGEST) {
            String piece = text.substring(start, withoutTrailing(text, start, end));
            if (looksLikeOne(piece)) {
                codes.add(lowered(piece));
            }
        }
    }

    private static int withoutTrailing(String text, int start, int end) {
        int kept = end;
        while (kept > start && TRAILING.indexOf(text.charAt(kept - 1)) >= 0) {
            kept--;
        }
        return kept;
    }

    private static int endOfPiece(String text, int start) {
        int end = start;
        while (end < text.length() && !parts(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean parts(char letter) {
        return letter < PARTS.length ? PARTS[letter] : PARTING.indexOf(letter) >= 0;
    }

    /// Most pieces are plain words: they are seen through without a pattern.
    private static boolean marked(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char letter = text.charAt(i);
            if (letter < IS_MARK.length && IS_MARK[letter]) {
                return true;
            }
        }
        return false;
    }

    private static int firstLetter(String text, int start, int end) {
        Matcher letter = LETTER.matcher(text).region(start, end);
        return letter.find() ? letter.start() : end;
    }

    /// An address, or letters and digits held together by marks.
    static boolean looksLikeOne(String word) {
        return marked(word, 0, word.length())
                && (word.indexOf('@') >= 0 || word.codePoints().anyMatch(Character::isDigit));
    }

    static String lowered(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
