package org.cairn.search;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// E-mail addresses, case numbers, registrations: what the analyser would cut and people look for whole.
final class Codes {

    private static final int LONGEST = 100;
    private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{N}][^\\s\"<>()\\[\\]{},;،؛、。，；（）«»“”„]*");
    private static final Pattern SEPARATOR = Pattern.compile("[-/_.#:@+&=]");
    private static final Pattern TRAILING = Pattern.compile("[.:!?'’-]+$");

    private Codes() {}

    /// Every code in a text, in lower case.
    static Set<String> in(String text) {
        Set<String> codes = new LinkedHashSet<>();
        Matcher pieces = PIECE.matcher(text);
        while (pieces.find()) {
            if (pieces.end() - pieces.start() <= LONGEST) {
                String piece = TRAILING.matcher(pieces.group()).replaceFirst("");
                if (looksLikeOne(piece)) {
                    codes.add(lowered(piece));
                }
            }
        }
        return codes;
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
