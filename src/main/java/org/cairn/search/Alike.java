package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;

/// The words that tell most of what a passage or an item is about: often there, and rare among the passages that may be
/// seen. What may not be seen weighs nothing.
final class Alike {

    private static final int WORDS = 12;
    private static final int CANDIDATES = 120;
    private static final int SHORT = 3;
    /// The beginning of a long item says what it is about.
    private static final int MOST_LETTERS = 60_000;

    private static final int MOST_PASSAGES = 20_000;
    private static final Set<String> LANGUAGE = Set.of(Fields.LANGUAGE);
    private static final Set<String> PLACE = Set.of(Fields.PINPOINT);

    private final ClearedSearcher searcher;

    Alike(ClearedSearcher searcher) {
        this.searcher = searcher;
    }

    /// A word with all its forms.
    private static final class Counted {
        private final Map<String, Integer> forms = new HashMap<>();
        private int count;
        private double weight;

        void see(String form) {
            forms.merge(form, 1, Integer::sum);
            count++;
        }

        String form() {
            return forms.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    /// The words as they are written there, the most telling first.
    ///
    /// @param item finds the passages of an item, as far as they may be seen
    /// @param place only this passage of it
    List<String> words(Query item, Optional<Pinpoint> place) throws IOException {
        Map<String, Counted> counted = new HashMap<>();
        StoredFields stored = searcher.storedFields();
        int letters = 0;
        for (ScoreDoc passage : searcher.search(item, MOST_PASSAGES, Sort.INDEXORDER).scoreDocs) {
            if (letters >= MOST_LETTERS || place.isPresent() && !isAt(stored, passage.doc, place.get())) {
                continue;
            }
            Document document = stored.document(passage.doc, LANGUAGE);
            String text = searcher.texts().of(searcher.getIndexReader(), passage.doc);
            String beginning = text.substring(0, Math.min(text.length(), MOST_LETTERS - letters));
            letters += beginning.length();
            count(beginning, Optional.ofNullable(document.get(Fields.LANGUAGE)).map(LanguageTag::new), counted);
        }
        return best(counted);
    }

    private static boolean isAt(StoredFields stored, int passage, Pinpoint place) throws IOException {
        return place.toString().equals(stored.document(passage, PLACE).get(Fields.PINPOINT));
    }

    private List<String> best(Map<String, Counted> counted) throws IOException {
        List<Map.Entry<String, Counted>> often = new ArrayList<>(counted.entrySet());
        often.removeIf(one -> saysLittle(one.getValue().form()));
        often.sort(Comparator.comparing((Map.Entry<String, Counted> one) -> -one.getValue().count)
                .thenComparing(Map.Entry::getKey));
        List<Counted> telling = new ArrayList<>();
        for (Map.Entry<String, Counted> one : often.subList(0, Math.min(CANDIDATES, often.size()))) {
            one.getValue().weight = Math.sqrt(one.getValue().count) * rarity(one.getKey());
            if (one.getValue().weight > 0) {
                telling.add(one.getValue());
            }
        }
        return telling.stream()
                .sorted(Comparator.comparingDouble((Counted one) -> -one.weight).thenComparing(Counted::form))
                .map(Counted::form)
                .distinct()
                .limit(WORDS)
                .toList();
    }

    private static boolean saysLittle(String word) {
        boolean meaning = word.codePoints().anyMatch(Character::isIdeographic);
        return word.length() < (meaning ? 2 : SHORT)
                || SmallWords.has(word)
                || word.codePoints().noneMatch(Character::isLetter);
    }

    /// Among the passages that may be seen; nothing for a word that no other has.
    private double rarity(String word) throws IOException {
        Term term = new Term(Fields.TEXT, word);
        long having = searcher.having(term);
        return having < 2 ? 0 : searcher.rarity(term, having);
    }

    /// By their stems, where they have some: a stem stands at the place of its word.
    private static void count(String text, Optional<LanguageTag> language, Map<String, Counted> counted) {
        try (TokenStream stream = PassageAnalyzer.of(language).tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            String key = "";
            String form = "";
            stream.reset();
            while (stream.incrementToken()) {
                if (step.getPositionIncrement() > 0) {
                    see(counted, key, form);
                    form = text.substring(place.startOffset(), place.endOffset())
                            .toLowerCase(Locale.ROOT);
                }
                if (!Accented.is(term)) {
                    key = term.toString();
                }
            }
            see(counted, key, form);
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void see(Map<String, Counted> counted, String key, String form) {
        if (!form.isEmpty()) {
            counted.computeIfAbsent(key, any -> new Counted()).see(form);
        }
    }
}
