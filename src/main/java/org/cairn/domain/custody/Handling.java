package org.cairn.domain.custody;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FuzzyDate;

/// Something that was done to a thing outside the program, as somebody tells it: it was sealed, handed over, stored.
///
/// @param action a code of the vocabulary `handling`
/// @param when when that was, as it was said
/// @param handler who did it
/// @param from who had it before
/// @param to who has it since
/// @param place where it was or is kept
/// @param why what for
/// @param condition the state it was in; it leaves with the thing, so it names nobody
/// @param seal the number of the seal that was put on, found whole or broken
/// @param corrects the line of the ledger that told it wrongly
public record Handling(
        String action,
        Optional<FuzzyDate> when,
        String handler,
        String from,
        String to,
        String place,
        String why,
        String condition,
        String seal,
        Optional<Long> corrects) {

    private static final Set<String> NEED_SEAL = Set.of("SEALED", "UNSEALED");
    private static final Set<String> NEED_TO = Set.of("TRANSFERRED_OUT", "RETURNED");
    private static final Set<String> NEED_FROM = Set.of("RECEIVED");
    private static final Set<String> NEED_PLACE = Set.of("STORED", "MOVED");
    private static final Set<String> NEED_WHY = Set.of("DISPOSED", "LOST_OR_DAMAGED", "SAMPLED");

    public Handling {
        require(NEED_SEAL, action, "seal", seal);
        require(NEED_TO, action, "to", to);
        require(NEED_FROM, action, "from", from);
        require(NEED_PLACE, action, "place", place);
        require(NEED_WHY, action, "why", why);
    }

    private static void require(Set<String> actions, String action, String field, String value) {
        if (actions.contains(action) && value.isBlank()) {
            throw new ArchiveException.InvalidInput(field, "missing");
        }
    }

    /// What stands in the line of the ledger.
    public Map<String, String> details() {
        Map<String, String> details = new TreeMap<>();
        when.ifPresent(date -> {
            details.put("when", date.verbatim());
            details.put("day", date.edtf());
        });
        put(details, "handler", handler);
        put(details, "from", from);
        put(details, "to", to);
        put(details, "place", place);
        put(details, "why", why);
        put(details, "condition", condition);
        put(details, "seal", seal);
        corrects.ifPresent(line -> details.put("corrects", String.valueOf(line)));
        return details;
    }

    private static void put(Map<String, String> details, String name, String value) {
        if (!value.isBlank()) {
            details.put(name, value.strip());
        }
    }

    @Override
    public String toString() {
        return "Handling " + action;
    }
}
