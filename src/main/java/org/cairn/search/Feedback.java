package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.cairn.domain.LanguageTag;

/// Ranks what a question of many words finds a second time: words that the best passages have in common count a little.
///
/// It finds nothing that the words of the question do not find, and hides nothing. (Rocchio's relevance feedback, with
/// the best passages taken for the right ones.)
final class Feedback {

    private static final int BEST = 10;
    private static final int WORDS = 15;
    /// How rare a word is among the passages that may be seen is asked of so many words only.
    private static final int CANDIDATES = 60;

    private static final float WEIGHT = 0.12f;
    private static final int IN_SEVERAL = 2;
    private static final int SHORT = 3;
    /// The beginning of a very long passage says what it is about.
    private static final int LONGEST = 20_000;

    private static final Set<String> LANGUAGE = Set.of(Fields.LANGUAGE);

    private final ClearedSearcher searcher;

    Feedback(ClearedSearcher searcher) {
        this.searcher = searcher;
    }

    /// @param asked the question
    /// @param narrowed the same, within what may be found
    Query ranked(Query asked, Query narrowed) throws IOException {
        List<Map.Entry<String, Double>> words = words(searcher.search(narrowed, BEST).scoreDocs);
        if (words.isEmpty()) {
            return asked;
        }
        double most = words.getFirst().getValue();
        BooleanQuery.Builder ranked = new BooleanQuery.Builder().add(asked, Occur.MUST);
        for (Map.Entry<String, Double> word : words) {
            Query one = new TermQuery(new Term(Fields.TEXT, word.getKey()));
            ranked.add(new BoostQuery(one, (float) (WEIGHT * word.getValue() / most)), Occur.SHOULD);
        }
        return ranked.build();
    }

    private List<Map.Entry<String, Double>> words(ScoreDoc[] best) throws IOException {
        Map<String, Double> shares = new HashMap<>();
        Map<String, Integer> having = new HashMap<>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc passage : best) {
            String text = searcher.texts().of(searcher.getIndexReader(), passage.doc);
            Map<String, Integer> counts = counts(text, stored.document(passage.doc, LANGUAGE));
            double length = counts.values().stream().mapToInt(Integer::intValue).sum();
            counts.forEach((word, count) -> {
                shares.merge(word, count / length * passage.score, Double::sum);
                having.merge(word, 1, Integer::sum);
            });
        }
        shares.keySet().removeIf(word -> having.getOrDefault(word, 0) < IN_SEVERAL || saysLittle(word));
        Map<String, Double> weighed = new HashMap<>();
        for (Map.Entry<String, Double> share : first(shares, CANDIDATES)) {
            weighed.put(share.getKey(), share.getValue() * rarity(share.getKey()));
        }
        return first(weighed, WORDS);
    }

    private static List<Map.Entry<String, Double>> first(Map<String, Double> weights, int most) {
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .toList();
    }

    private static boolean saysLittle(String word) {
        return word.length() < SHORT || SmallWords.has(word) || Character.isDigit(word.charAt(0));
    }

    /// Among the passages that may be seen.
    private double rarity(String word) throws IOException {
        Term term = new Term(Fields.TEXT, word);
        long having = searcher.having(term);
        return having < 1 ? 0 : searcher.rarity(term, having);
    }

    /// How often each word is in a passage: its stem, where it has one.
    private static Map<String, Integer> counts(String text, Document passage) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST));
        Optional<LanguageTag> language =
                Optional.ofNullable(passage.get(Fields.LANGUAGE)).map(LanguageTag::new);
        Map<String, Integer> counts = new HashMap<>();
        try (TokenStream stream = PassageAnalyzer.of(language).tokenStream(Fields.TEXT, beginning)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            String word = "";
            stream.reset();
            while (stream.incrementToken()) {
                if (Accented.is(term)) {
                    continue;
                }
                if (step.getPositionIncrement() == 0) {
                    counts.computeIfPresent(word, (known, count) -> count > 1 ? count - 1 : null);
                    if (SmallWords.has(word)) {
                        continue;
                    }
                }
                word = term.toString();
                counts.merge(word, 1, Integer::sum);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counts;
    }
}
