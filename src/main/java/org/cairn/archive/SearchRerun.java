package org.cairn.archive;

import java.time.Instant;
import java.util.List;
import org.cairn.domain.FrozenList;
import org.cairn.domain.Reference;
import org.cairn.domain.SavedSearch;
import org.cairn.domain.search.SearchAnswer.Unseen;
import org.cairn.domain.search.TermsReport.Standing;

/// A saved search asked again, beside the answer that was kept last. Of what whoever asks may not see, nothing is named
/// and nothing counted.
///
/// @param revision the revision of the search that holds the kept answer
/// @param saved what is asked, with the standing of the kept answer
/// @param savedBy who kept that
/// @param now of which state of the archive the new answer is
/// @param items how many items are found now
/// @param passages how many passages of them
/// @param unseen what could not be looked at now
/// @param fresh found now and not then
/// @param gone found then and not now
/// @param changed found both times, and changed in between
/// @param same how many were found both times and did not change
/// @param lessVisible whether something that the same person had found is no longer visible to them; what and how much
///     is not said
/// @param kept what is found now, to be kept
/// @param run the new answer's standing; its result is none before it is kept
public record SearchRerun(
        Reference search,
        int revision,
        SavedSearch saved,
        String savedBy,
        Standing now,
        long items,
        long passages,
        Unseen unseen,
        List<Fresh> fresh,
        List<Gone> gone,
        List<Reference> changed,
        long same,
        boolean lessVisible,
        FrozenList kept,
        SavedSearch.Run run) {

    public SearchRerun {
        fresh = List.copyOf(fresh);
        gone = List.copyOf(gone);
        changed = List.copyOf(changed);
    }

    /// Why something is found that was not.
    public enum Since {
        /// It was not in the archive then.
        KEPT,
        /// It, or what was read of it, was changed.
        CHANGED,
        /// It is kept more closely than what whoever asked then could see.
        ABOVE_THEN,
        /// It was not changed: words are made of texts otherwise, other words mean the same, or the days that the query
        /// names have moved.
        OTHERWISE
    }

    /// Something that is new.
    public record Fresh(Reference reference, Since since) {}

    /// Something that is not found any more, and that whoever asks may see.
    ///
    /// @param changed whether it, or what was read of it, was changed since
    /// @param withdrawn whether its witness has withdrawn it from a court, as it stands today
    public record Gone(Reference reference, boolean changed, boolean withdrawn) {}

    /// Whether words are made of texts otherwise than then: what is new or gone may come from that alone.
    public boolean otherAnalyser() {
        return !saved.run().analyser().equals(now.analyser());
    }

    /// Whether other words mean the same than then: what is new or gone may come from that alone.
    public boolean otherSynonyms() {
        return !saved.run().synonyms().equals(run.synonyms());
    }

    /// When the kept answer was asked, in UTC.
    public Instant before() {
        return saved.run().asOf();
    }

    @Override
    public String toString() {
        return "SearchRerun " + search;
    }
}
