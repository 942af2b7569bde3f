package org.cairn.search;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Folds away what people write in more than one way: case, accents, vowel marks and presentation forms (Unicode UTR
/// 30), letters that look or sound the same and are typed for each other, traditional characters.
///
/// A geresh at the end of a Hebrew word is left out: nobody can tell it from a closing quotation mark (`'הארץ'`), and
/// who asks for a letter with one (`סעיף ג'`) means the same as who leaves it out.
///
/// Most words of most texts are of plain letters, which need none of the tables: they are seen through first.
final class Folding extends TokenFilter {

    private static final Normalizer2 NORMALIZER = ICUFoldingFilter.NORMALIZER;
    private static final Transliterator SIMPLIFY = Transliterator.getInstance("Traditional-Simplified");
    /// A dictionary of tens of thousands of rules is asked once for each character.
    private static final Map<Integer, String> SIMPLIFIED = new ConcurrentHashMap<>();

    /// Vowel marks of Arabic as letters of their own, standing alone or on a stroke.
    private static final char FIRST_SHOWN_MARK = '\uFE70';

    private static final char LAST_SHOWN_MARK = '\uFE7F';

    private static final char TATWEEL = '\u0640';
    /// What a geresh is folded to.
    private static final char GERESH = '\'';
    private static final char FIRST_VARIANT = '\u0131';
    private static final char FIRST_HAN = '\u2E80';

    private final int longest;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final StringBuilder folded = new StringBuilder();

    /// @param longest letters of a word that count
    Folding(TokenStream in, int longest) {
        super(in);
        this.longest = longest;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (isPlain()) {
            term.setLength(Math.min(term.length(), longest));
        } else {
            leaveOutShownMarks();
            normalize();
            sameLetters();
            simplify();
        }
        return true;
    }

    /// Lowers plain letters where they stand.
    private boolean isPlain() {
        char[] letters = term.buffer();
        int length = term.length();
        for (int i = 0; i < length; i++) {
            char letter = letters[i];
            if (letter >= 'A' && letter <= 'Z') {
                letters[i] = (char) (letter + ('a' - 'A'));
            } else if (!(letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9')) {
                return false;
            }
        }
        return true;
    }

    /// A mark that stands alone in old type and in the text of some PDF files is a space with a mark to Unicode: the
    /// space would part nothing, and stay in the word.
    private void leaveOutShownMarks() {
        char[] letters = term.buffer();
        int length = term.length();
        int kept = 0;
        for (int i = 0; i < length; i++) {
            if (letters[i] < FIRST_SHOWN_MARK || letters[i] > LAST_SHOWN_MARK) {
                letters[kept] = letters[i];
                kept++;
            }
        }
        term.setLength(kept);
    }

    private void normalize() {
        int right = NORMALIZER.spanQuickCheckYes(term);
        if (right < term.length()) {
            folded.setLength(0);
            folded.append(term, 0, right);
            NORMALIZER.normalizeSecondAndAppend(folded, term.subSequence(right, term.length()));
            term.setEmpty().append(folded);
        }
    }

    private void sameLetters() {
        char[] letters = term.buffer();
        int length = Math.min(term.length(), longest);
        int kept = 0;
        for (int i = 0; i < length; i++) {
            char letter = same(letters[i]);
            if (letter != TATWEEL) {
                letters[kept] = letter;
                kept++;
            }
        }
        term.setLength(endsWithGeresh(letters, kept) ? kept - 1 : kept);
    }

    private static boolean endsWithGeresh(char[] letters, int length) {
        return length > 1 && letters[length - 1] == GERESH && UScript.getScript(letters[length - 2]) == UScript.HEBREW;
    }

    private static char same(char letter) {
        if (letter < FIRST_VARIANT) {
            return letter;
        }
        return switch (letter) {
            case '\u0131' -> 'i'; // dotless i
            case '\u0649', '\u06CC' -> '\u064A'; // alef maksura and Persian yeh
            case '\u06A9' -> '\u0643'; // Persian kaf
            // teh marbuta, heh of Uyghur and Urdu, the vowel that Kurdish and Uyghur are also typed with heh for
            case '\u0629', '\u06BE', '\u06C1', '\u06D5' -> '\u0647';
            case '\u05F4' -> '"'; // gershayim
            default -> letter;
        };
    }

    /// The words of Chinese are single characters; other scripts pass by untouched.
    private void simplify() {
        if (term.length() == 0 || term.charAt(0) < FIRST_HAN) {
            return;
        }
        int character = Character.codePointAt(term.buffer(), 0, term.length());
        if (UScript.getScript(character) == UScript.HAN) {
            if (Character.charCount(character) == term.length()) {
                term.setEmpty().append(SIMPLIFIED.computeIfAbsent(character, Folding::simplified));
            } else {
                String simple = SIMPLIFY.transliterate(term.toString());
                term.setEmpty().append(simple);
            }
        }
    }

    private static String simplified(int character) {
        return SIMPLIFY.transliterate(Character.toString(character));
    }
}
