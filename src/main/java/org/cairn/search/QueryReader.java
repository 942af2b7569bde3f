package org.cairn.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.cairn.dates.Said;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.search.SearchRequest;
import org.cairn.search.QueryWords.Word;

/// Understands a query: words and "phrases" (all must be there), `AND OR NOT ( )`, `wild*`, `field:value`.
///
/// Grammar, loosest first: `either = all (OR all)*`, `all = one ([AND] one)*`, `one = NOT one | ( either ) | word`.
final class QueryReader {

    private static final int DEEPEST = 100;
    private static final float SMALL_WEIGHT = 0.4f;
    private static final int MOST_WORDS = 300;

    private final Meaning meaning;
    private final List<Word> words;
    private final int end;
    private int next;
    private int depth;

    private QueryReader(String query, Meaning meaning) {
        this.meaning = meaning;
        this.words = QueryWords.split(query);
        this.end = query.length();
        words.stream().filter(Word::asks).skip(MOST_WORDS).findFirst().ifPresent(word -> {
            throw new ArchiveException.QueryNotUnderstood(word.at(), "tooLong");
        });
    }

    /// The query that some words mean; all passages when there are none.
    ///
    /// @throws ArchiveException.QueryNotUnderstood with the place and a reason
    static Query read(String query, Analyzer analyzer) {
        return read(SearchRequest.of(query), analyzer);
    }

    /// The query of a request, with its dates as whoever looks says them.
    static Query read(SearchRequest request, Analyzer analyzer) {
        Said said = Said.in(request.language(), "").on(request.on());
        return read(request.query(), new Meaning(analyzer, (days, at) -> Limits.days(days, at, said)));
    }

    /// The same query, whatever days it asks for.
    static Query readWhenever(String query, Analyzer analyzer) {
        return read(query, new Meaning(analyzer, (days, at) -> new MatchAllDocsQuery()));
    }

    private static Query read(String query, Meaning meaning) {
        QueryReader reader = new QueryReader(query, meaning);
        if (reader.words.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        Query whole = reader.either();
        if (reader.next < reader.words.size()) {
            throw new ArchiveException.QueryNotUnderstood(
                    reader.words.get(reader.next).at(), "unexpectedBracket");
        }
        return whole;
    }

    private Query either() {
        List<Query> some = new ArrayList<>();
        some.add(alternative());
        while (takes(Word.Kind.OR)) {
            some.add(alternative());
        }
        if (some.size() == 1) {
            return some.getFirst() instanceof BoostQuery small ? small.getQuery() : some.getFirst();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        some.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    /// A small word among others weighs less, and is found all the same.
    private Query alternative() {
        int first = next;
        Query query = all();
        boolean small = next == first + 1 && words.get(first).small();
        return small ? new BoostQuery(query, SMALL_WEIGHT) : query;
    }

    private Query all() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int wanted = 0;
        int unwanted = 0;
        Query only = new MatchNoDocsQuery();
        do {
            boolean negated = takes(Word.Kind.NOT);
            Query one = one();
            if (one instanceof MatchNoDocsQuery && !negated) {
                // a mark without letters asks for nothing
                continue;
            }
            all.add(one, negated ? Occur.MUST_NOT : Occur.MUST);
            wanted += negated ? 0 : 1;
            unwanted += negated ? 1 : 0;
            only = one;
        } while (continues());
        if (wanted == 1 && unwanted == 0) {
            return only;
        }
        if (wanted == 0 && unwanted > 0) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return wanted + unwanted == 0 ? new MatchNoDocsQuery() : all.build();
    }

    /// Whether another operand follows; an AND between two is taken as read.
    private boolean continues() {
        if (takes(Word.Kind.AND)) {
            return true;
        }
        return next < words.size()
                && words.get(next).kind() != Word.Kind.OR
                && words.get(next).kind() != Word.Kind.CLOSE;
    }

    private Query one() {
        if (next >= words.size()) {
            throw new ArchiveException.QueryNotUnderstood(end, "missingOperand");
        }
        Word word = words.get(next);
        next++;
        return switch (word.kind()) {
            case OPEN -> bracket(word);
            case NOT -> without(word);
            case WORD, PHRASE -> meaning.of(word);
            case AND, OR -> throw new ArchiveException.QueryNotUnderstood(word.at(), "missingOperand");
            case CLOSE -> throw new ArchiveException.QueryNotUnderstood(word.at(), "unexpectedBracket");
        };
    }

    private Query without(Word not) {
        deeper(not);
        Query unwanted = one();
        depth--;
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.MUST)
                .add(unwanted, Occur.MUST_NOT)
                .build();
    }

    private Query bracket(Word open) {
        deeper(open);
        Query inside = either();
        if (!takes(Word.Kind.CLOSE)) {
            throw new ArchiveException.QueryNotUnderstood(open.at(), "unclosedBracket");
        }
        depth--;
        return inside;
    }

    private void deeper(Word into) {
        depth++;
        if (depth > DEEPEST) {
            throw new ArchiveException.QueryNotUnderstood(into.at(), "tooDeep");
        }
    }

    private boolean takes(Word.Kind kind) {
        if (next < words.size() && words.get(next).kind() == kind) {
            next++;
            return true;
        }
        return false;
    }
}
