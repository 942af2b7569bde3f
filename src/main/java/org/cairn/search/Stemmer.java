package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Takes the endings off the words of one language, in one thread; words come back all the time, so that it remembers
/// some.
final class Stemmer {

    private static final int REMEMBERED = 30_000;
    /// No ending is taken off what is no word.
    private static final int LONGEST = 60;

    private final Language language;
    private final Locale locale;
    private final OneWord word = new OneWord();
    private final TokenStream endings;
    private final CharTermAttribute ended;
    private final Folding folding;
    private final CharTermAttribute foldedStem;
    private final OneWord unfolded = new OneWord();
    private final Map<String, String> known = new HashMap<>();

    Stemmer(Language language) {
        this.language = language;
        this.locale = Locale.forLanguageTag(language.tag());
        this.endings = language.endings(word);
        this.ended = endings.addAttribute(CharTermAttribute.class);
        this.folding = new Folding(unfolded, LONGEST);
        this.foldedStem = folding.addAttribute(CharTermAttribute.class);
    }

    /// The stem of a word, folded.
    ///
    /// @param written as it stands in the text
    /// @param folded the same, folded
    String stem(CharSequence written, CharSequence folded) {
        if (written.length() > LONGEST) {
            return folded.toString();
        }
        String key = written.toString();
        String before = known.get(key);
        if (before != null) {
            return before;
        }
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        String stem = stemmed(key, folded.toString());
        known.put(key, stem);
        return stem;
    }

    private String stemmed(String written, String folded) {
        String given = language.takesFolded() ? folded : lowered(written);
        try {
            word.say(given);
            String stem = endings.incrementToken() ? ended.toString() : given;
            unfolded.say(stem);
            return folding.incrementToken() && foldedStem.length() > 0 ? foldedStem.toString() : folded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lowered(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC);
        return plain.toLowerCase(locale);
    }

    /// A text of one word.
    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        void say(String word) {
            term.setEmpty().append(word);
        }

        @Override
        public boolean incrementToken() {
            return true;
        }
    }
}
