package org.cairn.search;

import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/// What is asked letter by letter, and weighed so.
final class LettersQuery extends Query {

    private final Query letters;

    LettersQuery(Query letters) {
        this.letters = letters;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query plainer = letters.rewrite(searcher);
        return plainer.equals(letters) ? this : new LettersQuery(plainer);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        IndexSearcher weighing = searcher instanceof ClearedSearcher cleared ? cleared.byLetters() : searcher;
        return letters.createWeight(weighing, scoreMode, boost);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        letters.visit(visitor.getSubVisitor(Occur.MUST, this));
    }

    @Override
    public String toString(String field) {
        return "letters";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LettersQuery query && query.letters.equals(letters);
    }

    @Override
    public int hashCode() {
        return 31 * letters.hashCode() + 7;
    }
}
