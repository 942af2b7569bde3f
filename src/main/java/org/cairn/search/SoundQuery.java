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

/// Passages in which a name stands as names do; shown in the text as the word, or the words, that it is.
final class SoundQuery extends Query {

    private final Query found;
    private final Query shown;

    /// @param sound the name in [Fields#SOUND]
    /// @param word the same in the text
    SoundQuery(Term sound, Term word) {
        this(new TermQuery(sound), new TermQuery(word));
    }

    /// @param found what asks the index
    /// @param shown what asks a text alone, that has no names by their sounds
    SoundQuery(Query found, Query shown) {
        this.found = found;
        this.shown = shown;
    }

    /// Whether it asks for nothing but words.
    boolean isOfWords() {
        return OfWords.alone(found) && OfWords.alone(shown);
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query plainer = found.rewrite(searcher);
        Query plainerShown = shown.rewrite(searcher);
        return plainer.equals(found) && plainerShown.equals(shown) ? this : new SoundQuery(plainer, plainerShown);
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
