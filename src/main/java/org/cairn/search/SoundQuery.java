package org.cairn.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/// Passages in which a name stands as names do; shown in the text as the word that it is.
final class SoundQuery extends Query {

    private final Query found;
    private final Query shown;

    /// @param sound the name in [Fields#SOUND]
    /// @param word the same in the text
    SoundQuery(Term sound, Term word) {
        this.found = new TermQuery(sound);
        this.shown = new TermQuery(word);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        Query meant = searcher instanceof ClearedSearcher ? found : shown;
        return meant.createWeight(searcher, scoreMode, boost);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        shown.visit(visitor.getSubVisitor(Occur.MUST, this));
    }

    @Override
    public String toString(String field) {
        return "name";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SoundQuery name && name.found.equals(found) && name.shown.equals(shown);
    }

    @Override
    public int hashCode() {
        return Objects.hash(found, shown);
    }
}
