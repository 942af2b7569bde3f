package org.cairn.names;

import com.ibm.icu.lang.UScript;
import java.text.Normalizer;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether two words of Arabic letters may be one name: where both are written in the same script, it tells more than
/// their sound in Latin letters does.
///
/// Foreign names are spelled with one letter or another (غورباتشوف and جورباتشوف), native ones with the same; these
/// differ by a long vowel alone (محمد and محمود, حسن and حسين), or by a letter that writes g elsewhere (جمال and كمال).
///
/// What a letter may stand for is the last column of the table of letters: consonants, apart as Arabic has them; `u`
/// and `i` for long vowels, of which the same twice counts once; `y` and `a` for a last ي and ة. Alef, which old
/// spellings leave out, is nothing.
public final class ArabicSpelling {

    private static final Letters LETTERS = Letters.spelled("arabic");

    private static final int ARTICLE = 2;
    private static final int SHORTEST_BEHIND_ARTICLE = 3;
    /// Longer ones are foreign names, which are written with long vowels or without.
    private static final int NATIVE = 6;
    /// Of other languages, for sounds that Arabic does not have.
    private static final String FOREIGN = "پچژگڤۋڭڕڵٹڈڑ";
    private static final char UYGHUR_I = 'ى';

    private ArabicSpelling() {}

    /// False where both are of Arabic letters without all their vowels, and are spelled too differently.
    public static boolean mayBeSame(String one, String other) {
        String plain = Normalizer.normalize(one, Normalizer.Form.NFKC);
        String otherPlain = Normalizer.normalize(other, Normalizer.Form.NFKC);
        if (!isArabic(plain) || !isArabic(otherPlain)) {
            return true;
        }
        boolean foreign = isForeign(plain) || isForeign(otherPlain);
        Set<String> spelled = spelled(plain, foreign);
        return spelled(otherPlain, foreign).stream().anyMatch(spelled::contains);
    }

    private static boolean isArabic(String word) {
        return !word.isEmpty()
                && UScript.getScript(word.codePointAt(0)) == UScript.ARABIC
                && !Sounds.writesVowels(word)
                // in Arabic it only stands last
                && word.chars().limit(word.length() - 1L).noneMatch(letter -> letter == UYGHUR_I);
    }

    private static boolean isForeign(String word) {
        return withoutArticle(word).chars().filter(Character::isLetter).count() > NATIVE
                || word.chars().anyMatch(letter -> FOREIGN.indexOf(letter) >= 0);
    }

    /// The ways it may be read, with what may be an article and without.
    private static Set<String> spelled(String word, boolean foreign) {
        return Stream.of(word, withoutArticle(word))
                .flatMap(part -> LETTERS.readings(part).stream())
                .map(reading -> foreign ? asForeign(reading) : reading)
                .collect(Collectors.toSet());
    }

    private static String withoutArticle(String word) {
        return word.startsWith("\u0627\u0644") && word.length() >= ARTICLE + SHORTEST_BEHIND_ARTICLE
                ? word.substring(ARTICLE)
                : word;
    }

    /// Without long vowels, and with one class for all the letters that write a foreign g.
    private static String asForeign(String reading) {
        StringBuilder left = new StringBuilder();
        for (char letter : reading.toCharArray()) {
            char one = switch (letter) {
                case 'j', 'g', 'v' -> 'k';
                default -> letter;
            };
            boolean again = !left.isEmpty() && left.charAt(left.length() - 1) == one;
            if (one != 'u' && one != 'i' && !again) {
                left.append(one);
            }
        }
        return left.toString();
    }
}
