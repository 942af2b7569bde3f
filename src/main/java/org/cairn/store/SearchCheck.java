package org.cairn.store;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.SavedList;
import org.cairn.domain.SavedSearch;
import org.cairn.domain.custody.CustodyEvent;
import org.jdbi.v3.core.Handle;

/// Compares what saved searches had found, and what was asked, with the hashes that revisions and the ledger tell.
final class SearchCheck {

    /// The action of a line that tells that somebody searched.
    static final String ASKED = "SEARCHED";

    private final Handle handle;
    private final Check check;
    private final Set<String> named = new HashSet<>();
    private long asked;

    SearchCheck(Handle handle, Check check) {
        this.handle = handle;
        this.check = check;
    }

    void run() {
        handle.select("SELECT json FROM revision WHERE kind IN ('S', 'K') ORDER BY id")
                .mapTo(String.class)
                .forEach(this::look);
        handle.select("SELECT hash FROM found_records")
                .mapTo(String.class)
                .filter(hash -> !named.contains(hash))
                .forEach(hash -> check.found("foundDiffers", hash));
        handle.select("SELECT sequence FROM ledger WHERE json LIKE ? ORDER BY sequence", "%\"" + ASKED + "\"%")
                .mapTo(Long.class)
                .forEach(this::compare);
        long kept = handle.select("SELECT count(*) FROM asked_search")
                .mapTo(Long.class)
                .one();
        if (kept != asked) {
            check.found("askedDiffers", kept);
        }
    }

    private void look(String json) {
        try {
            Envelope envelope = Envelope.read(json);
            result(envelope.record()).ifPresent(hash -> compare(envelope.reference(), hash));
        } catch (ArchiveException.InvalidInput e) {
            // the check of revisions names it
            check.step("search", 0, 0);
        }
    }

    private static Optional<Fingerprint> result(ArchiveRecord record) {
        return switch (record) {
            case SavedSearch search -> Optional.of(search.run().result());
            case SavedList list -> Optional.of(list.lines());
            default -> Optional.empty();
        };
    }

    private void compare(Reference reference, Fingerprint hash) {
        named.add(hash.hex());
        if (!whole(hash)) {
            check.found("foundDiffers", reference);
        }
    }

    private boolean whole(Fingerprint hash) {
        try {
            return new FoundRecords(handle).whole(hash);
        } catch (ArchiveException.Damaged e) {
            return false;
        }
    }

    private void compare(long sequence) {
        new Ledger(handle, new Counters(handle))
                .events(Optional.empty(), sequence - 1, 1).stream()
                        .filter(event -> event.action().equals(ASKED))
                        .forEach(this::compare);
    }

    private void compare(CustodyEvent event) {
        asked++;
        boolean same = new AskedSearches(handle)
                .after(Optional.empty(), event.sequence() - 1, 1).stream()
                        .filter(line -> line.sequence() == event.sequence())
                        .filter(line -> line.person().equals(event.actor()))
                        .anyMatch(line -> Envelope.hash(line.json())
                                .hex()
                                .equals(event.details().get("hash")));
        if (!same) {
            check.found("askedDiffers", event.sequence());
        }
    }
}
