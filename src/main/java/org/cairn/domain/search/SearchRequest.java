package org.cairn.domain.search;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;

/// What somebody looks for.
///
/// @param query words, "phrases", AND OR NOT, wild*, fields; blank means everything
/// @param filter what narrows it
/// @param sort the order of the items found
/// @param limit how many items at most
/// @param offset how many to leave out first
/// @param passages how many passages to show of each item at most
/// @param language of whoever looks, in which the dates of the query are tried first; empty where nobody knows
/// @param on the day of looking, from which "last year" is reckoned
public record SearchRequest(
        String query,
        Filter filter,
        Sort sort,
        int limit,
        int offset,
        int passages,
        String language,
        Optional<LocalDate> on) {

    /// A request of somebody whose language nobody knows.
    public SearchRequest(String query, Filter filter, Sort sort, int limit, int offset, int passages) {
        this(query, filter, sort, limit, offset, passages, "", Optional.empty());
    }

    /// The same, asked in a language.
    public SearchRequest in(Locale spoken) {
        return new SearchRequest(query, filter, sort, limit, offset, passages, spoken.getLanguage(), on);
    }

    /// Another question, narrowed and ordered in the same way.
    public SearchRequest asking(String other) {
        return new SearchRequest(other, filter, sort, limit, offset, passages, language, on);
    }

    /// A part of the answer to the same.
    public SearchRequest part(int from, int most) {
        return new SearchRequest(query, filter, sort, most, from, passages, language, on);
    }

    /// The same, asked on a day.
    public SearchRequest on(LocalDate day) {
        return new SearchRequest(query, filter, sort, limit, offset, passages, language, Optional.of(day));
    }

    /// The order of what was found.
    public enum Sort {
        RELEVANCE,
        DATE,
        REFERENCE
    }

    /// What narrows a search; an empty set or option narrows nothing.
    ///
    /// @param from only what can have been on or after this day
    /// @param to only what can have been on or before this day
    /// @param within only in this one record
    public record Filter(
            Set<RecordKind> kinds,
            Set<String> types,
            Set<LanguageTag> languages,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Set<Protection> protections,
            Optional<Reference> within) {

        /// Narrows nothing.
        public static final Filter NONE = new Filter(
                Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

        public Filter {
            kinds = Set.copyOf(kinds);
            types = Set.copyOf(types);
            languages = Set.copyOf(languages);
            protections = Set.copyOf(protections);
        }
    }

    /// The best 20 items for some words.
    public static SearchRequest of(String query) {
        return new SearchRequest(query, Filter.NONE, Sort.RELEVANCE, 20, 0, 3);
    }

    @Override
    public String toString() {
        return "SearchRequest";
    }
}
