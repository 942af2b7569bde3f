package org.cairn.store;

import java.util.ArrayList;
import java.util.List;
import org.cairn.domain.custody.Finding;
import org.cairn.progress.Progress;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// Recomputes everything that can be recomputed; a part that cannot be read is a finding and does not end the others.
final class Check {

    /// More of one kind would help nobody and could fill the memory.
    private static final int MOST_FINDINGS = 10_000;

    private final Handle handle;
    private final boolean markBroken;
    private final Progress progress;
    private final List<Finding> findings = new ArrayList<>();

    /// @param markBroken whether the mark of the log was not what was written
    Check(Handle handle, boolean markBroken, Progress progress) {
        this.handle = handle;
        this.markBroken = markBroken;
        this.progress = progress;
    }

    StoreCheck run() {
        if (markBroken) {
            found("markDamaged");
        }
        part("structure", this::structure);
        RevisionCheck revisions = new RevisionCheck(handle, this);
        part("revision", revisions::run);
        LedgerCheck ledger = new LedgerCheck(handle, this);
        part("ledger", ledger::run);
        part("reading", new ReadingCheck(handle, this)::run);
        part("intake", new IntakeCheck(handle, this)::run);
        part("search", new SearchCheck(handle, this)::run);
        part("reviewSets", new ReviewSetCheck(handle, this)::run);
        part("outbox", this::outbox);
        return new StoreCheck(revisions.records(), revisions.count(), ledger.count(), findings);
    }

    private void part(String name, Runnable work) {
        progress.checkCancelled();
        try {
            work.run();
        } catch (JdbiException e) {
            if (!Faults.isDamage(e)) {
                throw e;
            }
            found("databaseDamaged", name);
        }
    }

    void found(String code, Object... arguments) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(Finding.of(code, arguments));
        }
    }

    void step(String stage, long done, long total) {
        if (done % 256 == 0 || done == total) {
            progress.checkCancelled();
            progress.step(stage, done, total);
        }
    }

    private void structure() {
        List<String> said =
                handle.createQuery("PRAGMA integrity_check").mapTo(String.class).list();
        if (!said.equals(List.of("ok"))) {
            found("databaseDamaged", "structure");
        }
        if (handle.createQuery("PRAGMA foreign_key_check")
                .mapToMap()
                .findFirst()
                .isPresent()) {
            found("databaseDamaged", "relations");
        }
    }

    /// Every record has its last change in the outbox, and no change is later than the counter says.
    private void outbox() {
        handle.createQuery("""
                        SELECT r.kind, r.number FROM record r
                        WHERE NOT EXISTS (SELECT 1 FROM outbox o
                            WHERE o.reference = r.kind || '-' || printf('%04d', r.number))
                        """)
                .map((row, context) -> Lists.reference(row))
                .forEach(reference -> found("outboxDiffers", reference));
        long last = handle.createQuery("SELECT coalesce(max(sequence), 0) FROM outbox")
                .mapTo(long.class)
                .one();
        if (last != new Counters(handle).last(Counters.OUTBOX)) {
            found("outboxDiffers", last);
        }
    }
}
