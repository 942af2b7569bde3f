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
    private static final Pattern SEPARATOR = Pattern.compile("[" + MARKS + "]");
    private static final Pattern TRAILING = Pattern.compile("[.:!?'’-]+$");

    private Codes() {}

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
            String piece = TRAILING.matcher(text.substring(start, end)).replaceFirst("");
            if (looksLikeOne(piece)) {
                codes.add(lowered(piece));
            }
        }
    }

    private static int endOfPiece(String text, int start) {
        int end = start;
        while (end < text.length() && !parts(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean parts(char letter) {
        return letter <= ' ' ? " \t\n\u000B\f\r".indexOf(letter) >= 0 : PARTING.indexOf(letter) >= 0;
    }

    /// Most pieces are plain words: they are seen through without a pattern.
    private static boolean marked(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (MARKS.indexOf(text.charAt(i)) >= 0) {
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
        boolean marked = SEPARATOR.matcher(word).find();
        return marked && (word.indexOf('@') >= 0 || word.codePoints().anyMatch(Character::isDigit));
    }

    static String lowered(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
