package org.cairn.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/// All ways to write one name. Lucene refuses a query of more than 1,024 parts, of which a list of names would have as
/// many as all their spellings: here each name is one. How many spellings a name has is bounded where they are found.
final class AsOne extends Query {

    private final Query ways;

    AsOne(Query ways) {
        this.ways = ways;
    }

    Query ways() {
        return ways;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query plainer = ways.rewrite(searcher);
        return plainer.equals(ways) ? this : new AsOne(plainer);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        return searcher.createWeight(ways, scoreMode, boost);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        Set<Term> terms = new HashSet<>();
        ways.visit(QueryVisitor.termCollector(terms));
        terms.removeIf(term -> !visitor.acceptField(term.field()));
        if (!terms.isEmpty()) {
            visitor.consumeTerms(this, terms.toArray(Term[]::new));
        }
    }

    @Override
    public String toString(String field) {
        return "one name";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AsOne one && one.ways.equals(ways);
    }

    @Override
    public int hashCode() {
        return 31 * AsOne.class.hashCode() + ways.hashCode();
    }
}
