package org.cairn.search;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.cairn.names.Sounds;

/// Hears how the words sound that can be names, while a text is cut into words for other reasons.
final class NamesHeard extends TokenFilter {

    private static final int SHORTEST = 2;

    private final String text;
    private final NameSounds sounds;
    private final Set<String> heard;
    private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

    /// @param heard is given what each name is in the index
    NamesHeard(TokenStream words, String text, NameSounds sounds, Set<String> heard) {
        super(words);
        this.text = text;
        this.sounds = sounds;
        this.heard = heard;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        int start = place.startOffset();
        int end = place.endOffset();
        if (step.getPositionIncrement() > 0 && end - start >= SHORTEST && standsAsName(text.charAt(start))) {
            heard.addAll(sounds.terms(text.substring(start, end)));
        }
        return true;
    }

    /// Most words are seen through by their first letter.
    private static boolean standsAsName(char first) {
        if (first < '\u0080') {
            return first >= 'A' && first <= 'Z';
        }
        return Sounds.canBeName(String.valueOf(first));
    }
}
