package org.cairn.ui.testimony;

import java.util.Optional;
import org.cairn.archive.Archive;
import org.cairn.archive.Drafts;
import org.cairn.archive.Kept;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.jspecify.annotations.Nullable;

/// Writes a statement in progress down, from whichever thread comes first: never an older state over a newer one, and
/// never again a draft of what was kept meanwhile.
final class StatementSaver {

    private final Archive archive;
    private long written;
    private @Nullable Testimony newest;
    private @Nullable Since since;

    /// What was kept last.
    ///
    /// @param draft what it was saved under until then
    record Since(String draft, Testimony what, Reference reference, int revision) {
        @Override
        public String toString() {
            return "Since";
        }
    }

    StatementSaver(Archive archive) {
        this.archive = archive;
    }

    /// Saves a draft, unless something later was saved or kept.
    ///
    /// @param turn when it was asked for: what was asked for later has a higher one
    synchronized void save(long turn, DraftId id, Testimony now) {
        if (turn < written) {
            return;
        }
        Optional<Since> kept = keptSince(id);
        if (kept.filter(last -> last.what().equals(now)).isEmpty()) {
            DraftId under = kept.map(last -> new DraftId(last.reference(), last.revision()))
                    .orElse(id);
            archive.drafts().save(under.text(), Drafts.write(now));
        }
        written = turn;
        newest = now;
    }

    /// Keeps a revision and discards its draft.
    ///
    /// @param known the record it goes on from, where there is one
    synchronized Kept keep(long turn, Testimony now, @Nullable Reference known, int revision) {
        DraftId before = DraftId.of(now.witness(), known, revision);
        Kept kept = known == null
                ? archive.testimonies().keep(now)
                : archive.testimonies().revise(known, now, revision);
        since = new Since(before.text(), now, kept.reference(), kept.revision());
        Testimony later = turn < written ? newest : null;
        if (later != null && !later.equals(now)) {
            archive.drafts().save(new DraftId(kept.reference(), kept.revision()).text(), Drafts.write(later));
        }
        archive.drafts().discard(before.text());
        written = Math.max(written, turn);
        return kept;
    }

    /// What was kept of a draft since it was begun.
    synchronized Optional<Since> keptSince(DraftId id) {
        return Optional.ofNullable(since).filter(last -> last.draft().equals(id.text()));
    }
}
