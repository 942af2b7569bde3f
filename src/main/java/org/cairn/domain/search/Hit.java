package org.cairn.domain.search;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Extent;

/// An item that was found, with its best passages.
///
/// @param date its date as EDTF, where it has one
/// @param dateClaimed whether nobody but the file itself gave the date
/// @param score how well it fits, without unit
/// @param said what a message says it is about, while nobody has given it a title
/// @param court whether its witness allows it before a court; empty where it belongs to no witness
public record Hit(
        Reference reference,
        String title,
        String type,
        Optional<String> date,
        boolean dateClaimed,
        Optional<LanguageTag> language,
        Protection protection,
        double score,
        List<Snippet> snippets,
        Optional<CourtUse> court,
        Optional<String> said) {

    public Hit {
        snippets = List.copyOf(snippets);
    }

    /// A find of which nobody has asked yet whose it is.
    public Hit(
            Reference reference,
            String title,
            String type,
            Optional<String> date,
            boolean dateClaimed,
            Optional<LanguageTag> language,
            Protection protection,
            double score,
            List<Snippet> snippets) {
        this(
                reference,
                title,
                type,
                date,
                dateClaimed,
                language,
                protection,
                score,
                snippets,
                Optional.empty(),
                Optional.empty());
    }

    /// The same find, with what its witness allows.
    public Hit with(Optional<CourtUse> use) {
        return new Hit(reference, title, type, date, dateClaimed, language, protection, score, snippets, use, said);
    }

    /// The same find, with what the message says it is about.
    public Hit saying(Optional<String> subject) {
        return new Hit(
                reference, title, type, date, dateClaimed, language, protection, score, snippets, court, subject);
    }

    /// The same find, with other parts of its passages.
    public Hit withSnippets(List<Snippet> parts) {
        return new Hit(reference, title, type, date, dateClaimed, language, protection, score, parts, court, said);
    }

    /// A find whose date, where it has one, somebody gave.
    public Hit(
            Reference reference,
            String title,
            String type,
            Optional<String> date,
            Optional<LanguageTag> language,
            Protection protection,
            double score,
            List<Snippet> snippets) {
        this(reference, title, type, date, false, language, protection, score, snippets);
    }

    /// Part of a passage around what was looked for.
    ///
    /// @param pinpoint where it is
    /// @param text the part
    /// @param highlights where in `text` the words are
    /// @param recognised whether a machine made the words out on a picture
    /// @param extent what of a sheet or a chat the whole passage covers, as its own program counts
    /// @param alsoAs what is marked that is a name that was asked for in other letters, or means the same as what was
    ///     asked for, as it stands there
    public record Snippet(
            Pinpoint pinpoint,
            String text,
            List<Highlight> highlights,
            boolean recognised,
            Optional<Extent> extent,
            List<String> alsoAs) {
        public Snippet {
            highlights = List.copyOf(highlights);
            alsoAs = List.copyOf(alsoAs);
        }

        /// A part of something of which nobody has asked yet who read it.
        public Snippet(Pinpoint pinpoint, String text, List<Highlight> highlights) {
            this(pinpoint, text, highlights, false, Optional.empty(), List.of());
        }

        /// The same part, made out by a machine or not.
        public Snippet recognised(boolean byMachine) {
            return new Snippet(pinpoint, text, highlights, byMachine, extent, alsoAs);
        }

        /// The same part, of a passage that covers so much.
        public Snippet covering(Optional<Extent> much) {
            return new Snippet(pinpoint, text, highlights, recognised, much, alsoAs);
        }

        /// The same part, with names in other letters than were asked for.
        public Snippet alsoAs(List<String> names) {
            return new Snippet(pinpoint, text, highlights, recognised, extent, names);
        }

        @Override
        public String toString() {
            return pinpoint.toString();
        }
    }

    /// From a character to before another, counted in UTF-16 units.
    public record Highlight(int start, int end) {}

    @Override
    public String toString() {
        return reference.toString();
    }
}
