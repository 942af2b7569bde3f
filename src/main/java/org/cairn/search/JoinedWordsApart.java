package org.cairn.search;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/// Text with a gap where the rules of Unicode would join what people look for apart: an apostrophe (`l'hôpital`,
/// `İstanbul'da`), an underline, a full stop or colon after a letter (`scan_of.contract.pdf`, `case:closed`). Figures
/// keep theirs: `3.5` is one number.
///
/// Behind a Hebrew letter that has another sound with a geresh (`ג'ורג'`, `צ'ה`) an apostrophe is that geresh: nobody's
/// keyboard has one. At the end of a word it may as well be a quotation mark, and [Folding] leaves it out.
///
/// Every letter keeps its place, so that what is found is shown where it stands.
final class JoinedWordsApart extends CharFilter {

    private static final char FIRST_BEYOND_ASCII = '\u0080';

    private static final char GERESH = '\u05F3';
    /// Gimel, zayin, tsadi and its final form: with a geresh they write the sounds of English j, French j and ch.
    private static final String WITH_GERESH = "\u05D2\u05D6\u05E6\u05E5";

    private boolean afterLetter;
    private char before;

    JoinedWordsApart(Reader text) {
        super(text);
    }

    @Override
    public int read(char[] into, int offset, int count) throws IOException {
        int read = input.read(into, offset, count);
        for (int i = offset; i < offset + read; i++) {
            char letter = into[i];
            if (joins(letter)) {
                into[i] = isGeresh(letter) ? GERESH : ' ';
            }
            afterLetter = belongsToAWord(letter);
            before = letter;
        }
        return read;
    }

    private boolean joins(char letter) {
        return switch (letter) {
            case '\'', '\u2019', '\uFF07', '_', '\uFF3F' -> true;
            case '.', ':', '\uFF0E', '\uFF1A' -> afterLetter;
            default -> false;
        };
    }

    private boolean isGeresh(char letter) {
        return (letter == '\'' || letter == '\u2019') && WITH_GERESH.indexOf(before) >= 0;
    }

    private static boolean belongsToAWord(char letter) {
        if (letter < FIRST_BEYOND_ASCII) {
            return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
        }
        return Character.isLetter(letter)
                || Character.isSurrogate(letter)
                || Character.getType(letter) == Character.NON_SPACING_MARK
                || Character.getType(letter) == Character.COMBINING_SPACING_MARK;
    }

    @Override
    protected int correct(int place) {
        return place;
    }
}
