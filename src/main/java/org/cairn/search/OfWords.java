package org.cairn.search;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;

/// Tells queries for words alone from those that have to compare the places of words, look at texts, or leave out what
/// has some.
final class OfWords {

    private OfWords() {}

    /// Whether what a query finds, and the scores of it, come from lists of passages alone.
    static boolean alone(Query query) {
        return switch (query) {
            case TermQuery word -> true;
            case SynonymQuery words -> true;
            case SoundQuery name -> name.isOfWords();
            case AsOne name -> alone(name.ways());
            case TermInSetQuery values -> true;
            case PointRangeQuery range -> true;
            case MatchNoDocsQuery nothing -> true;
            case BoostQuery boosted -> alone(boosted.getQuery());
            case ConstantScoreQuery constant -> alone(constant.getQuery());
            case DisjunctionMaxQuery any -> any.getDisjuncts().stream().allMatch(OfWords::alone);
            case BooleanQuery all ->
                all.clauses().stream().allMatch(clause -> clause.occur() != Occur.MUST_NOT && alone(clause.query()));
            default -> false;
        };
    }
}
