package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The words that a great part of an index's passages have, in whatever language. Where two of them stand side by side
/// the index keeps the pair as one more word ([FrequentPairs]), so that a phrase of such words need not be looked for
/// in nearly every passage ([PairedPhrase]).
///
/// Which they are is looked up when the index has grown fourfold. What was frequent once remains so, and passages that
/// were taken in before a word became frequent have no pairs of it: each passage says how many looks came before it.
final class FrequentWords {

    /// With fewer passages every question is quick.
    static final int FIRST_LOOK = 1_000;

    private static final int GROWN = 4;
    /// One passage of so many has a frequent word.
    private static final int ONE_OF = 6;
    /// More words would make more pairs than they save: those of one look, and of all.
    private static final int MOST_NEW = 64;

    private static final int MOST = 200;

    static final FrequentWords NONE = new FrequentWords(List.of(), 0);

    private final List<Set<String>> ofLooks;
    private final int lookedAt;
    private final CharArrayMap<String> byLetters = new CharArrayMap<>(MOST, false);

    /// @param ofLooks the words of each look that were not known before
    /// @param lookedAt how many passages there were at the last look
    private FrequentWords(List<Set<String>> ofLooks, int lookedAt) {
        this.ofLooks = ofLooks;
        this.lookedAt = lookedAt;
        ofLooks.forEach(ofLook -> ofLook.forEach(word -> byLetters.put(word, word)));
    }

    /// How many looks the passages that are taken in now know of.
    int looks() {
        return ofLooks.size();
    }

    /// After which look a word was known; 0 for one that is not frequent.
    int since(String word) {
        for (int look = 0; look < ofLooks.size(); look++) {
            if (ofLooks.get(look).contains(word)) {
                return look + 1;
            }
        }
        return 0;
    }

    /// The word of some letters; nothing where it is not frequent.
    @Nullable
    String get(char[] letters, int length) {
        return byLetters.get(letters, 0, length);
    }

    boolean isLookDue(int passages) {
        return passages >= FIRST_LOOK && passages / GROWN >= lookedAt;
    }

    /// The same after another look at all passages.
    FrequentWords looked(IndexReader reader) throws IOException {
        Set<String> known = new HashSet<>();
        ofLooks.forEach(known::addAll);
        Set<String> found = frequent(reader).entrySet().stream()
                .filter(word -> !known.contains(word.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Math.min(MOST_NEW, MOST - known.size()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Set<String>> looks = new ArrayList<>(ofLooks);
        if (!found.isEmpty()) {
            looks.add(found);
        }
        return new FrequentWords(looks, reader.numDocs());
    }

    /// Whatever is frequent in all is frequent in one of its parts.
    private static Map<String, Integer> frequent(IndexReader reader) throws IOException {
        Set<BytesRef> candidates = new HashSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(Fields.TEXT);
            TermsEnum words = terms == null ? TermsEnum.EMPTY : terms.iterator();
            for (BytesRef word = words.next(); word != null; word = words.next()) {
                if (isOften(words.docFreq(), leaf.reader().maxDoc()) && isWord(word)) {
                    candidates.add(BytesRef.deepCopyOf(word));
                }
            }
        }
        Map<String, Integer> frequent = new HashMap<>();
        for (BytesRef word : candidates) {
            int having = reader.docFreq(new Term(Fields.TEXT, word));
            if (isOften(having, reader.maxDoc())) {
                frequent.put(word.utf8ToString(), having);
            }
        }
        return frequent;
    }

    private static boolean isOften(int having, int all) {
        return (long) having * ONE_OF > all;
    }

    /// And nothing that stands beside one, nor what is folded to several words (U+FDFA is four).
    private static boolean isWord(BytesRef term) {
        return term.length > 0
                && Byte.toUnsignedInt(term.bytes[term.offset]) > Accented.MARK
                && term.utf8ToString().chars().noneMatch(Character::isWhitespace);
    }

    /// As the index's commit keeps them: the passages of the last look, and a line of words for each look.
    String written() {
        return lookedAt
                + ofLooks.stream().map(look -> "\n" + String.join(" ", look)).collect(Collectors.joining());
    }

    /// Reads what [#written] wrote; none where nothing was.
    static FrequentWords read(@Nullable String written) {
        if (written == null) {
            return NONE;
        }
        String[] lines = written.split("\n");
        List<Set<String>> looks = Arrays.stream(lines)
                .skip(1)
                .<Set<String>>map(line -> new LinkedHashSet<>(List.of(line.split(" "))))
                .toList();
        return new FrequentWords(looks, Integer.parseInt(lines[0]));
    }

    @Override
    public String toString() {
        return "FrequentWords " + looks();
    }
}
