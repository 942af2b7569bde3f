package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.cairn.domain.query.Asked;
import org.cairn.search.Spelled.Token;
import org.cairn.search.SynonymTable.Member;

/// What a word or some words side by side ask for besides: whatever means the same in this archive.
final class SynonymMeaning {

    /// A word that means the same counts less than the word that was asked for, however much rarer it is.
    private static final float WEIGHT = 0.3f;

    private static final int MOST_WORDS = 8;
    /// A query asks for no more than so many other words: from there on words are taken as they stand.
    private static final int MOST_OTHERS = 120;

    /// Lucene counts each form of each word of a phrase.
    private static final int IN_A_PHRASE = 3;

    private final SynonymTable table;
    private final Spelled spelled;
    private final WordMeaning words;
    private final KnownWords known;
    private final NamesMatched matched;
    private int others;

    /// @param matched is told what else is looked for
    SynonymMeaning(SynonymTable table, Spelled spelled, WordMeaning words, KnownWords known, NamesMatched matched) {
        this.table = table;
        this.spelled = spelled;
        this.words = words;
        this.known = known;
        this.matched = matched;
    }

    /// What means the same as a word, in a field or, where it is empty, in texts and titles.
    Optional<Query> of(Asked.Word asked, String field) {
        return table.isEmpty() || asked.wild()
                ? Optional.empty()
                : others(tokens(List.of(asked))).flatMap(found -> any(found, field));
    }

    /// How many words from one on are known together, two or more and as many as can be, and what means the same.
    Optional<Together> together(List<Asked> parts, int from, String field) {
        List<Asked.Word> run = new ArrayList<>();
        for (int i = from; !table.isEmpty() && i < parts.size() && run.size() < MOST_WORDS; i++) {
            if (!(parts.get(i) instanceof Asked.Word word) || word.wild()) {
                break;
            }
            run.add(word);
        }
        for (int length = run.size(); length > 1; length--) {
            Optional<Query> any = others(tokens(run.subList(0, length))).flatMap(found -> any(found, field));
            if (any.isPresent()) {
                return Optional.of(new Together(length, any.get()));
            }
        }
        return Optional.empty();
    }

    /// Several words that are known together.
    record Together(int words, Query query) {
        @Override
        public String toString() {
            return "Together";
        }
    }

    /// The same, for words that are near others: a word, or any of what means the same.
    Asked widened(Asked.Word asked) {
        if (table.isEmpty() || asked.wild()) {
            return asked;
        }
        List<Asked> either = new ArrayList<>(List.of(asked));
        others(tokens(List.of(asked)))
                .ifPresent(found -> found.others().forEach(member -> {
                    matched.addAlike(member.forms(), spelled);
                    either.add(
                            member.words().size() == 1 && member.text().indexOf(' ') < 0
                                    ? new Asked.Word(asked.at(), member.text())
                                    : new Asked.Phrase(asked.at(), member.text()));
                }));
        return either.size() == 1 ? asked : new Asked.Any(asked.at(), either);
    }

    private List<Token> tokens(List<Asked.Word> run) {
        return run.stream()
                .flatMap(word -> spelled.tokens(Fields.TEXT, word.text()).stream())
                .toList();
    }

    /// What was asked for, and what means the same.
    private record Found(List<Token> asked, List<Member> others) {
        @Override
        public String toString() {
            return "Found";
        }
    }

    private Optional<Found> others(List<Token> asked) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        List<Set<String>> forms = asked.stream().map(spelled::forms).toList();
        matched.addAsked(forms, spelled);
        Map<List<String>, Member> found = new LinkedHashMap<>();
        table.beginning(forms.getFirst(), spelled).stream()
                .filter(member -> isSame(member.forms(), forms))
                .map(Member::group)
                .distinct()
                .sorted()
                .flatMap(group -> table.of(group, spelled).stream())
                .filter(member -> !isSame(member.forms(), forms))
                .forEach(member -> found.putIfAbsent(
                        member.words().stream().map(Token::folded).toList(), member));
        List<Member> some = new ArrayList<>();
        for (Member member : found.values()) {
            int cost = member.words().size() == 1
                    ? 1
                    : IN_A_PHRASE * member.words().size();
            if (others + cost <= MOST_OTHERS) {
                some.add(member);
                others += cost;
            }
        }
        return some.isEmpty() ? Optional.empty() : Optional.of(new Found(asked, some));
    }

    /// Whether words are the same, word by word, in one of their forms.
    static boolean isSame(List<Set<String>> some, List<Set<String>> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (Collections.disjoint(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Query> any(Found found, String field) {
        found.others().forEach(member -> matched.addAlike(member.forms(), spelled));
        List<Query> any = new ArrayList<>();
        if (field.isEmpty()) {
            found.others().forEach(member -> any.add(weighed(found.asked(), member, Fields.TEXT, WEIGHT)));
            found.others()
                    .forEach(member ->
                            any.add(weighed(found.asked(), member, Fields.TITLE, WEIGHT * Meaning.TITLE_WEIGHT)));
        } else {
            found.others().forEach(member -> any.add(weighed(found.asked(), member, field, WEIGHT)));
        }
        return Optional.of(new DisjunctionMaxQuery(any, 0));
    }

    /// As rare as what was asked for: Lucene would have a rare word count more than the word it stands for.
    private Query weighed(List<Token> asked, Member member, String field, float weight) {
        boolean one = member.words().size() == 1;
        Query query = one ? words.stemmed(field, member.words().getFirst()) : sideBySide(field, member);
        double rarity = rarity(asked, field, true) / rarity(member.words(), field, one);
        return new BoostQuery(query, (float) (weight * rarity));
    }

    private Query sideBySide(String field, Member member) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        member.words().forEach(word -> phrase.add(terms(field, word).toArray(Term[]::new)));
        return phrase.build();
    }

    private List<Term> terms(String field, Token word) {
        List<Term> terms = new ArrayList<>(List.of(new Term(field, word.folded())));
        terms.addAll(spelled.stems(field, word));
        return terms;
    }

    /// How rare some words are, as Lucene adds it up.
    ///
    /// @param asOne whether the forms of a word count as one, as they do where it stands alone
    private double rarity(List<Token> some, String field, boolean asOne) {
        try {
            long all = known.passages();
            double sum = 0;
            for (Token word : some) {
                int most = 0;
                for (Term term : terms(field, word)) {
                    int having = known.passages(term, Integer.MAX_VALUE);
                    most = Math.max(most, having);
                    sum += !asOne && having > 0 ? Rarity.of(having, all) : 0;
                }
                sum += asOne || most == 0 ? Rarity.of(most, all) : 0;
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
