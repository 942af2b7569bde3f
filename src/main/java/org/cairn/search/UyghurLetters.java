package org.cairn.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Writes Uyghur in Latin letters (ULY, 2008), so that a word is the same in both scripts.
final class UyghurLetters extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final StringBuilder latin = new StringBuilder();

    UyghurLetters(TokenStream in) {
        super(in);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        latin.setLength(0);
        for (int i = 0; i < term.length(); i++) {
            write(term.charAt(i));
        }
        if (!latin.isEmpty()) {
            term.setEmpty().append(latin);
        }
        return true;
    }

    private void write(char letter) {
        switch (letter) {
            case '\u0626' -> latin.append(""); // hamza only carries a vowel
            case '\u0627' -> latin.append('a');
            case '\u06D5' -> latin.append('e');
            case '\u0628' -> latin.append('b');
            case '\u067E' -> latin.append('p');
            case '\u062A' -> latin.append('t');
            case '\u062C' -> latin.append('j');
            case '\u0686' -> latin.append("ch");
            case '\u062E' -> latin.append('x');
            case '\u062F' -> latin.append('d');
            case '\u0631' -> latin.append('r');
            case '\u0632' -> latin.append('z');
            case '\u0698' -> latin.append("zh");
            case '\u0633' -> latin.append('s');
            case '\u0634' -> latin.append("sh");
            case '\u063A' -> latin.append("gh");
            case '\u0641' -> latin.append('f');
            case '\u0642' -> latin.append('q');
            case '\u0643', '\u06A9' -> latin.append('k');
            case '\u06AF' -> latin.append('g');
            case '\u06AD' -> latin.append("ng");
            case '\u0644' -> latin.append('l');
            case '\u0645' -> latin.append('m');
            case '\u0646' -> latin.append('n');
            case '\u0647', '\u06BE' -> latin.append('h');
            case '\u0648' -> latin.append('o');
            case '\u06C7' -> latin.append('u');
            case '\u06C6' -> latin.append('\u00F6');
            case '\u06C8' -> latin.append('\u00FC');
            case '\u06CB' -> latin.append('w');
            case '\u06D0' -> latin.append('\u00EB');
            case '\u0649' -> latin.append('i');
            case '\u064A', '\u06CC' -> latin.append('y');
            default -> latin.append(letter);
        }
    }
}
