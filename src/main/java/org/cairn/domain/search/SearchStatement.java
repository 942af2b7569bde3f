package org.cairn.domain.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchAnswer.Unseen;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.domain.search.TermsReport.Standing;

/// What a search found, or that it found nothing, with all that one must know to judge it: what it could not see, how
/// much it looked at, and of which state of which archive it tells.
///
/// @param format [#FORMAT]: what is signed says what it is, and can be taken for nothing else that is signed
/// @param query what was asked, in the query language
/// @param filter what narrowed it
/// @param spoken the language in which the dates of the query were tried first; empty where nobody knew
/// @param on the day from which "last year" was reckoned
/// @param saved the saved search that it is of, where it is of one
/// @param found each item that was found, in the order of their references
/// @param passages how many passages of them
/// @param records how many records a search looks at, within the clearance
/// @param clearance up to which protection records were looked at
/// @param synonyms the hash of the references and revisions of the groups of words that meant the same, and were looked
///     for too; empty where there were none
public record SearchStatement(
        String format,
        String query,
        Filter filter,
        String spoken,
        LocalDate on,
        Optional<Reference> saved,
        List<Reference> found,
        long passages,
        long records,
        Unseen unseen,
        Protection clearance,
        Optional<Fingerprint> synonyms,
        Standing standing) {

    /// The first format.
    public static final String FORMAT = "cairn-search-statement-1";

    public SearchStatement {
        found = List.copyOf(found);
    }

    /// How many items were found.
    public long items() {
        return found.size();
    }

    @Override
    public String toString() {
        return "SearchStatement";
    }
}
