package org.cairn.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.QueryBuilder;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Protection;
import org.cairn.search.QueryWords.Word;

/// Understands a query: words and "phrases" (all must be there), `AND OR NOT ( )`, `wild*`, `field:value`.
///
/// Grammar, loosest first: `either = all (OR all)*`, `all = one ([AND] one)*`, `one = NOT one | ( either ) | word`.
final class QueryReader {

    private static final float TITLE_WEIGHT = 0.5f;
    private static final int DEEPEST = 100;
    private static final Set<String> EXACT = Set.of(
            Fields.KIND, Fields.TYPE, Fields.LANGUAGE, Fields.PROTECTION, Fields.WITNESS, Fields.TAG, Fields.REFERENCE);

    private final Analyzer analyzer;
    private final QueryBuilder builder;
    private final List<Word> words;
    private final int end;
    private int next;
    private int depth;

    private QueryReader(String query, Analyzer analyzer) {
        this.analyzer = analyzer;
        this.builder = new QueryBuilder(analyzer);
        this.words = QueryWords.split(query);
        this.end = query.length();
    }

    /// The query that some words mean; all passages when there are none.
    ///
    /// @throws ArchiveException.QueryNotUnderstood with the place and a reason
    static Query read(String query, Analyzer analyzer) {
        QueryReader reader = new QueryReader(query, analyzer);
        if (reader.words.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        Query whole = reader.either();
        if (reader.next < reader.words.size()) {
            throw new ArchiveException.QueryNotUnderstood(reader.words.get(reader.next).at(), "unexpectedBracket");
        }
        return whole;
    }

    private Query either() {
        List<Query> some = new ArrayList<>();
        some.add(all());
        while (takes(Word.Kind.OR)) {
            some.add(all());
        }
        if (some.size() == 1) {
            return some.getFirst();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        some.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
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
            case NOT -> without();
            case WORD, PHRASE -> meaning(word);
            case AND, OR -> throw new ArchiveException.QueryNotUnderstood(word.at(), "missingOperand");
            case CLOSE -> throw new ArchiveException.QueryNotUnderstood(word.at(), "unexpectedBracket");
        };
    }

    private Query without() {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.MUST)
                .add(one(), Occur.MUST_NOT)
                .build();
    }

    private Query bracket(Word open) {
        depth++;
        if (depth > DEEPEST) {
            throw new ArchiveException.QueryNotUnderstood(open.at(), "tooDeep");
        }
        Query inside = either();
        if (!takes(Word.Kind.CLOSE)) {
            throw new ArchiveException.QueryNotUnderstood(open.at(), "unclosedBracket");
        }
        depth--;
        return inside;
    }

    private boolean takes(Word.Kind kind) {
        if (next < words.size() && words.get(next).kind() == kind) {
            next++;
            return true;
        }
        return false;
    }

    private Query meaning(Word word) {
        return word.field().isEmpty() ? anywhere(word) : inField(word);
    }

    private Query anywhere(Word word) {
        Query inText = content(Fields.TEXT, word);
        Query inTitle = content(Fields.TITLE, word);
        if (inText instanceof MatchNoDocsQuery && inTitle instanceof MatchNoDocsQuery) {
            return inText;
        }
        return new BooleanQuery.Builder()
                .add(inText, Occur.SHOULD)
                .add(new BoostQuery(inTitle, TITLE_WEIGHT), Occur.SHOULD)
                .build();
    }

    private Query content(String field, Word word) {
        if (word.kind() == Word.Kind.WORD && word.wild()) {
            return new WildcardQuery(new Term(field, analyzer.normalize(field, word.text())));
        }
        // a word that the analyser cuts (CASE-2024/017, 血型) is looked for as a phrase
        Query query = builder.createPhraseQuery(field, word.text());
        return query == null ? new MatchNoDocsQuery() : query;
    }

    private Query inField(Word word) {
        String field = word.field();
        if (field.equals(Fields.TEXT) || field.equals(Fields.TITLE)) {
            return content(field, word);
        }
        if (field.equals(Fields.DATE)) {
            return date(word);
        }
        if (!EXACT.contains(field)) {
            throw new ArchiveException.QueryNotUnderstood(word.at(), "unknownField");
        }
        String value = cased(field, word.text());
        return word.wild() ? new WildcardQuery(new Term(field, value)) : new TermQuery(new Term(field, value));
    }

    private static String cased(String field, String value) {
        return switch (field) {
            case Fields.WITNESS, Fields.REFERENCE, Fields.PROTECTION -> value.toUpperCase(Locale.ROOT);
            case Fields.KIND, Fields.TAG -> value.toLowerCase(Locale.ROOT);
            case Fields.LANGUAGE -> value.indexOf('*') < 0 ? Locale.forLanguageTag(value).toLanguageTag() : value;
            default -> value;
        };
    }

    /// `date:2014`, `date:2014..2016`, `date:2014..`: whatever can have been in those days.
    private static Query date(Word word) {
        String text = word.text();
        int dots = text.indexOf("..");
        Optional<FuzzyDate> from = dots < 0 ? FuzzyDate.tryParse(text) : FuzzyDate.tryParse(text.substring(0, dots));
        Optional<FuzzyDate> to = dots < 0 ? from : FuzzyDate.tryParse(text.substring(dots + 2));
        if (from.isEmpty() && to.isEmpty()) {
            throw new ArchiveException.QueryNotUnderstood(word.at(), "notADate");
        }
        return overlap(from.flatMap(FuzzyDate::earliest), to.flatMap(FuzzyDate::latest));
    }

    /// Passages whose days can overlap the days from one to another.
    static Query overlap(Optional<LocalDate> from, Optional<LocalDate> to) {
        long last = to.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
        long first = from.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
        return new BooleanQuery.Builder()
                .add(LongPoint.newRangeQuery(Fields.EARLIEST, Long.MIN_VALUE, last), Occur.FILTER)
                .add(LongPoint.newRangeQuery(Fields.LATEST, first, Long.MAX_VALUE), Occur.FILTER)
                .build();
    }

    /// The passages that a clearance may see.
    static Query upTo(Protection clearance) {
        return org.apache.lucene.document.IntPoint.newRangeQuery(Fields.LEVEL, 0, clearance.ordinal());
    }
}
