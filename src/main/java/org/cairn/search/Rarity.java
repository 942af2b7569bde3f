package org.cairn.search;

/// How much it says that a passage has something: the rarer it is among the passages that may be seen, the more.
final class Rarity {

    private Rarity() {}

    /// As BM25 weighs it (Lucene's form, which is never below nothing).
    ///
    /// @param having how many passages have it
    /// @param all how many there are
    static double of(long having, long all) {
        return Math.log(1 + (all - having + 0.5) / (having + 0.5));
    }
}
