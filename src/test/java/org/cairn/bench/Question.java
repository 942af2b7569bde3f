package org.cairn.bench;

import java.util.ArrayList;
import java.util.List;

/// A question as each program wants it written.
///
/// @param plain as we and Lucene's own parser read it
record Question(Kind kind, String plain, String fts5, String recoll) {

    /// What is asked for. `FACET` asks for words of nearly every passage, and for those of one type.
    enum Kind {
        TERM,
        BOOLEAN,
        PHRASE,
        FACET,
        WILD
    }

    /// From frequent to rare, of four scripts.
    private static final int[] RANKS = {5, 47, 208, 1_009, 5_003, 20_007};

    /// Words frequent and rare, both with AND and OR and NOT, phrases as they stand in the text, words in nearly every
    /// passage, beginnings of words.
    static List<Question> all(MadeItems items) {
        List<Question> all = new ArrayList<>();
        for (int rank : RANKS) {
            String word = items.ranked(rank);
            all.add(word(Kind.TERM, word));
            all.add(both(word, items.ranked(rank + 3)));
            all.add(either(Kind.BOOLEAN, word, items.ranked(rank / 2 + 1)));
            all.add(without(word, items.ranked(rank + 1)));
            String[] words = items.page(rank % items.passages()).split("[ .]+");
            all.add(phrase(words[4] + " " + words[5]));
            all.add(ofPhotos(word));
            all.add(beginning(word.substring(0, 3)));
        }
        all.add(phrase(items.ranked(0) + " " + items.ranked(1)));
        all.add(phrase(words(items, 2, 0, 1)));
        all.add(word(Kind.FACET, items.ranked(0)));
        all.add(word(Kind.FACET, items.ranked(1)));
        all.add(either(Kind.FACET, items.ranked(0), items.ranked(2)));
        all.add(ofPhotos(items.ranked(0)));
        all.add(beginning(items.ranked(100).substring(0, 2)));
        all.add(beginning(items.ranked(1_000).substring(0, 1)));
        return all;
    }

    /// What somebody types first: the first letters of words of four scripts.
    static List<String> beginnings(MadeItems items) {
        List<String> beginnings = new ArrayList<>();
        for (int rank : new int[] {5, 17, 18, 19, 208, 1_007, 1_008, 1_009}) {
            String word = items.ranked(rank);
            for (int letters = 1; letters <= Math.min(6, word.length()); letters++) {
                beginnings.add(word.substring(0, letters));
            }
        }
        return beginnings;
    }

    static Question word(Kind kind, String word) {
        return new Question(kind, word, quoted(word), word);
    }

    private static Question both(String one, String other) {
        return new Question(
                Kind.BOOLEAN, one + " AND " + other, quoted(one) + " AND " + quoted(other), one + " " + other);
    }

    private static Question either(Kind kind, String one, String other) {
        return new Question(kind, one + " OR " + other, quoted(one) + " OR " + quoted(other), one + " OR " + other);
    }

    private static Question without(String one, String other) {
        return new Question(
                Kind.BOOLEAN, one + " AND NOT " + other, quoted(one) + " NOT " + quoted(other), one + " -" + other);
    }

    private static Question phrase(String words) {
        return new Question(Kind.PHRASE, quoted(words), quoted(words), quoted(words));
    }

    private static Question beginning(String letters) {
        return new Question(Kind.WILD, letters + "*", quoted(letters) + "*", letters + "*");
    }

    /// Recoll knows no type of ours: its photos lie in a folder of their own.
    private static Question ofPhotos(String word) {
        return new Question(
                Kind.FACET, word + " AND type:photo", quoted(word) + " AND type:photo", word + " dir:photo");
    }

    private static String words(MadeItems items, int... ranks) {
        List<String> words = new ArrayList<>();
        for (int rank : ranks) {
            words.add(items.ranked(rank));
        }
        return String.join(" ", words);
    }

    private static String quoted(String words) {
        return '"' + words + '"';
    }
}
