package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchAnswer.Unseen;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.domain.search.TermsReport.Misread;

/// One question, asked of one state of the index.
final class Asking {

    private static final Set<String> SHOWN = Set.of(
            Fields.REFERENCE,
            Fields.TITLE,
            Fields.TYPE,
            Fields.DATE,
            Fields.CLAIMED,
            Fields.LANGUAGE,
            Fields.PROTECTION);

    private final ClearedSearcher searcher;
    private final Analyzer analyzer;
    private final KnownWords known;
    private final Set<Reference> withheld;
    private final SynonymTable synonyms;

    /// @param known the words that whoever asks may know of
    Asking(ClearedSearcher searcher, Analyzer analyzer, KnownWords known, Sight sight) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.known = known;
        this.withheld = sight.withheld();
        this.synonyms = sight.synonyms();
    }

    SearchAnswer answer(SearchRequest request, Protection clearance) throws IOException {
        try {
            NamesMatched names = new NamesMatched();
            return answer(QueryReader.read(request, analyzer, known, synonyms, names), names, request, clearance);
        } catch (IndexSearcher.TooManyClauses e) {
            // thrown while the query is read, or while Lucene makes it plainer
            throw new ArchiveException.QueryNotUnderstood(request.query().length(), "tooLong");
        }
    }

    /// All that a request finds, from one state of the index.
    Found all(SearchRequest request, Protection clearance) throws IOException {
        try {
            Query words = QueryReader.read(request, analyzer, known, synonyms, new NamesMatched());
            Gathering gathering = new Gathering();
            searcher.search(narrowed(words, request.filter(), clearance), gathering);
            return gathering.found(undated(words, request, clearance));
        } catch (IndexSearcher.TooManyClauses e) {
            throw new ArchiveException.QueryNotUnderstood(request.query().length(), "tooLong");
        }
    }

    /// The words that a request is met by in all that it finds, as they are written there.
    List<String> met(SearchRequest request, Protection clearance) throws IOException {
        try {
            Query words = QueryReader.read(request, analyzer, known, synonyms, new NamesMatched());
            EveryPassage every = new EveryPassage(SearchRequest.Sort.REFERENCE, searcher.columns());
            searcher.search(narrowed(words, request.filter(), clearance), every);
            Set<String> met = new LinkedHashSet<>();
            for (EveryPassage.Item item : every.items()) {
                for (int from = item.from(); from < item.to(); from += Handing.AT_ONCE) {
                    List<Integer> some = every.passages(from, Math.min(item.to(), from + Handing.AT_ONCE));
                    met.addAll(Snippets.words(searcher, words, some));
                }
            }
            return List.copyOf(met);
        } catch (IndexSearcher.TooManyClauses e) {
            throw new ArchiveException.QueryNotUnderstood(request.query().length(), "tooLong");
        }
    }

    /// The words that tell what a passage of an item, or all of it, is about.
    List<String> telling(Reference item, Optional<Pinpoint> place, Protection clearance) throws IOException {
        Filter within = new Filter(
                Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Set.of(), Optional.of(item));
        return new Alike(searcher).words(narrowed(new MatchAllDocsQuery(), within, clearance), place);
    }

    /// Hands over all that a request finds.
    void every(SearchRequest request, Protection clearance, Everything everything) throws IOException {
        try {
            Query words = QueryReader.read(request, analyzer, known, synonyms, new NamesMatched());
            EveryPassage every = new EveryPassage(request.sort(), searcher.columns());
            searcher.search(ranked(words, request, clearance), every);
            List<EveryPassage.Item> items = every.items();
            everything.begin(items.size(), undated(words, request, clearance));
            new Handing(searcher, every, words, everything).hand(items);
        } catch (IndexSearcher.TooManyClauses e) {
            throw new ArchiveException.QueryNotUnderstood(request.query().length(), "tooLong");
        }
    }

    /// Counts what each of several requests finds; one that is no query finds nothing, and is told of.
    Tally tally(List<SearchRequest> requests, Protection clearance) throws IOException {
        Tallying tallying = new Tallying(searcher.getIndexReader().maxDoc());
        List<Tallying.Found> found = new ArrayList<>();
        List<Optional<Misread>> misread = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Tallying.Question question = tallying.new Question(i);
            misread.add(count(requests.get(i), clearance, question));
            found.add(question.found());
        }
        long[] unique = tallying.unique(requests.size());
        List<Tally.Line> lines = IntStream.range(0, requests.size())
                .mapToObj(i -> new Tally.Line(found.get(i).items(), found.get(i).passages(), unique[i], misread.get(i)))
                .toList();
        return new Tally(lines, tallying.items(), tallying.passages());
    }

    /// @return why it is no query; empty where it is one
    private Optional<Misread> count(SearchRequest request, Protection clearance, Tallying.Question question)
            throws IOException {
        try {
            Query words = QueryReader.read(request, analyzer, known, synonyms, new NamesMatched());
            searcher.search(narrowed(words, request.filter(), clearance), question);
            return Optional.empty();
        } catch (ArchiveException.QueryNotUnderstood e) {
            return Optional.of(new Misread(e.start(), e.reason()));
        } catch (IndexSearcher.TooManyClauses e) {
            return Optional.of(new Misread(0, "tooLong"));
        }
    }

    private SearchAnswer answer(Query words, NamesMatched names, SearchRequest request, Protection clearance)
            throws IOException {
        int wanted = (int) Math.min(Integer.MAX_VALUE, (long) request.offset() + request.limit());
        BestItems found = new BestItems.Search(searcher, request.sort(), wanted, Math.max(1, request.passages()))
                .of(ranked(words, request, clearance));
        List<ItemCollector.Item> best =
                found.items().stream().skip(request.offset()).toList();
        return new SearchAnswer(
                found.total(),
                hits(best, words, names, request.passages()),
                found.facets(),
                Unseen.undatedAlone(undated(words, request, clearance)));
    }

    private Query ranked(Query words, SearchRequest request, Protection clearance) throws IOException {
        Query narrowed = narrowed(words, request.filter(), clearance);
        boolean asks = request.sort() == SearchRequest.Sort.RELEVANCE && QueryReader.asksAQuestion(request.query());
        if (!asks) {
            return narrowed;
        }
        Query again = narrowed(new Feedback(searcher).ranked(words, narrowed), request.filter(), clearance);
        return new Neighbours(searcher, known).ranked(again);
    }

    /// How many items would fit if they had a date: those that fit whatever their days are, less those found anyway.
    private long undated(Query words, SearchRequest request, Protection clearance) throws IOException {
        Filter filter = request.filter();
        boolean narrowed = filter.from().isPresent() || filter.to().isPresent();
        if (!narrowed && !QueryReader.asksForDays(request.query())) {
            return 0;
        }
        Query whenever = QueryReader.readWhenever(request, analyzer, known, synonyms);
        if (!narrowed && whenever.equals(words)) {
            return 0;
        }
        long fitting = countUndated(whenever, filter, clearance);
        return narrowed ? fitting : Math.max(0, fitting - countUndated(words, filter, clearance));
    }

    private long countUndated(Query words, Filter filter, Protection clearance) throws IOException {
        BooleanQuery.Builder all = allBut(new ConstantScoreQuery(words), filter, clearance);
        all.add(new FieldExistsQuery(Fields.EARLIEST), Occur.MUST_NOT);
        return searcher.search(all.build(), ItemCollector.counting(searcher.columns()))
                .total();
    }

    private List<Hit> hits(List<ItemCollector.Item> items, Query words, NamesMatched names, int passages)
            throws IOException {
        List<Integer> shown = items.stream()
                .flatMap(item -> item.documents().stream().limit(passages))
                .toList();
        Spelled spelled = new Spelled(analyzer, Set.of());
        List<Hit.Snippet> snippets = Snippets.of(searcher, words, shown).stream()
                .map(part -> part.alsoAs(names.in(part.text(), part.highlights(), spelled)))
                .toList();
        StoredFields stored = searcher.storedFields();
        List<Hit> hits = new ArrayList<>();
        int next = 0;
        for (ItemCollector.Item item : items) {
            int after = next + Math.min(passages, item.documents().size());
            hits.add(hit(item.documents().getFirst(), item.score(), stored, telling(snippets.subList(next, after))));
            next = after;
        }
        return hits;
    }

    /// A passage that was found by its title alone is shown only where no other of the item says more.
    private static List<Hit.Snippet> telling(List<Hit.Snippet> snippets) {
        List<Hit.Snippet> marked = snippets.stream()
                .filter(snippet -> !snippet.highlights().isEmpty())
                .toList();
        return marked.isEmpty() ? snippets : marked;
    }

    static Hit hit(int passage, float score, StoredFields stored, List<Hit.Snippet> snippets) throws IOException {
        Document document = stored.document(passage, SHOWN);
        return new Hit(
                Reference.parse(document.get(Fields.REFERENCE)),
                document.get(Fields.TITLE),
                Objects.requireNonNullElse(document.get(Fields.TYPE), ""),
                Optional.ofNullable(document.get(Fields.DATE)),
                document.getField(Fields.CLAIMED) != null,
                Optional.ofNullable(document.get(Fields.LANGUAGE)).map(LanguageTag::new),
                Protection.valueOf(document.get(Fields.PROTECTION)),
                score,
                snippets);
    }

    private Query narrowed(Query words, Filter filter, Protection clearance) throws IOException {
        BooleanQuery.Builder all = allBut(words, filter, clearance);
        if (filter.from().isPresent() || filter.to().isPresent()) {
            all.add(Limits.overlapping(filter.from(), filter.to()), Occur.FILTER);
        }
        return all.build();
    }

    /// Narrowed by everything but days.
    private BooleanQuery.Builder allBut(Query words, Filter filter, Protection clearance) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(words, Occur.MUST);
        if (!searcher.seesEverything()) {
            all.add(new ConstantScoreQuery(Limits.upTo(clearance)), Occur.FILTER);
        }
        if (!withheld.isEmpty()) {
            all.add(
                    in(
                            Fields.REFERENCE,
                            withheld.stream().map(Reference::toString).toList()),
                    Occur.MUST_NOT);
        }
        among(all, Fields.KIND, filter.kinds().stream().map(kind -> kind.code()).toList());
        among(all, Fields.TYPE, List.copyOf(filter.types()));
        among(
                all,
                Fields.LANGUAGE,
                filter.languages().stream().map(LanguageTag::tag).toList());
        among(
                all,
                Fields.PROTECTION,
                filter.protections().stream().map(Protection::name).toList());
        filter.within().ifPresent(reference -> among(all, Fields.REFERENCE, List.of(reference.toString())));
        return all;
    }

    private static void among(BooleanQuery.Builder all, String field, List<String> values) {
        if (!values.isEmpty()) {
            all.add(in(field, values), Occur.FILTER);
        }
    }

    private static Query in(String field, List<String> values) {
        return new TermInSetQuery(
                field, values.stream().map(Fields::kept).map(BytesRef::new).toList());
    }
}
