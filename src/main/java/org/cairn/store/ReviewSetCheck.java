package org.cairn.store;

import java.util.Optional;
import org.cairn.domain.ReviewSet;
import org.cairn.domain.custody.CustodyEvent;
import org.jdbi.v3.core.Handle;

/// Compares every review set with the hash that the ledger tells of its list.
final class ReviewSetCheck {

    private final Handle handle;
    private final Check check;
    private final ReviewSets sets;
    private long made;

    ReviewSetCheck(Handle handle, Check check) {
        this.handle = handle;
        this.check = check;
        this.sets = new ReviewSets(handle);
    }

    void run() {
        handle.select("SELECT sequence FROM ledger WHERE json LIKE ? ORDER BY sequence", "%\"" + ReviewSet.MADE + "\"%")
                .mapTo(Long.class)
                .forEach(this::look);
        if (sets.count() != made) {
            check.found("reviewSetDiffers", sets.count());
        }
    }

    private void look(long sequence) {
        new Ledger(handle, new Counters(handle))
                .events(Optional.empty(), sequence - 1, 1).stream()
                        .filter(event -> event.action().equals(ReviewSet.MADE))
                        .forEach(this::compare);
    }

    private void compare(CustodyEvent event) {
        made++;
        String number = event.details().getOrDefault("set", "");
        boolean same = number.matches("[0-9]{1,9}")
                && sets.hash(Integer.parseInt(number))
                        .hex()
                        .equals(event.details().get("list"));
        if (!same) {
            check.found("reviewSetDiffers", number);
        }
    }
}
