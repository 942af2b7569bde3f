package org.cairn.archive;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;

/// Looks at what is closely kept, which are written down before anything is shown.
final class Looks {

    private final Set<Look> noted = ConcurrentHashMap.newKeySet();

    /// What was looked at, and which part of it.
    private record Look(Reference reference, String what) {}

    /// Writes a look down each time.
    void note(Session session, Revision revision, String what) {
        boolean closely = session.store()
                .read(view -> view.protection(revision.reference()))
                .filter(level -> level.covers(Protection.CONFIDENTIAL))
                .isPresent();
        if (closely) {
            session.store()
                    .inTransaction(tx -> session.note(
                            tx,
                            "VIEWED",
                            Optional.of(revision.reference()),
                            Map.of("revision", String.valueOf(revision.number()), "what", what)));
        }
    }

    /// Writes the first look down and no further one until the archive is locked: leafing through is one look.
    void noteOnce(Session session, Revision revision, String what) {
        Look look = new Look(revision.reference(), what);
        if (!noted.contains(look)) {
            note(session, revision, what);
            // only now: a look that could not be written down was none
            noted.add(look);
        }
    }
}
