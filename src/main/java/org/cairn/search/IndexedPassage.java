package org.cairn.search;

import java.util.Optional;
import java.util.Set;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;

/// A passage as the index takes it.
///
/// @param reference the record it is in
/// @param pinpoint its place there
/// @param title the record's title, searched with it
/// @param type the record's type, a code or empty
/// @param text what is searched
/// @param language the language of this passage
/// @param date when what it tells of was
/// @param protection how closely the record is kept
/// @param witness the witness it belongs to
/// @param tags words people put on the record
/// @param dateClaimed whether nobody but the file itself gave the date
public record IndexedPassage(
        Reference reference,
        Pinpoint pinpoint,
        String title,
        String type,
        String text,
        Optional<LanguageTag> language,
        Optional<FuzzyDate> date,
        Protection protection,
        Optional<Reference> witness,
        Set<String> tags,
        boolean dateClaimed) {

    /// A passage whose date, where it has one, somebody gave.
    public IndexedPassage(
            Reference reference,
            Pinpoint pinpoint,
            String title,
            String type,
            String text,
            Optional<LanguageTag> language,
            Optional<FuzzyDate> date,
            Protection protection,
            Optional<Reference> witness,
            Set<String> tags) {
        this(reference, pinpoint, title, type, text, language, date, protection, witness, tags, false);
    }

    /// The same, kept more or less closely.
    public IndexedPassage keptAs(Protection level) {
        return new IndexedPassage(
                reference, pinpoint, title, type, text, language, date, level, witness, tags, dateClaimed);
    }

    @Override
    public String toString() {
        return pinpoint.toString();
    }
}
