package org.cairn.search;

import com.ibm.icu.lang.UScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;

/// Puts a word of Latin letters with its marks, where it has some, beside the word without them: who asks for `má`
/// means
/// neither `ma` nor `mả`, and finds them all the same, further down.
final class Accented extends Beside {

    /// What every word with its marks begins with, so that nobody who looks for a word finds it.
    static final char MARK = '\u0002';

    private static final char FIRST_WITH_MARKS = '\u00C0';

    private final Stemming.Written written;

    /// @param words folded, made of `written`
    Accented(TokenStream words, Stemming.Written written) {
        super(words);
        this.written = written;
    }

    @Override
    String beside() {
        return step.getPositionIncrement() > 0 ? form(written).orElse("") : "";
    }

    /// Whether a term stands beside a word for its marks. A word of nothing but a stretched line is folded to nothing.
    static boolean is(CharSequence term) {
        return !term.isEmpty() && term.charAt(0) == MARK;
    }

    /// A word as it stands beside the one without marks; nothing for a word that has none, or of other letters.
    static Optional<String> form(CharSequence word) {
        boolean marked = false;
        for (int i = 0; i < word.length() && !marked; i++) {
            marked = word.charAt(i) >= FIRST_WITH_MARKS;
        }
        if (!marked || word.length() > PassageAnalyzer.LONGEST) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        boolean latin = plain.codePoints()
                .allMatch(letter -> UScript.getScript(letter) == UScript.LATIN
                        || UScript.getScript(letter) == UScript.INHERITED
                        || Character.isDigit(letter));
        return latin ? Optional.of(MARK + plain) : Optional.empty();
    }
}
