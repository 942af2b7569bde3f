package org.cairn.search;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.cairn.names.Sounds;
import org.cairn.names.Tibetan;

/// Hears how the words sound that can be names, while a text is cut into words for other reasons.
final class NamesHeard extends TokenFilter {

    private static final int SHORTEST = 2;
    private static final int BEGINNING = 2_000;
    /// Fewer capitals may be a name and nothing else.
    private static final int LONG = 40;

    private final String text;
    private final boolean capitals;
    private final NameSounds sounds;
    private final Set<String> heard;
    private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

    /// @param heard is given what each name is in the index
    NamesHeard(TokenStream words, String text, NameSounds sounds, Set<String> heard) {
        super(words);
        this.text = text;
        this.capitals = isInCapitals(text);
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
        if (step.getPositionIncrement() > 0 && end - start >= SHORTEST && standsAsName(text.codePointAt(start))) {
            String word = text.substring(start, end);
            if (!capitals || !isOfCapitals(word)) {
                heard.addAll(sounds.terms(word));
            }
        }
        return true;
    }

    /// Where all is in capitals, they tell no names from other words.
    private static boolean isInCapitals(String text) {
        int great = 0;
        int small = 0;
        for (int i = 0; i < Math.min(text.length(), BEGINNING); i++) {
            great += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
            small += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
        }
        return great > small && great > LONG;
    }

    private static boolean isOfCapitals(String word) {
        return word.chars().anyMatch(Character::isUpperCase) && word.chars().noneMatch(Character::isLowerCase);
    }

    /// Most words are seen through by their first letter. Tibetan names are several of the words that a text is
    /// cut into, and need no sounds in the index ([TibetanNames]).
    private static boolean standsAsName(int first) {
        if (first < '\u0080') {
            return first >= 'A' && first <= 'Z';
        }
        return Sounds.canBeginName(first) && !Tibetan.isLetter(first);
    }
}
