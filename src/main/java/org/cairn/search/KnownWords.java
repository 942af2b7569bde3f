package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;

/// Words and languages of the archive, as far as a person may see a passage that has them: a word that is only in
/// others must not move anything that they see.
final class KnownWords {

    private final IndexReader reader;
    private final Protection clearance;
    private final VisiblePassages visible;
    private final Set<BytesRef> withheld;

    /// @param withheld records that nobody may see whatever the index says of them
    KnownWords(IndexReader reader, Protection clearance, VisiblePassages visible, Set<Reference> withheld) {
        this.reader = reader;
        this.clearance = clearance;
        this.visible = visible;
        this.withheld = withheld.stream()
                .map(reference -> new BytesRef(reference.toString()))
                .collect(Collectors.toSet());
    }

    /// The words that an automaton takes, in order; of more than `most`, the first and one more than that, whichever
    /// part of the index has them.
    List<BytesRef> fitting(String field, Automaton automaton, int most) throws IOException {
        CompiledAutomaton compiled = new CompiledAutomaton(automaton, false, true, false);
        Set<BytesRef> fitting = new TreeSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(field);
            if (terms == null) {
                continue;
            }
            TermsEnum words = compiled.getTermsEnum(terms);
            Bits hidden = visible.hidden(leaf.reader(), clearance);
            int here = 0;
            for (BytesRef word = words.next(); word != null && here <= most; word = words.next()) {
                if (fitting.contains(word) || isKnown(leaf.reader(), hidden, words.postings(null, PostingsEnum.NONE))) {
                    fitting.add(BytesRef.deepCopyOf(word));
                    here++;
                }
            }
        }
        return fitting.stream().limit(most + 1L).toList();
    }

    /// The languages with known endings in which something may be seen.
    Set<Language> languages() throws IOException {
        Set<Language> languages = EnumSet.noneOf(Language.class);
        for (String tag : tags()) {
            Language.of(new LanguageTag(tag))
                    .filter(language -> !languages.contains(language))
                    .ifPresent(languages::add);
        }
        return languages;
    }

    private List<String> tags() throws IOException {
        Set<String> tags = new TreeSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(Fields.LANGUAGE);
            TermsEnum words = terms == null ? TermsEnum.EMPTY : terms.iterator();
            for (BytesRef tag = words.next(); tag != null; tag = words.next()) {
                tags.add(tag.utf8ToString());
            }
        }
        List<String> known = new ArrayList<>();
        for (String tag : tags) {
            if (isKnown(new Term(Fields.LANGUAGE, tag))) {
                known.add(tag);
            }
        }
        return known;
    }

    /// Whether a passage that may be seen has it.
    boolean isKnown(Term term) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
            Bits hidden = visible.hidden(leaf.reader(), clearance);
            if (postings != null && isKnown(leaf.reader(), hidden, postings)) {
                return true;
            }
        }
        return false;
    }

    /// How many passages that may be seen have a word, counted up to `most`.
    int passages(Term term, int most) throws IOException {
        if (withheld.isEmpty()) {
            return Math.min(most, visible.having(term, reader, clearance));
        }
        int passages = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
            Bits hidden = visible.hidden(leaf.reader(), clearance);
            while (postings != null && passages < most && isKnown(leaf.reader(), hidden, postings)) {
                passages++;
            }
        }
        return passages;
    }

    /// Of the first passages that may be seen and have a word, how many have one of some others too.
    ///
    /// @param most so many passages are looked at
    Share share(Term word, List<Term> others, int most) throws IOException {
        int all = 0;
        int both = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(word, PostingsEnum.NONE);
            List<PostingsEnum> beside = new ArrayList<>();
            for (Term other : others) {
                PostingsEnum found = leaf.reader().postings(other, PostingsEnum.NONE);
                if (found != null) {
                    beside.add(found);
                }
            }
            Bits hidden = visible.hidden(leaf.reader(), clearance);
            while (postings != null && all < most && isKnown(leaf.reader(), hidden, postings)) {
                all++;
                both += isBeside(beside, postings.docID()) ? 1 : 0;
            }
        }
        return new Share(all, both);
    }

    /// Passages that have a word, and those of them that have another.
    record Share(int all, int both) {}

    private static boolean isBeside(List<PostingsEnum> others, int passage) throws IOException {
        for (PostingsEnum other : others) {
            int at = other.docID() < passage ? other.advance(passage) : other.docID();
            if (at == passage) {
                return true;
            }
        }
        return false;
    }

    /// How many passages that may be seen a query finds.
    int passages(Query query) throws IOException {
        BooleanQuery.Builder seen =
                new BooleanQuery.Builder().add(query, Occur.FILTER).add(Limits.upTo(clearance), Occur.FILTER);
        if (!withheld.isEmpty()) {
            seen.add(new TermInSetQuery(Fields.REFERENCE, withheld), Occur.MUST_NOT);
        }
        return new IndexSearcher(reader).count(seen.build());
    }

    /// How many passages may be seen.
    int passages() throws IOException {
        return visible.sum(reader, clearance, "").passages();
    }

    /// Whether another passage of them may be seen.
    private boolean isKnown(LeafReader segment, Bits hidden, PostingsEnum postings) throws IOException {
        while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (!hidden.get(postings.docID()) && !isWithheld(segment, postings.docID())) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithheld(LeafReader segment, int document) throws IOException {
        if (withheld.isEmpty()) {
            return false;
        }
        SortedDocValues records = DocValues.getSorted(segment, Fields.REFERENCE);
        return records.advanceExact(document) && withheld.contains(records.lookupOrd(records.ordValue()));
    }
}
