package org.cairn.store;

import java.util.Optional;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.IntakeRun;
import org.jdbi.v3.core.Handle;

/// Compares every list of what was offered with the hash that the ledger tells of it.
final class IntakeCheck {

    private static final String ENDED = "INTAKE_ENDED";

    private final Handle handle;
    private final Check check;
    private final Intakes intakes;
    private long ended;

    IntakeCheck(Handle handle, Check check) {
        this.handle = handle;
        this.check = check;
        this.intakes = new Intakes(handle);
    }

    void run() {
        handle.select("SELECT sequence FROM ledger WHERE json LIKE ? ORDER BY sequence", "%\"" + ENDED + "\"%")
                .mapTo(Long.class)
                .forEach(this::look);
        long listed = handle.select("SELECT count(*) FROM intake WHERE ended IS NOT NULL")
                .mapTo(Long.class)
                .one();
        if (listed != ended) {
            check.found("intakeDiffers", listed);
        }
    }

    private void look(long sequence) {
        new Ledger(handle, new Counters(handle))
                .events(Optional.empty(), sequence - 1, 1).stream()
                        .filter(event -> event.action().equals(ENDED))
                        .forEach(this::compare);
    }

    private void compare(CustodyEvent event) {
        ended++;
        String number = event.details().getOrDefault("intake", "");
        boolean same = number.matches("[0-9]{1,9}")
                && intakes.run(Integer.parseInt(number))
                        .filter(run -> run.ending() != IntakeRun.Ending.GOING_ON)
                        .isPresent()
                && intakes.hash(Integer.parseInt(number))
                        .hex()
                        .equals(event.details().get("hash"));
        if (!same) {
            check.found("intakeDiffers", number);
        }
    }
}
