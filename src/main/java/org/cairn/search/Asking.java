package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchAnswer.Unseen;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;

/// One question, asked of one state of the index.
final class Asking {

    private final IndexSearcher searcher;
    private final Analyzer analyzer;

    Asking(IndexSearcher searcher, Analyzer analyzer) {
        this.searcher = searcher;
        this.analyzer = analyzer;
    }

    SearchAnswer answer(SearchRequest request, Protection clearance) throws IOException {
        Query words = QueryReader.read(request.query(), analyzer);
        Query narrowed = narrowed(words, request.filter(), clearance);
        ItemCollector items = new ItemCollector(request.sort(), request.offset() + request.limit());
        searcher.search(narrowed, items);
        Snippets snippets = new Snippets(searcher, analyzer);
        List<Hit> hits = new ArrayList<>();
        for (ItemCollector.Item item : items.best().stream().skip(request.offset()).toList()) {
            hits.add(hit(item, words, narrowed, request.passages(), snippets));
        }
        return new SearchAnswer(items.total(), hits, items.facets(), new Unseen(0, 0, 0));
    }

    private Hit hit(ItemCollector.Item item, Query words, Query narrowed, int passages, Snippets snippets)
            throws IOException {
        Document document = searcher.storedFields().document(item.document());
        String reference = document.get(Fields.REFERENCE);
        return new Hit(
                Reference.parse(reference),
                document.get(Fields.TITLE),
                document.get(Fields.TYPE),
                Optional.ofNullable(document.get(Fields.DATE)),
                Optional.ofNullable(document.get(Fields.LANGUAGE)).map(LanguageTag::new),
                Protection.valueOf(document.get(Fields.PROTECTION)),
                item.score(),
                snippets.of(words, best(reference, narrowed, passages)));
    }

    /// The item's own best passages.
    private int[] best(String reference, Query narrowed, int passages) throws IOException {
        Query inside = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.REFERENCE, reference)), Occur.FILTER)
                .add(narrowed, Occur.MUST)
                .build();
        ScoreDoc[] found = searcher.search(inside, Math.max(1, passages)).scoreDocs;
        return Arrays.stream(found).limit(passages).mapToInt(one -> one.doc).toArray();
    }

    private static Query narrowed(Query words, Filter filter, Protection clearance) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(words, Occur.MUST);
        all.add(new ConstantScoreQuery(QueryReader.upTo(clearance)), Occur.FILTER);
        among(all, Fields.KIND, filter.kinds().stream().map(kind -> kind.code()).toList());
        among(all, Fields.TYPE, List.copyOf(filter.types()));
        among(all, Fields.LANGUAGE, filter.languages().stream().map(LanguageTag::tag).toList());
        among(all, Fields.PROTECTION, filter.protections().stream().map(Protection::name).toList());
        filter.within().ifPresent(reference -> among(all, Fields.REFERENCE, List.of(reference.toString())));
        if (filter.from().isPresent() || filter.to().isPresent()) {
            all.add(QueryReader.overlap(filter.from(), filter.to()), Occur.FILTER);
        }
        return all.build();
    }

    private static void among(BooleanQuery.Builder all, String field, List<String> values) {
        if (!values.isEmpty()) {
            all.add(new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()), Occur.FILTER);
        }
    }
}
