package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.util.IOUtils;

/// Words such as "the" and "of": where a question's words are joined by OR, they say little about what is asked.
///
/// They are indexed, found and counted as all others are; among alternatives they weigh less, that is all.
final class SmallWords {

    private static final CharArraySet ALL = new CharArraySet(1_500, false);
    private static final CharArraySet ARABIC = ArabicAnalyzer.getDefaultStopSet();
    private static final CharArraySet NO_NAMES = new CharArraySet(2_500, false);

    /// What Arabic writes together with the word behind it: and, so, in, to, as.
    private static final String JOINED = "\u0648\u0641\u0628\u0644\u0643";

    static {
        Stream.of(
                        EnglishAnalyzer.getDefaultStopSet(),
                        GermanAnalyzer.getDefaultStopSet(),
                        FrenchAnalyzer.getDefaultStopSet(),
                        SpanishAnalyzer.getDefaultStopSet(),
                        RussianAnalyzer.getDefaultStopSet(),
                        TurkishAnalyzer.getDefaultStopSet(),
                        ArabicAnalyzer.getDefaultStopSet(),
                        PersianAnalyzer.getDefaultStopSet(),
                        GreekAnalyzer.getDefaultStopSet())
                .forEach(ALL::addAll);
        NO_NAMES.addAll(ALL);
        Stream.of(HindiAnalyzer.getDefaultStopSet(), SoraniAnalyzer.getDefaultStopSet(), english())
                .forEach(NO_NAMES::addAll);
    }

    private SmallWords() {}

    private static CharArraySet english() {
        try {
            return WordlistLoader.getSnowballWordSet(IOUtils.requireResourceNonNull(
                    SnowballFilter.class.getResourceAsStream("english_stop.txt"), "english_stop.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a word is one of those that hold sentences together, also where Arabic joins another to it: they are
    /// written so often that some name always sounds like one.
    static boolean isNoName(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return NO_NAMES.contains(small)
                || small.length() > 2 && JOINED.indexOf(small.charAt(0)) >= 0 && NO_NAMES.contains(small.substring(1));
    }

    /// Whether it holds sentences together in Arabic: beside a name other languages' small words may be another.
    static boolean isArabic(String word) {
        return ARABIC.contains(word);
    }

    static boolean has(String word) {
        return ALL.contains(word.toLowerCase(Locale.ROOT));
    }
}
