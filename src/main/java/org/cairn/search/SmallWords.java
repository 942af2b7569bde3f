package org.cairn.search;

import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/// Words such as "the" and "of": where a question's words are joined by OR, they say little about what is asked.
///
/// They are indexed, found and counted as all others are; among alternatives they weigh less, that is all.
final class SmallWords {

    private static final CharArraySet ALL = new CharArraySet(1_500, false);

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
    }

    private SmallWords() {}

    static boolean has(String word) {
        return ALL.contains(word.toLowerCase(Locale.ROOT));
    }
}
