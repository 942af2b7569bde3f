package org.cairn.domain.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.search.SearchAnswer.Unseen;

/// What each of a list of search terms finds, counted, as things stood at a moment.
///
/// @param lines a line for each term, in the order in which they were given
/// @param items how many items at least one of them finds
/// @param passages how many passages at least one of them finds
/// @param unseen what no term could find, whatever it is
/// @param clearance up to which protection records were looked at
/// @param standing of which state of which archive it tells
public record TermsReport(
        List<Line> lines, long items, long passages, Unseen unseen, Protection clearance, Standing standing) {

    public TermsReport {
        lines = List.copyOf(lines);
    }

    /// What one term finds.
    ///
    /// @param term as it was given, in the query language
    /// @param items how many items it finds
    /// @param passages how many passages of them
    /// @param unique how many of the items no other term of the list finds
    /// @param misread why it could not be asked; empty where it was
    public record Line(String term, long items, long passages, long unique, Optional<Misread> misread) {

        /// Of a term that is no query.
        public static Line misread(String term, Misread fault) {
            return new Line(term, 0, 0, 0, Optional.of(fault));
        }

        @Override
        public String toString() {
            return "Line";
        }
    }

    /// Why a term is no query.
    ///
    /// @param start the first character, from 0, of what was not understood
    /// @param reason a code that the message files explain
    public record Misread(int start, String reason) {}

    /// Of which state of an archive something tells, so that it can be asked again and compared.
    ///
    /// @param program name and version
    /// @param analyser version of how words are made of texts
    /// @param archive the archive's random number
    /// @param headLine the last line of the ledger
    /// @param head its hash
    public record Standing(
            String program,
            String analyser,
            String archive,
            long headLine,
            Fingerprint head,
            Instant asOf,
            String askedBy) {
        @Override
        public String toString() {
            return "Standing at " + headLine;
        }
    }

    @Override
    public String toString() {
        return "TermsReport of " + lines.size();
    }
}
