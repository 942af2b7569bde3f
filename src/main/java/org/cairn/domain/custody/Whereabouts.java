package org.cairn.domain.custody;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Where a thing is, with whom and under which seal, as the last lines about it tell; empty where none tells.
///
/// @param seal the number of the seal that is on it
/// @param gone whether it was handed out, lost or disposed of, and has not come back
public record Whereabouts(String holder, String place, String seal, String condition, boolean gone) {

    private static final Set<String> HOLDERS = Set.of("TRANSFERRED_OUT", "RECEIVED", "RETURNED", "ACQUIRED");
    private static final Set<String> AWAY = Set.of("TRANSFERRED_OUT", "RETURNED", "LOST_OR_DAMAGED", "DISPOSED");
    private static final Set<String> BACK = Set.of("RECEIVED", "STORED", "ACQUIRED");

    /// What lines of the ledger, the first first, tell of a thing; what was corrected tells nothing.
    public static Whereabouts of(List<CustodyEvent> events) {
        Set<String> corrected = events.stream()
                .map(event -> event.details().getOrDefault("corrects", ""))
                .collect(Collectors.toSet());
        Whereabouts now = new Whereabouts("", "", "", "", false);
        for (CustodyEvent event : events) {
            if (!corrected.contains(String.valueOf(event.sequence()))) {
                now = now.after(event);
            }
        }
        return now;
    }

    private Whereabouts after(CustodyEvent event) {
        String action = event.action();
        String to = event.details().getOrDefault("to", "");
        return new Whereabouts(
                HOLDERS.contains(action) && !to.isEmpty() ? to : holder,
                event.details().getOrDefault("place", AWAY.contains(action) ? "" : place),
                switch (action) {
                    case "SEALED" -> event.details().getOrDefault("seal", "");
                    case "UNSEALED" -> "";
                    default -> seal;
                },
                event.details().getOrDefault("condition", condition),
                AWAY.contains(action) || gone && !BACK.contains(action));
    }

    @Override
    public String toString() {
        return "Whereabouts";
    }
}
