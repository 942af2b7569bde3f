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
/// @param worked what people did with the record
/// @param held what the record has with it, and where it was
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
        boolean dateClaimed,
        Worked worked,
        Held held) {

    /// What a record can have with it.
    public static final Set<String> PARTS =
            Set.of("audio", "video", "picture", "pages", "text", "file", "object", "translation", "transcript", "note");

    /// What a record has with it, and where it was.
    ///
    /// @param parts of [#PARTS]
    /// @param places names of the places it is bound to
    public record Held(Set<String> parts, Set<String> places) {

        /// Nothing and nowhere.
        public static final Held NOTHING = new Held(Set.of(), Set.of());

        public Held {
            parts = Set.copyOf(parts);
            places = Set.copyOf(places);
            if (!PARTS.containsAll(parts)) {
                throw new IllegalArgumentException("a record has no such part");
            }
        }

        @Override
        public String toString() {
            return "Held";
        }
    }

    /// What people did with the record.
    ///
    /// @param reviewers who has looked it through
    /// @param grade how it is graded, such as `B2`, or empty
    /// @param authenticity what is held of its authenticity, a code, or empty
    /// @param elements codes of the elements of crimes that links say it bears on
    public record Worked(Set<String> reviewers, String grade, String authenticity, Set<String> elements) {

        /// Nobody did anything.
        public static final Worked NOT = new Worked(Set.of(), "", "", Set.of());

        public Worked {
            reviewers = Set.copyOf(reviewers);
            elements = Set.copyOf(elements);
        }

        /// What people did with a record that is linked to no element.
        public Worked(Set<String> reviewers, String grade, String authenticity) {
            this(reviewers, grade, authenticity, Set.of());
        }

        @Override
        public String toString() {
            return "Worked";
        }
    }

    /// A passage of a record that nobody has worked on.
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
            Set<String> tags,
            boolean dateClaimed) {
        this(
                reference,
                pinpoint,
                title,
                type,
                text,
                language,
                date,
                protection,
                witness,
                tags,
                dateClaimed,
                Worked.NOT,
                Held.NOTHING);
    }

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

    /// The same, of a record that is kept so closely, was worked on so, and has so much with it.
    public IndexedPassage of(Protection level, Worked work, Held holding) {
        return new IndexedPassage(
                reference,
                pinpoint,
                title,
                type,
                text,
                language,
                date,
                level,
                witness,
                tags,
                dateClaimed,
                work,
                holding);
    }

    @Override
    public String toString() {
        return pinpoint.toString();
    }
}
