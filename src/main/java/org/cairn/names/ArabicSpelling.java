package org.cairn.names;

import com.ibm.icu.lang.UScript;

/// Whether two words of Arabic letters may be one name: where both are written in the same script, it tells more than
/// their sound in Latin letters does.
///
/// Foreign names are spelled with one letter or another (غورباتشوف and جورباتشوف), native ones with the same; these
/// differ by a long vowel alone (محمد and محمود, حسن and حسين).
public final class ArabicSpelling {

    private static final int ARTICLE = 2;
    private static final int SHORTEST_BEHIND_ARTICLE = 3;
    /// Longer ones are foreign names, which are written with long vowels or without.
    private static final int NATIVE = 6;

    private ArabicSpelling() {}

    /// False where both are of Arabic letters without all their vowels, and are spelled too differently.
    public static boolean mayBeSame(String one, String other) {
        if (!isArabic(one) || !isArabic(other)) {
            return true;
        }
        String bare = withoutArticle(one);
        String otherBare = withoutArticle(other);
        boolean foreign = Math.max(bare.length(), otherBare.length()) > NATIVE;
        return consonants(bare).equals(consonants(otherBare))
                && (foreign || longVowels(bare).equals(longVowels(otherBare)));
    }

    private static boolean isArabic(String word) {
        return !word.isEmpty()
                && UScript.getScript(word.codePointAt(0)) == UScript.ARABIC
                && !Sounds.writesVowels(word);
    }

    private static String withoutArticle(String word) {
        return word.startsWith("\u0627\u0644") && word.length() >= ARTICLE + SHORTEST_BEHIND_ARTICLE
                ? word.substring(ARTICLE)
                : word;
    }

    /// In classes of letters that are written for each other in foreign names.
    private static String consonants(String word) {
        StringBuilder classes = new StringBuilder();
        String letters = word.replace("\u062A\u0634", "\u0686");
        for (int i = 0; i < letters.length(); i++) {
            char one = consonant(letters.charAt(i), i == letters.length() - 1);
            boolean again = !classes.isEmpty() && classes.charAt(classes.length() - 1) == one;
            if (one != '-' && !again) {
                classes.append(one);
            }
        }
        return classes.toString();
    }

    private static char consonant(char letter, boolean last) {
        return switch (letter) {
            case 'ب', 'پ' -> 'b';
            case 'ت', 'ط', 'ٹ' -> 't';
            case 'د', 'ض', 'ڈ' -> 'd';
            case 'ذ', 'ز', 'ظ' -> 'z';
            case 'س', 'ص', 'ث' -> 's';
            case 'ش' -> 'x';
            case 'چ' -> 'c';
            case 'ژ' -> 'j';
            case 'ج', 'گ', 'غ', 'ق', 'ك', 'ک' -> 'k';
            case 'خ' -> 'q';
            case 'ح' -> 'h';
            case 'ه', 'ھ', 'ہ' -> last ? '-' : 'e';
            case 'ف', 'ڤ' -> 'f';
            case 'ر', 'ڑ' -> 'r';
            case 'ل' -> 'l';
            case 'م' -> 'm';
            case 'ن' -> 'n';
            default -> '-';
        };
    }

    /// But for the last letter, which is typed in two ways.
    private static String longVowels(String word) {
        StringBuilder vowels = new StringBuilder();
        for (int i = 0; i < word.length() - 1; i++) {
            switch (word.charAt(i)) {
                case 'و', 'ؤ' -> vowels.append('u');
                case 'ي', 'ی', 'ئ', 'ى' -> vowels.append('i');
                default -> {
                    // no long vowel, or alef, which old spellings leave out
                }
            }
        }
        return vowels.toString();
    }
}
