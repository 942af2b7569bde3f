package org.cairn.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// A search that is asked again: what is asked, and how things stood when its answer was kept last. Each answer that is
/// kept is a revision. What was found lies apart, under its hash, so that a revision tells nobody how much it is.
///
/// @param name what people call it
/// @param query in the query language; blank means everything
/// @param from only what can have been on or after this day
/// @param to only what can have been on or before this day
/// @param spoken the language in which the dates of the query are tried first; empty where nobody knows
/// @param protection how closely it is kept: a query may name somebody
public record SavedSearch(
        String name,
        String query,
        Set<RecordKind> kinds,
        Set<String> types,
        Set<LanguageTag> languages,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Set<Protection> protections,
        String spoken,
        Protection protection,
        Run run)
        implements ArchiveRecord {

    public SavedSearch {
        Texts.requireGiven("name", name);
        kinds = Set.copyOf(kinds);
        types = Set.copyOf(types);
        languages = Set.copyOf(languages);
        protections = Set.copyOf(protections);
    }

    /// An answer, and of which state of the archive it was.
    ///
    /// @param asOf when it was asked, in UTC
    /// @param on the day from which "last year" was reckoned
    /// @param program name and version
    /// @param analyser version of how words are made of texts
    /// @param headLine the last line of the ledger
    /// @param head its hash
    /// @param followed the last change of records that the index had followed
    /// @param clearance up to which protection records were looked at
    /// @param result the hash under which lies what was found; salted, so that nobody can guess at it
    /// @param synonyms the hash of the references and revisions of the groups of words that meant the same; empty
    ///     where there were none
    public record Run(
            Instant asOf,
            LocalDate on,
            String program,
            String analyser,
            long headLine,
            Fingerprint head,
            long followed,
            Protection clearance,
            Fingerprint result,
            Optional<Fingerprint> synonyms) {
        @Override
        public String toString() {
            return "Run at " + headLine;
        }
    }

    /// The same search, answered anew.
    public SavedSearch answered(Run anew) {
        return new SavedSearch(name, query, kinds, types, languages, from, to, protections, spoken, protection, anew);
    }

    /// The same search with the same answer, called otherwise.
    public SavedSearch named(String otherwise) {
        return new SavedSearch(
                otherwise, query, kinds, types, languages, from, to, protections, spoken, protection, run);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SEARCH;
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public String toString() {
        return "SavedSearch";
    }
}
